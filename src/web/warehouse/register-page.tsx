import type { ListedPart } from '../../catalogue/part.query.ts';
import type { KnownConsignee } from '../../distribution/consignees.query.ts';
import type { DispatchOrder } from '../../issuance/dispatch-orders.query.ts';
import { MOST_UNITS } from '../../issuance/batch.ts';
import type { Language } from '../../kernel/words.ts';
import type { TemplateName } from '../../labels/sheets/sheet-template.ts';
import { Select, Text } from '../design/fields.tsx';
import { BATCH_WORDS } from './batch-words.ts';
import { TEMPLATE, WAREHOUSE_WORDS } from './warehouse-words.ts';

interface RegisterProps {
  readonly search: string | undefined;
  /** What the search found. */
  readonly parts: readonly ListedPart[];
  readonly chosen: ListedPart | undefined;
  /** What the batch will be called. */
  readonly id: string;
  readonly orders: readonly DispatchOrder[];
  readonly consignees: readonly KnownConsignee[];
  readonly template: TemplateName;
  readonly language: Language;
}

/** One action: choose a part, say how many, and the labels open. */
export function RegisterPage(props: RegisterProps) {
  const words = BATCH_WORDS[props.language];
  return (
    <div class="stack middle">
      <h1>{words.registerTitle}</h1>
      {props.chosen === undefined ? <Choose {...props} /> : <Wish {...props} chosen={props.chosen} />}
    </div>
  );
}

const nameOf = (part: ListedPart, language: Language): string => (language === 'zh' ? part.nameZh : part.nameEn);

function Choose({ search, parts, language }: RegisterProps) {
  const words = BATCH_WORDS[language];
  return (
    <>
      <form class="search" method="get" action="/warehouse/batches/new" role="search">
        <label for="part-search">
          <span>
            {words.which} {words.searchPart}
          </span>
        </label>
        <input
          id="part-search"
          name="q"
          type="search"
          required
          maxlength={100}
          autocomplete="off"
          spellcheck={false}
          value={search ?? ''}
          autofocus
        />
        <button class="main">{WAREHOUSE_WORDS[language].find}</button>
      </form>
      {parts.length === 0 && <p class="card empty">{words.noParts}</p>}
      {parts.length > 0 && (
        <ul class="card items">
          {parts.map((part) => (
            <li key={part.id}>
              <h2>
                <a href={`/warehouse/batches/new?part=${encodeURIComponent(part.partNumber)}`}>
                  {nameOf(part, language)}
                </a>
              </h2>
              <div class="dots">
                <span class="code">{part.partNumber}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Wish({ chosen, id, orders, consignees, template, language }: RegisterProps & { readonly chosen: ListedPart }) {
  const words = BATCH_WORDS[language];
  const names = WAREHOUSE_WORDS[language];
  const places = Object.fromEntries(consignees.map(({ code, name }) => [code, `${code} ${name[language]}`]));
  return (
    <form class="card fields" method="post" action="/warehouse/batches">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="partNumber" value={chosen.partNumber} />
      <div class="over">
        <div>
          <b>{nameOf(chosen, language)}</b>
          <div class="soft code">{chosen.partNumber}</div>
        </div>
        <a class="end" href="/warehouse/batches/new">
          {words.change}
        </a>
      </div>
      <div class="row">
        <label>
          <span>{words.howMany}</span>
          <input name="quantity" type="number" required min={1} max={MOST_UNITS} inputmode="numeric" autofocus />
        </label>
        <Text label={names.lot} name="lot" most={20} hint={words.optional} pattern="[A-Za-z0-9-]{1,20}" />
      </div>
      <div class="row">
        <label>
          <span>{names.order}</span>
          <input
            name="order"
            type="text"
            list="orders"
            maxlength={40}
            autocomplete="off"
            placeholder={words.optional}
          />
          <datalist id="orders">
            {orders.map(({ number }) => (
              <option key={number} value={number} />
            ))}
          </datalist>
        </label>
        <Select label={names.consignee} name="consignee" choices={places} none={names.none} />
      </div>
      <div class="row">
        <Select label={words.template} name="template" choices={TEMPLATE[language]} value={template} required />
        <label>
          <span>{words.start}</span>
          <input
            name="start"
            type="number"
            min={1}
            max={65}
            placeholder="1"
            inputmode="numeric"
            title={words.startMeans}
          />
        </label>
      </div>
      <button class="main">{words.go}</button>
      <p class="soft">{words.goMeans}</p>
    </form>
  );
}

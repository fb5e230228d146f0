import type { KnownConsignee } from '../../distribution/consignees.query.ts';
import type { DispatchOrder, OrderProgress } from '../../issuance/dispatch-orders.query.ts';
import type { Language } from '../../kernel/words.ts';
import { Text } from '../design/fields.tsx';
import { SHIPPING_WORDS } from './shipping-words.ts';

interface WhereToProps {
  readonly consignees: readonly KnownConsignee[];
  readonly orders: readonly DispatchOrder[];
  readonly order: string | undefined;
  readonly language: Language;
}

/** Before anything is scanned: for whom? */
export function WhereToPage({ consignees, orders, order, language }: WhereToProps) {
  const words = SHIPPING_WORDS[language];
  return (
    <div class="stack middle">
      <h1>{words.pack}</h1>
      <form class="card fields" method="get" action="/warehouse/shipments/new">
        <label>
          <span>{words.whereTo}</span>
          <input
            name="to"
            type="text"
            required
            list="places"
            maxlength={40}
            pattern="[A-Za-z0-9-]{1,40}"
            autocomplete="off"
            spellcheck={false}
            placeholder={words.whereToHint}
          />
          <datalist id="places">
            {consignees.map(({ code, name }) => (
              <option key={code} value={code}>
                {name[language]}
              </option>
            ))}
          </datalist>
        </label>
        <label>
          <span>{words.forOrder}</span>
          <input name="order" type="text" list="orders" maxlength={40} autocomplete="off" value={order} />
          <datalist id="orders">
            {orders.map(({ number }) => (
              <option key={number} value={number} />
            ))}
          </datalist>
        </label>
        <button class="main">{words.begin}</button>
      </form>
      {consignees.length > 0 && (
        <ul class="card items">
          {consignees.map(({ code, name }) => (
            <li key={code}>
              <h2>
                <a
                  href={`/warehouse/shipments/new?${new URLSearchParams({ to: code, ...(order && { order }) }).toString()}`}
                >
                  {name[language]}
                </a>
              </h2>
              <div class="dots">
                <span class="code">{code}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface PackingProps {
  readonly to: { readonly code: string; readonly name: string };
  readonly order: string | undefined;
  /** What the order asks for, less what was sent. */
  readonly lines: readonly OrderProgress[];
  readonly language: Language;
}

/** Where picking goes on: alive with a script, and without one a field to scan into. */
export function PackingPage({ to, order, lines, language }: PackingProps) {
  const words = SHIPPING_WORDS[language];
  const list = lines.map(({ partNumber, name, lot, ordered, sent, inStock }) => {
    return { partNumber, name: name[language], lot, wanted: Math.max(0, ordered - sent), inStock };
  });
  return (
    <div class="stack">
      <div>
        <p class="soft">{words.pack}</p>
        <h1>
          {words.packFor(to.name)} {order !== undefined && <span class="soft">{order}</span>}
        </h1>
      </div>
      <div id="packing" data-view={JSON.stringify({ to: to.code, order: order ?? null, list })}>
        <form class="card fields" method="post" action="/warehouse/shipments">
          <input type="hidden" name="to" value={to.code} />
          <Codes label={words.codes} name="units" language={language} />
          <Text label={words.reference} name="reference" most={100} value={order} />
          <button class="main">{words.ship}</button>
        </form>
      </div>
    </div>
  );
}

interface CodesProps {
  readonly label: string;
  readonly name: string;
  readonly language: Language;
  readonly isRequired?: boolean;
}

/** A handheld scanner ends each code with Enter, which in a field of many lines is a new line. */
export function Codes({ label, name, language, isRequired = true }: CodesProps) {
  return (
    <label>
      <span>{label}</span>
      <textarea
        name={name}
        rows={8}
        required={isRequired}
        maxlength={900_000}
        spellcheck={false}
        placeholder={SHIPPING_WORDS[language].codesHint}
      />
    </label>
  );
}

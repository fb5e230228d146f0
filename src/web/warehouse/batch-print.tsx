import type { BatchDto } from '../../issuance/batch.dto.ts';
import type { LabelPrint } from '../../issuance/label-prints.query.ts';
import type { Language } from '../../kernel/words.ts';
import { LongText, Select } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { TEMPLATES } from '../../labels/sheets/sheet-template.ts';
import type { BatchPageQuery } from './batch-form.dto.ts';
import type { BatchView } from './batch-view.ts';
import { Ordinal } from './ordinal.tsx';
import { BATCH_WORDS, PRINT_KIND } from './batch-words.ts';
import { LABEL_WORDS } from './label-words.ts';
import { TEMPLATE, WAREHOUSE_WORDS } from './warehouse-words.ts';

interface BatchPrintProps {
  readonly view: BatchView;
  readonly asked: BatchPageQuery;
  readonly language: Language;
}

/** The first time labels are simply printed; after that somebody says why. */
export function BatchPrint(props: BatchPrintProps) {
  const { view, asked, language } = props;
  const words = BATCH_WORDS[language];
  const isAllowed = view.prints.length === 0 || asked.done === 'reprint';
  if (!isAllowed) return <Reprint batch={view.batch} language={language} />;
  return (
    <section class="card fields stack">
      <h2>{words.print}</h2>
      <Print {...props} />
    </section>
  );
}

function Reprint({ batch, language }: { readonly batch: BatchDto; readonly language: Language }) {
  const words = BATCH_WORDS[language];
  return (
    <details class="act">
      <summary>{words.printAgain}</summary>
      <form class="card fields" method="post" action={`/warehouse/batches/${batch.id}/reprints`}>
        <p class="soft">{words.againMeans}</p>
        <div class="row">
          <Ordinal name="from" label={words.from} most={batch.issued} value={1} />
          <Ordinal name="to" label={words.to} most={batch.issued} value={batch.issued} />
        </div>
        <LongText label={WAREHOUSE_WORDS[language].reason} name="reason" most={500} />
        <button class="main">{words.recordReprint}</button>
      </form>
    </details>
  );
}

function Print({ view: { batch, template, settings, printers }, asked, language }: BatchPrintProps) {
  const words = BATCH_WORDS[language];
  const path = `/warehouse/batches/${batch.id}`;
  const { start = 1, from = 1, to = batch.issued } = asked;
  return (
    <form class="fields" method="get" action={`${path}/labels.pdf`}>
      <Select
        label={words.template}
        name="template"
        choices={TEMPLATE[language]}
        value={asked.open ?? template}
        required
      />
      <div class="row">
        <Ordinal name="from" label={words.from} most={batch.issued} value={from} />
        <Ordinal name="to" label={words.to} most={batch.issued} value={to} />
        <label>
          <span>{words.start}</span>
          <input name="start" type="number" min={1} max={65} value={start} inputmode="numeric" />
        </label>
      </div>
      <div class="goes">
        <button class="main">{words.openPdf}</button>
        <button formaction={`${path}/labels.zpl`}>{words.zpl}</button>
        <button formaction={`${path}/labels.csv`}>{words.csv}</button>
      </div>
      <p class="soft">
        <a href={`/warehouse/labels/${template}`}>{words.settings}</a>{' '}
        {LABEL_WORDS[language].nudged(
          settings.nudgeX,
          settings.nudgeY,
          TEMPLATES[template].kind === 'roll' ? settings.dpi : null,
        )}
      </p>
      {printers.length > 0 && (
        <div class="row">
          <Select
            label={words.toPrinter}
            name="printer"
            choices={Object.fromEntries(printers.map((name) => [name, name]))}
          />
          <button formmethod="post" formaction={`${path}/send`}>
            {words.send}
          </button>
          <p class="soft">{words.rollOnly}</p>
        </div>
      )}
    </form>
  );
}

export function Prints({ prints, language }: { readonly prints: readonly LabelPrint[]; readonly language: Language }) {
  const { number, time } = FORMATS[language];
  return (
    <section class="card">
      <h2>{BATCH_WORDS[language].printed}</h2>
      <ul class="stack">
        {prints.map(({ at, kind, by, from, to, format, printer, reason }, key) => (
          <li key={key}>
            {PRINT_KIND[language][kind]} {number(from)}–{number(to)}
            {reason !== null && <div>{reason}</div>}
            <div class="dots">
              <span>{time(at)}</span>
              {by !== null && <span>{by}</span>}
              {format !== null && <span>{format.toUpperCase()}</span>}
              {printer !== null && <span>{printer}</span>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

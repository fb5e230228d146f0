import type { OrderImport } from '../../issuance/dispatch-import.service.ts';
import { COLUMNS } from '../../issuance/dispatch-order-columns.ts';
import type { HeadingMeaning } from '../../issuance/dispatch-order-file.ts';
import type { OrderRowFault } from '../../issuance/dispatch-order-faults.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { COLUMN, ORDER_WORDS } from './order-words.ts';
import { Upload } from './orders-page.tsx';
import { WAREHOUSE_WORDS } from './warehouse-words.ts';

interface PreviewProps {
  readonly found: OrderImport;
  readonly headings: readonly HeadingMeaning[];
  /** The file, to be sent again; `undefined` where it is too large for that. */
  readonly file: string | undefined;
  readonly language: Language;
}

/** More than this nobody reads on a page; the file to mend has them all. */
const MOST_ROWS = 200;
const FORM = 'order';

/** What a file would do, before it does it. */
export function OrderPreviewPage({ found, headings, file, language }: PreviewProps) {
  const words = ORDER_WORDS[language];
  const { faults } = found.plan;
  return (
    <div class="stack">
      <h1>{words.previewTitle}</h1>
      <Outcome found={found} language={language} />
      {file === undefined ? (
        <section class="card act">
          <p>{words.tooLarge}</p>
          <Upload language={language} isFinal={faults.length === 0} />
        </section>
      ) : (
        <Decide file={file} isFaulty={faults.length > 0} language={language} />
      )}
      <div class="two">
        <div class="stack">
          {faults.length > 0 && <Faults faults={faults} language={language} />}
          <Rows found={found} language={language} />
        </div>
        <Mapping headings={headings} language={language} />
      </div>
    </div>
  );
}

function Outcome({ found: { plan, lines }, language }: Pick<PreviewProps, 'found' | 'language'>) {
  const words = ORDER_WORDS[language];
  const minted = lines.filter(({ toMint }) => toMint > 0);
  const units = minted.reduce((sum, { toMint }) => sum + toMint, 0);
  const countOf = (change: string): number => lines.filter((line) => line.change === change).length;
  if (plan.faults.length > 0) return <Notice state="caution" role="alert" title={words.faulty(plan.faults.length)} />;
  const does = units > 0 ? words.willDo(minted.length, FORMATS[language].number(units)) : words.willDoNothing;
  return (
    <Notice state="good" role="status" title={does}>
      {countOf('amended') > 0 && <p>{words.amended(countOf('amended'))}</p>}
      {countOf('unchanged') > 0 && <p>{words.unchanged(countOf('unchanged'))}</p>}
    </Notice>
  );
}

interface DecideProps {
  readonly file: string;
  readonly isFaulty: boolean;
  readonly language: Language;
}

/** The mapping below belongs to this form, too. */
function Decide({ file, isFaulty, language }: DecideProps) {
  const words = ORDER_WORDS[language];
  return (
    <form id={FORM} class="goes act" method="post" action="/warehouse/orders/preview">
      <input type="hidden" name="file" value={file} />
      {!isFaulty && (
        <button class="main" formaction="/warehouse/orders/import">
          {words.doImport}
        </button>
      )}
      {isFaulty && (
        <button class="main" formaction="/warehouse/orders/to-mend.csv">
          {words.mend}
        </button>
      )}
      <a class="go" href="/warehouse/orders">
        {words.other}
      </a>
      {isFaulty && <p class="soft">{words.mendMeans}</p>}
    </form>
  );
}

function Mapping({ headings, language }: Pick<PreviewProps, 'headings' | 'language'>) {
  const words = ORDER_WORDS[language];
  return (
    <section class="card fields stack">
      <div>
        <h2>{words.mapping}</h2>
        <p class="soft">{words.mappingMeans}</p>
      </div>
      {headings.map(({ heading, column, example }) => (
        <label key={heading}>
          <span>{heading}</span>
          <input type="hidden" name="heading" value={heading} form={FORM} />
          <select name="column" form={FORM}>
            <option value="">{words.ignored}</option>
            {COLUMNS.map((each) => (
              <option key={each} value={each} selected={each === column}>
                {COLUMN[language][each]}
              </option>
            ))}
          </select>
          <small class="soft">
            {words.example} {example}
          </small>
        </label>
      ))}
      <button form={FORM}>{words.again}</button>
    </section>
  );
}

function Faults({ faults, language }: { readonly faults: readonly OrderRowFault[]; readonly language: Language }) {
  const words = ORDER_WORDS[language];
  return (
    <section class="card scroll" tabIndex={0} aria-label={words.faults}>
      <h2>{words.faults}</h2>
      <table class="fold">
        <thead>
          <tr>
            <th class="num">{words.row}</th>
            <th>{words.column}</th>
            <th>{words.found}</th>
            <th>{words.toMend}</th>
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, MOST_ROWS).map(({ row, column, value, words: said }) => (
            <tr key={`${row} ${column} ${value}`}>
              <td class="num" data-name={words.row}>
                {row}
              </td>
              <td data-name={words.column}>{column === null ? words.wholeRow : COLUMN[language][column]}</td>
              <td class="code" data-name={words.found}>
                {value}
              </td>
              <td data-name={words.toMend}>{said[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <LeftOut count={faults.length - MOST_ROWS} language={language} />
    </section>
  );
}

function Rows({ found, language }: Pick<PreviewProps, 'found' | 'language'>) {
  const words = ORDER_WORDS[language];
  const names = WAREHOUSE_WORDS[language];
  const lines = found.lines.filter(({ toMint }) => toMint > 0);
  if (lines.length === 0) return null;
  return (
    <section class="card scroll" tabIndex={0} aria-label={words.rows}>
      <h2>{words.rows}</h2>
      <table class="fold">
        <thead>
          <tr>
            <th>{names.part}</th>
            <th class="num">{names.quantity}</th>
            <th>{names.lot}</th>
            <th>{names.consignee}</th>
            <th>{names.order}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, MOST_ROWS).map(({ row, part, toMint }) => (
            <tr key={row.row}>
              <th scope="row">
                <span class="code">{part.partNumber}</span>
                <span class="soft">{language === 'zh' ? part.nameZh : part.nameEn}</span>
              </th>
              <td class="num" data-name={names.quantity}>
                {FORMATS[language].number(toMint)}
              </td>
              <td data-name={names.lot}>{row.lot}</td>
              <td data-name={names.consignee}>{row.consignee}</td>
              <td data-name={names.order}>{row.order}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <LeftOut count={lines.length - MOST_ROWS} language={language} />
    </section>
  );
}

function LeftOut({ count, language }: { readonly count: number; readonly language: Language }) {
  return count > 0 ? <p class="soft">{ORDER_WORDS[language].leftOut(count)}</p> : null;
}

import { columnNamed } from '../../catalogue/catalogue-columns.ts';
import { countsOf, type ImportPlan } from '../../catalogue/catalogue-plan.ts';
import type { RowFault } from '../../catalogue/catalogue-sheet.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { Changes } from './import-changes.tsx';
import { MAKER_WORDS } from './maker-words.ts';

/** So many of each are listed; the file of errors has them all. */
const MOST_LISTED = 100;

export interface ImportView {
  readonly plan: ImportPlan;
  /** The file, to be sent on; `undefined` where it is too large for that. */
  readonly file: string | undefined;
  readonly isDone: boolean;
}

interface ImportProps {
  readonly language: Language;
  /** What came of a file; nothing before the first. */
  readonly view?: ImportView;
}

/** A parts list is looked at first: what it would do, what is wrong with it. Then it goes in whole, or not at all. */
export function ImportPage({ language, view }: ImportProps) {
  const words = MAKER_WORDS[language];
  return (
    <div class="stack">
      <h1>{words.importList}</h1>
      {view && <Outcome view={view} language={language} />}
      <section class="card act">
        {view && <h2>{words.checkAnother}</h2>}
        <FileForm label={words.check} wish="check" language={language} />
      </section>
    </div>
  );
}

interface FileFormProps {
  readonly label: string;
  readonly wish: 'check' | 'import';
  readonly language: Language;
}

function FileForm({ label, wish, language }: FileFormProps) {
  const words = MAKER_WORDS[language];
  return (
    <form class="fields" method="post" action="/maker/import" enctype="multipart/form-data">
      {wish === 'check' && <p class="soft">{words.importLead}</p>}
      <label>
        <span>{words.file}</span>
        <input name="file" type="file" accept=".csv,.txt,text/csv" required />
      </label>
      <button class="main" name="wish" value={wish}>
        {label}
      </button>
    </form>
  );
}

function Outcome({ view, language }: { readonly view: ImportView; readonly language: Language }) {
  const words = MAKER_WORDS[language];
  const { plan, isDone } = view;
  const isWrong = plan.faults.length > 0;
  return (
    <>
      {isWrong ? (
        <Notice state="suspect" role="alert" title={words.hasErrors(plan.faults.length)} />
      ) : (
        <Notice state={isDone ? 'good' : 'plain'} role="status" title={isDone ? words.imported : words.nothingYet} />
      )}
      <Counts plan={plan} isDone={isDone} language={language} />
      {isWrong ? (
        <Errors faults={plan.faults} file={view.file} language={language} />
      ) : (
        !isDone && <Onward file={view.file} language={language} />
      )}
      <Changes plan={plan} isDone={isDone} most={MOST_LISTED} language={language} />
    </>
  );
}

interface CountsProps {
  readonly plan: ImportPlan;
  readonly isDone: boolean;
  readonly language: Language;
}

function Counts({ plan, isDone, language }: CountsProps) {
  const words = MAKER_WORDS[language];
  const formats = FORMATS[language];
  const { created, updated, unchanged } = countsOf(plan);
  return (
    <section class="card">
      {!isDone && <h2>{words.checked}</h2>}
      <dl class="facts">
        <dt>{words.created}</dt>
        <dd>{formats.number(created)}</dd>
        <dt>{words.updated}</dt>
        <dd>{formats.number(updated)}</dd>
        <dt>{words.unchanged}</dt>
        <dd>{formats.number(unchanged)}</dd>
        <dt>{words.wrong}</dt>
        <dd>{formats.number(plan.faults.length)}</dd>
      </dl>
    </section>
  );
}

/** From what was looked at to what is done. */
function Onward({ file, language }: { readonly file: string | undefined; readonly language: Language }) {
  const words = MAKER_WORDS[language];
  if (file === undefined) {
    return (
      <section class="card stack act">
        <p>{words.chooseAgain}</p>
        <FileForm label={words.importNow} wish="import" language={language} />
      </section>
    );
  }
  return (
    <form class="act" method="post" action="/maker/import">
      <input type="hidden" name="carried" value={file} />
      <button class="main" name="wish" value="import">
        {words.importNow}
      </button>
    </form>
  );
}

interface ErrorsProps {
  readonly faults: readonly RowFault[];
  readonly file: string | undefined;
  readonly language: Language;
}

function Errors({ faults, file, language }: ErrorsProps) {
  const words = MAKER_WORDS[language];
  return (
    <section class="card stack">
      <h2>{words.wrong}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.wrong}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.error}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, MOST_LISTED).map(({ row, column, value, words: said }, at) => (
              <tr key={at}>
                <th scope="row">{row}</th>
                <td>{column === null ? '' : columnNamed(column).words[language]}</td>
                <td class="code">{value}</td>
                <td>{said[language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {faults.length > MOST_LISTED && <p class="soft">{words.firstOnly(MOST_LISTED)}</p>}
      {file !== undefined && (
        <form class="act" method="post" action="/maker/import/errors">
          <input type="hidden" name="carried" value={file} />
          <button class="quiet">{words.downloadErrors}</button>
        </form>
      )}
    </section>
  );
}

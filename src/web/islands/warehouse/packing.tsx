import type { Language } from '../../../kernel/words.ts';
import { FORMATS } from '../../design/formats.ts';
import { Icon } from '../../design/icons.tsx';
import { pageLanguage } from '../scanning/language.ts';
import { Scanner } from '../scanning/scanner.tsx';
import { type PackingDraft, pickedOf, pieces, unitsIn, type Wanted, wantedByPart } from './packing-draft.ts';
import { PACKING_WORDS } from './packing-words.ts';
import { type PackingView, type PackingWork, usePacking } from './packing-work.ts';
import { LastScan } from './told.tsx';

/** The last pieces; all of them are counted by part. */
const MOST_SHOWN = 30;

/** Pick, pack and ship: scan after scan, until the list is full. */
export function Packing({ view }: { readonly view: PackingView }) {
  const language = pageLanguage();
  const list = wantedByPart(view.list);
  const work = usePacking({ ...view, list }, language);
  return (
    <div class="scanner-pair">
      <section class="card">
        <Scanner keepsOpen onScan={({ text }) => work.scan(text)} />
      </section>
      <div class="stack">
        <Answer work={work} language={language} />
        <Load work={work} list={list} language={language} />
        <Pieces work={work} language={language} />
      </div>
      {list.length > 0 && <PickingList list={list} draft={work.draft} language={language} />}
    </div>
  );
}

interface WorkProps {
  readonly work: PackingWork;
  readonly language: Language;
}

function Answer({ work: { told, draft, loadAnyway }, language }: WorkProps) {
  const words = PACKING_WORDS[language];
  const { piece, carton } = told;
  return (
    <LastScan told={told}>
      {piece !== undefined && (
        <p>
          <button type="button" class="quiet" onClick={() => loadAnyway(piece)}>
            {words.anyway}
          </button>
        </p>
      )}
      {carton !== undefined && (
        <p>
          <a href={`/warehouse/cartons/${carton}`} target="_blank" rel="noopener">
            {words.printCarton}
          </a>
        </p>
      )}
      {draft.waiting.length > 0 && <p>{words.waiting(draft.waiting.length)}</p>}
    </LastScan>
  );
}

interface LoadProps extends WorkProps {
  readonly list: readonly Wanted[];
}

function Load({ work, list, language }: LoadProps) {
  const words = PACKING_WORDS[language];
  const { number } = FORMATS[language];
  const { draft, isBusy } = work;
  const units = unitsIn(draft);
  const wanted = list.reduce((sum, line) => sum + line.wanted, 0);
  const isOpen = draft.open !== null;
  return (
    <section class="card stack">
      <p class="big">
        {number(units)} <small>{wanted > 0 ? words.ofTotal(number(wanted)) : words.total}</small>
      </p>
      {wanted > 0 && <progress max={wanted} value={Math.min(units, wanted)} aria-label={words.toPick} />}
      {isOpen && <p class="say">{words.cartonOpen(draft.open?.length ?? 0)}</p>}
      {draft.boxes.length > 0 && <Boxes draft={draft} language={language} />}
      <div class="goes">
        {isOpen ? (
          <button type="button" class="main" disabled={isBusy || draft.open?.length === 0} onClick={work.closeCarton}>
            {words.closeCarton}
          </button>
        ) : (
          <button type="button" disabled={isBusy} onClick={work.openCarton}>
            {words.openCarton}
          </button>
        )}
        <button type="button" disabled={isBusy || pieces(draft).length === 0} onClick={work.undo}>
          {words.undo}
        </button>
        {!isOpen && (
          <button type="button" class="main" disabled={isBusy || units === 0} onClick={work.ship}>
            {words.ship}
          </button>
        )}
      </div>
      {isOpen && <p class="soft">{words.closeFirst}</p>}
    </section>
  );
}

function Boxes({ draft, language }: { readonly draft: PackingDraft; readonly language: Language }) {
  const words = PACKING_WORDS[language];
  return (
    <div>
      <h2>{words.cartons}</h2>
      <ul>
        {draft.boxes.map(({ sscc, units }) => (
          <li key={sscc}>
            <a class="code" href={`/warehouse/cartons/${sscc}`} target="_blank" rel="noopener">
              {sscc}
            </a>{' '}
            <span class="soft">{words.units(units)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PickingListProps {
  readonly list: readonly Wanted[];
  readonly draft: PackingDraft;
  readonly language: Language;
}

function PickingList({ list, draft, language }: PickingListProps) {
  const { number } = FORMATS[language];
  return (
    <section class="card">
      <h2>{PACKING_WORDS[language].toPick}</h2>
      <ul class="scan-list" tabIndex={0} aria-label={PACKING_WORDS[language].toPick}>
        {list.map(({ partNumber, name, wanted }) => {
          const picked = pickedOf(draft, partNumber);
          const state = picked >= wanted ? 'good' : 'plain';
          return (
            <li key={partNumber} class={state}>
              <Icon name={state} />
              <span class="code">{partNumber}</span>
              <b>
                {number(picked)} / {number(wanted)}
              </b>
              <span class="soft">{name}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Pieces({ work: { draft, remove }, language }: WorkProps) {
  const words = PACKING_WORDS[language];
  const all = pieces(draft);
  const shown = Array.from({ length: Math.min(MOST_SHOWN, all.length) }, (_, at) => all[all.length - 1 - at]!);
  return (
    <section class="card">
      <h2>{words.scanned}</h2>
      {all.length === 0 && <p class="soft">{words.nothing}</p>}
      <ul class="scan-list" tabIndex={0} aria-label={words.scanned}>
        {shown.map(({ serial, partNumber, name }) => (
          <li key={serial} class="good">
            <Icon name="good" />
            <span class="code">{partNumber}</span>
            <button
              type="button"
              class="quiet small"
              aria-label={`${words.remove} ${serial}`}
              onClick={() => remove(serial)}
            >
              {words.remove}
            </button>
            <span class="soft">
              {name} <span class="code">{serial}</span>
            </span>
          </li>
        ))}
      </ul>
      {all.length > MOST_SHOWN && <p class="soft">{words.more(all.length - MOST_SHOWN)}</p>}
    </section>
  );
}

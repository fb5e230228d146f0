import type { ShipmentSummary } from '../../distribution/shipments.query.ts';
import type { StandingCarton } from '../../distribution/cartons.query.ts';
import type { Batch } from '../../issuance/batch.ts';
import type { Language } from '../../kernel/words.ts';
import type { StateCount } from '../../units/stock-counts.query.ts';
import type { UnitState } from '../../units/unit-lifecycle.ts';
import { FORMATS } from '../design/formats.ts';
import { Icon, type State } from '../design/icons.tsx';
import { WAREHOUSE_WORDS } from './warehouse-words.ts';

export interface Overview {
  readonly counts: readonly StateCount[];
  readonly unfinished: readonly Batch[];
  readonly arriving: readonly ShipmentSummary[];
  readonly cartons: readonly StandingCarton[];
}

interface OverviewProps {
  readonly overview: Overview;
  readonly language: Language;
}

/** Where a day begins: what is here, and what waits for somebody. */
export function OverviewPage({ overview, language }: OverviewProps) {
  const words = WAREHOUSE_WORDS[language];
  return (
    <div class="stack">
      <h1>{words.warehouse}</h1>
      <Finder language={language} text="" />
      <Tiles overview={overview} language={language} />
      <p class="goes act">
        <a class="go" href="/warehouse/orders">
          {words.importOrder}
        </a>
        <a class="go" href="/warehouse/batches/new">
          {words.register}
        </a>
        <a class="go" href="/warehouse/shipments/new">
          {words.pack}
        </a>
        <a class="go" href="/warehouse/shipments?direction=in&status=in_transit">
          {words.receive}
        </a>
      </p>
      <section class="stack">
        <h2>{words.toDo}</h2>
        <ToDo overview={overview} language={language} />
      </section>
    </div>
  );
}

/** One field for whatever somebody holds in hand; a scanner types into it, too. */
export function Finder({ language, text }: { readonly language: Language; readonly text: string }) {
  const words = WAREHOUSE_WORDS[language];
  return (
    <form class="search act" method="get" action="/warehouse/find" role="search">
      <label for="find">
        <span>{words.findLabel}</span>
      </label>
      <input
        id="find"
        name="q"
        type="search"
        required
        maxlength={500}
        autocomplete="off"
        spellcheck={false}
        value={text}
        placeholder={words.findHint}
      />
      <button class="main">{words.find}</button>
    </form>
  );
}

function Tiles({ overview: { counts }, language }: OverviewProps) {
  const words = WAREHOUSE_WORDS[language];
  const number = (state: UnitState) =>
    FORMATS[language].number(counts.find((count) => count.state === state)?.units ?? 0);
  return (
    <div class="tiles">
      <a class="tile" href="/warehouse/stock">
        <b>{number('in_stock')}</b> {words.inStock}
      </a>
      <a class="tile" href="/warehouse/units?state=issued">
        <b>{number('issued')}</b> {words.unused}
      </a>
      <a class="tile" href="/warehouse/units?state=in_transit">
        <b>{number('in_transit')}</b> {words.onTheRoad}
      </a>
    </div>
  );
}

interface Task {
  readonly state: State;
  readonly path: string;
  readonly title: string;
  readonly told: string;
}

function ToDo({ overview, language }: OverviewProps) {
  const tasks = tasksOf(overview, language);
  if (tasks.length === 0) return <p class="card empty">{WAREHOUSE_WORDS[language].nothingToDo}</p>;
  return (
    <ul class="card items">
      {tasks.map(({ state, path, title, told }) => (
        <li key={path} class={`with ${state}`}>
          <Icon name={state} />
          <div>
            <h2>
              <a href={path}>{title}</a>
            </h2>
            <div class="dots">{told}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}

function tasksOf({ unfinished, arriving, cartons }: Overview, language: Language): Task[] {
  const words = WAREHOUSE_WORDS[language];
  const { time, number } = FORMATS[language];
  return [
    ...unfinished.map(({ id, status, partNumber, failure, issued, quantity }): Task => ({
      state: status === 'failed' ? 'suspect' : 'plain',
      path: `/warehouse/batches/${id}`,
      title: (status === 'failed' ? words.batchFailed : words.batchRunning)(partNumber),
      told: failure?.[language] ?? `${number(issued)} / ${number(quantity)}`,
    })),
    ...arriving.map(({ id, inTransit, from, createdAt }): Task => ({
      state: 'caution',
      path: `/warehouse/shipments/${id}`,
      title: words.toReceive(inTransit, from.name[language]),
      told: time(createdAt),
    })),
    ...cartons.map(({ sscc, units, createdAt }): Task => ({
      state: 'plain',
      path: `/warehouse/cartons/${sscc}`,
      title: words.cartonStands(sscc, units),
      told: time(createdAt),
    })),
  ];
}

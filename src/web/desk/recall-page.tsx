import type { Language } from '../../kernel/words.ts';
import { STATE_WORDS } from '../../units/unit-lifecycle.ts';
import { Chip } from '../design/chip.tsx';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import type { ReachFilterDto } from './desk-form.dto.ts';
import { DESK_WORDS } from './desk-words.ts';
import type { ReachProps } from './reach-props.ts';
import { RecalledInvoices } from './recalled-invoices.tsx';
import { RecalledUnits } from './recalled-units.tsx';
import { RecalledWorkshops } from './recalled-workshops.tsx';

interface RecallPageProps extends ReachProps {
  readonly filter: ReachFilterDto;
  readonly isSaved: boolean;
}

/** One campaign: from the lot to its units, to the workshops that have or fitted them, to the owners who are told. */
export function RecallPage({ reach, filter, language, isSaved }: RecallPageProps) {
  const words = DESK_WORDS[language];
  const formats = FORMATS[language];
  const { recall } = reach;
  return (
    <div class="stack">
      {isSaved && <Notice state="good" role="status" title={words.saved} />}
      <div>
        <div class="over">
          <Chip state={recall.closedAt === null ? 'caution' : 'plain'}>
            {recall.closedAt === null ? words.running : words.ended}
          </Chip>
          <span class="soft">{recall.number}</span>
          <a class="end act" href="/desk/recalls">
            {words.backToRecalls}
          </a>
        </div>
        <h1>{recall.title[language]}</h1>
        <p class="dots">
          <span class="code">{recall.partNumber}</span>
          <span>{recall.lot === null ? words.everyLot : `${words.lot} ${recall.lot}`}</span>
          <span>{formats.time(recall.openedAt)}</span>
          {recall.closedAt !== null && <span>{words.endedAt(formats.time(recall.closedAt))}</span>}
        </p>
      </div>
      <Counts reach={reach} language={language} />
      <div class="two">
        <div class="stack">
          <RecalledWorkshops reach={reach} language={language} />
          <RecalledInvoices reach={reach} language={language} />
          <RecalledUnits reach={reach} filter={filter} language={language} />
        </div>
        <div class="stack">
          <States reach={reach} language={language} />
          {recall.closedAt === null && <EndForm number={recall.number} language={language} />}
        </div>
      </div>
    </div>
  );
}

function Counts({ reach, language }: ReachProps) {
  const words = DESK_WORDS[language];
  const formats = FORMATS[language];
  const { recall, workshops, invoiceCount } = reach;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const figures = {
    [words.inTotal]: sum(recall.reach.map(({ units }) => units)),
    [words.inCars]: sum(recall.reach.map(({ state, units }) => (state === 'fitted' ? units : 0))),
    [words.inWorkshops]: sum(workshops.map(({ inHand }) => inHand)),
    [words.ownersTold]: invoiceCount,
  };
  return (
    <dl class="figures">
      {Object.entries(figures).map(([name, count]) => (
        <div key={name} class="card">
          <dt>{name}</dt>
          <dd>{formats.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function States({ reach, language }: ReachProps) {
  const words = DESK_WORDS[language];
  const { recall } = reach;
  const byState = new Map<(typeof recall.reach)[number]['state'], number>();
  for (const { state, units } of recall.reach) byState.set(state, (byState.get(state) ?? 0) + units);
  return (
    <section class="card">
      <h2>{words.byState}</h2>
      {byState.size === 0 && <p class="soft">{words.noReach}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{words.state}</th>
            <th scope="col" class="num">
              {words.units}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...byState].map(([state, units]) => (
            <tr key={state}>
              <th scope="row">
                <a href={`/desk/recalls/${recall.number}?state=${state}#units`}>{STATE_WORDS[state][language]}</a>
              </th>
              <td class="num">{FORMATS[language].number(units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function EndForm({ number, language }: { readonly number: string; readonly language: Language }) {
  const words = DESK_WORDS[language];
  return (
    <details class="card act">
      <summary>{words.endRecall}</summary>
      <form method="post" action={`/desk/recalls/${number}/closure`}>
        <p class="soft">{words.endMeans}</p>
        <button class="main">{words.endRecall}</button>
      </form>
    </details>
  );
}

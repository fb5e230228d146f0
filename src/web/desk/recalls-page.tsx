import type { RecallDto } from '../../flags/recall.dto.ts';
import type { Language } from '../../kernel/words.ts';
import { STATE_WORDS } from '../../units/unit-lifecycle.ts';
import { FORMATS } from '../design/formats.ts';
import { Chip } from '../design/chip.tsx';
import { DESK_WORDS } from './desk-words.ts';
import { Text } from '../design/fields.tsx';

interface RecallsProps {
  readonly recalls: readonly RecallDto[];
  readonly language: Language;
}

/** Campaigns that call parts back, where their units are, and the form for a new one. */
export function RecallsPage({ recalls, language }: RecallsProps) {
  const words = DESK_WORDS[language];
  return (
    <div class="stack">
      <h1>{words.recalls}</h1>
      <div class="two">
        <div class="stack">
          {recalls.length === 0 && <p class="card empty">{words.noRecalls}</p>}
          {recalls.map((recall) => (
            <Recall key={recall.number} recall={recall} language={language} />
          ))}
        </div>
        <OpenForm language={language} />
      </div>
    </div>
  );
}

interface RecallProps {
  readonly recall: RecallDto;
  readonly language: Language;
}

function Recall({ recall, language }: RecallProps) {
  const words = DESK_WORDS[language];
  const formats = FORMATS[language];
  return (
    <section class="card stack">
      <div class="over">
        <Chip state={recall.closedAt === null ? 'caution' : 'plain'}>
          {recall.closedAt === null ? words.running : words.ended}
        </Chip>
        <span class="soft end">{recall.number}</span>
      </div>
      <div>
        <h2>
          <a href={`/desk/recalls/${recall.number}`}>{recall.title[language]}</a>
        </h2>
        <p class="dots">
          <span class="code">{recall.partNumber}</span>
          <span>{recall.lot === null ? words.everyLot : `${words.lot} ${recall.lot}`}</span>
          <span>{formats.time(recall.openedAt)}</span>
          {recall.closedAt !== null && <span>{words.endedAt(formats.time(recall.closedAt))}</span>}
        </p>
      </div>
      {recall.reach.length === 0 ? <p class="soft">{words.noReach}</p> : <Reach recall={recall} language={language} />}
      <p class="act">
        <a href={`/desk/recalls/${recall.number}`}>{words.reachOf}</a>
      </p>
    </section>
  );
}

function Reach({ recall, language }: RecallProps) {
  const words = DESK_WORDS[language];
  return (
    <table>
      <caption class="soft">{words.reach}</caption>
      <thead>
        <tr>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.state}</th>
          <th scope="col" class="num">
            {words.units}
          </th>
        </tr>
      </thead>
      <tbody>
        {recall.reach.map(({ custodian, state, units }) => (
          <tr key={`${custodian} ${state}`}>
            <th scope="row" class="whole">
              {custodian}
            </th>
            <td>{STATE_WORDS[state][language]}</td>
            <td class="num">{FORMATS[language].number(units)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OpenForm({ language }: { readonly language: Language }) {
  const words = DESK_WORDS[language];
  return (
    <section class="card act">
      <h2>{words.openRecall}</h2>
      <form class="fields" method="post" action="/desk/recalls">
        <p class="soft">{words.openMeans}</p>
        <Text label={words.number} name="number" most={40} pattern="[A-Z0-9\-]{1,40}" hint="S2026M0042" required />
        <Text label={words.part} name="partNumber" most={40} required />
        <Text label={words.lot} name="lot" most={20} pattern="[A-Z0-9\-]{1,20}" hint={words.lotHint} />
        <Text label={words.titleZh} name="titleZh" most={200} required />
        <Text label={words.titleEn} name="titleEn" most={200} required />
        <button class="main">{words.openRecall}</button>
      </form>
    </section>
  );
}

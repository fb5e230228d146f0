import type { Language } from '../../kernel/words.ts';
import type { UnitDto } from '../../units/unit-view.dto.ts';
import { FORMATS } from '../design/formats.ts';
import { Icon, type State } from '../design/icons.tsx';
import { nameIn } from '../design/names.ts';
import { HOLD } from './hold-words.ts';
import { STAFF_WORDS } from './staff-words.ts';
import { MISSING_REASON, VOID_REASON } from './unit-reason-words.ts';

interface TimelineProps {
  readonly unit: UnitDto;
  readonly language: Language;
  /** Where this reader finds cases, if they are open to them. */
  readonly casesAt?: string;
}

type Entry = UnitDto['history'][number];

/** A unit's life, oldest first: what moved it, what held it, and every time its label was read. */
export function Timeline({ unit, language, casesAt }: TimelineProps) {
  const words = STAFF_WORDS[language];
  return (
    <>
      {unit.sightingsLeftOut > 0 && <p class="soft">{words.leftOut(unit.sightingsLeftOut)}</p>}
      <ol class="line">
        {unit.history.map((entry, at) => (
          <li key={at} class={stateOfEntry(entry)}>
            <Icon name={stateOfEntry(entry)} />
            <div>{entry.words[language]}</div>
            <div class="dots">
              <span>{FORMATS[language].time(entry.at)}</span>
              {entry.actor !== null && <span>{entry.actor}</span>}
              <Detail entry={entry} language={language} casesAt={casesAt} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

interface DetailProps {
  readonly entry: Entry;
  readonly language: Language;
  readonly casesAt: string | undefined;
}

function Detail({ entry, language, casesAt }: DetailProps) {
  const { kind, reason, note } = entry.detail;
  const told = [
    typeof kind === 'string' ? nameIn(HOLD[language], kind) : undefined,
    typeof reason === 'string' ? reasonIn(language, entry, reason) : undefined,
    typeof note === 'string' ? note : undefined,
  ].filter((text) => text !== undefined);
  const { reference } = entry;
  return (
    <>
      {told.length > 0 && <span>{told.join(' · ')}</span>}
      {casesAt !== undefined && reference !== null && /^C-\d/.test(reference) ? (
        <a href={`${casesAt}/${reference}`}>{reference}</a>
      ) : (
        reference !== null && /^[\w-]{1,24}$/.test(reference) && <span class="code">{reference}</span>
      )}
    </>
  );
}

/** Some steps have reasons to choose from, at others one is written. */
function reasonIn(language: Language, { type }: Entry, reason: string): string {
  if (type === 'voided') return nameIn(VOID_REASON[language], reason);
  return type === 'reported_missing' ? nameIn(MISSING_REASON[language], reason) : reason;
}

const BAD = new Set(['hold_placed', 'reported_missing', 'voided', 'destroyed']);

/** How grave one thing is that happened. */
export function stateOfEntry({ kind, type, detail }: Entry): State {
  if (kind === 'sighting') return detail['outcome'] === 'suspect' ? 'suspect' : 'plain';
  if (type !== null && BAD.has(type)) return 'caution';
  return 'good';
}

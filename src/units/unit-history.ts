import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import { EVENT_WORDS, sayWho, SIGHTING_WORDS, UNTOLD_SIGHTING } from './unit-event-words.ts';
import type { Party, RecordedEvent, RecordedJourney, RecordedLife, RecordedSighting } from './unit-history.query.ts';

/** Whoever reads: the maker's side knows everything of its own units, all others what they took part in. */
export interface Reader {
  readonly organisationId: OrganisationId;
  readonly isMakerSide: boolean;
}

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** One thing that happened. What this reader may not know is `null`. */
export interface HistoryEntry {
  /** `ledger`: the unit's own record. `sighting`: somebody read its label, which moves nothing. */
  readonly kind: 'ledger' | 'sighting';
  /** A ledger event's type, or a sighting's purpose. */
  readonly type: string | null;
  readonly at: string;
  readonly recordedAt: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly organisation: { readonly code: string; readonly name: Words } | null;
  /** A person or a machine of the reader's own organisation. */
  readonly actor: string | null;
  readonly place: Place | null;
  readonly reference: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly words: Words;
}

/** A ledger entry's detail is written by many; only what is named here leaves it. No vehicle and no owner is among it. */
const TOLD = ['reason', 'note', 'kind', 'line', 'position', 'outcome', 'isAsNew', 'sscc', 'rule'] as const;
/** Written by hand, or a person's name: for whoever wrote it. */
const TOLD_TO_AUTHOR = ['witness'] as const;

export function tellHistory(life: RecordedLife, reader: Reader): HistoryEntry[] {
  const events = life.events.map((event) => tellEvent(event, life.journeys, reader));
  const sightings = life.sightings.map((sighting) => tellSighting(sighting, reader));
  // The ledger stays in its own order even where clocks disagree: a sighting is put before the first later entry.
  const told: HistoryEntry[] = [];
  let next = 0;
  for (const event of events) {
    while (next < sightings.length && sightings[next]!.at < event.at) told.push(sightings[next++]!);
    told.push(event);
  }
  return [...told, ...sightings.slice(next)];
}

function tellEvent(event: RecordedEvent, journeys: readonly RecordedJourney[], reader: Reader): HistoryEntry {
  const journey = journeys.find(({ id }) => id === event.reference) ?? null;
  const isOwn = event.organisation?.id === reader.organisationId;
  const isTold = reader.isMakerSide || isOwn || journey?.to.id === reader.organisationId;
  const entry = {
    kind: 'ledger',
    type: event.type,
    at: instant(event.at),
    from: event.from,
    to: event.to,
    place: null,
  } as const;
  if (!isTold) return { ...entry, ...UNTOLD, words: EVENT_WORDS[event.type] };
  return {
    ...entry,
    recordedAt: instant(event.recordedAt),
    organisation: event.organisation && shown(event.organisation),
    actor: isOwn ? event.actor : null,
    reference: event.reference,
    detail: pick(event.detail, isOwn ? [...TOLD, ...TOLD_TO_AUTHOR] : TOLD),
    words: sayWho(
      EVENT_WORDS[event.type],
      event.organisation?.name ?? null,
      event.type === 'shipped' ? (journey?.to.name ?? null) : null,
    ),
  };
}

function tellSighting(sighting: RecordedSighting, reader: Reader): HistoryEntry {
  const isOwn = sighting.organisation?.id === reader.organisationId;
  const entry = { kind: 'sighting', at: instant(sighting.at), from: null, to: null } as const;
  if (!reader.isMakerSide && !isOwn) return { ...entry, ...UNTOLD, type: null, place: null, words: UNTOLD_SIGHTING };
  return {
    ...entry,
    ...UNTOLD,
    type: sighting.purpose,
    recordedAt: instant(sighting.recordedAt),
    organisation: sighting.organisation && shown(sighting.organisation),
    actor: isOwn ? sighting.actor : null,
    place: placeOf(sighting),
    detail: { outcome: sighting.outcome },
    words: sayWho(SIGHTING_WORDS[sighting.purpose] ?? UNTOLD_SIGHTING, sighting.organisation?.name ?? null, null),
  };
}

const UNTOLD = { recordedAt: null, organisation: null, actor: null, reference: null, detail: {} } as const;

/** Where staff stood is the trade's business; where a member of the public stood is theirs. */
function placeOf({ organisation, latitude, longitude }: RecordedSighting): Place | null {
  return organisation === null || latitude === null || longitude === null ? null : { latitude, longitude };
}

/** PostgreSQL's JSON writes `+00:00` and microseconds; ours are all alike, so that they sort as text. */
const instant = (text: string): string => new Date(text).toISOString();

const shown = ({ code, name }: Party) => ({ code, name });

function pick(detail: RecordedEvent['detail'], names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(detail ?? {}).filter(([name]) => names.includes(name)));
}

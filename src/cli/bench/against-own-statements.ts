import { type Live, perSecond, type Row } from './hot-path.ts';
import { bytesOf, HttpLanes, type HttpRequest } from './http-lanes.ts';
import { inTurn, ratiosOf, secondsOf, spreadOf } from './rounds.ts';
import { tracesOf } from './statements-alone.ts';

export interface OverHttp {
  readonly what: string;
  readonly unit: string;
  readonly wanted?: number;
  /** As they were recorded. Taken in turn, from the start again when they run out. */
  readonly requests: readonly HttpRequest[];
  readonly perRound: number;
  readonly concurrency: number;
  /** A question to which both databases must have the same answer afterwards; else one side did less. */
  readonly proof: string;
}

/**
 * Requests over HTTP against the statements that they themselves make, sent through `pg` alone: same text, same values, same
 * concurrency, on an equal database. What lies between the two is ours.
 */
export async function againstOwnStatements(live: Live, path: OverHttp): Promise<Row> {
  const { what, unit, requests, perRound, concurrency } = path;
  const ready = requests.map(bytesOf);
  const traces = tracesOf(live.recordings);
  const lanes = await HttpLanes.open(live.url, concurrency);
  const rounds = await inTurn(
    async (round) => perRound / (await secondsOf(() => lanes.drive(part(ready, round, perRound)))),
    async (round) => perRound / (await secondsOf(() => live.alone.drive(part(traces, round, perRound), concurrency))),
  );
  lanes.close();
  const [ours, theirs] = [await live.ask(path.proof), await live.alone.ask(path.proof)];
  if (ours !== theirs) throw new Error(`${what}: ${path.proof} is ${String(ours)}, and ${String(theirs)} without us`);
  return {
    what,
    ours: perSecond(spreadOf(rounds.ours).median, unit),
    limit: `${perSecond(spreadOf(rounds.limit).median, unit)} its statements alone`,
    ratio: ratiosOf(rounds),
    ...(path.wanted === undefined ? {} : { wanted: path.wanted }),
    note: `${spreadOf(live.recordings.map(({ roundTrips }) => roundTrips)).median} round trips, ${concurrency} at a time`,
  };
}

const part = <Item>(items: readonly Item[], round: number, size: number): Item[] =>
  Array.from({ length: size }, (_, place) => items[(round * size + place) % items.length]!);

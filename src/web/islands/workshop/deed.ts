import type { Heard } from './call.ts';
import type { Problem, Receipt, Verdict } from './contract.ts';

export type DeedKind =
  'scan' | 'fitting' | 'removal' | 'undo' | 'oldPart' | 'photo' | 'giveBack' | 'receipt' | 'return' | 'status';

/** Where it was done, for the words when it comes back. */
export interface About {
  readonly order?: string;
  readonly line?: number;
  /** Part number, serial, or whatever names the thing to the person who had it in hand. */
  readonly thing?: string;
  /** The id of the old part that it tells of, or that it is a photo of. */
  readonly oldPart?: string;
}

/** Something a person did that the register must learn of, once. It is written down before anything is sent. */
export interface Deed {
  /** A UUID: a scan’s own id, everything else’s `Idempotency-Key`. */
  readonly id: string;
  /** The account that did it. Nobody else sends it. */
  readonly user: string;
  /** Running number of this account on this phone. */
  readonly number: number;
  readonly kind: DeedKind;
  readonly path: string;
  /** A photo is a Blob, and is sent as it is. */
  readonly body: object;
  readonly about: About;
  /** RFC 3339, by the phone’s clock. */
  readonly madeAt: string;
  readonly state: 'waiting' | 'done' | 'refused';
  readonly tries: number;
  /** Nobody answered on the spot: the person went on without knowing what the register says. */
  readonly wentOn: boolean;
  /** The person has seen what came back. */
  readonly isRead: boolean;
  /** The verdict of a scan, the answer to anything else, the problem document of what was refused. */
  readonly answer: unknown;
}

/** What the server’s reply means to a deed. */
export type Reply =
  | { readonly kind: 'taken'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Nobody there, or not now. */
  | { readonly kind: 'later'; readonly seconds: number | null }
  /** The server broke over it: it is tried again, but holds up nothing else. */
  | { readonly kind: 'fault' }
  /** Nobody is signed in, or somebody else. */
  | { readonly kind: 'signIn' };

const IN_PROGRESS = 'IDEMPOTENCY_IN_PROGRESS';
const NOT_NOW = [408, 425, 429];

export function replyOf(heard: Heard): Reply {
  if (heard.kind === 'silence') return { kind: 'later', seconds: null };
  const { status, body, retryAfter } = heard;
  if (status < 300) return { kind: 'taken', body };
  if (status === 401) return { kind: 'signIn' };
  const problem = body as Problem;
  if (status === 500) return { kind: 'fault' };
  if (status > 500 || NOT_NOW.includes(status) || problem.code === IN_PROGRESS)
    return { kind: 'later', seconds: retryAfter };
  return { kind: 'refused', problem };
}

/** Well under the server’s 500: a bad network swallows long requests whole. */
const MOST_SCANS = 50;

/**
 * What to send next for this account: the oldest that waits, and, if that is a scan, the scans right after it. A queue
 * keeps its order, and the server sorts a bulk by time: where the phone’s clock was set back, a new bulk begins. Photos are
 * large and nothing waits for them, so they come last.
 */
export function nextToSend(
  deeds: readonly Deed[],
  user: string,
  passed: ReadonlySet<string> = new Set(),
): readonly Deed[] {
  const queue = deeds
    .filter((deed) => deed.state === 'waiting' && deed.user === user && !passed.has(deed.id))
    .filter((deed) => deed.kind !== 'photo' || !isOldPartOpen(deed, deeds))
    .sort((a, b) => Number(a.kind === 'photo') - Number(b.kind === 'photo') || a.number - b.number);
  const [first] = queue;
  if (!first) return [];
  if (first.kind !== 'scan') return [first];
  const end = queue.findIndex(({ kind, madeAt }, at) => kind !== 'scan' || madeAt < queue[Math.max(0, at - 1)]!.madeAt);
  return queue.slice(0, Math.min(end === -1 ? queue.length : end, MOST_SCANS));
}

/** What tells of the old part is still here, or came back and may be done again: its photo would find no old part there. */
const isOldPartOpen = (photo: Deed, deeds: readonly Deed[]): boolean =>
  deeds.some(
    ({ kind, about, state, isRead }) =>
      kind !== 'photo' &&
      about.oldPart === photo.about.oldPart &&
      (state === 'waiting' || (state === 'refused' && !isRead)),
  );

/** The deed after a reply. Whoever still stands before the phone sees the answer there; others are told later. */
export function afterReply(deed: Deed, reply: Reply): Deed {
  switch (reply.kind) {
    case 'taken':
      return {
        ...deed,
        state: 'done',
        tries: deed.tries + 1,
        answer: reply.body,
        isRead: deed.isRead || !isNews(deed, reply),
      };
    case 'refused':
      return { ...deed, state: 'refused', tries: deed.tries + 1, answer: reply.problem };
    case 'later':
    case 'fault':
      return { ...deed, tries: deed.tries + 1 };
    default:
      return deed;
  }
}

/** Something came back that the person who went on must hear of: a no, or a verdict worse than green. */
function isNews({ kind, wentOn }: Deed, { body }: Extract<Reply, { kind: 'taken' }>): boolean {
  if (!wentOn) return false;
  if (kind === 'scan') return (body as Verdict).outcome !== 'consistent';
  if (kind !== 'receipt') return false;
  const { over, short } = body as Receipt;
  return over > 0 || short > 0;
}

export const waiting = (deeds: readonly Deed[]): readonly Deed[] => deeds.filter(({ state }) => state === 'waiting');

/** What came back and needs a person: the newest first. */
export const toExplain = (deeds: readonly Deed[]): readonly Deed[] =>
  deeds.filter(({ state, isRead }) => state !== 'waiting' && !isRead).sort((a, b) => b.number - a.number);

const DAY_MS = 86_400_000;
/** What is over is shown for a shift, so that a person can look back; what needs somebody is kept until somebody read it. */
export const forgettable = (deeds: readonly Deed[], now: Date): readonly Deed[] =>
  deeds.filter(
    ({ state, isRead, madeAt }) => state !== 'waiting' && isRead && now.getTime() - Date.parse(madeAt) > DAY_MS,
  );

/** A scan as `POST /api/scans/bulk` takes it. */
export const asQueuedScan = ({ id, body }: Deed): object => ({ id, ...body });

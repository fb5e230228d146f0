import { call, type Heard, type Wish } from './call.ts';
import type { Verdict } from './contract.ts';
import { afterReply, asQueuedScan, type Deed, nextToSend, replyOf, type Reply } from './deed.ts';

/** Where deeds are kept: IndexedDB on a phone. */
export interface DeedShelf {
  deeds(): Promise<readonly Deed[]>;
  /** Changes one deed as it stands at that moment, whoever else is about it. */
  change(id: string, to: (deed: Deed) => Deed): Promise<void>;
}

/** How a delivery ended: nothing is left · nobody answered, try after `seconds` · sign in first. */
export type Delivery =
  { readonly end: 'empty' } | { readonly end: 'later'; readonly seconds: number | null } | { readonly end: 'signIn' };

type Send = (path: string, wish: Wish) => Promise<Heard>;

const LOCK = 'truepart-outbox';

/**
 * Sends what waits for this account, in its order, each under its own id, until nothing is left or nobody answers. Page and
 * service worker both do this: a lock keeps them apart where the browser has locks, and where it has none, the ids do.
 */
export async function deliver(shelf: DeedShelf, user: string, send: Send = call): Promise<Delivery> {
  const work = () => deliverAll(shelf, user, send);
  const { locks } = navigator as { readonly locks?: LockManager };
  return locks ? locks.request(LOCK, work) : work();
}

export async function deliverAll(shelf: DeedShelf, user: string, send: Send): Promise<Delivery> {
  const faulty = new Set<string>();
  for (;;) {
    const load = nextToSend(await shelf.deeds(), user, faulty);
    if (load.length === 0) return faulty.size === 0 ? { end: 'empty' } : { end: 'later', seconds: null };
    const replies = await sendLoad(load, user, send);
    for (const [at, { id }] of load.entries()) await shelf.change(id, (deed) => afterReply(deed, replies[at]!));
    load.forEach(({ id }, at) => replies[at]!.kind === 'fault' && faulty.add(id));
    const stop = replies.find(({ kind }) => kind === 'later' || kind === 'signIn');
    if (stop?.kind === 'signIn') return { end: 'signIn' };
    if (stop?.kind === 'later') return { end: 'later', seconds: stop.seconds };
  }
}

async function sendLoad(load: readonly Deed[], account: string, send: Send): Promise<readonly Reply[]> {
  const [first] = load;
  if (first!.kind !== 'scan')
    return [replyOf(await send(first!.path, { method: 'POST', body: first!.body, key: first!.id, account }))];
  const body = { scans: load.map(asQueuedScan) };
  const reply = replyOf(await send(first!.path, { method: 'POST', body, account }));
  if (reply.kind === 'taken') return verdictsOf(reply.body, load);
  // One scan that the server cannot take must not hold up the others: each is told for itself.
  if ((reply.kind !== 'refused' && reply.kind !== 'fault') || load.length === 1) return load.map(() => reply);
  return oneByOne(load, account, send);
}

async function oneByOne(load: readonly Deed[], account: string, send: Send): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  for (const deed of load) replies.push(...(await sendLoad([deed], account, send)));
  return replies;
}

function verdictsOf(body: unknown, load: readonly Deed[]): readonly Reply[] {
  const { items } = body as { readonly items: readonly { readonly id: string; readonly verdict: Verdict }[] };
  const byId = new Map(items.map(({ id, verdict }) => [id, verdict]));
  return load.map(({ id }) => {
    const verdict = byId.get(id);
    return verdict ? { kind: 'taken', body: verdict } : { kind: 'later', seconds: null };
  });
}

import type { PublishedKey } from '../../../labels/label-signature.ts';
import { OUTBOX_CHANNEL } from './background.ts';
import { call, type Heard } from './call.ts';
import type { PageOf, Person, WorkshopRole } from './contract.ts';
import type { Deed } from './deed.ts';
import { newId } from './new-id.ts';
import type { OfflineCheck, PinnedKeys } from './offline-check.ts';
import { Outbox } from './outbox.ts';
import { type Copies, Store } from './store.ts';

/** Content as it was heard now, or earlier. */
export interface Known<Content> {
  readonly content: Content;
  readonly heardAt: string;
  readonly isFresh: boolean;
}

/** A path, or what has to be asked for in several requests. */
export type Where = string | ((ask: (path: string) => Promise<Heard>) => Promise<Heard>);

export type Entrance =
  /** Nothing is known yet. */
  | 'opening'
  | 'signIn'
  | 'open'
  /** Signed in, but not as somebody of a workshop. */
  | 'closed';

const KEYS_PATH = '/.well-known/jwks.json';
const SESSION_PATH = '/api/session';

/** Everything behind the screens: who works here, what the phone knows, what it still has to tell. */
export class Workplace {
  entrance: Entrance = 'opening';
  person: Person | undefined;
  readonly outbox: Outbox;
  /** Rises with everything that screens may have to draw anew. */
  version = 0;
  private readonly listeners = new Set<() => void>();
  private pinned: Promise<PinnedKeys> | undefined;

  private constructor(
    readonly store: Store,
    /** Public origin, which labels carry. */
    readonly origin: string,
    device: string,
  ) {
    this.outbox = new Outbox(store, device, (finished) => this.tell(finished));
  }

  static async open(origin: string): Promise<Workplace> {
    const store = await Store.open();
    const device = (await store.setting('device')) ?? `phone-${newId().slice(0, 8)}`;
    await store.set('device', device);
    // Otherwise the browser may clear the outbox when the phone runs out of space.
    void navigator.storage?.persist?.().catch(() => false);
    const workplace = new Workplace(store, origin, device);
    await workplace.enter();
    workplace.listen();
    return workplace;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(finished: readonly Deed[] = []): void {
    this.version++;
    for (const listener of this.listeners) listener();
    if (finished.some(({ kind }) => kind !== 'scan')) void this.refreshOrders(finished);
  }

  /** Without a network whoever worked here last works on; what they do is theirs, and waits for them. */
  private async enter(): Promise<void> {
    const last = await this.store.setting('person');
    if (last) {
      await this.actFor(last);
      void this.askWhoIsHere();
    } else await this.askWhoIsHere();
  }

  private async askWhoIsHere(): Promise<void> {
    const heard = await call(SESSION_PATH);
    if (heard.kind === 'answer' && heard.status === 200) {
      await this.actFor((heard.body as { readonly user: Person }).user);
      void this.pinKeys();
    } else if (heard.kind === 'answer' && heard.status === 401 && this.person) this.outbox.needsSignIn = true;
    else if (!this.person) this.entrance = 'signIn';
    this.tell();
  }

  private async actFor(person: Person): Promise<void> {
    const isSame = this.person?.id === person.id;
    if (this.person && !isSame) await this.store.forgetCopies(this.person.id);
    this.person = person;
    this.entrance = person.organisation.kind === 'workshop' ? 'open' : 'closed';
    await this.store.set('person', person);
    if (isSame) this.outbox.networkMayBeBack();
    else await this.outbox.actFor(person.id);
  }

  /** @returns what was refused, or nothing when the person is in. */
  async signIn(
    email: string,
    password: string,
  ): Promise<'silence' | { readonly zh: string; readonly en: string } | null> {
    const heard = await call(SESSION_PATH, { method: 'POST', body: { email, password } });
    if (heard.kind === 'silence') return 'silence';
    if (heard.status >= 300) return (heard.body as { readonly words: { zh: string; en: string } }).words;
    const { user } = heard.body as { readonly user: Person };
    await this.actFor(user);
    void this.pinKeys();
    this.tell();
    return null;
  }

  /** The outbox stays, under its owner’s name. Copies of orders go: the next person has no business with them. */
  async signOut(): Promise<boolean> {
    const heard = await call(SESSION_PATH, { method: 'DELETE' });
    if (heard.kind === 'silence') return false;
    if (this.person) await this.store.forgetCopies(this.person.id);
    await this.store.set('person', undefined);
    this.person = undefined;
    this.entrance = 'signIn';
    await this.outbox.actFor(undefined);
    this.tell();
    return true;
  }

  may(...roles: readonly WorkshopRole[]): boolean {
    return roles.some((role) => this.person?.roles.includes(role));
  }

  /** Asks the server, keeps the answer, and falls back to what was kept. `null`: neither knows it. */
  async know<Kind extends keyof Copies>(
    kind: Kind,
    id: string,
    where: Where,
    choose: (body: unknown) => Copies[Kind] = (body) => body as Copies[Kind],
  ): Promise<Known<Copies[Kind]> | 'missing' | null> {
    const user = this.person!.id;
    const ask = (path: string): Promise<Heard> => call(path, { account: user });
    const heard = await (typeof where === 'string' ? ask(where) : where(ask));
    if (heard.kind === 'answer' && heard.status === 200) {
      const content = choose(heard.body);
      await this.store.keep(kind, user, id, content);
      return { content, heardAt: new Date().toISOString(), isFresh: true };
    }
    if (heard.kind === 'answer' && heard.status === 404) return 'missing';
    if (heard.kind === 'answer' && heard.status === 401) {
      this.outbox.needsSignIn = true;
      this.tell();
    }
    return this.recall(kind, id);
  }

  async recall<Kind extends keyof Copies>(kind: Kind, id: string): Promise<Known<Copies[Kind]> | null> {
    const kept = await this.store.copy(kind, this.person!.id, id);
    return kept ? { ...kept, isFresh: false } : null;
  }

  /** What the phone itself can say of a label. */
  async lookAt(code: string): Promise<OfflineCheck> {
    try {
      this.pinned ??= this.pinnedKeys();
      return await (await this.pinned).check(code, this.origin);
    } catch {
      // The network went before the cryptography had come: that is for the next scan to try again.
      this.pinned = undefined;
      return { kind: 'cannotTell' };
    }
  }

  /** A part of its own, and large: it comes after the first screen, not with it. */
  private async pinnedKeys(): Promise<PinnedKeys> {
    const [{ PinnedKeys }, kept] = await Promise.all([import('./offline-check.ts'), this.store.setting('keys')]);
    return PinnedKeys.from((kept?.keys ?? []) as readonly PublishedKey[]);
  }

  /** While there is a network: everything that a label is verified with when there is none. */
  private async pinKeys(): Promise<void> {
    const heard = await call(KEYS_PATH);
    if (heard.kind === 'silence' || heard.status !== 200) return;
    const { keys } = heard.body as { readonly keys: readonly PublishedKey[] };
    await this.store.set('keys', { heardAt: new Date().toISOString(), keys });
    this.pinned = this.pinnedKeys();
    await this.pinned.catch(() => (this.pinned = undefined));
  }

  private async refreshOrders(finished: readonly Deed[]): Promise<void> {
    const orders = new Set(finished.map(({ about }) => about.order).filter((order) => order !== undefined));
    for (const order of orders)
      await this.know('order', order, `/api/repair-orders/${encodeURIComponent(order)}`, withoutOwner);
    if (orders.size > 0) this.tell();
  }

  private listen(): void {
    const back = (): void => this.outbox.networkMayBeBack();
    addEventListener('online', back);
    addEventListener('pageshow', back);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && back());
    if (typeof BroadcastChannel === 'undefined') return;
    new BroadcastChannel(OUTBOX_CHANNEL).addEventListener('message', () => void this.outbox.reread());
  }
}

/** Nobody at a car needs the owner’s name and number, so the phone does not keep them. */
export function withoutOwner(body: unknown): Copies['order'] {
  const { owner: _, ...order } = body as Copies['order'] & { readonly owner: unknown };
  return order;
}

export const itemsOf = <Item>(body: unknown): readonly Item[] => (body as PageOf<Item>).items;

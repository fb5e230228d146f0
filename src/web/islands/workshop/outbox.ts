import { SYNC_TAG } from './background.ts';
import type { EntryMode } from './contract.ts';
import { type About, type Deed, type DeedKind, forgettable } from './deed.ts';
import { deliver, type Delivery } from './delivery.ts';
import { newId } from './new-id.ts';
import type { Store } from './store.ts';

/** A scan as the person made it. The rest of what is sent, the outbox knows. */
export interface ScanWish {
  readonly code: string;
  readonly entryMode: EntryMode;
  readonly purpose: 'receive' | 'check' | 'fit' | 'return' | 'audit';
  readonly repairOrder?: string;
  readonly line?: number;
  readonly seal?: 'intact' | 'broken';
  readonly partNumberSeen?: string;
}

export interface DeedWish {
  readonly kind: Exclude<DeedKind, 'scan'>;
  readonly path: string;
  readonly body: object;
  readonly about: About;
}

/** How long somebody stands there waiting for the register before the phone says that it has noted it. */
const PATIENCE_MS = 4_000;
/** Between two tries while something waits and no event told us of a network. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 120_000;

/** Writes down what people do, before anything is sent, and sends it when it can. */
export class Outbox {
  deeds: readonly Deed[] = [];
  /** The last delivery ended because nobody, or somebody else, is signed in. */
  needsSignIn = false;
  /** The last delivery found nobody. */
  isSilent = false;
  private running: Promise<Delivery> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = FIRST_PAUSE_MS;
  private user: string | undefined;

  constructor(
    private readonly store: Store,
    private readonly device: string,
    private readonly changed: (finished: readonly Deed[]) => void,
  ) {}

  /** Begins to deliver for this account, and for nobody else. */
  async actFor(user: string | undefined): Promise<void> {
    this.user = user;
    this.needsSignIn = false;
    const everything = await this.store.deeds();
    await this.store.remove(forgettable(everything, new Date()).map(({ id }) => id));
    await this.reread();
    void this.deliver();
  }

  /** Comes back with what the register said, or, after a while, with the deed still waiting. */
  scan({ code, ...scan }: ScanWish, about: About): Promise<Deed> {
    return this.record('scan', '/api/scans/bulk', about, ({ number, madeAt, user }) => ({
      code,
      ...scan,
      scannedAt: madeAt,
      // One sequence for each person: what waits for one of them is no gap in another’s.
      device: `${this.device}/${user.slice(-8)}`,
      counter: number,
    }));
  }

  does({ kind, path, body, about }: DeedWish): Promise<Deed> {
    return this.record(kind, path, about, () => body);
  }

  private async record(
    kind: DeedKind,
    path: string,
    about: About,
    bodyOf: (deed: Omit<Deed, 'body'>) => object,
  ): Promise<Deed> {
    if (this.user === undefined) throw new Error('nobody is at work');
    const blank = { id: newId(), user: this.user, kind, path, about, madeAt: new Date().toISOString() };
    const fresh = {
      ...blank,
      body: {},
      state: 'waiting',
      tries: 0,
      wentOn: false,
      isRead: false,
      answer: null,
    } as const;
    const deed = await this.store.add(fresh, (numbered) => ({ ...numbered, body: bodyOf(numbered) }));
    await this.reread();
    void this.askForSync();
    await Promise.race([this.deliver(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    await this.store.change(deed.id, (now) => (now.state === 'waiting' ? { ...now, wentOn: true } : now));
    await this.reread();
    return this.deeds.find(({ id }) => id === deed.id)!;
  }

  /** The person has read what came back. A photo may have waited for that. */
  async read(id: string): Promise<void> {
    await this.store.change(id, (deed) => ({ ...deed, isRead: true }));
    await this.reread();
    void this.deliver();
  }

  /** Delivers now; who calls meanwhile waits for the same delivery, and what came in since goes with the next. */
  async deliver(): Promise<void> {
    const { user } = this;
    if (user === undefined) return;
    const earlier = this.running;
    if (earlier) await earlier;
    // Whoever waited first has begun the next round: it takes along what everybody wrote down.
    this.running ??= deliver(this.store, user)
      .catch((): Delivery => ({ end: 'later', seconds: null }))
      .finally(() => (this.running = undefined));
    const delivery = await this.running;
    if (user !== this.user) return;
    this.needsSignIn = delivery.end === 'signIn';
    this.isSilent = delivery.end === 'later';
    await this.reread();
    this.tryAgain(delivery);
  }

  private tryAgain(delivery: Delivery): void {
    clearTimeout(this.timer);
    if (delivery.end !== 'later') {
      this.pause = FIRST_PAUSE_MS;
      return;
    }
    this.timer = setTimeout(() => void this.deliver(), Math.max(this.pause, (delivery.seconds ?? 0) * 1000));
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }

  /** The person, the browser or the service worker has reason to think that there is a network again. */
  networkMayBeBack(): void {
    this.pause = FIRST_PAUSE_MS;
    void this.deliver();
  }

  async reread(): Promise<void> {
    const before = new Map(this.deeds.map((deed) => [deed.id, deed.state]));
    this.deeds = (await this.store.deeds())
      .filter((deed) => deed.user === this.user)
      .sort((a, b) => a.number - b.number);
    this.changed(this.deeds.filter(({ id, state }) => state !== 'waiting' && before.get(id) === 'waiting'));
  }

  /** Chromium then delivers in the background, also after the app was closed; the others deliver when it is open. */
  private async askForSync(): Promise<void> {
    try {
      const ready = (await navigator.serviceWorker?.ready) as
        (ServiceWorkerRegistration & { readonly sync?: { register(tag: string): Promise<void> } }) | undefined;
      await ready?.sync?.register(SYNC_TAG);
    } catch {
      // Forbidden in private windows: then the timer does it.
    }
  }
}

import { AsyncLocalStorage } from 'node:async_hooks';
import type { QueryRunner } from 'typeorm';
import type { Tx } from './database.ts';

const STORAGE = new AsyncLocalStorage<JoinedTransaction>();

/**
 * One transaction that everything begun inside `run` joins, wherever it asks the `Database`: single statements run on
 * its connection, transactions become savepoints. So the effects of a whole request are committed together, or not.
 */
export class JoinedTransaction {
  /** Savepoints nest but cannot interleave, and a connection does one thing at a time: what comes meanwhile waits. */
  private turn: Promise<unknown> = Promise.resolve();
  private isOpen = true;

  constructor(
    readonly runner: QueryRunner,
    readonly tx: Tx,
    private readonly effects: (() => void)[] = [],
  ) {}

  /** The one that the running code is inside of, while it is open: work that outlives its request goes alone. */
  static current(): JoinedTransaction | undefined {
    const joined = STORAGE.getStore();
    return joined?.isOpen ? joined : undefined;
  }

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await STORAGE.run(this, work);
    } finally {
      this.isOpen = false;
    }
  }

  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** A transaction within: undone by itself when it throws, committed with the whole. */
  nested<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.inTurn(async () => {
      await this.runner.startTransaction();
      try {
        const result = await new JoinedTransaction(this.runner, this.tx, this.effects).run(() => work(this.tx));
        await this.runner.commitTransaction();
        return result;
      } catch (error) {
        await this.runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
    });
  }

  afterCommit(effect: () => void): void {
    this.effects.push(effect);
  }

  /** Called once the whole is committed. */
  runEffects(): void {
    STORAGE.exit(() => this.effects.forEach((effect) => effect()));
  }
}

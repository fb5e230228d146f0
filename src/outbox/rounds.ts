import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';

/** How often work is looked for, in milliseconds. */
const LOOK_EVERY = 500;
const AFTER_TROUBLE = 5_000;

/** Does a round of work again and again, at once while there is more to do, until it is stopped. */
export class Rounds {
  private readonly logger = new Logger(Rounds.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  /** @param round tells whether there may be more to do right away. What it throws is logged, and it is tried again. */
  constructor(
    private readonly name: string,
    private readonly round: () => Promise<boolean>,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Finishes the round that runs and begins no other. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const wait = await this.attempt();
      if (wait > 0) await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }

  /** @returns how long to wait before the next round. */
  private async attempt(): Promise<number> {
    try {
      return (await this.round()) ? 0 : LOOK_EVERY;
    } catch (error) {
      this.logger.warn(`Trouble with ${this.name}: ${String(error)}`);
      return AFTER_TROUBLE;
    }
  }
}

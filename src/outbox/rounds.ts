import { Logger } from '@nestjs/common';

/** How often work is looked for, in milliseconds. */
const LOOK_EVERY = 500;
const AFTER_TROUBLE = 5_000;

/** Does a round of work again and again, at once while there is more to do, until it is stopped. */
export class Rounds {
  private readonly logger = new Logger(Rounds.name);
  private isStopping = false;
  private running: Promise<void> = Promise.resolve();
  private endPause: () => void = () => undefined;

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
    this.isStopping = true;
    this.wake();
    await this.running;
  }

  /** Does not wait for the next look. */
  wake(): void {
    this.endPause();
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      const wait = await this.attempt();
      if (wait > 0 && !this.isStopping) await this.pause(wait);
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
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

import { Logger } from '@nestjs/common';
import { Rounds } from './rounds.ts';

export interface Post<Work> {
  /** Takes work that is due, at most so much, and leaves a mark that keeps other servers off it for a while. */
  claim(most: number): Promise<readonly Work[]>;
  /** Does it and writes down how it went. What it throws is logged; the work comes up again when the mark is over. */
  deliver(work: Work): Promise<void>;
}

/**
 * Looks for due work and does it, several at once, in every server. The work is rows in the database: whoever dies when,
 * another one finds it there.
 */
export class DeliveryLoop<Work> {
  private readonly logger = new Logger(DeliveryLoop.name);
  private readonly running = new Set<Promise<void>>();
  private readonly rounds: Rounds;

  constructor(
    private readonly name: string,
    private readonly post: Post<Work>,
    private readonly atOnce: number,
  ) {
    this.rounds = new Rounds(name, () => this.look());
  }

  start(): void {
    this.rounds.start();
  }

  /** Nothing new is begun; what is under way is finished. */
  async stop(): Promise<void> {
    await this.rounds.stop();
    await Promise.all(this.running);
  }

  private async look(): Promise<boolean> {
    if (this.running.size >= this.atOnce) await Promise.race(this.running);
    const claimed = await this.post.claim(this.atOnce - this.running.size);
    for (const work of claimed) this.begin(work);
    return claimed.length > 0;
  }

  private begin(work: Work): void {
    const done = this.post
      .deliver(work)
      .catch((error: unknown) => this.logger.warn(`Trouble with ${this.name}: ${String(error)}`))
      .finally(() => {
        this.running.delete(done);
        this.rounds.wake();
      });
    this.running.add(done);
  }
}

import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';

const MINUTE = 60_000;

/** Housekeeping in every process: work that is harmless when two do it, and that may fail until the next time. */
@Injectable()
export class Housekeeping implements OnApplicationShutdown {
  private readonly log = new Logger(Housekeeping.name);
  private readonly timers: NodeJS.Timeout[] = [];

  every(minutes: number, work: () => Promise<void>): void {
    const run = () => void work().catch((error: unknown) => this.log.warn(error));
    this.timers.push(setInterval(run, minutes * MINUTE).unref());
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
  }
}

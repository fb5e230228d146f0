import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Clock } from '../kernel/clock.ts';
import { isLive } from '../verification/scan-evidence.ts';
import type { QueuedScanDto } from './scan.dto.ts';
import { ScansService, type ScanResult } from './scans.service.ts';

export interface QueuedScanResult extends ScanResult {
  readonly id: string;
}

/** Takes in what a device queued while it had no network. */
@Injectable()
export class BulkScansService {
  constructor(
    private readonly scans: ScansService,
    private readonly clock: Clock,
  ) {}

  /**
   * Each scan is judged and kept by itself, so a queue that breaks off halfway has lost nothing: what is sent again is
   * answered as a duplicate. They are taken in the order they were made, whatever order they arrive in; the answers
   * stand in the order of the request.
   */
  async take(actor: Actor, queued: readonly QueuedScanDto[]): Promise<QueuedScanResult[]> {
    const results = new Map<QueuedScanDto, QueuedScanResult>();
    for (const item of [...queued].sort((a, b) => Math.sign(madeAt(a) - madeAt(b)) || 0)) {
      const { id, ...scan } = item;
      results.set(item, { id, ...(await this.scans.queuedScan(actor, id, scan)) });
    }
    return queued.map((item) => results.get(item)!);
  }

  /** A phone sends each scan through its queue: one alone, just made, has somebody before it who waits for the answer. */
  isAwaited([only, ...more]: readonly QueuedScanDto[]): boolean {
    if (only === undefined || more.length > 0) return false;
    const recordedAt = this.clock.now();
    return isLive({ scannedAt: new Date(only.scannedAt ?? recordedAt), recordedAt });
  }
}

const madeAt = (item: QueuedScanDto): number => (item.scannedAt === undefined ? Infinity : Date.parse(item.scannedAt));

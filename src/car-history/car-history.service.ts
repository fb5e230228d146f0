import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { coverOf, dayInChina } from '../feedback/cover.ts';
import { Clock } from '../kernel/clock.ts';
import type { CarHistoryDto, CarPartDto } from './car-history.dto.ts';
import { type CarFlag, flagsOfFittings, partsOfCar, type StoredCarPart } from './car-history.query.ts';
import { HistoryLinksService } from './history-links.service.ts';

/** What whoever buys a used car may know of its parts, by the link that its owner handed on: no person, no number of the car. */
@Injectable()
export class CarHistoryService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: HistoryLinksService,
  ) {}

  /** @throws Refusal HISTORY_LINK_UNKNOWN */
  async read(token: string): Promise<CarHistoryDto> {
    const { orderId, expiresAt } = await this.links.open(token);
    const now = this.clock.now();
    const parts = await partsOfCar(this.database, orderId);
    const flags = await flagsOfFittings(
      this.database,
      parts.map(({ fittingId }) => fittingId),
    );
    return {
      checkedAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      parts: parts.map((part) => carPart(part, flags, now)),
    };
  }

  /**
   * Whether the history is that of a car at which the reader stands. Whoever asks knows the number already, and is told
   * nothing but yes or no.
   * @throws Refusal HISTORY_LINK_UNKNOWN
   */
  async isOf(token: string, vin: string): Promise<boolean> {
    const { orderId } = await this.links.find(token);
    const match = await this.database.first('SELECT 1 AS yes FROM repair_order WHERE id = $1 AND vin = $2', [
      orderId,
      vin,
    ]);
    return match !== undefined;
  }
}

function carPart(part: StoredCarPart, flags: readonly CarFlag[], now: Date): CarPartDto {
  const { name, partNumber, category, fittedAt, odometer, removedAt, workshop, recall } = part;
  const isPromised = part.warranty.months !== null || part.warranty.km !== null;
  return {
    name,
    partNumber,
    category,
    fittedOn: dayInChina(fittedAt),
    odometer,
    removedOn: removedAt && dayInChina(removedAt),
    workshop,
    recall: recall && { ...recall, since: new Date(recall.since).toISOString() },
    warranty: isPromised && removedAt === null ? coverOf(part.warranty, { at: fittedAt, odometer }, now) : null,
    flags: flags
      .filter(({ fittingId }) => fittingId === part.fittingId)
      .map(({ finding: { rule, level, owner } }) => ({ rule, level, message: owner })),
  };
}

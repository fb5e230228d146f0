import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import type { Sql } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { calendarDateOf, type CalendarDate } from './calendar-date.ts';
import { noSuchPart, partNumberAmbiguous } from './catalogue.refusals.ts';
import { normalPartNumber, type Part } from './part.ts';
import { partByGtin, partsInSightByNumber, partsOnDays, type ListedPart, type PartsInSight } from './part.query.ts';
import type { SupersessionGraph } from './supersession.ts';
import { supersessionGraph } from './supersession.query.ts';

/** A maker and its warehouses read all its parts; a workshop those of every maker that are still sold. */
export const partsInSightOf = ({ organisation }: Actor): PartsInSight => ({
  makerId: organisation.makerId,
  isActiveOnly: organisation.makerId === null,
});

/** What the folders above ask the catalogue. A part is told with the list price of today. */
@Injectable()
export class PartsService {
  constructor(private readonly clock: Clock) {}

  today(): CalendarDate {
    return calendarDateOf(this.clock.now());
  }

  /** Any spelling of the part number. */
  async byNumber(sql: Sql, makerId: OrganisationId, partNumber: string): Promise<Part | undefined> {
    return (await this.byNumbers(sql, makerId, [normalPartNumber(partNumber)]))[0];
  }

  /** Those that the maker has of these numbers, which are in normal form. */
  byNumbers(sql: Sql, makerId: OrganisationId, partNumbers: readonly string[]): Promise<Part[]> {
    return partsOnDays(sql, makerId, new Map(partNumbers.map((number) => [number, this.today()])));
  }

  /** By the GTIN that it has or ever had: a label outlives a change of GTIN. */
  byGtin(sql: Sql, gtin: string): Promise<ListedPart | undefined> {
    return partByGtin(sql, gtin, this.today());
  }

  /** All relations of a maker's parts; `pathBetween` answers from it. */
  supersessionGraph(sql: Sql, makerId: OrganisationId): Promise<SupersessionGraph> {
    return supersessionGraph(sql, makerId);
  }

  /**
   * The part that this caller means by a number.
   * @param makerCode says whose, where a workshop's parts come from several makers.
   * @throws Refusal PART_NOT_FOUND, PART_NUMBER_AMBIGUOUS
   */
  async inSight(sql: Sql, actor: Actor, partNumber: string, makerCode?: string): Promise<ListedPart> {
    const number = normalPartNumber(partNumber);
    const named = { partNumber: number, makerCode, on: this.today() };
    const [part, ...others] = await partsInSightByNumber(sql, partsInSightOf(actor), named);
    if (!part) throw noSuchPart(number);
    if (others.length > 0)
      throw partNumberAmbiguous(
        number,
        [part, ...others].map(({ maker }) => maker.code),
      );
    return part;
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { CURSOR, decodeCursor, type Page, pageOf } from '../http/paging.ts';
import { isCalendarDate } from './calendar-date.ts';
import { PartDto, type PartsQuery, type PriceDto, type PricesQuery } from './part.dto.ts';
import { pricesOf, searchParts } from './part.query.ts';
import { partsInSightOf, PartsService } from './parts.service.ts';
import { SupersessionsDto } from './supersession.dto.ts';
import { supersessionsOf } from './supersession.query.ts';

/** The catalogue for whoever looks something up: all that the caller may read, and no more. */
@Injectable()
export class PartBrowsingService {
  constructor(
    private readonly database: Database,
    private readonly parts: PartsService,
  ) {}

  /** By part number. */
  async search(actor: Actor, { query, limit, after }: PartsQuery): Promise<Page<PartDto>> {
    const seen = decodeCursor(after, [CURSOR.text, CURSOR.uuid]);
    const page = { text: query ?? '', limit, after: seen, on: this.parts.today() };
    const rows = await searchParts(this.database, partsInSightOf(actor), page);
    return pageOf(rows, limit, (part) => [part.partNumber, part.id], PartDto.of);
  }

  /** @throws Refusal PART_NOT_FOUND, PART_NUMBER_AMBIGUOUS */
  async read(actor: Actor, partNumber: string, maker?: string): Promise<PartDto> {
    return PartDto.of(await this.parts.inSight(this.database, actor, partNumber, maker));
  }

  /**
   * Newest first.
   * @throws Refusal PART_NOT_FOUND, PART_NUMBER_AMBIGUOUS
   */
  async prices(actor: Actor, partNumber: string, { maker, limit, after }: PricesQuery): Promise<Page<PriceDto>> {
    const part = await this.parts.inSight(this.database, actor, partNumber, maker);
    const [before] = decodeCursor(after, [isCalendarDate]) ?? [];
    const rows = await pricesOf(this.database, part.id, this.parts.today(), { before, limit });
    return pageOf(
      rows,
      limit,
      (price) => [price.validFrom],
      (price) => price,
    );
  }

  /** @throws Refusal PART_NOT_FOUND, PART_NUMBER_AMBIGUOUS */
  async supersessions(actor: Actor, partNumber: string, maker?: string): Promise<SupersessionsDto> {
    const part = await this.parts.inSight(this.database, actor, partNumber, maker);
    return SupersessionsDto.of(part.partNumber, await supersessionsOf(this.database, part.id));
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { CURSOR, decodeCursor, type Page, pageOf } from '../http/paging.ts';
import type { FlagDto, FlagsQuery } from './flag.dto.ts';
import { FlagNotFound } from './flags.refusals.ts';
import { flagsFor } from './flags.query.ts';

/** What looks wrong, for whoever may look into it. */
@Injectable()
export class FlagInboxService {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async page(actor: Actor, query: FlagsQuery): Promise<Page<FlagDto>> {
    const [after] = decodeCursor(query.after, [CURSOR.uuid]) ?? [];
    const rows = await flagsFor(this.database, actor, { ...query, after, limit: query.limit + 1 });
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  /** @throws Refusal FLAG_NOT_FOUND, also for a flag that concerns somebody else */
  async get(actor: Actor, id: string): Promise<FlagDto> {
    const [flag] = await flagsFor(this.database, actor, { id, limit: 1 });
    if (!flag) throw new FlagNotFound();
    return flag;
  }
}

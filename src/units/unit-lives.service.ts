import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { recordedLife } from './unit-history.query.ts';
import type { UnitKey } from './unit-lookup.ts';
import { sightOf } from './unit-sight.ts';
import { UnitDto } from './unit-view.dto.ts';
import { unitNotFound } from './units.refusals.ts';

/** The whole life of one unit, as far as the reader may know it. */
@Injectable()
export class UnitLivesService {
  constructor(private readonly database: Database) {}

  /** @throws Refusal UNIT_NOT_FOUND, also for a unit that the caller may not see */
  async tell(actor: Actor, key: UnitKey): Promise<UnitDto> {
    const life = await recordedLife(this.database, sightOf(actor), key);
    if (!life) throw unitNotFound();
    const isMakerSide = actor.organisation.makerId !== null;
    return UnitDto.of(life, { organisationId: actor.organisation.id, isMakerSide });
  }
}

import { Injectable } from '@nestjs/common';
import { PartsService } from '../catalogue/parts.service.ts';
import { Database } from '../database/database.ts';
import type { Language } from '../kernel/words.ts';
import { linksetOf, type Linkset } from './linkset.ts';
import { PartUnknown } from './resolver.refusals.ts';

/** The links of a unit. They depend on its part alone, so the list tells nobody which serials exist. */
@Injectable()
export class Linksets {
  constructor(
    private readonly database: Database,
    private readonly parts: PartsService,
  ) {}

  /** @throws PartUnknown where no catalogue has this GTIN */
  async of(gtin: string, anchor: string, target: string, language: Language): Promise<Linkset> {
    const part = await this.parts.byGtin(this.database, gtin);
    if (!part) throw new PartUnknown();
    return linksetOf(anchor, target, { zh: part.nameZh, en: part.nameEn }, language);
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { PartsService } from '../catalogue/parts.service.ts';
import { Config } from '../config/config.ts';
import { Database } from '../database/database.ts';
import { type LabelProof, proofOf } from '../labels/sheets/label-proof.ts';
import type { LabelToPrint } from '../labels/sheets/label-to-print.ts';
import { PaintPool } from '../labels/sheets/paint-pool.ts';
import type { SheetOptions } from '../labels/sheets/sheet-options.ts';
import { specimenText } from '../labels/specimen.ts';

/** Each is a picture of some kilobytes, and costs a tenth of a second. */
const MOST_KEPT = 64;

const SAMPLE = {
  partNumber: 'CH-04465-02250',
  name: { zh: '前制动片组', en: 'Brake pad set, front' },
  lot: 'SPECIMEN',
  gtin: '00000000000000',
  serial: '7Q3K9D0A2FXM',
} as const;

/** Shows what a template makes of a label before thousands are printed: on a specimen, which is no label. */
@Injectable()
export class LabelProofsService {
  private readonly kept = new Map<string, Promise<LabelProof>>();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly parts: PartsService,
    private readonly pool: PaintPool,
  ) {}

  /**
   * @param partNumber whose names it is to carry; left out, a sample's
   * @throws Refusal PART_NOT_FOUND, SHEET_OPTIONS_REFUSED, TEMPLATE_TOO_SMALL
   */
  async proof(actor: Actor, options: SheetOptions, partNumber?: string): Promise<LabelProof> {
    const label = await this.specimen(actor, partNumber);
    const name = JSON.stringify([label, options]);
    const known = this.kept.get(name);
    if (known) return known;
    const made = proofOf(label, options, this.pool);
    this.kept.set(name, made);
    made.catch(() => this.kept.delete(name));
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    return made;
  }

  private async specimen(actor: Actor, partNumber: string | undefined): Promise<LabelToPrint> {
    const text = specimenText(this.config.labelOrigin);
    if (partNumber === undefined) return { ...SAMPLE, text, maker: await this.makerOf(actor) };
    const part = await this.parts.inSight(this.database, actor, partNumber);
    const name = { zh: part.nameZh, en: part.nameEn };
    return { ...SAMPLE, text, partNumber: part.partNumber, name, maker: part.maker.name.zh };
  }

  private async makerOf({ organisation }: Actor): Promise<string> {
    const maker = await this.database.first<{ name: string }>(
      'SELECT name_zh AS name FROM organisation WHERE id = $1',
      [organisation.makerId ?? organisation.id],
    );
    return maker!.name;
  }
}

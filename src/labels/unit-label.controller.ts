import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { Config } from '../config/config.ts';
import { Database } from '../database/database.ts';
import { lookUpUnits, type FoundUnit } from '../units/unit-lookup.ts';
import { unitEnded, unitNotFound } from '../units/units.refusals.ts';
import { END_STATES } from '../units/unit-lifecycle.ts';
import { keyHintOf } from './label-signature.ts';
import { labelText, serialInGroups, signedText } from './label-text.ts';
import { qrPng } from './qr-png.ts';
import { qrSvg } from './qr-svg.ts';
import { qrMatrix } from './qr.ts';
import { UnitLabelPath, UnitLabelQuery } from './unit-label.dto.ts';

const PICTURE = { schema: { type: 'string', format: 'binary' } } as const;

/** One unit's code as a picture. For the maker's side alone: a label that anybody else can print is a clone. */
@ApiTags('units')
@Controller('api/units')
export class UnitLabelController {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  @Get(':gtin/:serial/label.:format')
  @Allow('catalogue_editor', 'analyst', 'operator', 'lead')
  @ApiOperation({
    summary: 'The QR code of a unit',
    description: 'As it was printed. Not of what is voided or destroyed.',
  })
  @ApiProduces('image/svg+xml', 'image/png')
  @ApiOkResponse({ content: { 'image/svg+xml': PICTURE, 'image/png': PICTURE } })
  async label(
    @CurrentActor() actor: Actor,
    @Param() { format, ...key }: UnitLabelPath,
    @Query() { ecc, dots }: UnitLabelQuery,
  ): Promise<StreamableFile> {
    const [unit] = await lookUpUnits(this.database, [key]);
    if (!unit || unit.makerId !== actor.organisation.makerId) throw unitNotFound();
    if (END_STATES.includes(unit.state)) throw unitEnded();
    const matrix = qrMatrix(this.textOf(unit), ecc);
    return format === 'png'
      ? new StreamableFile(qrPng(matrix, { dotsPerModule: dots }), { type: 'image/png' })
      : new StreamableFile(Buffer.from(qrSvg(matrix, { title: serialInGroups(unit.serial) })), {
          type: 'image/svg+xml',
        });
  }

  private textOf({ gtin, serial, kid, signature }: FoundUnit): string {
    return labelText(signedText(this.config.labelOrigin, { gtin, serial }), keyHintOf(kid), signature);
  }
}

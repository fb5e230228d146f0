import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import type { SheetOptions } from '../labels/sheets/sheet-options.ts';
import { REGISTRARS } from './issuance-roles.ts';
import { LABEL_FILE_TYPES, LabelFilePath, LabelFileQuery } from './label-files.dto.ts';
import { LabelFilesService } from './label-files.service.ts';
import type { LabelFormat } from './label-formats.ts';

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('issuance')
@Controller('api/batches')
export class LabelFilesController {
  constructor(private readonly files: LabelFilesService) {}

  @Get(':id/labels.:format')
  @Allow(...REGISTRARS)
  @ApiOperation({
    summary: 'The labels of a batch, to print',
    description:
      'All that were issued, or a range. Voided labels are left out. CSV: `serial,gtin,lot,partNumber,code`. ' +
      'Whoever prints labels again that were printed before records it as a reprint.',
  })
  @ApiProduces('text/csv', 'application/pdf', 'application/vnd.zebra-zpl')
  @ApiOkResponse({
    content: { 'text/csv': BYTES, 'application/pdf': BYTES, 'application/vnd.zebra-zpl': BYTES },
  })
  async labels(
    @CurrentActor() actor: Actor,
    @Param() { id, format }: LabelFilePath,
    @Query() { from, to, ...choice }: LabelFileQuery,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.files.file(actor, id, format, { from, to }, optionsOf(format, choice));
    return new StreamableFile(bytes, { type: LABEL_FILE_TYPES[format], disposition: `attachment; filename="${name}"` });
  }
}

const optionsOf = (format: LabelFormat, choice: LabelFileQuery): SheetOptions => ({
  template: choice.template ?? (format === 'zpl' ? 'roll-50x25' : 'a4-24'),
  ...(choice.ecc !== undefined && { ecc: choice.ecc }),
  ...(choice.dpi !== undefined && { resolution: choice.dpi }),
  ...(choice.start !== undefined && { startAt: choice.start }),
  ...(choice.copies !== undefined && { copies: choice.copies }),
  nudge: { x: choice.nudgeX ?? 0, y: choice.nudgeY ?? 0 },
});

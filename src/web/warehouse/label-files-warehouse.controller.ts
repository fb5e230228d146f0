import { Body, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { IdParam } from '../../http/id-param.dto.ts';
import { LABEL_FILE_TYPES, LabelFilePath } from '../../issuance/label-files.dto.ts';
import { LabelFilesService } from '../../issuance/label-files.service.ts';
import { LabelPrintersService } from '../../issuance/label-printers.service.ts';
import type { SheetOptions } from '../../labels/sheets/sheet-options.ts';
import { type TemplateName, TEMPLATES } from '../../labels/sheets/sheet-template.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { CurrentVisit, type Visit } from '../staff/visit.ts';
import { PrintFormDto, SendFormDto } from './batch-form.dto.ts';
import { keepTemplate, lastTemplate, optionsOf, settingsOf } from './print-settings.ts';

/** Labels of a batch, printed as this computer's printer was set up. */
@Room('warehouse/batches', 'operator', 'lead')
export class LabelFilesWarehouseController {
  constructor(
    private readonly files: LabelFilesService,
    private readonly printers: LabelPrintersService,
  ) {}

  @Get(':id/labels.:format')
  async labels(
    @CurrentVisit() visit: Visit,
    @Param() { id, format }: LabelFilePath,
    @Query() { from, to, ...wish }: PrintFormDto,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.files.file(visit.actor, id, format, { from, to }, options(visit, wish));
    const type = LABEL_FILE_TYPES[format];
    // A PDF opens where the browser can show it; what only a printer reads is kept as a file.
    const way = format === 'pdf' ? 'inline' : 'attachment';
    return new StreamableFile(bytes, { type, disposition: `${way}; filename="${name}"` });
  }

  @SentForm(':id/send')
  async send(
    @CurrentVisit() visit: Visit,
    @Param() { id }: IdParam,
    @Body() { printer, from, to, ...wish }: SendFormDto,
  ): Promise<void> {
    await this.printers.print(visit.actor, id, printer, { from, to }, options(visit, wish));
    seeOther(visit.reply, `/warehouse/batches/${id}?done=sent`);
  }
}

function options({ asked, reply }: Visit, { template = lastTemplate(asked), start = 1 }: PrintFormDto): SheetOptions {
  keepTemplate(reply, template);
  return optionsOf(template, settingsOf(asked, template), startOn(template, start));
}

/** Rolls begin anywhere. */
const startOn = (template: TemplateName, start: number): number => (TEMPLATES[template].kind === 'roll' ? 1 : start);

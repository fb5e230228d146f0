import { Body, Get, Param, Query, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { LabelPrintersService } from '../../issuance/label-printers.service.ts';
import { LabelProofsService } from '../../issuance/label-proofs.service.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { calibrationSheet } from '../../labels/sheets/calibration-sheet.ts';
import { planSheet, type SheetOptions } from '../../labels/sheets/sheet-options.ts';
import { TEMPLATE_NAMES, type TemplateName } from '../../labels/sheets/sheet-template.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { CurrentVisit, type Visit } from '../staff/visit.ts';
import { TemplateFormDto, TemplatePath, TemplateQuery } from './batch-form.dto.ts';
import { LABEL_WORDS } from './label-words.ts';
import { LabelPage, LabelsPage, type Proved } from './labels-page.tsx';
import { keepSettings, keepTemplate, optionsOf, type PrintSettings, settingsOf } from './print-settings.ts';
import { TEMPLATE } from './warehouse-words.ts';
import { answerWarehouse } from './warehouse-visit.ts';

const AT = '/warehouse/labels';

@Room('warehouse/labels', 'operator', 'lead')
export class LabelsWarehouseController {
  constructor(
    private readonly proofs: LabelProofsService,
    private readonly printers: LabelPrintersService,
  ) {}

  @Get()
  async list(@CurrentVisit() visit: Visit): Promise<string> {
    const { actor, language, asked } = visit;
    const proofs: [TemplateName, Proved][] = [];
    for (const name of TEMPLATE_NAMES)
      proofs.push([name, await this.prove(actor, optionsOf(name, settingsOf(asked, name)), undefined)]);
    const children = <LabelsPage proofs={proofs} printers={this.printers.names} language={language} />;
    return answerWarehouse(visit, { title: LABEL_WORDS[language].labels, at: AT, children });
  }

  @Get(':template')
  async read(
    @CurrentVisit() visit: Visit,
    @Param() { template }: TemplatePath,
    @Query() { start = 1, part, done, ...wish }: TemplateQuery,
  ): Promise<string> {
    const { actor, language, asked } = visit;
    const settings = wished(settingsOf(asked, template), wish);
    const options = optionsOf(template, settings, start);
    planSheet(options);
    const proved = await this.prove(actor, options, part);
    const children = (
      <LabelPage
        name={template}
        proved={proved}
        settings={settings}
        start={start}
        part={part}
        isKept={done !== undefined}
        language={language}
      />
    );
    return answerWarehouse(visit, { title: TEMPLATE[language][template], at: AT, children });
  }

  @SentForm(':template')
  keep(
    @CurrentVisit() { asked, reply }: Visit,
    @Param() { template }: TemplatePath,
    @Body() { start: _start, part: _part, ...wish }: TemplateFormDto,
  ): void {
    const settings = wished(settingsOf(asked, template), wish);
    planSheet(optionsOf(template, settings));
    keepSettings(reply, template, settings);
    keepTemplate(reply, template);
    seeOther(reply, `${AT}/${template}?done=kept`);
  }

  @Get(':template/calibration.pdf')
  async calibration(@Param() { template }: TemplatePath): Promise<StreamableFile> {
    const name = `calibration-${template}.pdf`;
    const disposition = `inline; filename="${name}"`;
    return new StreamableFile(await calibrationSheet(template), { type: 'application/pdf', disposition });
  }

  private async prove(actor: Actor, options: SheetOptions, part: string | undefined): Promise<Proved> {
    try {
      return { proof: await this.proofs.proof(actor, options, part) };
    } catch (error) {
      // One stock that is too small says so in its own place; the others are still of use.
      if (error instanceof Refusal && error.code === 'TEMPLATE_TOO_SMALL') return { refused: error.words };
      throw error;
    }
  }
}

const wished = (kept: PrintSettings, wish: Partial<PrintSettings>): PrintSettings => ({
  dpi: wish.dpi ?? kept.dpi,
  ecc: wish.ecc ?? kept.ecc,
  nudgeX: wish.nudgeX ?? kept.nudgeX,
  nudgeY: wish.nudgeY ?? kept.nudgeY,
});

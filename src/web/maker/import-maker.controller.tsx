import { Body, Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import type { Actor } from '../../auth/actor.ts';
import { CatalogueImportService } from '../../catalogue/catalogue-import.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { fileMissing } from '../../http/http.refusals.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { carried, uncarried } from '../staff/carried-file.ts';
import { answerStaff } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { errorsCsv } from './import-errors.ts';
import { ImportPage, type ImportView } from './import-page.tsx';
import { MAKER_WORDS } from './maker-words.ts';

type Form = Readonly<Record<string, unknown>>;

/** Lists of parts: looked at, mended, then imported. */
@ApiExcludeController()
@Controller('maker/import')
@Allow('catalogue_editor')
@UseFilters(StaffTrouble)
export class ImportMakerController {
  constructor(private readonly imports: CatalogueImportService) {}

  @Get()
  begin(
    @CurrentActor() actor: Actor,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    return draw(actor, asked, reply);
  }

  /** Looks at the file, or imports it, as the button says. The same file again changes nothing. */
  @Post()
  @HttpCode(200)
  @NotIdempotent()
  @Consumes('multipart/form-data', 'application/x-www-form-urlencoded')
  async send(
    @CurrentActor() actor: Actor,
    @Body() form: Form,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const bytes = await fileIn(form);
    const isImport = form['wish'] === 'import';
    const plan = await this.imports.import(actor, bytes, !isImport);
    return draw(actor, asked, reply, {
      plan,
      file: await carried(bytes),
      isDone: isImport && plan.faults.length === 0,
    });
  }

  @Post('errors')
  @HttpCode(200)
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async errors(
    @CurrentActor() actor: Actor,
    @Body() form: Form,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { faults } = await this.imports.import(actor, await fileIn(form), true);
    void reply.type('text/csv; charset=utf-8').headers({
      'content-disposition': 'attachment; filename="errors.csv"',
      'cache-control': 'no-store',
    });
    return errorsCsv(faults);
  }
}

/** The file that was chosen, or the one that came along from the page before. */
async function fileIn(form: Form | null | undefined): Promise<Uint8Array> {
  const { file, carried: text } = form ?? {};
  if (Buffer.isBuffer(file) && file.length > 0) return file;
  if (typeof text !== 'string') throw fileMissing();
  return uncarried(text);
}

function draw(actor: Actor, asked: FastifyRequest, reply: FastifyReply, view?: ImportView): string {
  const request = staffRequest(asked, reply);
  const { language } = request;
  const title = MAKER_WORDS[language].importList;
  const children = <ImportPage language={language} {...(view && { view })} />;
  return answerStaff(reply, { request, actor, title, at: '/maker', children });
}

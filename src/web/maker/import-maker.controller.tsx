import { Body, Get, HttpCode, Post } from '@nestjs/common';
import { CatalogueImportService } from '../../catalogue/catalogue-import.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { fileMissing } from '../../http/http.refusals.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { carried, uncarried } from '../staff/carried-file.ts';
import { Room, SentForm } from '../staff/room.ts';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { errorsCsv } from './import-errors.ts';
import { ImportPage, type ImportView } from './import-page.tsx';
import { MAKER_WORDS } from './maker-words.ts';

type Form = Readonly<Record<string, unknown>>;

/** Lists of parts: looked at, mended, then imported. */
@Room('maker/import', 'catalogue_editor')
export class ImportMakerController {
  constructor(private readonly imports: CatalogueImportService) {}

  @Get()
  begin(@CurrentVisit() visit: Visit): string {
    return draw(visit);
  }

  /** Looks at the file, or imports it, as the button says. The same file again changes nothing. */
  @Post()
  @HttpCode(200)
  @NotIdempotent()
  @Consumes('multipart/form-data', 'application/x-www-form-urlencoded')
  async send(@CurrentVisit() visit: Visit, @Body() form: Form): Promise<string> {
    const { actor } = visit;
    const bytes = await fileIn(form);
    const isImport = form['wish'] === 'import';
    const plan = await this.imports.import(actor, bytes, !isImport);
    return draw(visit, {
      plan,
      file: await carried(bytes),
      isDone: isImport && plan.faults.length === 0,
    });
  }

  @SentForm('errors')
  @HttpCode(200)
  async errors(@CurrentVisit() { actor, reply }: Visit, @Body() form: Form): Promise<string> {
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

function draw(visit: Visit, view?: ImportView): string {
  const { language } = visit;
  const title = MAKER_WORDS[language].importList;
  const children = <ImportPage language={language} {...(view && { view })} />;
  return answerVisit(visit, { title, at: '/maker', children });
}

import { Body, Controller, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { languageOf } from '../http/accept-language.ts';
import { Consumes } from '../http/consumes.ts';
import { ImportQuery, ImportResultDto } from './catalogue-import.dto.ts';
import { CatalogueImportService } from './catalogue-import.service.ts';
import { fileMissing } from './catalogue.refusals.ts';

const FILE = { type: 'string', format: 'binary' } as const;

@ApiTags('catalogue')
@Controller('api/parts/imports')
export class CatalogueImportController {
  constructor(private readonly imports: CatalogueImportService) {}

  @Post()
  @HttpCode(200)
  @Allow('catalogue_editor')
  @ApiOperation({
    summary: 'Import a parts list',
    description:
      'CSV as spreadsheets save it: UTF-8, UTF-16 or GB18030; comma, semicolon or tab; headings in Chinese or English, ' +
      'in any order. Parts are created or changed by part number; columns that are not there change nothing. Either ' +
      'the whole file is imported, or, with any error in it, nothing. The same file again changes nothing.',
  })
  @Consumes('text/csv', 'multipart/form-data')
  @ApiBody({ schema: { oneOf: [FILE, { type: 'object', required: ['file'], properties: { file: FILE } }] } })
  @ApiOkResponse({ type: ImportResultDto })
  async import(
    @CurrentActor() actor: Actor,
    @Query() { dryRun }: ImportQuery,
    @Body() body: unknown,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<ImportResultDto> {
    const isDryRun = dryRun === 'true';
    const plan = await this.imports.import(actor, fileIn(body), isDryRun);
    return ImportResultDto.of(plan, isDryRun, languageOf(acceptLanguage));
  }
}

/** The bytes of a text/csv body, or of the first file among the parts of a form. */
function fileIn(body: unknown): Uint8Array {
  if (Buffer.isBuffer(body)) return body;
  const file = Object.values(body ?? {}).find((field) => Buffer.isBuffer(field));
  if (!file) throw fileMissing();
  return file;
}

import { Body, Controller, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { languageOf } from '../http/accept-language.ts';
import { DryRunQuery } from '../http/dry-run.dto.ts';
import { ConsumesCsv, sentFile } from '../http/sent-file.ts';
import { ImportResultDto } from './catalogue-import.dto.ts';
import { CatalogueImportService } from './catalogue-import.service.ts';

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
      'in any order. Parts are created or changed by part number; columns that are not there change nothing. A ' +
      'column “price valid from” (价格生效日) announces a price for a later day; blank is today. Either the ' +
      'whole file is imported, or, with any error in it, nothing. The same file again changes nothing.',
  })
  @ConsumesCsv()
  @ApiOkResponse({ type: ImportResultDto })
  async import(
    @CurrentActor() actor: Actor,
    @Query() { dryRun }: DryRunQuery,
    @Body() body: unknown,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<ImportResultDto> {
    const isDryRun = dryRun === 'true';
    const plan = await this.imports.import(actor, sentFile(body), isDryRun);
    return ImportResultDto.of(plan, isDryRun, languageOf(acceptLanguage));
  }
}

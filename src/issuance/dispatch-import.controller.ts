import { Body, Controller, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { languageOf } from '../http/accept-language.ts';
import { DryRunQuery } from '../http/dry-run.dto.ts';
import { ConsumesCsv, sentFile } from '../http/sent-file.ts';
import { OrderImportDto } from './dispatch-import.dto.ts';
import { DispatchImportService } from './dispatch-import.service.ts';
import { REGISTRARS } from './issuance-roles.ts';

@ApiTags('issuance')
@Controller('api/batches/imports')
export class DispatchImportController {
  constructor(private readonly imports: DispatchImportService) {}

  @Post()
  @HttpCode(200)
  @Allow(...REGISTRARS)
  @ApiOperation({
    summary: 'Import a dispatch order',
    description:
      'CSV as warehouse systems and spreadsheets save it: columns order, partNumber, quantity, lot, consignee, in Chinese ' +
      'or English. Each row makes one batch, and bounds what can be minted for it. Either the whole file is imported, or, ' +
      'with any error in it, nothing. The same file again makes nothing more. A lead may send changed quantities: what ' +
      'an order grows by is minted.',
  })
  @ConsumesCsv()
  @ApiOkResponse({ type: OrderImportDto })
  async import(
    @CurrentActor() actor: Actor,
    @Query() { dryRun }: DryRunQuery,
    @Body() body: unknown,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<OrderImportDto> {
    const isDryRun = dryRun === 'true';
    const done = await this.imports.import(actor, sentFile(body), isDryRun);
    return OrderImportDto.of(done, isDryRun, languageOf(acceptLanguage));
  }
}

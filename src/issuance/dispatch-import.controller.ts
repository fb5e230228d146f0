import { Body, Controller, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { languageOf } from '../http/accept-language.ts';
import { Consumes } from '../http/consumes.ts';
import { OrderImportDto, OrderImportQuery } from './dispatch-import.dto.ts';
import { DispatchImportService } from './dispatch-import.service.ts';
import { REGISTRARS } from './issuance-roles.ts';
import { orderFileMissing } from './issuance.refusals.ts';

const FILE = { type: 'string', format: 'binary' } as const;

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
  @Consumes('text/csv', 'multipart/form-data')
  @ApiBody({ schema: { oneOf: [FILE, { type: 'object', required: ['file'], properties: { file: FILE } }] } })
  @ApiOkResponse({ type: OrderImportDto })
  async import(
    @CurrentActor() actor: Actor,
    @Query() { dryRun }: OrderImportQuery,
    @Body() body: unknown,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<OrderImportDto> {
    const isDryRun = dryRun === 'true';
    const done = await this.imports.import(actor, fileIn(body), isDryRun);
    return OrderImportDto.of(done, isDryRun, languageOf(acceptLanguage));
  }
}

/** The bytes of a text/csv body, or of the first file among the parts of a form. */
function fileIn(body: unknown): Uint8Array {
  const candidates = typeof body === 'object' && body !== null ? [body, ...Object.values(body)] : [];
  const file = candidates.find((candidate) => candidate instanceof Uint8Array);
  if (!file) throw orderFileMissing();
  return file;
}

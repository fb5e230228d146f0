import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { OwnIdempotency } from '../http/idempotency.interceptor.ts';
import { VerdictDto } from '../verification/verdict.dto.ts';
import { BulkResultsDto } from './bulk-result.dto.ts';
import { BulkScansService } from './bulk-scans.service.ts';
import { BulkScansDto, ScanDto } from './scan.dto.ts';
import { ScansService } from './scans.service.ts';

@ApiTags('scans')
@Controller('api/scans')
export class ScansController {
  constructor(
    private readonly scans: ScansService,
    private readonly bulkScans: BulkScansService,
  ) {}

  /** The scan's own id carries its `Idempotency-Key`: see `ScansService.scan`. */
  @Post()
  @OwnIdempotency()
  @Allow('technician', 'parts_clerk', 'advisor', 'supervisor', 'operator', 'lead', 'analyst')
  @ApiOperation({
    summary: 'Somebody read a label: what do the records say?',
    description:
      'Answers with a verdict and keeps the sighting. Nothing moves: receiving and fitting are steps of their own.',
  })
  @ApiCreatedResponse({ type: VerdictDto })
  async scan(@CurrentActor() actor: Actor, @Body() scan: ScanDto, @Headers('idempotency-key') key?: string) {
    return (await this.scans.scan(actor, scan, key ?? null)).verdict;
  }

  @Post('bulk')
  @HttpCode(200)
  @Allow('technician', 'parts_clerk', 'advisor', 'supervisor', 'operator', 'lead', 'analyst')
  @ApiOperation({
    summary: 'Scans that a device queued while it was offline',
    description:
      'Each is judged by the time it was made at, and takes effect once under the id that the device gave it.',
  })
  @ApiOkResponse({ type: BulkResultsDto })
  async bulk(@CurrentActor() actor: Actor, @Body() bulk: BulkScansDto) {
    return { items: await this.bulkScans.take(actor, bulk.scans) };
  }
}

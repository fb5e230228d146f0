import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { OwnIdempotency } from '../http/idempotency.interceptor.ts';
import { Metrics } from '../http/metrics.ts';
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
    private readonly metrics: Metrics,
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
  async scan(
    @CurrentActor() actor: Actor,
    @Body() scan: ScanDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('idempotency-key') key?: string,
  ) {
    const { verdict } = await this.scans.scan(actor, scan, key ?? null);
    this.metrics.observeVerdict(reply.elapsedTime);
    return verdict;
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
  async bulk(
    @CurrentActor() actor: Actor,
    @Body() bulk: BulkScansDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const items = await this.bulkScans.take(actor, bulk.scans);
    if (this.bulkScans.isAwaited(bulk.scans)) this.metrics.observeVerdict(reply.elapsedTime);
    return { items };
  }
}

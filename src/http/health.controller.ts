import { Controller, Get, Header, Res, ServiceUnavailableException } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { SkipThrottle } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/access.ts';
import { Database } from '../database/database.ts';
import { Metrics } from './metrics.ts';

export class HealthDto {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}

/** For orchestrators and Prometheus. Open to everybody who reaches the port: it tells numbers, nothing of anybody. */
@ApiTags('operations')
@Controller()
@Public()
@SkipThrottle({ requests: true, publicChecks: true })
export class HealthController {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Whether the process runs' })
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Whether requests can be served', description: '503 while the database is away.' })
  @ApiOkResponse({ type: HealthDto })
  async ready(): Promise<HealthDto> {
    const { status } = await this.checks.check([() => this.databaseAnswers()]);
    if (status !== 'ok') throw new ServiceUnavailableException();
    return { status: 'ok' };
  }

  @Get('metrics')
  @ApiOperation({ summary: 'Numbers for Prometheus' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async numbers(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.type(this.metrics.contentType);
    return this.metrics.text();
  }

  private async databaseAnswers() {
    const indicator = this.indicators.check('database');
    try {
      await this.database.rows('SELECT 1');
      return indicator.up();
    } catch {
      return indicator.down();
    }
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../auth/access.ts';
import { HISTORY_TOKEN } from '../../car-history/car-history.dto.ts';
import { HistoryLinkUnknown } from '../../car-history/car-history.refusals.ts';
import { CarHistoryService } from '../../car-history/car-history.service.ts';
import { Config } from '../../config/config.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { LimitPublicChecks } from '../../http/request-throttle.guard.ts';
import { normalVin } from '../../kernel/vin.ts';
import { answerPage, pageRequest } from '../design/page-request.ts';
import { carHistoryPage } from './car-history-page.tsx';

class VehicleFormDto {
  @IsString()
  @Length(1, 40)
  vin: string;
}

/** A car’s part history, for whoever was handed the link. In upper case too, as a QR code writes it. */
@ApiExcludeController()
@Controller(['h/:token', 'H/:token'])
@Public()
@LimitPublicChecks()
export class CarHistoryPageController {
  private readonly host: string;

  constructor(
    private readonly histories: CarHistoryService,
    config: Config,
  ) {
    this.host = new URL(config.publicUrl).host;
  }

  @Get()
  page(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.draw(token, request, reply, null);
  }

  @Post()
  @HttpCode(200)
  @Consumes('application/x-www-form-urlencoded')
  @NotIdempotent()
  async compare(
    @Param('token') token: string,
    @Body() { vin }: VehicleFormDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    refuseUnlessHistory(token);
    const read = normalVin(vin);
    return this.draw(token, request, reply, read !== null && (await this.histories.isOf(token, read)));
  }

  private async draw(
    token: string,
    request: FastifyRequest,
    reply: FastifyReply,
    isMatch: boolean | null,
  ): Promise<string> {
    refuseUnlessHistory(token);
    const history = await this.histories.read(token);
    const asked = pageRequest(request);
    return answerPage(
      reply,
      asked,
      carHistoryPage({ history, isMatch, request: asked, at: `/h/${token}`, host: this.host }),
    );
  }
}

/** @throws HistoryLinkUnknown */
function refuseUnlessHistory(token: string): void {
  if (!HISTORY_TOKEN.test(token)) throw new HistoryLinkUnknown();
}

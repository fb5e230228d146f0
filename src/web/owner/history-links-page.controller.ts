import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../auth/access.ts';
import { HistoryLinkParam, type MadeHistoryLinkDto, NewHistoryLinkDto } from '../../car-history/history-link.dto.ts';
import { HistoryLinksService } from '../../car-history/history-links.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { LimitPublicChecks } from '../../http/request-throttle.guard.ts';
import { answerPage, pageRequest } from '../design/page-request.ts';
import { historyLinksPage } from './history-links-page.tsx';
import { refuseUnlessLink } from './invoice-link.ts';

class NewHistoryLinkFormDto extends NewHistoryLinkDto {
  @Type(() => Number)
  declare days: NewHistoryLinkDto['days'];
}

/** The owner says who may read which parts the car was given. */
@ApiExcludeController()
@Controller('i/:token/history')
@Public()
@LimitPublicChecks()
export class HistoryLinksPageController {
  constructor(private readonly links: HistoryLinksService) {}

  @Get()
  async page(
    @Param('token') token: string,
    @Query('done') done: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    refuseUnlessLink(token);
    return this.draw(token, request, reply, { made: null, isRevoked: done === 'revoked' });
  }

  /** Answers with the link itself, which is shown this once: an address that could be loaded again would keep it. */
  @Post()
  @HttpCode(201)
  @Consumes('application/x-www-form-urlencoded')
  @NotIdempotent()
  async make(
    @Param('token') token: string,
    @Body() { days }: NewHistoryLinkFormDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    refuseUnlessLink(token);
    const made = await this.links.make(token, days);
    return this.draw(token, request, reply, { made, isRevoked: false });
  }

  @Post(':id/revocation')
  @HttpCode(303)
  @Consumes('application/x-www-form-urlencoded')
  @NotIdempotent()
  async revoke(
    @Param() { token, id }: HistoryLinkParam,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.links.revoke(token, id);
    const { keep } = pageRequest(request);
    void reply.header('location', `/i/${token}/history${keep === '' ? '?' : `${keep}&`}done=revoked`);
  }

  private async draw(
    token: string,
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { readonly made: MadeHistoryLinkDto | null; readonly isRevoked: boolean },
  ): Promise<string> {
    const asked = pageRequest(request);
    const links = await this.links.list(token);
    return answerPage(reply, asked, historyLinksPage({ links, ...shown, request: asked, billAt: `/i/${token}` }));
  }
}

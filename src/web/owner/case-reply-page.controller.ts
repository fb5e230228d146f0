import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../auth/access.ts';
import { CaseReplyDto } from '../../feedback/case-reply.dto.ts';
import { CaseRepliesService } from '../../feedback/case-replies.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { LimitPublicChecks } from '../../http/request-throttle.guard.ts';
import { pageRequest } from '../design/page-request.ts';
import { Blank } from '../staff/blank.ts';
import { billAfter, refuseUnlessLink } from './invoice-link.ts';

class CaseReplyFormDto extends CaseReplyDto {
  @Transform(({ obj }: { obj: { isAccepted?: unknown } }) => BOOLEAN.get(obj.isAccepted) ?? obj.isAccepted)
  declare isAccepted: boolean;

  @Blank()
  declare text?: string;
}

const BOOLEAN = new Map<unknown, boolean>([
  ['true', true],
  ['false', false],
]);

/** The owner says on the bill’s own page whether an answer is one. */
@ApiExcludeController()
@Controller()
@Public()
@LimitPublicChecks()
export class CaseReplyPageController {
  constructor(private readonly replies: CaseRepliesService) {}

  @Post('i/:token/cases/:number/reply')
  @HttpCode(303)
  @Consumes('application/x-www-form-urlencoded')
  @NotIdempotent()
  async reply(
    @Param('token') token: string,
    @Param('number') number: string,
    @Body() form: CaseReplyFormDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    refuseUnlessLink(token);
    await this.replies.reply(token, number, form);
    void reply.header('location', billAfter(token, pageRequest(request).keep, number));
  }
}

import { Body, Controller, Post, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import { type Actor, ALL_ROLES } from '../../auth/actor.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import type { MailedType } from '../../mail/mail-readers.ts';
import { NotificationsDto } from '../../mail/notifications.dto.ts';
import { NotificationsService } from '../../mail/notifications.service.ts';
import { seeOther } from './staff-page.tsx';
import { StaffTrouble } from './staff-trouble.filter.ts';
import { Ticked } from './ticked.ts';

class NotificationsFormDto extends NotificationsDto {
  @Ticked()
  override events: MailedType[] = [];
}

/** People choose what they are told of by mail. */
@ApiExcludeController()
@Controller()
@Allow(...ALL_ROLES)
@UseFilters(StaffTrouble)
export class NotificationsAccountController {
  constructor(private readonly notifications: NotificationsService) {}

  @Post('account/notifications')
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async choose(
    @CurrentActor() actor: Actor,
    @Body() wish: NotificationsFormDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.notifications.choose(actor, wish);
    seeOther(reply, '/account?done=notifications#mail');
  }
}

import { Body } from '@nestjs/common';
import { ALL_ROLES } from '../../auth/actor.ts';
import type { MailedType } from '../../mail/mail-readers.ts';
import { NotificationsDto } from '../../mail/notifications.dto.ts';
import { NotificationsService } from '../../mail/notifications.service.ts';
import { Room, SentForm } from './room.ts';
import { seeOther } from './staff-page.tsx';
import { Ticked } from './ticked.ts';
import { CurrentVisit, type Visit } from './visit.ts';

class NotificationsFormDto extends NotificationsDto {
  @Ticked()
  override events: MailedType[] = [];
}

/** People choose what they are told of by mail. */
@Room('account/notifications', ...ALL_ROLES)
export class NotificationsAccountController {
  constructor(private readonly notifications: NotificationsService) {}

  @SentForm()
  async choose(@CurrentVisit() { actor, reply }: Visit, @Body() wish: NotificationsFormDto): Promise<void> {
    await this.notifications.choose(actor, wish);
    seeOther(reply, '/account?done=notifications#mail');
  }
}

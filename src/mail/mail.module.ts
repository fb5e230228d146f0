import { Module } from '@nestjs/common';
import { OutboxModule } from '../outbox/outbox.module.ts';
import { MailSender } from './mail-sender.ts';
import { NotificationsController } from './notifications.controller.ts';
import { NotificationsService } from './notifications.service.ts';

/** People who want to know. */
@Module({
  imports: [OutboxModule],
  controllers: [NotificationsController],
  providers: [MailSender, NotificationsService],
  exports: [NotificationsService],
})
export class MailModule {}

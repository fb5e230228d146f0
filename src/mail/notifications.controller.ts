import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import { type Actor, ALL_ROLES } from '../auth/actor.ts';
import { ChosenNotificationsDto, NotificationsDto } from './notifications.dto.ts';
import { NotificationsService } from './notifications.service.ts';

@ApiTags('people')
@Controller('api/notifications')
@Allow(...ALL_ROLES)
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  @ApiOperation({ summary: 'What one is told by mail' })
  @ApiOkResponse({ type: ChosenNotificationsDto })
  read(@CurrentActor() actor: Actor) {
    return this.notifications.of(actor);
  }

  @Put()
  @ApiOperation({ summary: 'Choose what one is told by mail, and in which language' })
  @ApiOkResponse({ type: ChosenNotificationsDto })
  async choose(@CurrentActor() actor: Actor, @Body() wish: NotificationsDto) {
    await this.notifications.choose(actor, wish);
    return this.notifications.of(actor);
  }
}

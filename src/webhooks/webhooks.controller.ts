import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import { type Actor, LEADING_ROLES } from '../auth/actor.ts';
import { IdParam } from '../http/id-param.dto.ts';
import { ShownOnce } from '../http/idempotency.interceptor.ts';
import { PageQuery } from '../http/paging.ts';
import {
  DeliveriesQuery,
  DeliveryPageDto,
  NewWebhookDto,
  ReplayDto,
  ReplayedDto,
  TestSentDto,
  WebhookDto,
  WebhookPageDto,
  WebhookWithSecretDto,
} from './webhook.dto.ts';
import { WebhooksService } from './webhooks.service.ts';

@ApiTags('webhooks')
@Controller('api/webhooks')
@Allow(...LEADING_ROLES)
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get()
  @ApiOperation({ summary: 'Webhooks of the own organisation' })
  @ApiOkResponse({ type: WebhookPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    return this.webhooks.page(actor, query);
  }

  @Post()
  @ShownOnce('secret')
  @ApiOperation({
    summary: 'Be told what happens',
    description: 'Messages are signed as Standard Webhooks has it. The secret is in this answer and nowhere else.',
  })
  @ApiCreatedResponse({ type: WebhookWithSecretDto })
  create(@CurrentActor() actor: Actor, @Body() wish: NewWebhookDto) {
    return this.webhooks.create(actor, wish);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a webhook with everything that waits for it' })
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.webhooks.remove(actor, id);
  }

  @Post(':id/rotation')
  @HttpCode(200)
  @ShownOnce('secret')
  @ApiOperation({ summary: 'A new secret', description: 'For 24 hours messages are signed with both.' })
  @ApiOkResponse({ type: WebhookWithSecretDto })
  rotate(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.webhooks.rotate(actor, id);
  }

  @Post(':id/resumption')
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin again with a webhook that was disabled' })
  @ApiOkResponse({ type: WebhookDto })
  resume(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.webhooks.resume(actor, id);
  }

  @Post(':id/test')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send a message that means nothing', description: 'How it went stands in the deliveries.' })
  @ApiAcceptedResponse({ type: TestSentDto })
  async test(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<TestSentDto> {
    return { event: await this.webhooks.test(actor, id) };
  }

  @Get(':id/deliveries')
  @ApiOperation({ summary: 'Messages of the last 30 days and how they went' })
  @ApiOkResponse({ type: DeliveryPageDto })
  deliveries(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() query: DeliveriesQuery) {
    return this.webhooks.deliveries(actor, id, query);
  }

  @Post(':id/replays')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Deliver again',
    description: 'One event, or everything since a time. Each has the `webhook-id` it had.',
  })
  @ApiAcceptedResponse({ type: ReplayedDto })
  async replay(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Body() wish: ReplayDto): Promise<ReplayedDto> {
    return { messages: await this.webhooks.replay(actor, id, wish) };
  }
}

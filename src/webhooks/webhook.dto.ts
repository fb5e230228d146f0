import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, ValidateIf } from 'class-validator';
import { IsInstant } from '../http/instant.ts';
import { PageQuery } from '../http/paging.ts';
import { EVENT_TYPES, type EventType } from '../outbox/events.ts';

export const DELIVERY_STATUSES = ['waiting', 'delivered', 'failed'] as const;

export class NewWebhookDto {
  @ApiProperty({ example: 'https://dms.example/truepart', maxLength: 2000 })
  @IsString()
  @Length(8, 2000)
  url: string;

  @ApiPropertyOptional({ enum: EVENT_TYPES, isArray: true, description: 'Left out or empty: every type, new ones too' })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(EVENT_TYPES, { each: true })
  events?: EventType[];
}

export class WebhookDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  url: string;

  @ApiProperty({ enum: EVENT_TYPES, isArray: true, description: 'Empty: every type' })
  events: EventType[];

  @ApiProperty({ description: 'How the secret begins', example: 'whsec_Zk3vQ' })
  secretHint: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'No message got through since' })
  failingSince: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  disabledAt: Date | null;

  @ApiProperty({
    type: String,
    enum: ['failing', 'gone', null],
    nullable: true,
    description: 'failing: nothing got through for days · gone: the receiver answered 410',
  })
  disabledBecause: 'failing' | 'gone' | null;

  @ApiProperty({ minimum: 0, description: 'Messages that wait to be delivered' })
  waiting: number;
}

export class WebhookWithSecretDto extends WebhookDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Shown this once; `null` when the answer is given again to the same Idempotency-Key',
  })
  secret: string | null;
}

export class WebhookPageDto {
  @ApiProperty({ type: [WebhookDto] })
  items: WebhookDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class DeliveriesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DELIVERY_STATUSES })
  @IsOptional()
  @IsIn(DELIVERY_STATUSES)
  status?: (typeof DELIVERY_STATUSES)[number];
}

export class DeliveryDto {
  @ApiProperty({ format: 'uuid', description: 'The `webhook-id` of the message' })
  event: string;

  @ApiProperty({ enum: EVENT_TYPES })
  type: EventType;

  @ApiProperty({ format: 'date-time', description: 'When it happened' })
  at: Date;

  @ApiProperty({ enum: DELIVERY_STATUSES })
  status: (typeof DELIVERY_STATUSES)[number];

  @ApiProperty({ minimum: 0 })
  attempts: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastTriedAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Of one that waits' })
  nextAt: Date | null;

  @ApiProperty({ type: String, nullable: true, example: 'HTTP 503', description: 'Of the last attempt that failed' })
  trouble: string | null;
}

export class DeliveryPageDto {
  @ApiProperty({ type: [DeliveryDto] })
  items: DeliveryDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** One of the two. */
export class ReplayDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'This one event' })
  @ValidateIf((wish: ReplayDto) => wish.event !== undefined || wish.since === undefined)
  @IsUUID()
  event?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Everything from then on; 30 days are kept' })
  @ValidateIf((wish: ReplayDto) => wish.since !== undefined)
  @IsInstant()
  since?: string;
}

export class ReplayedDto {
  @ApiProperty({ minimum: 0, description: 'Messages that will be delivered again; those that still wait do not count' })
  messages: number;
}

export class TestSentDto {
  @ApiProperty({ format: 'uuid', description: 'The `webhook-id` of the message that is on its way' })
  event: string;
}

import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { InvoiceTokenParam } from '../feedback/answer.dto.ts';

/** Days for which an owner may open the history: a viewing, a sale, a long one. */
export const LINK_DAYS = [1, 7, 30] as const;

export class NewHistoryLinkDto {
  @ApiProperty({ enum: LINK_DAYS, description: 'How many days it works' })
  @IsIn(LINK_DAYS)
  days: (typeof LINK_DAYS)[number];
}

export class HistoryLinkParam extends InvoiceTokenParam {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;
}

export class HistoryLinkDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  madeAt: Date;

  @ApiProperty({ format: 'date-time' })
  expiresAt: Date;

  @ApiProperty({ type: 'integer', minimum: 0 })
  timesOpened: number;
}

export class HistoryLinkPageDto {
  @ApiProperty({ type: [HistoryLinkDto], description: 'Those that work, the newest first' })
  items: HistoryLinkDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class MadeHistoryLinkDto extends HistoryLinkDto {
  @ApiProperty({ type: String, nullable: true, description: 'In this answer and nowhere else' })
  token: string;

  @ApiProperty({ type: String, nullable: true, description: 'What to hand on; in this answer and nowhere else' })
  url: string;
}

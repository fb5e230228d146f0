import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateIf } from 'class-validator';
import { CROCKFORD } from '../labels/crockford.ts';

/** What owners say is wrong. */
export const DISPUTE_REASONS = [
  'not_fitted',
  'old_part_not_shown',
  'wrong_class',
  'not_agreed',
  'price',
  'other',
] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

export const INVOICE_TOKEN = new RegExp(`^${CROCKFORD}{20,40}$`, 'i');

export class InvoiceTokenParam {
  @ApiProperty({ example: '0J5V2G8KQ4T7XN1M9C3RB6WDEH' })
  @Matches(INVOICE_TOKEN)
  token: string;
}

export class AnswerDto {
  @ApiProperty({ enum: ['confirm', 'dispute'] })
  @IsIn(['confirm', 'dispute'])
  kind: 'confirm' | 'dispute';

  @ApiPropertyOptional({ example: 1, description: 'Left out: the whole invoice' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(999)
  line?: number;

  @ApiPropertyOptional({ enum: DISPUTE_REASONS, description: 'Needed for a dispute' })
  @ValidateIf((answer: AnswerDto) => answer.kind === 'dispute' || answer.reason !== undefined)
  @IsIn(DISPUTE_REASONS)
  reason?: DisputeReason;

  @ApiPropertyOptional({ maxLength: 2000 })
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  text?: string;
}

export class AnswerCaseDto {
  @ApiProperty({ example: 'C-2026-000042' })
  number: string;

  @ApiProperty({ format: 'date-time', description: 'Until then the workshop must have answered' })
  dueAt: Date;
}

export class AnsweredDto {
  @ApiProperty({ enum: ['confirm', 'dispute'] })
  kind: string;

  @ApiProperty({ type: AnswerCaseDto, nullable: true, description: 'Of a dispute' })
  case: AnswerCaseDto | null;
}

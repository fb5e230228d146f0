import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length, Matches } from 'class-validator';
import { CASE_STATUSES } from '../flags/case.dto.ts';
import { InvoiceTokenParam } from './answer.dto.ts';

export class CaseOfInvoiceParam extends InvoiceTokenParam {
  @ApiProperty({ example: 'C-2026-000042' })
  @Matches(/^C-\d{4}-\d{6,}$/)
  number: string;
}

export class CaseReplyDto {
  @ApiProperty({ description: 'Whether the answer is accepted, which closes the case' })
  @IsBoolean()
  isAccepted: boolean;

  @ApiPropertyOptional({ maxLength: 2000, description: 'What is still wrong, or thanks' })
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  text?: string;
}

export class RepliedDto {
  @ApiProperty({ enum: CASE_STATUSES })
  status: (typeof CASE_STATUSES)[number];

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until then there must be another answer',
  })
  dueAt: Date | null;
}

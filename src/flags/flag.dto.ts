import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { NormalPartNumber } from '../catalogue/part.dto.ts';
import { PageQuery } from '../http/paging.ts';
import type { Finding } from './rule.ts';

export const FLAG_STATUSES = ['open', 'prevented', 'confirmed', 'dismissed'] as const;

/** Why it looked wrong, in the end. The false-alert rate of a rule is counted from these. */
export const CAUSES = [
  'counterfeit',
  'diversion',
  'theft',
  'substitution',
  'billing_fraud',
  'process_gap',
  'human_error',
  'read_error',
  'late_upload',
  'data_error',
  'rule_too_strict',
  'unexplained',
] as const;

export class FlagsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: FLAG_STATUSES })
  @IsOptional()
  @IsIn(FLAG_STATUSES)
  status?: (typeof FLAG_STATUSES)[number];

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 5 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(5)
  level?: number;

  @ApiPropertyOptional({ example: 'R02' })
  @IsOptional()
  @Matches(/^[A-Z]\d{2}$/)
  rule?: string;

  @ApiPropertyOptional({ example: 'WS-HZ-01', description: 'Code of a workshop' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  workshop?: string;

  @ApiPropertyOptional({ example: 'CH-04465-02250', description: 'Part number' })
  @IsOptional()
  @NormalPartNumber()
  @IsString()
  @Length(1, 40)
  part?: string;
}

export class ResolutionDto {
  @ApiProperty({ enum: ['confirmed', 'dismissed'], description: 'Was it right to flag this?' })
  @IsIn(['confirmed', 'dismissed'])
  outcome: 'confirmed' | 'dismissed';

  @ApiProperty({ enum: CAUSES })
  @IsIn(CAUSES)
  cause: (typeof CAUSES)[number];

  @ApiProperty()
  @IsString()
  @Length(1, 2000)
  note: string;
}

export class FlagDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'R02' })
  rule: string;

  @ApiProperty({ minimum: 1, maximum: 5 })
  level: number;

  @ApiProperty({ enum: FLAG_STATUSES })
  status: (typeof FLAG_STATUSES)[number];

  @ApiProperty({ type: Object, additionalProperties: true, description: 'Name, words and evidence of the finding' })
  finding: Finding;

  @ApiProperty({ description: 'How often it was met' })
  count: number;

  @ApiProperty({ type: Object, nullable: true, additionalProperties: true, description: '{ gtin, serial }' })
  unit: { readonly gtin: string; readonly serial: string } | null;

  @ApiProperty({
    type: Object,
    nullable: true,
    additionalProperties: true,
    description: '{ gtin, serial } as printed, where the finding is about a code and not about a unit',
  })
  code: { readonly gtin: string | null; readonly serial: string | null } | null;

  @ApiProperty({ type: String, nullable: true })
  partNumber: string | null;

  @ApiProperty({ type: String, nullable: true })
  workshop: string | null;

  @ApiProperty({ type: String, nullable: true })
  repairOrder: string | null;

  @ApiProperty({ type: Number, nullable: true })
  line: number | null;

  @ApiProperty({ type: String, nullable: true })
  case: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why a supervisor let it pass' })
  overrideReason: string | null;

  @ApiProperty({ format: 'date-time' })
  firstAt: Date;

  @ApiProperty({ format: 'date-time' })
  lastAt: Date;

  @ApiProperty({ type: Object, nullable: true, additionalProperties: true, description: '{ cause, note, at }' })
  resolution: { readonly cause: (typeof CAUSES)[number]; readonly note: string; readonly at: string } | null;
}

export class FlagPageDto {
  @ApiProperty({ type: [FlagDto] })
  items: FlagDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

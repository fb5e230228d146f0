import { Type } from 'class-transformer';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, ValidateNested, IsObject, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { UnitPath } from '../units/unit.dto.ts';
import { PageQuery } from '../http/paging.ts';
import { WordsDto } from '../http/words.dto.ts';
import type { FLAG_STATUSES } from './flag.dto.ts';
import type { Finding } from './rule.ts';

export const CASE_KINDS = ['investigation', 'dispute', 'complaint'] as const;
export const CASE_STATUSES = ['open', 'answered', 'closed'] as const;
/** What people write into a case. Evidence and the owner's own words are written by the system. */
export const ENTRY_KINDS = ['note', 'answer', 'call_back', 'resolution'] as const;
/** What stands in a case beside that: the owner’s own words and yes or no, frozen evidence, and that it was passed on. */
export type EntryKind = (typeof ENTRY_KINDS)[number] | 'owner' | 'accepted' | 'declined' | 'evidence' | 'escalated';

export const CASE_NUMBER = /^C-\d{4}-\d{6,}$/;

export class CaseParam {
  @ApiProperty({ example: 'C-2026-000042' })
  @Matches(CASE_NUMBER)
  number: string;
}

export class CasesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: CASE_STATUSES })
  @IsOptional()
  @IsIn(CASE_STATUSES)
  status?: (typeof CASE_STATUSES)[number];

  @ApiPropertyOptional({ enum: CASE_KINDS })
  @IsOptional()
  @IsIn(CASE_KINDS)
  kind?: (typeof CASE_KINDS)[number];
}

export class OpenCaseDto {
  @ApiProperty({ minLength: 3, maxLength: 200, example: '杭州门店反映一批包装异样', description: 'What it is about' })
  @IsString()
  @Length(3, 200)
  title: string;

  @ApiPropertyOptional({
    type: UnitPath,
    description: 'The unit it is about: a hold on it can then be cleared with this case',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => UnitPath)
  unit?: UnitPath;

  @ApiProperty({ minLength: 1, maxLength: 4000, description: 'What is known so far' })
  @IsString()
  @Length(1, 4000)
  text: string;
}

export class CaseEntryDto {
  @ApiProperty({
    enum: ENTRY_KINDS,
    description:
      'answer: to the owner · call_back: the owner was rung up, which answers too · resolution: closes it; a workshop’s only once it has answered',
  })
  @IsIn(ENTRY_KINDS)
  kind: (typeof ENTRY_KINDS)[number];

  @ApiProperty()
  @IsString()
  @Length(1, 4000)
  text: string;

  @ApiPropertyOptional({
    default: false,
    description: 'Answers, call-backs and what closes a dispute are always shown to the owner',
  })
  @IsOptional()
  @IsBoolean()
  isShownToOwner?: boolean;
}

export class CaseListItemDto {
  @ApiProperty({ example: 'C-2026-000042' })
  number: string;

  @ApiProperty({ enum: CASE_KINDS })
  kind: (typeof CASE_KINDS)[number];

  @ApiProperty({ enum: CASE_STATUSES })
  status: (typeof CASE_STATUSES)[number];

  @ApiProperty({ type: WordsDto })
  title: WordsDto;

  @ApiProperty({ type: String, nullable: true })
  workshop: string | null;

  @ApiProperty({ type: Object, nullable: true, additionalProperties: true, description: '{ gtin, serial }' })
  unit: { readonly gtin: string; readonly serial: string } | null;

  @ApiProperty({ format: 'date-time' })
  openedAt: Date;

  @ApiProperty({ format: 'date-time' })
  dueAt: Date;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Passed on to the maker: nobody answered',
  })
  escalatedAt: Date | null;

  @ApiProperty({ description: 'Due, and neither answered nor closed' })
  isLate: boolean;
}

/** `by`: a person of the reader’s own organisation, else the organisation’s code, else nobody’s business. */
export interface WrittenEntry {
  readonly kind: EntryKind;
  readonly text: string;
  readonly at: Date;
  readonly isShownToOwner: boolean;
  readonly by: string | null;
}

export interface FlagOfCase {
  readonly id: string;
  readonly rule: string;
  readonly level: number;
  readonly status: (typeof FLAG_STATUSES)[number];
  readonly finding: Finding;
  readonly count: number;
  readonly lastAt: Date;
}

export class CaseDto extends CaseListItemDto {
  @ApiProperty({ type: Object, additionalProperties: true, description: 'As it was when the case was opened' })
  evidence: object;

  @ApiProperty({ type: [Object], description: '{ kind, text, by, at, isShownToOwner }' })
  entries: WrittenEntry[];

  @ApiProperty({ type: [Object], description: 'Flags that led here' })
  flags: FlagOfCase[];
}

export class CasePageDto {
  @ApiProperty({ type: [CaseListItemDto] })
  items: CaseListItemDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

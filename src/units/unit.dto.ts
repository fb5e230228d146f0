import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../http/paging.ts';
import {
  HOLD_FILTERS,
  HOLD_KINDS,
  UNIT_STATES,
  type HoldFilter,
  type HoldKind,
  type UnitState,
} from './unit-lifecycle.ts';
import { MISSING_REASONS, VOID_REASONS, type MissingReason, type VoidReason } from './unit-reasons.ts';

/** Serials are case-blind, as everything on a label is. */
const UpperCase = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toUpperCase() : value));
const SERIAL = /^[0-9A-HJKMNP-TV-Z]{12}$/;
const GTIN = /^\d{14}$/;

export class UnitPath {
  @ApiProperty({ example: '09521234100003', pattern: GTIN.source })
  @Matches(GTIN)
  gtin: string;

  @ApiProperty({ example: '7Q3K9D0A2FXM', pattern: SERIAL.source })
  @UpperCase()
  @Matches(SERIAL)
  serial: string;
}

export class HoldPath extends UnitPath {
  @ApiProperty({ enum: HOLD_KINDS })
  @IsIn(HOLD_KINDS)
  kind: HoldKind;
}

export class UnitsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: UNIT_STATES })
  @IsOptional()
  @IsIn(UNIT_STATES)
  state?: UnitState;

  @ApiPropertyOptional({ example: 'CH-04465-02250' })
  @IsOptional()
  @UpperCase()
  @Matches(/^[A-Z0-9][A-Z0-9./-]{1,39}$/)
  partNumber?: string;

  @ApiPropertyOptional({ example: 'L26K01' })
  @IsOptional()
  @UpperCase()
  @Matches(/^[A-Z0-9-]{1,20}$/)
  lot?: string;

  @ApiPropertyOptional({ example: '09521234100003' })
  @IsOptional()
  @Matches(GTIN)
  gtin?: string;

  @ApiPropertyOptional({ example: '7Q3K9D0A2FXM' })
  @IsOptional()
  @UpperCase()
  @Matches(SERIAL)
  serial?: string;

  @ApiPropertyOptional({ example: 'WH-HZ', description: 'Code of the organisation that has it in hand' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  custodian?: string;

  @ApiPropertyOptional({
    enum: HOLD_FILTERS,
    description: 'Only units with an open hold of this kind, with any, or with none',
  })
  @IsOptional()
  @IsIn(HOLD_FILTERS)
  hold?: HoldFilter;

  @ApiPropertyOptional({ example: 'DO-2026-1123', maxLength: 40, description: 'Dispatch order they were labelled for' })
  @IsOptional()
  @Matches(/^[^\p{Cc}\p{Cs}]{1,40}$/u)
  order?: string;
}

export class VoidDto {
  @ApiProperty({ enum: VOID_REASONS })
  @IsIn(VOID_REASONS)
  reason: VoidReason;

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class MissingDto {
  @ApiProperty({ enum: MISSING_REASONS })
  @IsIn(MISSING_REASONS)
  reason: MissingReason;

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class FoundDto {
  @ApiProperty({
    minLength: 1,
    maxLength: 500,
    description: 'Where it was, and why it is believed to be the same unit',
  })
  @IsString()
  @Length(1, 500)
  note: string;
}

export class HoldDto {
  @ApiProperty({ enum: HOLD_KINDS })
  @IsIn(HOLD_KINDS)
  kind: HoldKind;

  @ApiProperty({ minLength: 1, maxLength: 500 })
  @IsString()
  @Length(1, 500)
  reason: string;
}

export class ClearanceDto {
  @ApiProperty({ minLength: 1, maxLength: 500 })
  @IsString()
  @Length(1, 500)
  reason: string;

  @ApiPropertyOptional({ example: 'C-2026-000042', description: 'Left out: the case that the hold came with' })
  @IsOptional()
  @Matches(/^C-\d{4}-\d{6,12}$/)
  case?: string;
}

export class DestroyDto {
  @ApiProperty({ minLength: 1, maxLength: 500 })
  @IsString()
  @Length(1, 500)
  reason: string;

  @ApiProperty({ minLength: 2, maxLength: 100, description: 'Who watched: somebody else than the person who destroys' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @Length(2, 100)
  witness: string;
}

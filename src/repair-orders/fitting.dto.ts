import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsInstant } from '../http/instant.ts';
import { VerdictDto } from '../verification/verdict.dto.ts';
import { MAX_ODOMETER, OrderNumberParam, VIN_PATTERN, VinTransform } from './repair-order.dto.ts';

export const OLD_PART_OUTCOMES = ['with_owner', 'waived', 'none', 'core_return', 'warranty_return'] as const;
export type OldPartOutcome = (typeof OLD_PART_OUTCOMES)[number];

export class RemovedPartDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'For the old part, chosen by the caller: a photo can name it before this is answered',
  })
  @IsOptional()
  @IsUUID()
  id?: string;

  @ApiProperty({
    enum: OLD_PART_OUTCOMES,
    description:
      'with_owner: the owner took it · waived: left by the owner · none: there was no old part · core or warranty return',
  })
  @IsIn(OLD_PART_OUTCOMES)
  outcome: OldPartOutcome;

  @ApiPropertyOptional({ description: 'Its label, where it has one' })
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  code?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class FittingDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  @Max(999)
  line: number;

  @ApiPropertyOptional({ description: 'The label of the unit; left out only where the line is not tracked by serial' })
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  code?: string;

  @ApiPropertyOptional({ description: 'Lot number, for parts tracked by lot' })
  @IsOptional()
  @IsString()
  @Length(1, 20)
  lot?: string;

  @ApiPropertyOptional({ example: 1, description: 'Only without a code; a code is one unit' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(999)
  quantity?: number;

  @ApiPropertyOptional({ description: 'As read at the car' })
  @IsOptional()
  @VinTransform()
  @Matches(VIN_PATTERN)
  vin?: string;

  @ApiPropertyOptional({ example: 'FL' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  position?: string;

  @ApiPropertyOptional({ description: 'km' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_ODOMETER)
  odometer?: number;

  @ApiPropertyOptional({ type: RemovedPartDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RemovedPartDto)
  removedPart?: RemovedPartDto;

  @ApiPropertyOptional({ description: 'Why it is right all the same; the owner sees it' })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  reason?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'When it was done, if that was not now' })
  @IsOptional()
  @IsInstant()
  fittedAt?: string;

  @ApiPropertyOptional({ enum: ['camera', 'wedge', 'typed', 'photo'] })
  @IsOptional()
  @IsIn(['camera', 'wedge', 'typed', 'photo'])
  entryMode?: 'camera' | 'wedge' | 'typed' | 'photo';
}

export class UndoDto {
  @ApiProperty({ description: 'Both the fitting and its undoing stay on the record with this reason' })
  @IsString()
  @Length(1, 500)
  reason: string;
}

export class RemovalDto {
  @ApiProperty({ example: 2, description: 'The line of the order that removes the part' })
  @IsInt()
  @Min(1)
  @Max(999)
  line: number;

  @ApiPropertyOptional({ description: 'As read at the car' })
  @IsOptional()
  @VinTransform()
  @Matches(VIN_PATTERN)
  vin?: string;

  @ApiProperty({ description: 'km' })
  @IsInt()
  @Min(0)
  @Max(MAX_ODOMETER)
  odometer: number;

  @ApiProperty({ enum: OLD_PART_OUTCOMES.filter((outcome) => outcome !== 'none') })
  @IsIn(OLD_PART_OUTCOMES.filter((outcome) => outcome !== 'none'))
  outcome: Exclude<OldPartOutcome, 'none'>;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;

  @ApiPropertyOptional({ description: 'Why it is right all the same; the owner sees it' })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  reason?: string;
}

export class IssueDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  @Max(999)
  line: number;

  @ApiProperty({ description: 'The label of the unit' })
  @IsString()
  @Length(1, 2000)
  code: string;

  @ApiPropertyOptional({ description: 'Why it is right all the same; the owner sees it' })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  reason?: string;
}

export class GiveBackDto {
  @ApiProperty({ description: 'The label of the unit' })
  @IsString()
  @Length(1, 2000)
  code: string;

  @ApiProperty({ enum: ['intact', 'broken'], description: 'Only with its seal intact is it still new' })
  @IsIn(['intact', 'broken'])
  seal: 'intact' | 'broken';
}

export class OldPartDto extends RemovedPartDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  @Max(999)
  line: number;

  @ApiPropertyOptional({ description: 'The fitting it made room for; left out: the line’s latest without an outcome' })
  @IsOptional()
  @IsUUID()
  fitting?: string;

  @ApiPropertyOptional({ description: 'Why it is right all the same; the owner sees it' })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  reason?: string;
}

/** `{number}/fittings/{id}` in a path. */
export class FittingParam extends OrderNumberParam {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;
}

export class RecordedFittingDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  line: number;

  @ApiProperty({ type: String, nullable: true, description: 'null where the part carries no code' })
  serial: string | null;

  @ApiProperty({ format: 'date-time' })
  fittedAt: string;
}

export class FittedDto {
  @ApiProperty({ type: RecordedFittingDto })
  fitting: RecordedFittingDto;

  @ApiProperty({ type: VerdictDto })
  verdict: VerdictDto;
}

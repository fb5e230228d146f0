import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { IsCalendarDate } from './calendar-date.dto.ts';
import type { GivenSupersession } from './part-editing.service.ts';
import { NormalPartNumber } from './part.dto.ts';
import { PART_NUMBER } from './part.ts';
import { ONE_FOR_ONE, SUPERSESSION_KINDS, type Supersession, type SupersessionKind } from './supersession.ts';

const MOST_PIECES = 1000;
const MOST_RELATIONS = 100;

const IsNotBeforeValidFrom = () =>
  ValidateBy(
    {
      name: 'isNotBeforeValidFrom',
      validator: {
        validate: (value, args) => {
          const { validFrom } = args!.object as SupersededDto;
          return typeof value !== 'string' || typeof validFrom !== 'string' || validFrom <= value;
        },
      },
    },
    { context: { zh: '不早于 validFrom 的日期', en: 'a date not before validFrom' } },
  );

export class RatioDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: MOST_PIECES })
  @IsInt()
  @Min(1)
  @Max(MOST_PIECES)
  old: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: MOST_PIECES })
  @IsInt()
  @Min(1)
  @Max(MOST_PIECES)
  new: number;
}

/** A relation as seen from one of its parts: `partNumber` is the other one. */
export class SupersededDto {
  @ApiProperty({ example: 'CH-04465-02240' })
  @NormalPartNumber()
  @Matches(PART_NUMBER)
  partNumber: string;

  @ApiProperty({
    enum: SUPERSESSION_KINDS,
    description:
      '`one_way`: never back · `two_way`: either for either · `kit`: several old, one new · `split`: one old, several new',
  })
  @IsIn(SUPERSESSION_KINDS)
  kind: SupersessionKind;

  @ApiPropertyOptional({ type: RatioDto, default: ONE_FOR_ONE, description: 'So many new pieces for so many old ones' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RatioDto)
  ratio?: RatioDto;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, description: 'First day; null: always' })
  @IsOptional()
  @IsCalendarDate()
  validFrom?: string | null;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Last day; null: until further notice',
  })
  @IsOptional()
  @IsCalendarDate()
  @IsNotBeforeValidFrom()
  validTo?: string | null;
}

export class PutSupersessionsDto {
  @ApiProperty({
    type: [SupersededDto],
    maxItems: MOST_RELATIONS,
    description: 'Every number that this part supersedes',
  })
  @IsDefined()
  @IsArray()
  @ArrayMaxSize(MOST_RELATIONS)
  @ValidateNested({ each: true })
  @Type(() => SupersededDto)
  supersedes: SupersededDto[];

  relations(): GivenSupersession[] {
    return this.supersedes.map(({ partNumber, kind, ratio, validFrom, validTo }) => ({
      oldPart: partNumber,
      kind,
      ratio: ratio ?? ONE_FOR_ONE,
      validFrom: validFrom ?? null,
      validTo: validTo ?? null,
    }));
  }
}

export class SupersessionsDto {
  @ApiProperty({ type: [SupersededDto], description: 'Older numbers that this part replaces' })
  supersedes: SupersededDto[];
  @ApiProperty({ type: [SupersededDto], description: 'Newer numbers that replace this part' })
  supersededBy: SupersededDto[];

  static of(partNumber: string, relations: readonly Supersession[]): SupersessionsDto {
    return {
      supersedes: relations
        .filter(({ newPart }) => newPart === partNumber)
        .map(({ oldPart, newPart: _newPart, ...rest }) => ({ partNumber: oldPart, ...rest })),
      supersededBy: relations
        .filter(({ oldPart }) => oldPart === partNumber)
        .map(({ newPart, oldPart: _oldPart, ...rest }) => ({ partNumber: newPart, ...rest })),
    };
  }
}

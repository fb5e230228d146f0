import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { WordsDto } from '../http/words.dto.ts';
import { UnitBriefDto } from '../units/unit-brief.dto.ts';
import type { LoadCheck } from './load-check.ts';
import { SHIPMENT_KINDS, type ShipmentKind } from './network.ts';

const MOST_CODES = 200;

export class LoadCheckDto {
  @ApiPropertyOptional({ example: 'WS-HZ-01', description: 'Code of the organisation that is to receive it' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  to?: string;

  @ApiPropertyOptional({ enum: SHIPMENT_KINDS, default: 'supply' })
  @IsOptional()
  @IsIn(SHIPMENT_KINDS)
  kind: ShipmentKind = 'supply';

  @ApiProperty({ type: [String], maxItems: MOST_CODES, description: 'Label texts, typed serials, SSCCs of cartons' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_CODES)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  codes: string[];
}

export class LoadedCartonDto {
  @ApiProperty({ example: '095212340000000006' })
  sscc: string;
  @ApiProperty({ type: 'integer', description: 'How many units are in it' })
  units: number;
}

export class ObjectionDto {
  @ApiProperty({ example: 'UNIT_ON_HOLD' })
  reason: string;
  @ApiProperty({ type: WordsDto })
  words: WordsDto;
}

export class CheckedCodeDto {
  @ApiProperty({ description: 'As it was read' })
  code: string;
  @ApiProperty({ type: UnitBriefDto, nullable: true, description: 'Of units in your hands, or made by your maker' })
  unit: UnitBriefDto | null;
  @ApiProperty({ type: LoadedCartonDto, nullable: true })
  carton: LoadedCartonDto | null;
  @ApiProperty({ type: ObjectionDto, nullable: true, description: '`null`: it can be shipped' })
  objection: ObjectionDto | null;

  static of(this: void, { code, unit, carton, objection }: LoadCheck): CheckedCodeDto {
    return {
      code,
      unit: unit && loadedUnit(unit),
      carton: carton && { sscc: carton.sscc, units: carton.units.length },
      objection: objection && { reason: objection.reason, words: objection.words },
    };
  }
}

const loadedUnit = ({ gtin, serial, partNumber, name, lot, state }: UnitBriefDto): UnitBriefDto => ({
  gtin,
  serial,
  partNumber,
  name,
  lot,
  state,
});

export class LoadCheckViewDto {
  @ApiProperty({ type: [CheckedCodeDto], description: 'In the order of the codes' })
  items: CheckedCodeDto[];

  static of(checks: readonly LoadCheck[]): LoadCheckViewDto {
    return { items: checks.map(CheckedCodeDto.of) };
  }
}

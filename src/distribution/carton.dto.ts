import { ApiProperty, OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsString, Length, Matches } from 'class-validator';
import { PartyDto } from '../units/unit-view.dto.ts';
import { UnitBriefDto } from '../units/unit-brief.dto.ts';
import type { CartonRow } from './cartons.query.ts';

export const MOST_IN_CARTON = 1000;

export class CartonPath {
  @ApiProperty({ example: '095212340000000006', description: '18 digits with a true check digit' })
  @Matches(/^\d{18}$/)
  sscc: string;
}

export class PackingDto {
  @ApiProperty({ type: [String], maxItems: MOST_IN_CARTON, description: 'Label texts as scanned, or typed serials' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_IN_CARTON)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  units: string[];
}

export class PackedUnitDto extends OmitType(UnitBriefDto, ['name'] as const) {}

export class CartonDto {
  @ApiProperty({ example: '095212340000000006' })
  sscc: string;
  @ApiProperty({ type: PartyDto, description: 'Who packed it' })
  organisation: PartyDto;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sealedAt: string | null;
  @ApiProperty({ type: [PackedUnitDto], description: 'What is in it now: empty once the consignee has opened it' })
  units: PackedUnitDto[];

  static of({ sscc, organisation, createdAt, sealedAt, units }: CartonRow): CartonDto {
    return {
      sscc,
      organisation,
      createdAt: createdAt.toISOString(),
      sealedAt: sealedAt?.toISOString() ?? null,
      units: units.map(({ id: _id, ...unit }) => unit),
    };
  }
}

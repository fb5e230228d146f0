import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../http/paging.ts';
import { SHIPMENT_KINDS, type ShipmentKind } from './network.ts';
import { SHIPMENT_STATUSES, type ShipmentStatus } from './shipment-status.ts';

export const MOST_UNITS = 5000;
const LONGEST_CODE = 500;
const CODES = 'Label texts as scanned, typed serials, `GTIN serial`, or SSCCs of whole cartons';

export class ShipmentPath {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;
}

export class ShipmentDto {
  @ApiProperty({ example: 'WS-HZ-01', description: 'Code of the organisation that is to receive it' })
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  to: string;

  @ApiPropertyOptional({
    enum: SHIPMENT_KINDS,
    default: 'supply',
    description: 'A workshop returns: `return_new` for unused parts, `return_old` for cores and warranty parts',
  })
  @IsOptional()
  @IsIn(SHIPMENT_KINDS)
  kind: ShipmentKind = 'supply';

  @ApiPropertyOptional({ type: [String], maxItems: MOST_UNITS, description: CODES })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_UNITS)
  @IsString({ each: true })
  @Length(1, LONGEST_CODE, { each: true })
  units: string[] = [];

  @ApiPropertyOptional({
    type: [String],
    example: ['095212340000000006'],
    description: 'SSCCs: a carton ships all its units',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @Matches(/^\d{18}$/, { each: true })
  cartons: string[] = [];

  @ApiPropertyOptional({ maxLength: 100, description: 'Your own number for it: delivery note, order' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  reference?: string;
}

export class ShipmentsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['in', 'out'], description: '`in`: to you; `out`: from you' })
  @IsOptional()
  @IsIn(['in', 'out'])
  direction?: 'in' | 'out';

  @ApiPropertyOptional({ enum: SHIPMENT_STATUSES })
  @IsOptional()
  @IsIn(SHIPMENT_STATUSES)
  status?: ShipmentStatus;
}

export class VoidShipmentDto {
  @ApiProperty({ minLength: 1, maxLength: 500 })
  @IsString()
  @Length(1, 500)
  reason: string;
}

export class InspectionDto {
  @ApiProperty({ description: 'One of `codes`, in any spelling' })
  @IsString()
  @Length(1, LONGEST_CODE)
  code: string;

  @ApiProperty({ description: 'It is the part that went out, unused, with its seal' })
  @IsBoolean()
  isAsNew: boolean;

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class ReceiptDto {
  @ApiProperty({ type: [String], maxItems: MOST_UNITS, description: `${CODES}. Empty when nothing arrived` })
  @IsArray()
  @ArrayMaxSize(MOST_UNITS)
  @IsString({ each: true })
  @Length(1, LONGEST_CODE, { each: true })
  codes: string[];

  @ApiPropertyOptional({
    default: true,
    description: 'What has not been read is short. `false`: more is still being unpacked',
  })
  @IsOptional()
  @IsBoolean()
  close: boolean = true;

  @ApiPropertyOptional({ type: () => [InspectionDto], description: 'For a return of new parts: one for each code' })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_UNITS)
  @ValidateNested({ each: true })
  @Type(() => InspectionDto)
  inspections?: InspectionDto[];
}

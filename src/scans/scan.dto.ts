import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsInstant } from '../http/instant.ts';

export const PURPOSES = ['receive', 'check', 'fit', 'return', 'audit'] as const;
export const ENTRY_MODES = ['camera', 'wedge', 'typed', 'photo'] as const;
export const MAX_BULK = 500;

export class LocationDto {
  @ApiProperty({ example: 30.27 })
  @IsNumber()
  @Min(-90)
  @Max(90)
  latitude: number;

  @ApiProperty({ example: 120.15 })
  @IsNumber()
  @Min(-180)
  @Max(180)
  longitude: number;
}

export class ScanDto {
  @ApiProperty({ description: 'What the scanner read, as it is: the whole label text, or a typed serial' })
  @IsString()
  @Length(1, 2000)
  code: string;

  @ApiProperty({ enum: PURPOSES })
  @IsIn(PURPOSES)
  purpose: (typeof PURPOSES)[number];

  @ApiPropertyOptional({ example: 'RO-240100' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  repairOrder?: string;

  @ApiPropertyOptional({ example: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(999)
  line?: number;

  @ApiPropertyOptional({ format: 'date-time', description: 'When it was scanned, if that was not now' })
  @IsOptional()
  @IsInstant()
  scannedAt?: string;

  @ApiPropertyOptional({ example: 'handheld-7' })
  @IsOptional()
  @IsString()
  @Length(1, 80)
  device?: string;

  @ApiPropertyOptional({ description: 'The device’s own running number of this scan' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  counter?: number;

  @ApiPropertyOptional({ type: LocationDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => LocationDto)
  location?: LocationDto;

  @ApiPropertyOptional({ enum: ENTRY_MODES })
  @IsOptional()
  @IsIn(ENTRY_MODES)
  entryMode?: (typeof ENTRY_MODES)[number];

  @ApiPropertyOptional({ description: 'The part number that stands on the box or the part itself' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  partNumberSeen?: string;

  @ApiPropertyOptional({ enum: ['intact', 'broken'] })
  @IsOptional()
  @IsIn(['intact', 'broken'])
  seal?: 'intact' | 'broken';

  @ApiPropertyOptional({ description: 'As read at the car' })
  @IsOptional()
  @Matches(/^[A-HJ-NPR-Z0-9]{17}$/i)
  vin?: string;
}

export class QueuedScanDto extends ScanDto {
  @ApiProperty({
    format: 'uuid',
    description: 'Made by the device; a scan takes effect once under it, however often it is sent',
  })
  @IsUUID()
  id: string;
}

export class BulkScansDto {
  @ApiProperty({ type: [QueuedScanDto], maxItems: MAX_BULK })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_BULK)
  @ValidateNested({ each: true })
  @Type(() => QueuedScanDto)
  scans: QueuedScanDto[];
}

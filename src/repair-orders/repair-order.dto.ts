import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, IsInstant } from '../http/instant.ts';
import type { LineCategory, PayType } from '../flags/evidence.ts';
import { PageQuery } from '../http/paging.ts';
import { ORDER_STATUSES, PUSHED_STATUSES, type OrderStatus } from './order-status.ts';
import { normalVin } from '../kernel/vin.ts';

export const CATEGORIES = [
  'original',
  'matching_quality',
  'remanufactured',
  'reused',
  'customer_supplied',
] as const satisfies LineCategory[];
export const PAY_TYPES = ['customer', 'warranty', 'goodwill', 'insurance', 'internal'] as const satisfies PayType[];
export const REPAIR_CATEGORIES = ['overhaul', 'major', 'minor'] as const;
/** Two decimals at most, no sign: a price. */
export const PRICE = /^\d{1,10}(\.\d{1,2})?$/;
export const MAX_ODOMETER = 3_000_000;

/** Writes a VIN in its normal form and leaves alone what is none, for the pattern to refuse. */
const toVin = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? (normalVin(value) ?? value) : value;
export const VinTransform = () => Transform(toVin);
export const VIN_PATTERN = /^[A-HJ-NPR-Z0-9]{17}$/;

export class VehicleDto {
  @ApiProperty({ example: 'LCHARE3K8AN100200', description: '17 characters, ISO 3779' })
  @VinTransform()
  @Matches(VIN_PATTERN)
  vin: string;

  @ApiPropertyOptional({ example: '浙A·A1000' })
  @IsOptional()
  @IsString()
  @Length(1, 20)
  plate?: string;

  @ApiPropertyOptional({ example: 'E300' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  model?: string;

  @ApiPropertyOptional({ example: '2022-01-15', format: 'date' })
  @IsOptional()
  @IsDay()
  buildDate?: string;
}

export class OwnerDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(30)
  phone?: string;
}

export class PartLineDto {
  @ApiProperty({ example: 1, minimum: 1, maximum: 999 })
  @IsInt()
  @Min(1)
  @Max(999)
  line: number;

  @ApiPropertyOptional({ example: '制动异响', description: 'What the owner complains of (3C: complaint)' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  concern?: string;

  @ApiPropertyOptional({ description: '3C: cause' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cause?: string;

  @ApiPropertyOptional({ description: '3C: correction' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  correction?: string;

  @ApiPropertyOptional({ type: [String], example: ['P0301'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  faultCodes?: string[];

  @ApiProperty({ example: 'CH-04465-02250' })
  @IsString()
  @Length(1, 40)
  partNumber: string;

  @ApiProperty({ enum: CATEGORIES })
  @IsIn(CATEGORIES)
  category: LineCategory;

  @ApiPropertyOptional({ example: 'FL', description: 'Where on the vehicle' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  position?: string;

  @ApiProperty({ example: 1, minimum: 1, maximum: 999 })
  @IsInt()
  @Min(1)
  @Max(999)
  quantity: number;

  @ApiPropertyOptional({ example: '428.00', description: 'Decimal string, as quoted' })
  @IsOptional()
  @Matches(PRICE)
  unitPrice?: string;

  @ApiProperty({
    enum: PAY_TYPES,
    description:
      'Who pays. Only `customer` is charged to the owner; of `insurance` that is what the insurer settles itself.',
  })
  @IsIn(PAY_TYPES)
  payType: PayType;
}

export class PushRepairOrderDto {
  @ApiPropertyOptional({ description: 'If given, the number of the path' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  number?: string;

  @ApiPropertyOptional({ example: 'WS-HZ-01', description: 'If given, the caller’s own workshop' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  workshop?: string;

  @ApiProperty({ example: 1, minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version: number;

  @ApiPropertyOptional({ enum: PUSHED_STATUSES })
  @IsOptional()
  @IsIn(PUSHED_STATUSES)
  status?: (typeof PUSHED_STATUSES)[number];

  @ApiPropertyOptional({ description: 'The order that this one is a comeback of' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  parent?: string;

  @ApiProperty({ example: '2026-11-10T01:12:00+08:00', format: 'date-time' })
  @IsInstant()
  openedAt: string;

  @ApiProperty({ type: VehicleDto })
  @IsObject()
  @ValidateNested()
  @Type(() => VehicleDto)
  vehicle: VehicleDto;

  @ApiPropertyOptional({ type: OwnerDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => OwnerDto)
  owner?: OwnerDto;

  @ApiPropertyOptional({ enum: REPAIR_CATEGORIES })
  @IsOptional()
  @IsIn(REPAIR_CATEGORIES)
  repairCategory?: (typeof REPAIR_CATEGORIES)[number];

  @ApiPropertyOptional({ example: 31000, description: 'km' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_ODOMETER)
  odometerIn?: number;

  @ApiProperty({ type: [PartLineDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ArrayUnique((line: PartLineDto) => line.line)
  @ValidateNested({ each: true })
  @Type(() => PartLineDto)
  lines: PartLineDto[];
}

export class OrderStatusDto {
  @ApiProperty({ enum: ORDER_STATUSES })
  @IsIn(ORDER_STATUSES)
  status: OrderStatus;
}

/** Numbers as workshops' systems make them: anything that prints, but no slash at either end of a path. */
export const ORDER_NUMBER = /^[^\p{C}]{1,40}$/u;

export class OrderNumberParam {
  @ApiProperty({ example: 'RO-240100', description: 'The workshop’s own number of the order' })
  @Matches(ORDER_NUMBER)
  number: string;
}

export class OrderListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ORDER_STATUSES })
  @IsOptional()
  @IsIn(ORDER_STATUSES)
  status?: OrderStatus;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'Only orders that are not invoiced, delivered, closed or cancelled',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  open?: 'true' | 'false';

  @ApiPropertyOptional({ description: '17 characters' })
  @IsOptional()
  @VinTransform()
  @Matches(VIN_PATTERN)
  vin?: string;
}

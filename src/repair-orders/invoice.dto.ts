import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { LineCategory } from '../flags/evidence.ts';
import { HasDecimals } from '../http/decimals.ts';
import { FindingDto } from '../verification/verdict.dto.ts';
import { CATEGORIES, MAX_ODOMETER, PRICE } from './repair-order.dto.ts';

export class InvoiceLineDto {
  @ApiProperty({ example: 1, description: 'The line of the repair order' })
  @IsInt()
  @Min(1)
  @Max(999)
  line: number;

  @ApiProperty({ example: 'CH-04465-02250' })
  @IsString()
  @Length(1, 40)
  partNumber: string;

  @ApiProperty({ enum: CATEGORIES })
  @IsIn(CATEGORIES)
  category: LineCategory;

  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  @Max(999)
  quantity: number;

  @ApiProperty({
    example: '428.00',
    description: 'What is charged for one. The owner’s total has it only where the order’s line is paid by `customer`.',
  })
  @Matches(PRICE)
  unitPrice: string;

  @ApiPropertyOptional({
    type: [String],
    description: 'Serials or codes of the units billed, which must be fitted on this line; left out: those that are',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(999)
  @IsString({ each: true })
  @Length(1, 2000, { each: true })
  units?: string[];
}

export class LabourDto {
  @ApiProperty({ example: '更换前制动片' })
  @IsString()
  @Length(1, 200)
  description: string;

  @ApiPropertyOptional({ example: 1.2 })
  @IsOptional()
  @HasDecimals(2)
  @Min(0)
  @Max(10_000)
  hours?: number;

  @ApiProperty({ example: '180.00' })
  @Matches(PRICE)
  amount: string;
}

export class OverrideDto {
  @ApiProperty({ example: 'R21' })
  @Matches(/^[A-Z]\d{2}$/)
  rule: string;

  @ApiProperty({ description: 'The owner sees it' })
  @IsString()
  @Length(1, 500)
  reason: string;
}

export class InvoiceDto {
  @ApiProperty({ example: 'INV-240100' })
  @IsString()
  @Length(1, 40)
  number: string;

  @ApiPropertyOptional({ description: 'km. Required where the order has its odometer in, and not below it' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_ODOMETER)
  odometerOut?: number;

  @ApiProperty({ type: [InvoiceLineDto] })
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique((line: InvoiceLineDto) => line.line)
  @ValidateNested({ each: true })
  @Type(() => InvoiceLineDto)
  lines: InvoiceLineDto[];

  @ApiPropertyOptional({ type: [LabourDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => LabourDto)
  labour?: LabourDto[];

  @ApiPropertyOptional({ type: [OverrideDto], description: 'By a supervisor only, and never for level 5' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique((override: OverrideDto) => override.rule)
  @ValidateNested({ each: true })
  @Type(() => OverrideDto)
  overrides?: OverrideDto[];
}

export class IssuedInvoiceLineDto extends InvoiceLineDto {
  @ApiProperty({ enum: ['consistent', 'caution', 'suspect'] })
  outcome: string;
}

export class IssuedInvoiceDto {
  @ApiProperty({ description: 'Opens the owner’s page; whoever holds it may read the invoice' })
  token: string;

  @ApiProperty({ format: 'uri' })
  url: string;

  @ApiProperty({ description: 'The link as a QR code, SVG' })
  qr: string;

  @ApiProperty({ description: 'Rises when a changed invoice is sent again; the owner sees that it changed' })
  version: number;

  @ApiProperty({ description: 'SHA-256 of what is charged, hexadecimal' })
  contentHash: string;

  @ApiProperty({ format: 'date-time' })
  issuedAt: string;

  @ApiProperty({ type: [IssuedInvoiceLineDto] })
  lines: IssuedInvoiceLineDto[];

  @ApiProperty({ type: [FindingDto] })
  findings: FindingDto[];
}

export class SettlementDto {
  @ApiProperty()
  token: string;

  @ApiProperty({ format: 'uri' })
  url: string;

  @ApiProperty({ description: 'The link as a QR code, SVG' })
  qr: string;

  @ApiProperty({
    type: [Object],
    description: 'Every version, the latest first: what was billed, labour and material apart',
  })
  versions: object[];
}

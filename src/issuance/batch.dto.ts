import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateBy } from 'class-validator';
import { PageQuery } from '../http/paging.ts';
import { isCalendarDate } from '../catalogue/calendar-date.ts';
import { NormalPartNumber } from '../catalogue/part.dto.ts';
import { PART_NUMBER } from '../catalogue/part.ts';
import { WordsDto } from '../http/words.dto.ts';
import { type Batch, BATCH_STATUSES, type BatchStatus, MOST_UNITS, ORDER_NUMBER } from './batch.ts';

const IsCalendarDate = () =>
  ValidateBy(
    { name: 'isCalendarDate', validator: { validate: (value) => typeof value === 'string' && isCalendarDate(value) } },
    { context: { zh: '日期，如 2026-11-23', en: 'a date such as 2026-11-23' } },
  );

/** Lots are written in capitals, however they are typed. */
const UpperCase = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toUpperCase() : value));

const LOT = /^[A-Z0-9-]{1,20}$/;

export class NewBatchDto {
  @ApiProperty({ example: 'CH-04465-02250' })
  @NormalPartNumber()
  @Matches(PART_NUMBER)
  partNumber: string;

  @ApiProperty({ minimum: 1, maximum: MOST_UNITS, example: 40 })
  @IsInt()
  @Min(1)
  @Max(MOST_UNITS)
  quantity: number;

  @ApiPropertyOptional({ example: 'L26K01', pattern: LOT.source })
  @IsOptional()
  @UpperCase()
  @Matches(LOT)
  lot?: string;

  @ApiPropertyOptional({ example: 'DO-2026-1123', maxLength: 40, description: 'Number of the dispatch order.' })
  @IsOptional()
  @IsString()
  @Matches(ORDER_NUMBER)
  order?: string;

  @ApiPropertyOptional({ example: 'WS-HZ-01', description: 'Code of the organisation that the parts are for.' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  consignee?: string;

  @ApiPropertyOptional({
    format: 'date',
    example: '2029-11-23',
    description: 'Last day of the shelf life. Left out: as the catalogue has it, counted from today.',
  })
  @IsOptional()
  @IsCalendarDate()
  expiresOn?: string;
}

export class BatchesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: BATCH_STATUSES })
  @IsOptional()
  @IsIn(BATCH_STATUSES)
  status?: BatchStatus;

  @ApiPropertyOptional({ example: 'DO-2026-1123' })
  @IsOptional()
  @Matches(ORDER_NUMBER)
  order?: string;

  @ApiPropertyOptional({ example: 'CH-04465-02250' })
  @IsOptional()
  @NormalPartNumber()
  @Matches(PART_NUMBER)
  partNumber?: string;
}

export class ReasonDto {
  @ApiProperty({ minLength: 2, maxLength: 500, example: 'wrong lot' })
  @IsString()
  @Length(2, 500)
  @Matches(/\S/)
  reason: string;
}

export class RangeDto {
  @ApiPropertyOptional({ minimum: 1, description: 'First ordinal; left out: 1.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_UNITS)
  from?: number;

  @ApiPropertyOptional({ minimum: 1, description: 'Last ordinal; left out: the last one issued.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_UNITS)
  to?: number;
}

export class ReprintDto extends ReasonDto {
  @ApiProperty({ minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(MOST_UNITS)
  from: number;

  @ApiProperty({ minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(MOST_UNITS)
  to: number;
}

export class BatchFailureDto extends WordsDto {
  @ApiProperty({ example: 'SIGNING_KEY_UNAVAILABLE' })
  code: string;
}

export class BatchDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: BATCH_STATUSES, description: '`issued`: every label exists. `failed` waits for a retry.' })
  status: BatchStatus;
  @ApiProperty({ example: 40 })
  quantity: number;
  @ApiProperty({ example: 40, description: 'Labels that exist.' })
  issued: number;
  @ApiProperty({ example: 'CH-04465-02250' })
  partNumber: string;
  @ApiProperty({ type: WordsDto })
  name: WordsDto;
  @ApiProperty({ example: '09521234100003' })
  gtin: string;
  @ApiProperty({ type: String, nullable: true })
  lot: string | null;
  @ApiProperty({ type: String, nullable: true })
  order: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the organisation that the parts are for.' })
  consignee: string | null;
  @ApiProperty({ example: 'WH-HZ', description: 'Code of the organisation that registers the units.' })
  warehouse: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  expiresOn: string | null;
  @ApiProperty({ type: BatchFailureDto, nullable: true })
  failure: BatchFailureDto | null;
  @ApiProperty({ type: String, nullable: true })
  cancelReason: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: string | null;

  static of(this: void, batch: Batch): BatchDto {
    return {
      id: batch.id,
      status: batch.status,
      quantity: batch.quantity,
      issued: batch.issued,
      partNumber: batch.partNumber,
      name: batch.partName,
      gtin: batch.gtin,
      lot: batch.lot,
      order: batch.order,
      consignee: batch.consigneeCode,
      warehouse: batch.warehouseCode,
      expiresOn: batch.expiresOn,
      failure: batch.failure,
      cancelReason: batch.cancelReason,
      createdAt: batch.createdAt.toISOString(),
      finishedAt: batch.finishedAt?.toISOString() ?? null,
    };
  }
}

export class BatchPageDto {
  @ApiProperty({ type: [BatchDto] })
  items: BatchDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class CommissionedDto {
  @ApiProperty({ example: 40, description: 'Units that came into stock just now.' })
  commissioned: number;
  @ApiProperty({ example: 0, description: 'Units that had moved on before: in stock or beyond, or voided.' })
  passedOver: number;
  @ApiProperty({ example: 1 })
  from: number;
  @ApiProperty({ example: 40 })
  to: number;
}

export class RecordedReprintDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  from: number;
  @ApiProperty()
  to: number;
  @ApiProperty()
  reason: string;
  @ApiProperty({ format: 'date-time' })
  printedAt: string;
}

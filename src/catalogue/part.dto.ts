import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCalendarDate } from './calendar-date.dto.ts';
import { PageQuery } from '../http/paging.ts';
import { WordsDto } from '../http/words.dto.ts';
import {
  LIMITS,
  normalPartNumber,
  PART_CLASSES,
  PART_NUMBER,
  PRICE_STATES,
  TRACKINGS,
  type PartClass,
  type PriceState,
  type Tracking,
  SUPPLIED_AS,
  type SuppliedAs,
} from './part.ts';
import type { GivenPart } from './part-editing.service.ts';
import type { DatedPrice, ListedPart } from './part.query.ts';

/** Any spelling of a part number is taken for its normal form. */
export const NormalPartNumber = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? normalPartNumber(value) : value));

export class PartPath {
  @ApiProperty({ example: 'CH-04465-02250', pattern: PART_NUMBER.source, description: 'A `/` in it as `%2F`' })
  @NormalPartNumber()
  @Matches(PART_NUMBER)
  partNumber: string;
}

export class MakerQuery {
  @ApiPropertyOptional({ example: 'CH', description: 'Code of the maker, where several have this part number' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  maker?: string;
}

export class PartsQuery extends PageQuery {
  @ApiPropertyOptional({
    maxLength: 100,
    example: '制动片',
    description: 'Within the part number or a name; or a GTIN',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  query?: string;
}

export class PricesQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'CH', description: 'Code of the maker, where several have this part number' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  maker?: string;
}

const wholeNumber = { type: 'integer', nullable: true, maximum: LIMITS.wholeNumber } as const;

export class PricePath extends PartPath {
  @ApiProperty({ format: 'date', example: '2027-01-01', description: 'The day on which the price begins' })
  @IsCalendarDate()
  validFrom: string;
}

export class PutPartDto implements GivenPart {
  @ApiProperty({ type: WordsDto, example: { zh: '前制动片组', en: 'Brake pad set, front' } })
  @IsDefined()
  @ValidateNested()
  @Type(() => WordsDto)
  name: WordsDto;

  @ApiProperty({ enum: PART_CLASSES })
  @IsIn(PART_CLASSES)
  class: PartClass;

  @ApiProperty({ enum: TRACKINGS })
  @IsIn(TRACKINGS)
  tracking: Tracking;

  @ApiPropertyOptional({
    enum: SUPPLIED_AS,
    default: 'original',
    description: 'How the maker sells it, 原厂 or 再制造: a unit of it may not be billed as another category',
  })
  @IsOptional()
  @IsIn(SUPPLIED_AS)
  suppliedAs?: SuppliedAs;

  @ApiProperty({
    example: '428.00',
    pattern: '^\\d{1,10}(\\.\\d{1,2})?$',
    description: 'Recommended retail, above zero',
  })
  @Matches(/^\d{1,10}(\.\d{1,2})?$/)
  listPrice: string;

  @ApiProperty({ example: 'CNY', description: 'ISO 4217' })
  @Matches(/^[A-Z]{3}$/)
  currency: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    example: '2027-01-01',
    description:
      'The day (UTC) on which this price begins: a later one announces it. Left out: today. A new part has its price from the start.',
  })
  @IsOptional()
  @IsCalendarDate()
  priceValidFrom?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    pattern: '^\\d{14}$',
    description:
      'Left out: the one the part has, or one allocated from the maker’s GS1 company prefix. It is for life.',
  })
  @IsOptional()
  @Matches(/^\d{14}$/)
  gtin?: string | null;

  @ApiPropertyOptional({ type: [String], maxItems: LIMITS.models, example: ['E300', 'E350'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.models)
  @IsString({ each: true })
  @MaxLength(LIMITS.model, { each: true })
  models?: string[];

  @ApiPropertyOptional({ ...wholeNumber, minimum: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LIMITS.wholeNumber)
  quantityPerVehicle?: number | null;

  @ApiPropertyOptional({ ...wholeNumber, minimum: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LIMITS.wholeNumber)
  warrantyMonths?: number | null;

  @ApiPropertyOptional({ ...wholeNumber, minimum: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LIMITS.wholeNumber)
  warrantyKm?: number | null;

  @ApiPropertyOptional({ ...wholeNumber, minimum: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LIMITS.wholeNumber)
  shelfLifeDays?: number | null;

  @ApiPropertyOptional({
    default: true,
    description: 'No units of an inactive part are issued; workshops do not see it',
  })
  @IsOptional()
  @IsBoolean()
  isActive?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'The version that the change was made on, 0 for a new part; another one by now is refused',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LIMITS.wholeNumber)
  version?: number;
}

export class PartMakerDto {
  @ApiProperty({ example: 'CH' })
  code: string;
  @ApiProperty({ type: WordsDto })
  name: WordsDto;
}

export class PartDto {
  @ApiProperty({ example: 'CH-04465-02250' })
  partNumber: string;
  @ApiProperty({ type: PartMakerDto })
  maker: PartMakerDto;
  @ApiProperty({ type: WordsDto })
  name: WordsDto;
  @ApiProperty({ enum: PART_CLASSES })
  class: PartClass;
  @ApiProperty({ enum: TRACKINGS })
  tracking: Tracking;
  @ApiProperty({ enum: SUPPLIED_AS })
  suppliedAs: SuppliedAs;
  @ApiProperty({ example: '09521234100003' })
  gtin: string;
  @ApiProperty({ description: 'We gave the GTIN; the maker has not named one of its own' })
  isGtinAllocated: boolean;
  @ApiProperty({ example: '428.00', description: 'In force today' })
  listPrice: string;
  @ApiProperty({ example: 'CNY' })
  currency: string;
  @ApiProperty({ type: [String], description: 'Vehicle models it fits; empty where nothing is said' })
  models: readonly string[];
  @ApiProperty({ type: 'integer', nullable: true })
  quantityPerVehicle: number | null;
  @ApiProperty({ type: 'integer', nullable: true })
  warrantyMonths: number | null;
  @ApiProperty({ type: 'integer', nullable: true })
  warrantyKm: number | null;
  @ApiProperty({ type: 'integer', nullable: true })
  shelfLifeDays: number | null;
  @ApiProperty()
  isActive: boolean;
  @ApiProperty({ type: 'integer', description: 'Counts the changes from 1' })
  version: number;
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  static of(this: void, part: ListedPart): PartDto {
    const { id: _id, makerId: _makerId, nameZh, nameEn, updatedAt, ...rest } = part;
    return { ...rest, name: { zh: nameZh, en: nameEn }, updatedAt: updatedAt.toISOString() };
  }
}

export class PartPageDto {
  @ApiProperty({ type: [PartDto] })
  items: PartDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class PriceDto implements DatedPrice {
  @ApiProperty({
    format: 'date',
    example: '2026-11-23',
    description: 'In force from this day (UTC) until the next one',
  })
  validFrom: string;
  @ApiProperty({ example: '428.00' })
  listPrice: string;
  @ApiProperty({ example: 'CNY' })
  currency: string;
  @ApiProperty({ enum: PRICE_STATES, description: '`announced`: it begins on a later day' })
  state: PriceState;
}

export class PricePageDto {
  @ApiProperty({ type: [PriceDto] })
  items: PriceDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

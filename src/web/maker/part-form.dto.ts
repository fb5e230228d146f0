import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsCalendarDate } from '../../catalogue/calendar-date.dto.ts';
import { NormalPartNumber, type PartDto } from '../../catalogue/part.dto.ts';
import type { GivenPart, GivenSupersession } from '../../catalogue/part-editing.service.ts';
import { LIMITS, PART_NUMBER } from '../../catalogue/part.ts';
import { SupersededDto } from '../../catalogue/supersession.dto.ts';
import { ONE_FOR_ONE } from '../../catalogue/supersession.ts';
import { Blank } from '../staff/blank.ts';

/** A field that is a whole number, or empty. */
const Whole = (least: number) => (target: object, name: string) => {
  for (const decorate of [Blank(), Type(() => Number), IsOptional(), IsInt(), Min(least), Max(LIMITS.wholeNumber)])
    decorate(target, name);
};

/** What may be changed of a part. Its price has a form of its own, because it has a date. */
export class PartFormDto {
  @IsString()
  @MaxLength(1000)
  nameZh: string;

  @IsString()
  @MaxLength(1000)
  nameEn: string;

  @IsString()
  class: string;

  @IsString()
  tracking: string;

  @IsOptional()
  @IsString()
  suppliedAs?: string;

  @Blank()
  @IsOptional()
  @Matches(/^\d{14}$/)
  gtin?: string;

  @IsString()
  @MaxLength(10_000)
  models: string;

  @Whole(1)
  quantityPerVehicle?: number;
  @Whole(0)
  warrantyMonths?: number;
  @Whole(0)
  warrantyKm?: number;
  @Whole(1)
  shelfLifeDays?: number;

  /** A box that is not ticked is not sent. */
  @Transform(({ value }: { value: unknown }) => value === 'on')
  @IsOptional()
  isActive?: boolean;

  /** 0 for a part that is not there yet. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(LIMITS.wholeNumber)
  version: number;

  static given(this: void, form: PartFormDto, price: Pick<GivenPart, 'listPrice' | 'currency'>): GivenPart {
    const { nameZh, nameEn, models, isActive = false, ...rest } = form;
    const { listPrice, currency } = price;
    return { ...rest, listPrice, currency, name: { zh: nameZh, en: nameEn }, models: modelsIn(models), isActive };
  }
}

export class NewPartFormDto extends PartFormDto {
  @NormalPartNumber()
  @Matches(PART_NUMBER)
  partNumber: string;

  @IsString()
  @Length(1, 20)
  listPrice: string;

  @IsString()
  @Length(3, 3)
  currency: string;
}

export class PriceFormDto {
  @IsString()
  @Length(1, 20)
  listPrice: string;

  @IsString()
  @Length(3, 3)
  currency: string;

  @Blank()
  @IsOptional()
  @IsCalendarDate()
  priceValidFrom?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LIMITS.wholeNumber)
  version: number;

  /** The part as it is, at another price. */
  static given(this: void, price: PriceFormDto, part: PartDto): GivenPart {
    const { name, class: partClass, tracking, suppliedAs, gtin, models, isActive } = part;
    const { quantityPerVehicle, warrantyMonths, warrantyKm, shelfLifeDays } = part;
    const numbers = { quantityPerVehicle, warrantyMonths, warrantyKm, shelfLifeDays };
    return { ...numbers, name, class: partClass, tracking, suppliedAs, gtin, models, isActive, ...price };
  }
}

/** Which of the announced prices. */
export class WithdrawalFormDto {
  @IsCalendarDate()
  validFrom: string;
}

export class SupersededFormDto extends SupersededDto {
  @Whole(1)
  ratioOld?: number;
  @Whole(1)
  ratioNew?: number;

  @Blank()
  declare validFrom?: string | null;

  @Blank()
  declare validTo?: string | null;

  static relation(this: void, { ratioOld = 1, ratioNew = 1, ...one }: SupersededFormDto): SupersededDto {
    return { ...one, ratio: { old: ratioOld, new: ratioNew } };
  }
}

/** Which of a part's relations: its other part, and when it begins. */
export class RelationFormDto {
  @NormalPartNumber()
  @Matches(PART_NUMBER)
  partNumber: string;

  @Blank()
  @IsOptional()
  @IsString()
  validFrom?: string;
}

export const givenSupersession = ({ partNumber, kind, ...rest }: SupersededDto): GivenSupersession => ({
  oldPart: partNumber,
  kind,
  ratio: rest.ratio ?? ONE_FOR_ONE,
  validFrom: rest.validFrom ?? null,
  validTo: rest.validTo ?? null,
});

const modelsIn = (text: string): string[] =>
  text
    .split(/[,，、;；\n]/)
    .map((model) => model.trim())
    .filter((model) => model !== '');

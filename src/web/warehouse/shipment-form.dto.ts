import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, MaxLength, Min } from 'class-validator';
import { ShipmentDto, ShipmentsQuery } from '../../distribution/shipment.dto.ts';
import { Blank } from '../staff/blank.ts';

/** One code a line, as a scanner types them into a field: it presses Enter after each. */
const Lines = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string'
      ? value
          .split(/\r\n|\n|\r/u)
          .map((line) => line.trim())
          .filter((line) => line !== '')
      : value,
  );

export class ShipmentFilterDto extends ShipmentsQuery {
  @Blank()
  declare direction?: ShipmentsQuery['direction'];
  @Blank()
  declare status?: ShipmentsQuery['status'];
}

export class PackingQuery {
  @Blank()
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  to?: string;

  @Blank()
  @IsOptional()
  @IsString()
  @Length(1, 40)
  order?: string;
}

export class ShipFormDto extends ShipmentDto {
  @Lines()
  declare units: string[];
  @Blank()
  declare reference?: string;
}

const MOST_TEXT = 900_000;

export class ReceiptFormDto {
  /** Lines of codes. */
  @IsString()
  @MaxLength(MOST_TEXT)
  codes: string;

  /** Of a return: those that are not as new. */
  @Blank()
  @IsOptional()
  @IsString()
  @MaxLength(MOST_TEXT)
  notAsNew?: string;

  @Blank()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class VoidShipmentFormDto {
  @IsString()
  @Length(1, 500)
  reason: string;
}

/** What the page before has done, to be said once. */
export class ShipmentPageQuery {
  @IsOptional()
  @IsString()
  done?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  received?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  over?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  short?: number;
}

export class TakeOutFormDto {
  @IsString()
  @Length(1, 500)
  unit: string;
}

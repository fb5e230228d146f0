import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { type ChosenColumns, type Column, COLUMNS } from '../../issuance/dispatch-order-columns.ts';
import { BODY_LIMIT } from '../../http/consumes.ts';

const MOST_COLUMNS = 200;

/** A form with one such field sends a text, with several a list. */
const AsList = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value));

/** A file that was looked at, as the page before kept it, and what its headings were said to mean. */
export class CarriedOrderDto {
  @IsString()
  @Length(1, BODY_LIMIT)
  file: string;

  @AsList()
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_COLUMNS)
  @IsString({ each: true })
  @MaxLength(500, { each: true })
  heading: string[] = [];

  @AsList()
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_COLUMNS)
  @IsIn(['', ...COLUMNS], { each: true })
  column: (Column | '')[] = [];

  static chosen(this: void, { heading, column }: Pick<CarriedOrderDto, 'heading' | 'column'>): ChosenColumns {
    return new Map(heading.map((text, at) => [text.trim(), column[at] || null]));
  }
}

export class OrderPath {
  @IsString()
  @Length(1, 40)
  number: string;
}

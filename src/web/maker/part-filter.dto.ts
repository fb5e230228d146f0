import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PartsQuery } from '../../catalogue/part.dto.ts';
import { Blank } from '../staff/blank.ts';

export class PartFilterDto extends PartsQuery {
  @Blank()
  declare query?: string;
}

export class PartViewQuery {
  /** What was just done. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  done?: string;

  /** Cursor of older prices. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  prices?: string;
}

import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PageQuery } from '../../http/paging.ts';
import { DestroyDto, MissingDto, UnitsQuery, VoidDto } from '../../units/unit.dto.ts';
import { Blank } from '../staff/blank.ts';

export class FindDto {
  @IsString()
  @Length(1, 500)
  q: string;
}

export class StockFilterDto extends PageQuery {
  @Blank()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class UnitFilterDto extends UnitsQuery {
  @Blank()
  declare state?: UnitsQuery['state'];
  @Blank()
  declare partNumber?: string;
  @Blank()
  declare lot?: string;
  @Blank()
  declare order?: string;
  @Blank()
  declare hold?: UnitsQuery['hold'];
}

export class VoidFormDto extends VoidDto {
  @Blank()
  declare note?: string;
}

export class MissingFormDto extends MissingDto {
  @Blank()
  declare note?: string;
}

export class QuarantineFormDto {
  @IsString()
  @Length(1, 500)
  reason: string;
}

export class DestroyFormDto extends DestroyDto {}

/** What was done on the page before, to be said once. */
export class DoneQuery {
  @IsOptional()
  @IsIn(['done'])
  done?: 'done';
}

import { Transform, Type } from 'class-transformer';
import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { NormalPartNumber } from '../../catalogue/part.dto.ts';
import { CASE_NUMBER, CaseEntryDto, CaseParam, CasesQuery, OpenCaseDto } from '../../flags/case.dto.ts';
import { FlagsQuery } from '../../flags/flag.dto.ts';
import { type OpenRecallDto, RecallParam } from '../../flags/recall.dto.ts';
import { PageQuery } from '../../http/paging.ts';
import { ClearanceDto } from '../../units/unit.dto.ts';
import { UNIT_STATES, type UnitState } from '../../units/unit-lifecycle.ts';
import { Blank } from '../staff/blank.ts';

/** What is open comes first; all is shown to whoever asks for all. */
export class FlagFilterDto extends FlagsQuery {
  @Blank()
  override status?: FlagsQuery['status'] = 'open';
  @Blank()
  declare level?: number;
  @Blank()
  declare rule?: string;
  @Blank()
  declare workshop?: string;
  @Blank()
  declare part?: string;
}

export class CaseFilterDto extends CasesQuery {
  @Blank()
  declare status?: CasesQuery['status'];
  @Blank()
  declare kind?: CasesQuery['kind'];
}

export class EntryFormDto extends CaseEntryDto {
  /** A box that is not ticked is not sent. */
  @Transform(({ value }: { value: unknown }) => value === 'on')
  declare isShownToOwner?: boolean;
}

/** A case is opened on the unit of the page. */
export class OpenCaseFormDto extends OmitType(OpenCaseDto, ['unit']) {}

/** A serial or a label’s text. */
export class UnitsFilterDto {
  @Blank()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  q?: string;
}

/** What was just done on a unit’s page, or the case that was just opened there. */
export class OpenedQuery {
  @IsOptional()
  @IsString()
  @MaxLength(20)
  done?: string;

  @IsOptional()
  @Matches(CASE_NUMBER)
  opened?: string;
}

/** `{number}/old-part-photos/{photo}` in a path. */
export class CasePhotoParam extends CaseParam {
  @IsUUID()
  photo: string;
}

export class ClearanceFormDto extends ClearanceDto {
  @Blank()
  declare case?: string;
}

/** How many weeks are looked back. */
export class PeriodDto {
  @Type(() => Number)
  @IsIn([4, 12, 26])
  weeks: number = 12;
}

/** Which of a campaign's units are listed. */
export class ReachFilterDto extends PageQuery {
  @Blank()
  @IsOptional()
  @IsIn(UNIT_STATES)
  state?: UnitState;

  @Blank()
  @IsOptional()
  @IsString()
  @MaxLength(30)
  custodian?: string;

  /** What was just done. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  done?: string;
}

export class RecallFormDto extends RecallParam {
  @NormalPartNumber()
  @IsString()
  @Length(1, 40)
  partNumber: string;

  @Blank()
  @IsOptional()
  @Matches(/^[A-Z0-9-]{1,20}$/)
  lot?: string;

  @IsString()
  @Length(1, 200)
  titleZh: string;

  @IsString()
  @Length(1, 200)
  titleEn: string;

  static wish(this: void, { titleZh, titleEn, ...recall }: RecallFormDto): OpenRecallDto {
    return { ...recall, title: { zh: titleZh, en: titleEn } };
  }
}

import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { BatchesQuery, NewBatchDto, RangeDto, ReprintDto } from '../../issuance/batch.dto.ts';
import { LabelFileQuery } from '../../issuance/label-files.dto.ts';
import { RESOLUTIONS, type Resolution, TEMPLATE_NAMES, type TemplateName } from '../../labels/sheets/sheet-template.ts';
import { Blank } from '../staff/blank.ts';

export class BatchFilterDto extends BatchesQuery {
  @Blank()
  declare status?: BatchesQuery['status'];
  @Blank()
  declare order?: string;
  @Blank()
  declare partNumber?: string;
}

/** A part is looked for (`q`), then chosen (`part`). */
export class RegisterQuery {
  @Blank()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @Blank()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  part?: string;
}

export class RegisterFormDto extends NewBatchDto {
  /** Sent with the form, so that a second click is no second batch. */
  @IsUUID()
  id: string;

  @Type(() => Number)
  declare quantity: number;
  @Blank()
  declare lot?: string;
  @Blank()
  declare order?: string;
  @Blank()
  declare consignee?: string;
  @Blank()
  declare expiresOn?: string;

  @IsIn(TEMPLATE_NAMES)
  template: TemplateName;

  @Blank()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65)
  start?: number;
}

export class PrintFormDto extends LabelFileQuery {
  @Blank()
  declare from?: number;
  @Blank()
  declare to?: number;
  @Blank()
  declare start?: number;
  @Blank()
  declare dpi?: Resolution;
  @Blank()
  declare nudgeX?: number;
  @Blank()
  declare nudgeY?: number;
}

export class SendFormDto extends PrintFormDto {
  @IsString()
  @Length(1, 40)
  printer: string;
}

export class RangeFormDto extends RangeDto {
  @Blank()
  @Type(() => Number)
  declare from?: number;
  @Blank()
  @Type(() => Number)
  declare to?: number;
}

export class ReprintFormDto extends ReprintDto {
  @Type(() => Number)
  declare from: number;
  @Type(() => Number)
  declare to: number;
}

/** What a label sheet is tried out with, and kept for this computer. */
export class TemplateFormDto {
  @Blank()
  @IsOptional()
  @Type(() => Number)
  @IsIn(RESOLUTIONS)
  dpi?: Resolution;

  @Blank()
  @IsOptional()
  @IsIn(['M', 'Q'])
  ecc?: 'M' | 'Q';

  @Blank()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65)
  start?: number;

  @Blank()
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  nudgeX?: number;

  @Blank()
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  nudgeY?: number;

  @Blank()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  part?: string;
}

/** The same as a page is asked for, and whether it was kept just now. */
export class TemplateQuery extends TemplateFormDto {
  @IsOptional()
  @IsIn(['kept'])
  done?: 'kept';
}

export class TemplatePath {
  @IsIn(TEMPLATE_NAMES)
  template: TemplateName;
}

/** How the page of a batch was come to. */
export class BatchPageQuery {
  @IsOptional()
  @IsIn(['cancelled', 'retried', 'commissioned', 'reprint', 'sent'])
  done?: 'cancelled' | 'retried' | 'commissioned' | 'reprint' | 'sent';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  count?: number;

  /** The labels are to open by themselves once they exist. */
  @IsOptional()
  @IsIn(TEMPLATE_NAMES)
  open?: TemplateName;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65)
  start?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  from?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  to?: number;
}

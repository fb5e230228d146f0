import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { IdParam } from '../http/id-param.dto.ts';
import { RESOLUTIONS, type Resolution, TEMPLATE_NAMES, type TemplateName } from '../labels/sheets/sheet-template.ts';
import { MOST_UNITS } from './batch.ts';
import { LABEL_FORMATS, type LabelFormat } from './label-formats.ts';

export class LabelFilePath extends IdParam {
  @ApiProperty({ enum: LABEL_FORMATS })
  @IsIn(LABEL_FORMATS)
  format: LabelFormat;
}

export const LABEL_FILE_TYPES: Readonly<Record<LabelFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  zpl: 'application/vnd.zebra-zpl; charset=utf-8',
};

const MOST_NUDGE = 20;

export class LabelFileQuery {
  @ApiPropertyOptional({ enum: TEMPLATE_NAMES, description: 'Left out: `a4-24` for PDF, `roll-50x25` for ZPL.' })
  @IsOptional()
  @IsIn(TEMPLATE_NAMES)
  template?: TemplateName;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'First ordinal; left out: 1.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_UNITS)
  from?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Last ordinal; left out: the last one issued.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_UNITS)
  to?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 65, description: 'First free label of a begun sheet.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65)
  start?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, description: 'Of every label; not for CSV.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  copies?: number;

  @ApiPropertyOptional({ enum: RESOLUTIONS, description: 'Of the print head.' })
  @IsOptional()
  @Type(() => Number)
  @IsIn(RESOLUTIONS)
  dpi?: Resolution;

  @ApiPropertyOptional({ enum: ['M', 'Q'], description: 'Error correction: Q where hands are oily.' })
  @IsOptional()
  @IsIn(['M', 'Q'])
  ecc?: 'M' | 'Q';

  @ApiPropertyOptional({ type: 'number', description: 'Millimetres to the right, for a printer that feeds crookedly.' })
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(-MOST_NUDGE)
  @Max(MOST_NUDGE)
  nudgeX?: number;

  @ApiPropertyOptional({ type: 'number', description: 'Millimetres down.' })
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(-MOST_NUDGE)
  @Max(MOST_NUDGE)
  nudgeY?: number;
}

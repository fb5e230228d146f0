import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { UnitPath } from '../units/unit.dto.ts';
import { QR_ECC, type QrEcc } from './qr.ts';

export const PICTURE_FORMATS = ['svg', 'png'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export class UnitLabelPath extends UnitPath {
  @ApiProperty({ enum: PICTURE_FORMATS })
  @IsIn(PICTURE_FORMATS)
  format: PictureFormat;
}

export class UnitLabelQuery {
  @ApiPropertyOptional({ enum: QR_ECC, default: 'M', description: 'Error correction: Q where hands are oily.' })
  @IsOptional()
  @IsIn(QR_ECC)
  ecc: QrEcc = 'M';

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 32, default: 8, description: 'PNG: dots a module.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(32)
  dots: number = 8;
}

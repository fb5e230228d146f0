import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsInstant } from '../http/instant.ts';
import type { LineCategory } from '../flags/evidence.ts';
import { CATEGORIES, PRICE } from './repair-order.dto.ts';

export const CHANNELS = ['in_person', 'phone', 'message', 'signature', 'online'] as const;

export class ApprovedLineDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  @Max(999)
  line: number;

  @ApiPropertyOptional({ description: 'What the owner approved; left out: as requested' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  partNumber?: string;

  @ApiPropertyOptional({ enum: CATEGORIES, description: 'Left out: as requested' })
  @IsOptional()
  @IsIn(CATEGORIES)
  category?: LineCategory;

  @ApiPropertyOptional({ description: 'Left out: as requested' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(999)
  quantity?: number;

  @ApiPropertyOptional({ example: '450.00', description: 'The highest unit price that the owner accepts' })
  @IsOptional()
  @Matches(PRICE)
  priceCap?: string;
}

export class ApprovalDto {
  @ApiProperty({ type: [ApprovedLineDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ArrayUnique((line: ApprovedLineDto) => line.line)
  @ValidateNested({ each: true })
  @Type(() => ApprovedLineDto)
  lines: ApprovedLineDto[];

  @ApiProperty({ enum: CHANNELS, description: 'How the owner said yes' })
  @IsIn(CHANNELS)
  channel: (typeof CHANNELS)[number];

  @ApiPropertyOptional({ format: 'date-time', description: 'When; left out: now' })
  @IsOptional()
  @IsInstant()
  approvedAt?: string;
}

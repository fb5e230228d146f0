import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { NormalPartNumber } from '../catalogue/part.dto.ts';
import { WordsDto } from '../http/words.dto.ts';
import type { UnitState } from '../units/unit-lifecycle.ts';

const RECALL_NUMBER = /^[A-Z0-9-]{1,40}$/;

export class RecallParam {
  @ApiProperty({ example: 'S2026M0042' })
  @Matches(RECALL_NUMBER)
  number: string;
}

export class OpenRecallDto extends RecallParam {
  @ApiProperty({ example: 'CH-04465-02250' })
  @NormalPartNumber()
  @IsString()
  @Length(1, 40)
  partNumber: string;

  @ApiPropertyOptional({ example: 'L26K01', description: 'Left out: every lot' })
  @IsOptional()
  @Matches(/^[A-Z0-9-]{1,20}$/)
  lot?: string;

  @ApiProperty({ type: WordsDto, description: 'What owners are told' })
  @IsObject()
  @ValidateNested()
  @Type(() => WordsDto)
  title: WordsDto;
}

export class RecallDto {
  @ApiProperty()
  number: string;

  @ApiProperty()
  partNumber: string;

  @ApiProperty({ type: String, nullable: true })
  lot: string | null;

  @ApiProperty({ type: WordsDto })
  title: WordsDto;

  @ApiProperty({ format: 'date-time' })
  openedAt: Date;

  @ApiProperty({ type: Date, format: 'date-time', nullable: true })
  closedAt: Date | null;

  @ApiProperty({ type: [Object], description: '{ state, custodian, units }: where the units are' })
  reach: { readonly state: UnitState; readonly custodian: string; readonly units: number }[];
}

/** The latest at once: a maker has few. */
export class RecallListDto {
  @ApiProperty({ type: [RecallDto] })
  items: RecallDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { WordsDto } from '../http/words.dto.ts';

const SCALE = { type: 'integer', minimum: 1, maximum: 5 } as const;
const PERCENT = 'Received ÷ expected × 100; above 100 it was more than was expected';

/** What the owner says of the service. */
export class SatisfactionDto {
  @ApiProperty({ ...SCALE, description: '1 little … 5 much' })
  @IsInt()
  @Min(1)
  @Max(5)
  expected: number;

  @ApiProperty({ ...SCALE, description: '1 little … 5 much' })
  @IsInt()
  @Min(1)
  @Max(5)
  received: number;
}

export class SaidSatisfactionDto {
  @ApiProperty(SCALE)
  expected: number;
  @ApiProperty(SCALE)
  received: number;
  @ApiProperty({ example: 80, description: PERCENT })
  percent: number;
}

export class SatisfactionItemDto extends SaidSatisfactionDto {
  @ApiProperty({ example: 'RO-239001' })
  repairOrder: string;
  @ApiProperty({ format: 'date-time' })
  saidAt: Date;
}

export class WorkshopSatisfactionDto {
  @ApiProperty({ type: 'integer', description: 'How many owners have answered' })
  answers: number;
  @ApiProperty({ type: Number, nullable: true, example: 92.4, description: `${PERCENT}. Null before the first answer` })
  percent: number | null;
  @ApiProperty({ type: [SatisfactionItemDto], description: 'Newest first' })
  items: SatisfactionItemDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class SatisfactionWorkshopDto {
  @ApiProperty({ example: 'WS-HZ-01' })
  code: string;
  @ApiProperty({ type: WordsDto })
  name: WordsDto;
  @ApiProperty({ type: 'integer', description: 'Owners of repairs with a part of yours' })
  answers: number;
  @ApiProperty({ type: Number, nullable: true, example: 92.4, description: `${PERCENT}. Null below five answers` })
  percent: number | null;
}

export class SatisfactionWorkshopPageDto {
  @ApiProperty({ type: [SatisfactionWorkshopDto] })
  items: SatisfactionWorkshopDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

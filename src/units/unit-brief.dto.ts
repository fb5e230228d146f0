import { ApiProperty } from '@nestjs/swagger';
import { WordsDto } from '../http/words.dto.ts';
import { UNIT_STATES, type UnitState } from './unit-lifecycle.ts';

/** One unit, as much as every answer tells of it. */
export class UnitBriefDto {
  @ApiProperty({ example: '09521234100003' })
  gtin: string;
  @ApiProperty({ example: '7Q3K9D0A2FXM' })
  serial: string;
  @ApiProperty({ example: 'CH-04465-02250' })
  partNumber: string;
  @ApiProperty({ type: WordsDto })
  name: WordsDto;
  @ApiProperty({ type: String, nullable: true, example: 'L26K01' })
  lot: string | null;
  @ApiProperty({ enum: UNIT_STATES })
  state: UnitState;
}

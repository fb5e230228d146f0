import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import type { Words } from '../kernel/words.ts';

/** A name or a text in both languages. */
export class WordsDto implements Words {
  @ApiProperty({ minLength: 1, maxLength: 200, example: '杭州仓库' })
  @IsString()
  @Length(1, 200)
  zh: string;

  @ApiProperty({ minLength: 1, maxLength: 200, example: 'Hangzhou warehouse' })
  @IsString()
  @Length(1, 200)
  en: string;
}

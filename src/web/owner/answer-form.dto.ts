import { Type } from 'class-transformer';
import { AnswerDto } from '../../feedback/answer.dto.ts';
import { Blank } from '../staff/blank.ts';

/** An answer as a form sends it: all values are text. */
export class AnswerFormDto extends AnswerDto {
  @Type(() => Number)
  declare line?: number;

  @Blank()
  declare text?: string;
}

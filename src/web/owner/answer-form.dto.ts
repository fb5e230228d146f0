import { Transform, Type } from 'class-transformer';
import { AnswerDto } from '../../feedback/answer.dto.ts';

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

/** An answer as a form sends it: all values are text, and a field left empty is sent as an empty one. */
export class AnswerFormDto extends AnswerDto {
  @Type(() => Number)
  declare line?: number;

  @Transform(({ value }: { value: unknown }) => (isBlank(value) ? undefined : value))
  declare text?: string;
}

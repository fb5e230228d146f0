import { Transform } from 'class-transformer';
import { IsOptional, IsString, Length, ValidateBy } from 'class-validator';
import { isInstant } from '../../http/instant.ts';
import { instantOf } from '../design/counter-time.ts';

const IsCounterTime = () =>
  ValidateBy(
    {
      name: 'isCounterTime',
      validator: { validate: (value) => typeof value === 'string' && isInstant(instantOf(value)) },
    },
    { context: { zh: '日期和时间，如 2026-11-23T10:00', en: 'a day and time such as 2026-11-23T10:00' } },
  );

/** Without `isConfirmed` it is only asked what would happen. */
export class RevocationFormDto {
  @IsCounterTime()
  cutOff: string;

  @IsString()
  @Length(3, 500)
  reason: string;

  @Transform(({ value }: { value: unknown }) => value === 'on')
  @IsOptional()
  isConfirmed?: boolean;
}

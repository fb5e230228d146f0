import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { PolicyDto } from '../flags/policy.dto.ts';
import type { BackTest } from './back-test.service.ts';

export class BackTestWishDto extends PolicyDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 366, default: 30, description: 'Days until now' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(366)
  days: number = 30;
}

const OUTCOMES = '{ confirmed, dismissed, unknown, falseAlertRate }';

export class BackTestDto implements BackTest {
  @ApiProperty({ example: 'B03' })
  rule: string;

  @ApiProperty({ format: 'date-time', description: 'How far back it came' })
  from: Date;

  @ApiProperty({ format: 'date-time' })
  to: Date;

  @ApiProperty({
    minimum: 0,
    description:
      'Scans, or whatever else the rule is asked about, that it could have spoken of and that were judged again',
  })
  scans: number;

  @ApiProperty({
    minimum: 0,
    description: 'Scans of units that the register did not know then, and fittings whose line has left its order',
  })
  unjudged: number;

  @ApiProperty({ type: Object, additionalProperties: true, description: `{ flags } and ${OUTCOMES}: as it was` })
  before: BackTest['before'];

  @ApiProperty({ type: Object, additionalProperties: true, description: '{ flags, byLevel }: as it would be' })
  after: BackTest['after'];

  @ApiProperty({
    type: Object,
    additionalProperties: true,
    description: `${OUTCOMES} of flags that there would be still`,
  })
  kept: BackTest['kept'];

  @ApiProperty({
    type: Object,
    additionalProperties: true,
    description: `${OUTCOMES} of flags that there would be no more: confirmed ones are missed, dismissed ones are spared`,
  })
  lost: BackTest['lost'];

  @ApiProperty({ minimum: 0, description: 'Flags that there were not' })
  added: number;

  @ApiProperty({ minimum: 0, description: 'Of the units in `added`, those about which another rule was right' })
  addedConfirmedOtherwise: number;

  @ApiProperty({
    minimum: 0,
    description: 'Flags of `before` that the policy in force finds again: how far the test can be trusted',
  })
  reproduced: number;

  @ApiProperty({
    description: 'False: after 30 seconds, or with 100,000 flags, it ended at `from`, which is later than was asked',
  })
  isComplete: boolean;

  @ApiProperty({
    type: [Object],
    description:
      '{ change: new | kept | lost, flag, outcome, level, at, unit, facts }: of each change at most 50, the worst. `flag` and `outcome` are null of new ones',
  })
  flags: BackTest['flags'];
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { DisputeScore, RuleScore } from './scorecard.ts';

export class PeriodQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 366, default: 90, description: 'Days until now' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(366)
  days: number = 90;
}

export class LatencyDto {
  @ApiProperty({
    minimum: 0,
    description:
      'Scans that this server answered while somebody waited, since it was started; what a queue brings late is left out',
  })
  scans: number;

  @ApiProperty({ type: Number, nullable: true })
  medianSeconds: number | null;

  @ApiProperty({ type: Number, nullable: true })
  p95Seconds: number | null;
}

export class ReadScoreDto {
  @ApiProperty({ type: String, nullable: true, enum: ['camera', 'wedge', 'typed', 'photo', null] })
  entryMode: string | null;

  @ApiProperty({ minimum: 0 })
  scans: number;

  @ApiProperty({ minimum: 0 })
  unread: number;

  @ApiProperty({ type: Number, nullable: true })
  unreadRate: number | null;
}

export class ScannerScoreDto {
  @ApiProperty({ example: 'WS-HZ-01' })
  organisation: string;

  @ApiProperty()
  device: string;

  @ApiProperty({ minimum: 0 })
  scans: number;

  @ApiProperty({ minimum: 0 })
  unread: number;

  @ApiProperty()
  unreadRate: number;
}

export class ScannerPageDto {
  @ApiProperty({ type: [ScannerScoreDto], description: 'The worst first; at most 200' })
  items: ScannerScoreDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

const DISPUTES = `{ raised, answered, answeredInTime, inTimeRate, accepted, declined, escalated, medianHours, p90Hours }:
 of disputes and complaints raised in the period; the first answer or call-back counts`;

class FiguresDto {
  @ApiProperty({ format: 'date-time' })
  from: Date;

  @ApiProperty({ format: 'date-time' })
  to: Date;

  @ApiProperty({ type: LatencyDto })
  verdictLatency: LatencyDto;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Received ÷ expected, in percent; of at least five owners',
  })
  satisfactionPercent: number | null;

  @ApiProperty({ type: [ReadScoreDto], description: 'Of everybody’s scans' })
  reads: ReadScoreDto[];
}

export class ScorecardDto extends FiguresDto {
  @ApiProperty({ type: Object, additionalProperties: true, description: DISPUTES })
  disputes: DisputeScore;

  @ApiProperty({
    type: [Object],
    description: '{ rule, name, open, confirmed, dismissed, falseAlertRate, dismissedBecause: [{ cause, flags }] }',
  })
  rules: RuleScore[];
}

/** Nothing is told of fewer than three houses. */
export class PublicScorecardDto extends FiguresDto {
  @ApiProperty({
    type: Object,
    nullable: true,
    additionalProperties: true,
    description: `${DISPUTES}. Null where it is about too few`,
  })
  disputes: DisputeScore | null;

  @ApiProperty({
    type: [Object],
    description: '{ rule, name, resolved, falseAlertRate } of rules resolved often enough',
  })
  rules: {
    readonly rule: string;
    readonly name: string;
    readonly resolved: number;
    readonly falseAlertRate: number | null;
  }[];
}

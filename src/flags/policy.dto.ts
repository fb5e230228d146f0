import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsObject, IsOptional, Matches, Max, Min } from 'class-validator';
import type { Level, Thresholds } from './rule.ts';

export class RuleParam {
  @ApiProperty({ example: 'R21' })
  @Matches(/^[A-Z]\d{2}$/)
  rule: string;
}

export class PolicyDto {
  @ApiProperty()
  @IsBoolean()
  isOn: boolean;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 5, description: 'Left out: the rule’s own' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  level?: Level;

  @ApiPropertyOptional({ type: Object, additionalProperties: { type: 'number' }, example: { tolerancePercent: 10 } })
  @IsOptional()
  @IsObject()
  thresholds?: Thresholds;
}

export class RuleDto {
  @ApiProperty({ example: 'R21' })
  rule: string;

  @ApiProperty({ example: 'OVER_LIST_PRICE' })
  name: string;

  @ApiProperty()
  isOn: boolean;

  @ApiProperty({ minimum: 1, maximum: 5 })
  level: number;

  @ApiProperty({ type: Object, additionalProperties: { type: 'number' } })
  thresholds: Thresholds;

  @ApiProperty({ type: Object, additionalProperties: true, description: '{ level, thresholds } as the rule has them' })
  defaults: object;
}

/** Every rule at once: there are as many as the table has. */
export class RuleListDto {
  @ApiProperty({ type: [RuleDto] })
  items: RuleDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

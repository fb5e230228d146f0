import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { UnitBriefDto } from '../units/unit-brief.dto.ts';

/** A text for people in both languages; unlike a name it may be long. */
export class MessageDto {
  @ApiProperty()
  zh: string;

  @ApiProperty()
  en: string;
}

export class ClaimsDto {
  @ApiProperty({ type: Boolean, nullable: true, description: 'The signature is the maker’s; nothing more' })
  issuedByMaker: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'State, custody, part number, order and vehicle agree' })
  recordsAgree: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Somebody looked at the part itself' })
  physicallyChecked: boolean | null;
}

export class FindingDto {
  @ApiProperty({ example: 'R02' })
  rule: string;

  @ApiProperty({ example: 'SUBSTITUTION' })
  name: string;

  @ApiProperty({ minimum: 1, maximum: 5 })
  level: number;

  @ApiPropertyOptional({ description: 'The order line it concerns' })
  line?: number;

  @ApiProperty({ type: MessageDto })
  message: MessageDto;

  @ApiProperty({ type: Object, additionalProperties: true })
  evidence: Record<string, unknown>;
}

/** The answer to one reading of a label. */
export class VerdictDto {
  @ApiProperty({ enum: ['consistent', 'caution', 'suspect', 'unknown', 'unreadable'] })
  outcome: string;

  @ApiProperty({ format: 'date-time' })
  checkedAt: string;

  @ApiProperty({ format: 'uuid' })
  scanId: string;

  @ApiProperty({ type: ClaimsDto })
  claims: ClaimsDto;

  @ApiProperty({ type: UnitBriefDto, nullable: true })
  unit: UnitBriefDto | null;

  @ApiProperty({ type: [FindingDto] })
  findings: FindingDto[];

  @ApiProperty({ type: MessageDto })
  nextStep: MessageDto;
}

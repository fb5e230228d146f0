import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { UNIT_STATES } from '../units/unit-lifecycle.ts';

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

export class VerdictUnitDto {
  @ApiProperty({ example: '09521234100003' })
  gtin: string;

  @ApiProperty({ example: '7Q3K9D0A2FXM' })
  serial: string;

  @ApiProperty({ example: 'CH-04465-02250' })
  partNumber: string;

  @ApiProperty({ type: MessageDto })
  name: MessageDto;

  @ApiProperty({ type: String, nullable: true, example: 'L26K01' })
  lot: string | null;

  @ApiProperty({ enum: UNIT_STATES })
  state: string;
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

  @ApiProperty({ type: VerdictUnitDto, nullable: true })
  unit: VerdictUnitDto | null;

  @ApiProperty({ type: [FindingDto] })
  findings: FindingDto[];

  @ApiProperty({ type: MessageDto })
  nextStep: MessageDto;
}

import { ApiProperty, PickType } from '@nestjs/swagger';
import { UnitBriefDto } from '../units/unit-brief.dto.ts';
import { FindingDto } from '../verification/verdict.dto.ts';
import type { Looked } from './arrivals.ts';
import type { ReceiptFinding } from './receipt-findings.service.ts';
import type { Receipt } from './receipts.service.ts';

export class CountedUnitDto extends PickType(UnitBriefDto, ['gtin', 'serial', 'partNumber'] as const) {
  static of(this: void, { gtin, serial, partNumber }: CountedUnitDto): CountedUnitDto {
    return { gtin, serial, partNumber };
  }
}

export class SurplusDto {
  @ApiProperty({ description: 'As it was read' })
  code: string;
  @ApiProperty({ type: String, nullable: true, description: '`null`: there is no such unit in the register' })
  partNumber: string | null;
  @ApiProperty({ description: 'Of a part that this shipment does not carry at all' })
  isWrongPart: boolean;
}

export class ReceiptFindingDto extends FindingDto {
  @ApiProperty({ type: String, nullable: true, description: 'The code it is about; `null`: the delivery as a whole' })
  code: string | null;

  static of(this: void, { code, finding }: ReceiptFinding): ReceiptFindingDto {
    const { rule, name, level, message, evidence } = finding;
    return { rule, name, level, message, evidence, code };
  }
}

export class CountedUnitsDto {
  @ApiProperty({ type: [CountedUnitDto] })
  received: CountedUnitDto[];
  @ApiProperty({ type: [SurplusDto] })
  over: SurplusDto[];
  @ApiProperty({ type: [CountedUnitDto] })
  short: CountedUnitDto[];
}

export class ReceiptViewDto {
  @ApiProperty({ description: 'Units taken in by this receipt' })
  received: number;
  @ApiProperty({ description: 'Codes read that are not in this shipment; the units stay where the records have them' })
  over: number;
  @ApiProperty({ description: 'Units of this shipment that have not arrived yet' })
  short: number;
  @ApiProperty({ description: 'Of `over`, those of a part that this shipment does not carry' })
  wrongPart: number;
  @ApiProperty({ description: 'Codes of units received before, read once more' })
  again: number;
  @ApiProperty({ type: [ReceiptFindingDto] })
  findings: ReceiptFindingDto[];
  @ApiProperty({ type: CountedUnitsDto })
  units: CountedUnitsDto;

  static of({ arrived, again, over, short, wrongPart, findings }: Receipt): ReceiptViewDto {
    const wrong = new Set<Looked['code']>(wrongPart.map(({ code }) => code));
    return {
      received: arrived.length,
      over: over.length,
      short: short.length,
      wrongPart: wrongPart.length,
      again,
      findings: findings.map(ReceiptFindingDto.of),
      units: {
        received: arrived.map(({ unit }) => CountedUnitDto.of(unit)),
        over: over.map(({ code, unit }) => ({
          code: code.text,
          partNumber: unit?.partNumber ?? null,
          isWrongPart: wrong.has(code),
        })),
        short: short.map(CountedUnitDto.of),
      },
    };
  }
}

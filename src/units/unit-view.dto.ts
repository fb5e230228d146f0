import { ApiProperty } from '@nestjs/swagger';
import { WordsDto } from '../http/words.dto.ts';
import { UnitBriefDto } from './unit-brief.dto.ts';
import { tellHistory, type HistoryEntry, type Reader } from './unit-history.ts';
import type { RecordedHold, RecordedLife } from './unit-history.query.ts';
import { HOLD_KINDS, UNIT_STATES, type HoldKind } from './unit-lifecycle.ts';

export class PartyDto {
  @ApiProperty({ example: 'WH-HZ' })
  code: string;
  @ApiProperty({ type: WordsDto })
  name: WordsDto;
}

export class OpenHoldDto {
  @ApiProperty({ enum: HOLD_KINDS })
  kind: HoldKind;
  @ApiProperty({ format: 'date-time' })
  placedAt: string;
  @ApiProperty({ type: String, nullable: true, description: 'For the maker and its warehouses' })
  reason: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'C-2026-000042',
    description: 'For the maker and its warehouses',
  })
  case: string | null;
  @ApiProperty({ description: 'The first of two people has agreed to clear it' })
  isHalfCleared: boolean;

  static of(hold: RecordedHold, reader: Reader): OpenHoldDto {
    return {
      kind: hold.kind,
      placedAt: new Date(hold.placedAt).toISOString(),
      reason: reader.isMakerSide ? hold.reason : null,
      case: reader.isMakerSide ? hold.caseNumber : null,
      isHalfCleared: hold.isHalfCleared,
    };
  }
}

export class PlaceDto {
  @ApiProperty({ example: 30.27 })
  latitude: number;
  @ApiProperty({ example: 120.15 })
  longitude: number;
}

export class HistoryEntryDto implements HistoryEntry {
  @ApiProperty({
    enum: ['ledger', 'sighting'],
    description: 'A sighting is a label that somebody read; it moves nothing',
  })
  kind: 'ledger' | 'sighting';
  @ApiProperty({ type: String, nullable: true, description: 'Ledger event, or what the label was read for' })
  type: string | null;
  @ApiProperty({ format: 'date-time', description: 'When it happened' })
  at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When we learnt of it' })
  recordedAt: string | null;
  @ApiProperty({ type: String, nullable: true, enum: [...UNIT_STATES, null] })
  from: string | null;
  @ApiProperty({ type: String, nullable: true, enum: [...UNIT_STATES, null] })
  to: string | null;
  @ApiProperty({ type: PartyDto, nullable: true })
  organisation: PartyDto | null;
  @ApiProperty({ type: String, nullable: true, description: 'A person or machine of your own organisation' })
  actor: string | null;
  @ApiProperty({ type: PlaceDto, nullable: true })
  place: PlaceDto | null;
  @ApiProperty({ type: String, nullable: true, description: 'Shipment, repair order or case' })
  reference: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  detail: Record<string, unknown>;
  @ApiProperty({ type: WordsDto })
  words: WordsDto;
}

export class UnitDto extends UnitBriefDto {
  @ApiProperty({ type: String, format: 'date', nullable: true })
  expiresOn: string | null;
  @ApiProperty({ format: 'date-time' })
  issuedAt: string;
  @ApiProperty({ type: PartyDto, nullable: true, description: 'Who has it in hand; `null` where you may not know' })
  custodian: PartyDto | null;
  @ApiProperty({ type: [OpenHoldDto] })
  holds: OpenHoldDto[];
  @ApiProperty({ type: [HistoryEntryDto], description: 'Oldest first' })
  history: HistoryEntryDto[];
  @ApiProperty({ description: 'Older sightings that are not in `history`' })
  sightingsLeftOut: number;

  static of(life: RecordedLife, reader: Reader): UnitDto {
    const { gtin, serial, partNumber, name, lot, expiresOn, state, issuedAt } = life;
    return {
      gtin,
      serial,
      partNumber,
      name,
      lot,
      expiresOn,
      state,
      issuedAt: issuedAt.toISOString(),
      custodian: custodianFor(life, reader),
      holds: life.holds.map((hold) => OpenHoldDto.of(hold, reader)),
      history: tellHistory(life, reader),
      sightingsLeftOut: life.sightingCount - life.sightings.length,
    };
  }
}

/** Besides the maker's side, only the custodian itself and whoever is to receive the unit from it may know. */
function custodianFor({ custodian, journeys }: RecordedLife, reader: Reader): PartyDto | null {
  const isExpected = journeys.some(({ to, isOpen }) => isOpen && to.id === reader.organisationId);
  if (!reader.isMakerSide && custodian.id !== reader.organisationId && !isExpected) return null;
  return { code: custodian.code, name: custodian.name };
}

export class StockUnitDto extends UnitBriefDto {
  @ApiProperty({ type: PartyDto })
  custodian: PartyDto;
  @ApiProperty({ enum: HOLD_KINDS, isArray: true })
  holds: HoldKind[];
  @ApiProperty({ format: 'date-time' })
  issuedAt: string;
}

export class StockPageDto {
  @ApiProperty({ type: [StockUnitDto] })
  items: StockUnitDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

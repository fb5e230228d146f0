import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { UnitBriefDto } from '../units/unit-brief.dto.ts';
import { UNIT_STATES } from '../units/unit-lifecycle.ts';
import { PartyDto } from '../units/unit-view.dto.ts';
import { SHIPMENT_KINDS } from './network.ts';
import { SHIPMENT_STATUSES } from './shipment-status.ts';
import type { Shipment, ShipmentLine, ShipmentSummary } from './shipments.query.ts';

export class ShipmentSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: SHIPMENT_KINDS })
  kind: string;
  @ApiProperty({ enum: SHIPMENT_STATUSES })
  status: string;
  @ApiProperty({ type: PartyDto })
  from: PartyDto;
  @ApiProperty({ type: PartyDto })
  to: PartyDto;
  @ApiProperty({ type: String, nullable: true })
  reference: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When its receipt was closed' })
  receivedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  voidedAt: string | null;
  @ApiProperty({ type: String, nullable: true })
  voidReason: string | null;
  @ApiProperty({ description: 'Units sent' })
  shipped: number;
  @ApiProperty({ description: 'Units that arrived' })
  received: number;
  @ApiProperty({ description: 'Units still on the road' })
  inTransit: number;
  @ApiProperty({ description: 'Of these, units missing when the receipt was closed' })
  short: number;
}

/** One by one: a row may hold more than its summary. */
export function summaryOf(shipment: ShipmentSummary): {
  [Field in keyof ShipmentSummaryDto]: ShipmentSummaryDto[Field];
} {
  const { id, kind, status, from, to, reference, voidReason, createdAt, receivedAt, voidedAt } = shipment;
  const { shipped, received, inTransit, short } = shipment;
  return {
    id,
    kind,
    status,
    from,
    to,
    reference,
    voidReason,
    shipped,
    received,
    inTransit,
    short,
    createdAt: createdAt.toISOString(),
    receivedAt: receivedAt?.toISOString() ?? null,
    voidedAt: voidedAt?.toISOString() ?? null,
  };
}

export class ShipmentPageDto {
  @ApiProperty({ type: [ShipmentSummaryDto] })
  items: ShipmentSummaryDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class SeenAtReturnDto {
  @ApiProperty()
  isAsNew: boolean;
  @ApiPropertyOptional()
  note?: string;
}

export class ShipmentLineDto extends OmitType(UnitBriefDto, ['state'] as const) {
  @ApiProperty({ type: String, nullable: true, description: 'The carton it travels in' })
  sscc: string | null;
  @ApiProperty({ type: String, nullable: true, enum: [...UNIT_STATES, null], description: 'While it is on the road' })
  state: string | null;
  @ApiProperty({
    enum: ['in_transit', 'short', 'received', 'not_received'],
    description: '`not_received`: voided or lost',
  })
  outcome: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  receivedAt: string | null;
  @ApiProperty({ type: SeenAtReturnDto, nullable: true })
  inspection: SeenAtReturnDto | null;

  static of(this: void, line: ShipmentLine): ShipmentLineDto {
    return { ...line, receivedAt: line.receivedAt === null ? null : new Date(line.receivedAt).toISOString() };
  }
}

export class ShipmentViewDto extends ShipmentSummaryDto {
  @ApiProperty({ type: [ShipmentLineDto] })
  units: ShipmentLineDto[];

  static whole(shipment: Shipment): ShipmentViewDto {
    return { ...summaryOf(shipment), units: shipment.units.map(ShipmentLineDto.of) };
  }
}

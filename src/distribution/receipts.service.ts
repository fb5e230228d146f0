import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Config } from '../config/config.ts';
import { Database, type Sql } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { deedOf, type Deed } from '../units/ledger.ts';
import { lockUnits } from '../units/unit-lookup.ts';
import { sortArrivals, wrongParts, type Arrivals, type Arrived, type Delivery, type Looked } from './arrivals.ts';
import { at, CARTON_ELSEWHERE } from './code-faults.ts';
import { readCodes, type ReadCode, type ReadCodes } from './codes.ts';
import {
  codesRefused,
  notConsignee,
  shipmentNotFound,
  shipmentVoided,
  wrongShipment,
} from './distribution.refusals.ts';
import { inspectionsOf, type Inspected } from './inspections.ts';
import { leaveRest, takeIn, type Rest } from './intake.ts';
import { ReceiptFindingsService, type ReceiptFinding } from './receipt-findings.service.ts';
import type { ReceiptDto } from './shipment.dto.ts';
import { lockShipment, unitsShipped, type ShipmentRow, type ShippedUnit } from './shipment-rows.ts';

/** What one receipt did. */
export interface Receipt {
  readonly arrived: readonly Arrived[];
  readonly again: number;
  readonly over: readonly Looked[];
  readonly wrongPart: readonly Arrived[];
  /** What is still on the road. */
  readonly short: readonly ShippedUnit[];
  readonly findings: readonly ReceiptFinding[];
}

/** More strangers than this are no surplus, but another shipment: each of them is looked at one by one. */
const MOST_STRANGERS = 100;

/** Takes in what arrived, in as many goes as it takes to unpack. What contradicts the records is kept and moves nothing. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly findings: ReceiptFindingsService,
  ) {}

  async receive(actor: Actor, id: string, { codes, close, inspections = [] }: ReceiptDto): Promise<Receipt> {
    const read = readCodes(codes, this.config.labelOrigin, 'codes');
    return this.database.transaction(async (tx) => {
      const shipment = await shipmentToReceive(tx, actor, id);
      const shipped = await unitsShipped(tx, id);
      const arrivals = await arrivalsOf(tx, read, { shipmentId: id, consigneeId: shipment.toId, shipped });
      const inspected = inspectionsOf(shipment.kind, arrivals.arrived, inspections, this.config.labelOrigin);
      const deed = deedOf(actor, this.clock.now());
      await takeIn(tx, deed, shipment, arrivals.arrived, inspected);
      const rest = await leaveRest(tx, deed, shipment, stillOpen(shipped, arrivals), close);
      const wrongPart = wrongParts(arrivals, shipped);
      const findings = await this.judge(tx, actor, deed, { shipment, shipped, arrivals, wrongPart, inspected, rest });
      return { ...arrivals, over: arrivals.strangers, wrongPart, short: rest.open, findings };
    });
  }

  private async judge(sql: Sql, actor: Actor, deed: Deed, seen: Seen): Promise<ReceiptFinding[]> {
    const { shipment, shipped, arrivals, wrongPart, inspected, rest } = seen;
    const policies = await this.findings.policies(sql, shipment.makerId);
    const count = {
      consigneeId: shipment.toId,
      expected: shipped.length,
      received: shipped.filter(({ isReceived }) => isReceived).length + arrivals.arrived.length,
      over: arrivals.strangers.map(({ code, unit }) => ({
        code: code.text,
        partNumber: unit?.partNumber ?? null,
        isKnown: unit !== null,
      })),
      short: rest.newlyShort,
      wrongPart: wrongPart.map(({ code, unit }) => ({ code: code.text, partNumber: unit.partNumber })),
    };
    const found = await this.findings.ofCount(sql, deed, shipment, count, policies);
    for (const { code } of arrivals.strangers)
      found.push(...(await this.findings.ofStranger(sql, actor, deed, code.text, shipment)));
    found.push(...(await this.findings.ofInspections(sql, deed, shipment, inspected, policies)));
    return found;
  }
}

/** A delivery as counted. */
interface Seen {
  readonly shipment: ShipmentRow;
  readonly shipped: readonly ShippedUnit[];
  readonly arrivals: Arrivals;
  readonly wrongPart: readonly Arrived[];
  readonly inspected: readonly Inspected[];
  readonly rest: Rest;
}

async function shipmentToReceive(sql: Sql, actor: Actor, id: string): Promise<ShipmentRow> {
  const shipment = await lockShipment(sql, id, actor.organisation.id);
  if (!shipment) throw shipmentNotFound();
  if (shipment.toId !== actor.organisation.id) throw notConsignee();
  if (shipment.status === 'voided') throw shipmentVoided();
  return shipment;
}

/** @throws Refusal UNREADABLE_CODE, CARTON_NOT_IN_SHIPMENT, CODES_REFUSED, WRONG_SHIPMENT */
async function arrivalsOf(sql: Sql, read: ReadCodes, delivery: Delivery): Promise<Arrivals> {
  const codes = [...read.codes];
  const faults = [...read.faults];
  for (const { place, sscc } of read.cartons) {
    const units = delivery.shipped.filter((unit) => unit.sscc === sscc);
    if (units.length === 0) faults.push(at(`codes[${place}]`, CARTON_ELSEWHERE));
    else codes.push(...units.filter(({ isOpen }) => isOpen).map((unit) => asRead(unit, place)));
  }
  if (faults.length > 0) throw codesRefused(faults);
  const units = await lockUnits(
    sql,
    codes.map(({ key }) => key),
  );
  const arrivals = sortArrivals(
    codes.map((code, index) => ({ code, unit: units[index] ?? null })),
    delivery,
  );
  if (arrivals.strangers.length > MOST_STRANGERS) throw wrongShipment(arrivals.strangers.length);
  return arrivals;
}

/** A unit that came in a carton whose own code was read. */
const asRead = ({ gtin, serial }: ShippedUnit, place: number): ReadCode => ({
  place,
  text: serial,
  key: { gtin, serial },
  signature: null,
  isForeign: false,
});

function stillOpen(shipped: readonly ShippedUnit[], { arrived }: Arrivals): ShippedUnit[] {
  const here = new Set(arrived.map(({ unit }) => unit.id));
  return shipped.filter(({ isOpen, unitId }) => isOpen && !here.has(unitId));
}

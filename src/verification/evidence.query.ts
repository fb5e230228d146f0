import type { Sql } from '../database/database.ts';
import type { OrderFacts, ScanEvidence, UnitFacts } from '../flags/evidence.ts';
import { policiesOf, type PolicyRows } from '../flags/policies.ts';
import type { Policies } from '../flags/rule.ts';
import type { OrganisationId, PartId, RepairOrderId, UnitId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import type { HoldKind, UnitState } from '../units/unit-lifecycle.ts';
import { orderOf, type OrderJson } from './order-facts.query.ts';
import { ALL_RECORDS, type LookUp, recordsStatement } from './records-statement.ts';

/** Everything that the records say about one reading of a label, in one round trip. */
export interface Records {
  readonly unit: RegisteredUnit | null;
  readonly order: OrderFacts | null;
  readonly twinAt: Date | null;
  readonly elsewhere: ScanEvidence['elsewhere'];
  readonly otherDevices: readonly Date[];
  readonly unknownSightings: number;
  /** What was stored under this scan id before. */
  readonly earlier: { readonly contentHash: Buffer | null; readonly verdict: unknown } | null;
  readonly isCounterBack: boolean;
  /** Whose number is printed, where the register has no such unit: by the part's GTIN, else by the maker's prefix. */
  readonly printedMaker: { readonly makerId: OrganisationId; readonly partId: PartId | null } | null;
  readonly policies: Policies;
}

/** A unit's facts and what only the label check and the answer need. */
export interface RegisteredUnit extends UnitFacts {
  readonly name: Words;
  readonly lastSeq: number;
  readonly batchLot: string | null;
  readonly signature: Buffer;
  readonly key: { readonly kid: string; readonly isRevoked: boolean; readonly cutOffAt: Date | null };
  /** The row's state and custodian now, where `state` and `custodianId` are as of the scan. */
  readonly currentState: UnitState;
  readonly currentCustodianId: OrganisationId;
  /** The ledger says how it stood at the scan's own time. */
  readonly isAsOf: boolean;
}

export interface RecordsWanted {
  /** `null` when somebody typed only the serial. */
  readonly gtin: string | null;
  readonly serial: string | null;
  readonly orderNumber: string | null;
  readonly organisationId: OrganisationId | null;
  readonly actorId: string | null;
  readonly purpose: string;
  readonly scanId: string;
  readonly scannedAt: Date;
  /** The records as they stood at `scannedAt`, for a scan that arrives late; otherwise as they stand. */
  readonly asOfScan: boolean;
  /** Minutes around `scannedAt` in which the same scan again is a twin. */
  readonly twinMinutes: number;
  readonly device: string | null;
  /** Only a reading with a place is measured against the one before it. */
  readonly hasPlace: boolean;
  /** The device's own running number of this scan; it never goes back on an honest device. */
  readonly counter: number | null;
}

interface Row {
  id: UnitId | null;
  gtin: string;
  serial: string;
  maker_id: OrganisationId;
  part_id: PartId;
  lot: string | null;
  state: UnitState;
  custodian_id: OrganisationId;
  issued_at: Date;
  expires_on: string | null;
  last_seq: number;
  signature: Buffer;
  kid: string;
  part_number: string;
  class: string;
  name_zh: string;
  name_en: string;
  models: string[];
  registered_by: OrganisationId;
  batch_lot: string | null;
  is_key_revoked: boolean | null;
  cut_off: Date | null;
  as_of: { state: UnitState; custodianId: OrganisationId } | null;
  holds?: HoldKind[];
  holds_then?: HoldKind[] | null;
  transit?: { fromId: OrganisationId; toId: OrganisationId; since: string } | null;
  shipments?: { toId: OrganisationId; received: boolean }[] | null;
  allocation?: { orderId: RepairOrderId; line: number; workshopId: OrganisationId } | null;
  fitting?: { orderId: RepairOrderId; line: number; workshopId: OrganisationId; vin: string; fittedAt: string } | null;
  recall?: { number: string } | null;
  carton?: UnitFacts['carton'];
  reprinted_at?: Date | null;
  elsewhere?: { at: string; latitude: number; longitude: number } | null;
  other_devices?: Date[] | null;
  unknown_sightings?: string | null;
  printed_maker: Records['printedMaker'];
  twin_at?: Date | null;
  is_counter_back?: boolean | null;
  earlier?: { contentHash: string | null; verdict: unknown } | null;
  policies: PolicyRows;
  repair_order?: OrderJson | null;
}

/** Of one reading, all that is known. */
export async function recordsOf(sql: Sql, wanted: RecordsWanted): Promise<Records> {
  return recordsIn((await sql.shared<Row>(ALL_RECORDS, wanted))!);
}

/** Of many readings in one statement, in their order; what was not asked is as if there were none. */
export async function recordsOfAll(
  sql: Sql,
  wanted: readonly RecordsWanted[],
  asked: readonly LookUp[],
): Promise<Records[]> {
  return (await sql.answers<Row>(recordsStatement(asked), wanted)).map((row) => recordsIn(row!));
}

function recordsIn(row: Row): Records {
  return {
    unit: unitOf(row),
    order: row.repair_order ? orderOf(row.repair_order) : null,
    printedMaker: row.printed_maker,
    twinAt: row.twin_at ?? null,
    elsewhere: row.elsewhere ? { ...row.elsewhere, at: new Date(row.elsewhere.at) } : null,
    otherDevices: row.other_devices ?? [],
    unknownSightings: Number(row.unknown_sightings ?? 0),
    earlier: row.earlier
      ? {
          contentHash: row.earlier.contentHash === null ? null : Buffer.from(row.earlier.contentHash, 'hex'),
          verdict: row.earlier.verdict,
        }
      : null,
    isCounterBack: row.is_counter_back ?? false,
    policies: policiesOf(row.policies),
  };
}

function unitOf(row: Row): RegisteredUnit | null {
  if (row.id === null) return null;
  const shipments = row.shipments ?? [];
  return {
    id: row.id,
    gtin: row.gtin,
    serial: row.serial,
    makerId: row.maker_id,
    partId: row.part_id,
    partNumber: row.part_number,
    partClass: row.class,
    name: { zh: row.name_zh, en: row.name_en },
    models: row.models,
    lot: row.lot,
    batchLot: row.batch_lot,
    state: row.as_of?.state ?? row.state,
    custodianId: row.as_of?.custodianId ?? row.custodian_id,
    isAsOf: row.as_of !== null,
    currentState: row.state,
    currentCustodianId: row.custodian_id,
    registeredById: row.registered_by,
    issuedAt: row.issued_at,
    expiresOn: row.expires_on,
    lastSeq: row.last_seq,
    holds: row.holds ?? [],
    holdsThen: row.holds_then ?? row.holds ?? [],
    transit: row.transit ? { ...row.transit, since: new Date(row.transit.since) } : null,
    consignedTo: shipments.map((shipment) => shipment.toId),
    receivedBy: shipments.filter((shipment) => shipment.received).map((shipment) => shipment.toId),
    allocation: row.allocation ?? null,
    fitting: row.fitting ? { ...row.fitting, fittedAt: new Date(row.fitting.fittedAt) } : null,
    recall: row.recall ?? null,
    carton: row.carton ?? null,
    reprintedAt: row.reprinted_at ?? null,
    signature: row.signature,
    key: { kid: row.kid, isRevoked: row.is_key_revoked ?? false, cutOffAt: row.cut_off },
  };
}

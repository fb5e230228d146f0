import type { OrganisationId, PartId, RepairOrderId, UnitId } from '../../kernel/identifiers.ts';
import type {
  EarlierFitting,
  FittingEvidence,
  LabelReading,
  LineFacts,
  OrderFacts,
  ReceiptEvidence,
  ScanEvidence,
  UnitFacts,
  VehicleHistory,
  Witness,
} from '../evidence.ts';

/**
 * Honest defaults for the tables of the rules: a row states only what is different. As it stands: a workshop checks a unit
 * that it received, that carries its own label, and that fits the approved line of an open order.
 */
export const MAKER = 'org-maker' as OrganisationId;
export const WAREHOUSE = 'org-warehouse' as OrganisationId;
export const WORKSHOP = 'org-workshop' as OrganisationId;
export const OTHER_WORKSHOP = 'org-other-workshop' as OrganisationId;

export const ORDER = 'id-order' as RepairOrderId;
export const OTHER_ORDER = 'id-other-order' as RepairOrderId;

export const VIN = 'LCHARE3K8AN100200';
export const OTHER_VIN = 'LCHBRE3K1BN100237';

export const PADS = 'CH-04465-02250';
export const OLD_PADS = 'CH-04465-02240';
export const DISC = 'CH-43512-0E040';

export const NOON = new Date('2026-11-23T04:00:00Z');
/** So many hours after {@link NOON}; before it when negative. */
export const hours = (count: number): Date => new Date(NOON.getTime() + count * 3_600_000);

const staff = (organisationId: OrganisationId, organisationKind: 'maker' | 'warehouse' | 'workshop'): Witness => ({
  kind: 'staff',
  organisationId,
  organisationKind,
});
export const AT_MAKER = staff(MAKER, 'maker');
export const AT_WAREHOUSE = staff(WAREHOUSE, 'warehouse');
export const AT_WORKSHOP = staff(WORKSHOP, 'workshop');
export const ELSEWHERE = staff(OTHER_WORKSHOP, 'workshop');
export const PASSER_BY: Witness = { kind: 'public' };

const GTIN = '09521234100003';
export const SERIAL = '7Q3K9D0A2FXM';

/** The text that was printed for the unit. */
export const OUR_LABEL: LabelReading = signedLabel('issued');
export const TYPED: LabelReading = { kind: 'unsigned', gtin: GTIN, serial: SERIAL };

export function signedLabel(
  signature: 'issued' | 'true' | 'false',
  key?: { readonly isRevoked: boolean; readonly cutOffAt: Date | null },
): LabelReading {
  return { kind: 'signed', gtin: GTIN, serial: SERIAL, signature, ...(key && { key: { kid: 'key-1', ...key } }) };
}

export const unitOf = (different: Partial<UnitFacts> = {}): UnitFacts => ({
  id: '1' as UnitId,
  gtin: GTIN,
  serial: SERIAL,
  makerId: MAKER,
  partId: 'pads' as PartId,
  partNumber: PADS,
  partClass: 'safety',
  name: { zh: '前制动片组', en: 'Brake pad set, front' },
  models: ['E300', 'E350'],
  lot: 'L26K01',
  state: 'in_stock',
  custodianId: WORKSHOP,
  registeredById: WAREHOUSE,
  issuedAt: hours(-240),
  expiresOn: null,
  holds: [],
  holdsThen: [],
  transit: null,
  consignedTo: [WORKSHOP],
  receivedBy: [WORKSHOP],
  allocation: null,
  fitting: null,
  recall: null,
  carton: null,
  reprintedAt: null,
  ...different,
});

/** In the warehouse that registered it, never sent anywhere. */
export const inWarehouse = (different: Partial<UnitFacts> = {}): UnitFacts =>
  unitOf({ custodianId: WAREHOUSE, consignedTo: [], receivedBy: [], ...different });

/** On the road from the warehouse to `toId`. */
export const onTheWayTo = (toId: OrganisationId, different: Partial<UnitFacts> = {}): UnitFacts =>
  inWarehouse({
    state: 'in_transit',
    transit: { fromId: WAREHOUSE, toId, since: hours(-24) },
    consignedTo: [toId],
    ...different,
  });

export const fittedHere = (different: Partial<NonNullable<UnitFacts['fitting']>> = {}): UnitFacts['fitting'] => ({
  orderId: ORDER,
  line: 1,
  workshopId: WORKSHOP,
  vin: VIN,
  fittedAt: hours(-1),
  ...different,
});

/** In the car of the default order. */
export const inCar = (different: Partial<UnitFacts> = {}): UnitFacts =>
  unitOf({ state: 'fitted', fitting: fittedHere(), ...different });

export const approvalOf = (
  different: Partial<NonNullable<LineFacts['approval']>> = {},
): NonNullable<LineFacts['approval']> => ({
  partNumber: PADS,
  category: 'original',
  quantity: 1,
  priceCap: null,
  ...different,
});

export const lineOf = (different: Partial<LineFacts> = {}): LineFacts => ({
  line: 1,
  partNumber: PADS,
  partId: 'pads' as PartId,
  makerId: MAKER,
  partClass: 'safety',
  tracking: 'serial',
  category: 'original',
  position: null,
  quantity: 1,
  unitPrice: '428.00',
  payType: 'customer',
  quantityPerVehicle: 4,
  models: ['E300', 'E350'],
  diagnosis: { hasComplaint: true, hasCause: true },
  approval: approvalOf(),
  ...different,
});

export const orderOf = (different: Partial<OrderFacts> = {}): OrderFacts => ({
  id: ORDER,
  number: 'RO-240100',
  workshopId: WORKSHOP,
  status: 'in_progress',
  vin: VIN,
  model: 'E300',
  openedAt: hours(-26),
  parent: null,
  odometerIn: 31_000,
  lines: [lineOf()],
  ...different,
});

/** A scan about no order. */
export const scanOf = (different: Partial<ScanEvidence> = {}): ScanEvidence => ({
  now: NOON,
  scannedAt: NOON,
  purpose: different.witness?.kind === 'public' ? 'public' : 'check',
  witness: AT_WORKSHOP,
  reading: OUR_LABEL,
  unit: unitOf(),
  unknownSightings: 0,
  order: null,
  line: null,
  supersession: null,
  place: null,
  elsewhere: null,
  otherDevices: [],
  deliveredById: null,
  twin: null,
  observed: { partNumber: null, seal: null, vin: null },
  offline: { isIdReused: false, isCounterBack: false, hoursLate: 0 },
  ...different,
});

/** A scan about the default order and its only line. */
export const scanForOrder = (different: Partial<ScanEvidence> = {}): ScanEvidence =>
  scanOf({ purpose: 'fit', order: orderOf(), line: lineOf(), ...different });

export const seen = (different: Partial<ScanEvidence['observed']>): ScanEvidence['observed'] => ({
  partNumber: null,
  seal: null,
  vin: null,
  ...different,
});

export const fittingOf = (different: Partial<FittingEvidence> = {}): FittingEvidence => ({
  scan: scanForOrder(),
  order: orderOf(),
  line: lineOf(),
  attempt: attemptOf(),
  alreadyFitted: 0,
  occupied: [],
  oldUnit: null,
  recordedAt: NOON,
  vehicle: historyOf(),
  ...different,
});

/** A car that nobody has worked on before. */
export const historyOf = (different: Partial<VehicleHistory> = {}): VehicleHistory => ({
  odometer: null,
  fittings: [],
  warrantyRepairs: [],
  ...different,
});

/** The same part, put in on an earlier order. */
export const earlierOf = (different: Partial<EarlierFitting> = {}): EarlierFitting => ({
  line: 1,
  position: 'front left',
  fittedAt: hours(-24 * 40),
  odometer: 30_000,
  warranty: { months: 24, km: 50_000 },
  guarantee: null,
  ...different,
});

export const attemptOf = (different: Partial<FittingEvidence['attempt']> = {}): FittingEvidence['attempt'] => ({
  vin: VIN,
  position: null,
  odometer: 31_002,
  fittedAt: NOON,
  quantity: 1,
  ...different,
});

export const receiptOf = (different: Partial<ReceiptEvidence> = {}): ReceiptEvidence => ({
  consigneeId: WORKSHOP,
  expected: 10,
  received: 10,
  over: [],
  short: [],
  wrongPart: [],
  ...different,
});

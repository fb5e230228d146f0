import type { UnitEventType } from '../../src/units/ledger.ts';
import {
  blockingHolds,
  CLEARED_BY_TWO,
  isDestroyable,
  isStep,
  type HoldKind,
  type UnitState,
} from '../../src/units/unit-lifecycle.ts';

/** Everything that the database holds about one unit, as it lies there. */
export interface UnitLife {
  readonly gtin: string;
  readonly serial: string;
  readonly state: UnitState;
  readonly custodianId: string;
  readonly lastSeq: number;
  readonly events: readonly LedgerEvent[];
  readonly holds: readonly HoldRow[];
  readonly journeys: readonly JourneyRow[];
  readonly fittings: readonly { readonly isUndone: boolean; readonly isRemoved: boolean }[];
  /** How many are not closed. */
  readonly openAllocations: number;
  readonly openCartons: number;
}

export interface LedgerEvent {
  readonly seq: number;
  readonly type: UnitEventType;
  readonly from: UnitState | null;
  readonly to: UnitState;
  readonly custodianId: string;
  readonly reference: string | null;
  readonly detail: { readonly kind?: HoldKind } | null;
}

export interface HoldRow {
  readonly kind: HoldKind;
  readonly isOpen: boolean;
  readonly firstClearedBy: string | null;
  readonly clearedBy: string | null;
}

export interface JourneyRow {
  readonly shipmentId: string;
  readonly status: 'in_transit' | 'received' | 'voided';
  readonly consigneeId: string;
  readonly isOpen: boolean;
  readonly isReceived: boolean;
}

const SAME = 'same';
/** Which steps each kind of event may record. `null` is before the unit's life, `SAME` moves nothing. */
const STEPS: Readonly<
  Record<UnitEventType, readonly (readonly [from: UnitState | null, to: UnitState] | typeof SAME)[]>
> = {
  minted: [[null, 'issued']],
  commissioned: [['issued', 'in_stock']],
  voided: [['issued', 'voided']],
  shipped: [
    ['in_stock', 'in_transit'],
    ['core_return', 'core_return'],
    ['warranty_return', 'warranty_return'],
  ],
  received: [['in_transit', 'in_stock']],
  shipment_voided: [
    ['in_transit', 'in_stock'],
    ['core_return', 'core_return'],
    ['warranty_return', 'warranty_return'],
  ],
  allocated: [['in_stock', 'allocated']],
  released: [['allocated', 'in_stock']],
  fitted: [['allocated', 'fitted']],
  fitting_undone: [['fitted', 'allocated']],
  removed: [['fitted', 'removed']],
  old_part: [
    ['removed', 'with_owner'],
    ['removed', 'waived'],
    ['removed', 'core_return'],
    ['removed', 'warranty_return'],
  ],
  removal_undone: [
    ['with_owner', 'fitted'],
    ['waived', 'fitted'],
    ['core_return', 'fitted'],
    ['warranty_return', 'fitted'],
  ],
  received_old: [
    ['core_return', 'received_old'],
    ['warranty_return', 'received_old'],
  ],
  hold_placed: [SAME],
  hold_clearance_proposed: [SAME],
  hold_cleared: [SAME],
  inspected: [SAME],
  relabelled: [SAME],
  reported_missing: [],
  found: [['missing', 'in_stock']],
  destroyed: [],
};
/** These may come from several states: only where they lead to is fixed. */
const LEADS_TO: Partial<Record<UnitEventType, UnitState>> = { reported_missing: 'missing', destroyed: 'destroyed' };
/** The events in which a unit may change hands. */
const HAND_OVERS: readonly UnitEventType[] = [
  'commissioned',
  'received',
  'received_old',
  'removed',
  'old_part',
  'removal_undone',
];
/** The first of these after a unit was shipped ends the journey. */
const JOURNEY_ENDS: readonly UnitEventType[] = [
  'received',
  'received_old',
  'shipment_voided',
  'reported_missing',
  'destroyed',
];
/** States in which an old part may be on the road without the ledger saying so in its state. */
const TRAVELS_AS_IT_IS: readonly UnitState[] = ['core_return', 'warranty_return'];
const PACKABLE: readonly UnitState[] = ['in_stock', 'in_transit'];

/** Every way in which a unit's records contradict each other or the lifecycle; empty when they are sound. */
export function ledgerFaults(life: UnitLife): string[] {
  return [...sequenceFaults(life), ...stepFaults(life), ...endFaults(life), ...holdFaults(life), ...placeFaults(life)];
}

function sequenceFaults({ events, lastSeq }: UnitLife): string[] {
  const faults = events.flatMap(({ seq }, index) => (seq === index + 1 ? [] : [`event ${index + 1} has seq ${seq}`]));
  if (events.length === 0) faults.push('the ledger is empty');
  if (events.length !== lastSeq) faults.push(`last_seq is ${lastSeq}, but the ledger has ${events.length} events`);
  return faults;
}

function stepFaults({ events }: UnitLife): string[] {
  const open = new Set<HoldKind>();
  return events.flatMap((event, index) => {
    const before = events[index - 1];
    const faults = [...chainFaults(event, before), ...legalFaults(event, [...open])];
    const { kind } = event.detail ?? {};
    if (event.type === 'hold_placed' && kind) open.add(kind);
    if (event.type === 'hold_cleared' && kind) open.delete(kind);
    return faults.map((fault) => `seq ${event.seq} (${event.type} ${event.from ?? '–'} → ${event.to}): ${fault}`);
  });
}

function chainFaults(event: LedgerEvent, before: LedgerEvent | undefined): string[] {
  if (!before) return event.type === 'minted' ? [] : ['a life begins with minted'];
  const faults = [];
  if (event.from !== before.to) faults.push(`seq ${before.seq} ended in ${before.to}`);
  if (event.custodianId !== before.custodianId && !HAND_OVERS.includes(event.type)) {
    faults.push(`the custodian changes from ${before.custodianId} to ${event.custodianId}`);
  }
  return faults;
}

function legalFaults({ type, from, to }: LedgerEvent, holds: readonly HoldKind[]): string[] {
  const isOfType =
    LEADS_TO[type] === to ||
    STEPS[type].some((step) => (step === SAME ? from === to : step[0] === from && step[1] === to));
  const faults = isOfType ? [] : [`no ${type} leads there from there`];
  if (from === null || from === to) return faults;
  if (to === 'destroyed' ? !isDestroyable(from, holds) : !isStep(from, to))
    faults.push('the lifecycle has no such step');
  const blocking = blockingHolds(from, to, holds);
  if (blocking.length > 0) faults.push(`taken in spite of the hold ${blocking.join(', ')}`);
  return faults;
}

function endFaults({ state, custodianId, events }: UnitLife): string[] {
  const last = events.at(-1);
  if (!last) return [];
  const faults = [];
  if (last.to !== state) faults.push(`the unit is ${state}, but its last event ended in ${last.to}`);
  if (last.custodianId !== custodianId)
    faults.push(`the unit is with ${custodianId}, but its last event left it with ${last.custodianId}`);
  return faults;
}

function holdFaults({ holds, events }: UnitLife): string[] {
  const faults: string[] = [];
  for (const kind of new Set([...holds.map((hold) => hold.kind), ...kindsIn(events)])) {
    const rows = holds.filter((hold) => hold.kind === kind);
    const open = rows.filter((hold) => hold.isOpen).length;
    const placed = count(events, 'hold_placed', kind);
    const cleared = count(events, 'hold_cleared', kind);
    if (open > 1) faults.push(`${open} holds ${kind} are open at once`);
    if (placed !== rows.length) faults.push(`${rows.length} holds ${kind}, but ${placed} placed in the ledger`);
    if (cleared !== rows.length - open)
      faults.push(`${rows.length - open} holds ${kind} cleared, but ${cleared} in the ledger`);
  }
  for (const { kind, isOpen, firstClearedBy, clearedBy } of holds) {
    if (isOpen || !CLEARED_BY_TWO.includes(kind)) continue;
    if (firstClearedBy === null || clearedBy === null || firstClearedBy === clearedBy)
      faults.push(`the hold ${kind} was cleared without two people`);
  }
  return faults;
}

const kindsIn = (events: readonly LedgerEvent[]): HoldKind[] =>
  events.flatMap(({ type, detail }) => (type.startsWith('hold_') && detail?.kind ? [detail.kind] : []));

const count = (events: readonly LedgerEvent[], type: UnitEventType, kind?: HoldKind): number =>
  events.filter((event) => event.type === type && (kind === undefined || event.detail?.kind === kind)).length;

function placeFaults(life: UnitLife): string[] {
  return [...journeyFaults(life), ...orderFaults(life), ...cartonFaults(life)];
}

function journeyFaults({ state, journeys, events }: UnitLife): string[] {
  const open = journeys.filter((journey) => journey.isOpen).length;
  const faults: string[] = [];
  if (open > 1) faults.push(`it travels in ${open} shipments at once`);
  if (state === 'in_transit' && open === 0) faults.push('it is in transit, but in no open shipment');
  if (open > 0 && state !== 'in_transit' && !TRAVELS_AS_IT_IS.includes(state))
    faults.push(`it is ${state}, but a shipment of it is still open`);
  for (const journey of journeys) {
    const name = `shipment ${journey.shipmentId}`;
    const start = events.find(({ type, reference }) => type === 'shipped' && reference === journey.shipmentId);
    const end = start && events.find(({ seq, type }) => seq > start.seq && JOURNEY_ENDS.includes(type));
    const isArrival = end?.type === 'received' || end?.type === 'received_old';
    if (!start) faults.push(`${name} is not in the ledger`);
    if (journey.isReceived !== isArrival)
      faults.push(`${name} ${journey.isReceived ? 'was' : 'was not'} received, but the ledger says otherwise`);
    if (journey.isOpen !== (end === undefined))
      faults.push(
        `${name} is ${journey.isOpen ? 'open' : 'closed'}, but in the ledger it ${end ? 'ended' : 'goes on'}`,
      );
    if (isArrival && end.custodianId !== journey.consigneeId)
      faults.push(`${name} was received by ${end.custodianId}, who is not its consignee`);
    if (journey.isOpen && journey.status === 'voided')
      faults.push(`${name} is voided, but the unit still travels in it`);
  }
  const shipped = count(events, 'shipped');
  if (shipped !== journeys.length) faults.push(`shipped ${shipped} times, but in ${journeys.length} shipments`);
  return faults;
}

function orderFaults({ state, openAllocations, fittings, events }: UnitLife): string[] {
  const active = fittings.filter(({ isUndone, isRemoved }) => !isUndone && !isRemoved).length;
  const faults: string[] = [];
  if (openAllocations !== (state === 'allocated' ? 1 : 0))
    faults.push(`it is ${state}, with ${openAllocations} open allocations`);
  if (active !== (state === 'fitted' ? 1 : 0)) faults.push(`it is ${state}, with ${active} active fittings`);
  const told = [
    ['fitted', fittings.length],
    ['fitting_undone', fittings.filter(({ isUndone }) => isUndone).length],
    ['removed', fittings.filter(({ isRemoved }) => isRemoved).length + count(events, 'removal_undone')],
  ] as const;
  for (const [type, rows] of told) {
    const inLedger = count(events, type);
    if (inLedger !== rows) faults.push(`${rows} fittings are ${type}, but ${inLedger} in the ledger`);
  }
  return faults;
}

function cartonFaults({ state, openCartons }: UnitLife): string[] {
  if (openCartons > 1) return [`it is packed in ${openCartons} cartons at once`];
  return openCartons === 1 && !PACKABLE.includes(state) ? [`it is ${state}, but packed in a carton`] : [];
}

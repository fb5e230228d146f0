import { ledgerFaults, type LedgerEvent, type UnitLife } from './sound-ledger.ts';

const event = (seq: number, type: LedgerEvent['type'], from: LedgerEvent['from'], to: LedgerEvent['to']) =>
  ({ seq, type, from, to, custodianId: 'W', reference: null, detail: null }) satisfies LedgerEvent;

const MINTED = event(1, 'minted', null, 'issued');
const STOCKED = event(2, 'commissioned', 'issued', 'in_stock');
const SHIPPED = { ...event(3, 'shipped', 'in_stock', 'in_transit'), reference: 'S1' };
const JOURNEY = {
  shipmentId: 'S1',
  status: 'in_transit',
  consigneeId: 'A',
  isOpen: true,
  isReceived: false,
} as const satisfies UnitLife['journeys'][number];

const IN_STOCK: UnitLife = {
  gtin: '09521234100003',
  serial: '7Q3K9D0A2FXM',
  state: 'in_stock',
  custodianId: 'W',
  lastSeq: 2,
  events: [MINTED, STOCKED],
  holds: [],
  journeys: [],
  fittings: [],
  openAllocations: 0,
  openCartons: 0,
};
const ON_THE_ROAD: UnitLife = {
  ...IN_STOCK,
  state: 'in_transit',
  lastSeq: 3,
  events: [MINTED, STOCKED, SHIPPED],
  journeys: [JOURNEY],
};
const HELD = { ...event(3, 'hold_placed', 'in_stock', 'in_stock'), detail: { kind: 'recall' } } as const;
const OPEN_HOLD = { kind: 'recall', isOpen: true, firstClearedBy: null, clearedBy: null } as const;

test.each([
  { name: 'stock', life: IN_STOCK },
  { name: 'a unit on the road', life: ON_THE_ROAD },
  { name: 'held stock', life: { ...IN_STOCK, lastSeq: 3, events: [MINTED, STOCKED, HELD], holds: [OPEN_HOLD] } },
])('$name is sound', ({ life }) => expect(ledgerFaults(life)).toEqual([]));

test.each([
  {
    name: 'a gap in the sequence',
    life: { ...IN_STOCK, events: [MINTED, { ...STOCKED, seq: 3 }] },
    says: 'event 2 has seq 3',
  },
  {
    name: 'a ledger behind its unit',
    life: { ...IN_STOCK, lastSeq: 3 },
    says: 'last_seq is 3, but the ledger has 2 events',
  },
  {
    name: 'a life that begins in the middle',
    life: { ...IN_STOCK, lastSeq: 1, events: [{ ...STOCKED, seq: 1 }] },
    says: 'seq 1 (commissioned issued → in_stock): a life begins with minted',
  },
  {
    name: 'a break in the chain',
    life: { ...IN_STOCK, events: [MINTED, event(2, 'found', 'missing', 'in_stock')] },
    says: 'seq 2 (found missing → in_stock): seq 1 ended in issued',
  },
  {
    name: 'a step that the table does not have',
    life: { ...IN_STOCK, state: 'destroyed', events: [MINTED, event(2, 'destroyed', 'issued', 'destroyed')] },
    says: 'seq 2 (destroyed issued → destroyed): the lifecycle has no such step',
  },
  {
    name: 'an event of the wrong kind',
    life: { ...IN_STOCK, events: [MINTED, event(2, 'received', 'issued', 'in_stock')] },
    says: 'seq 2 (received issued → in_stock): no received leads there from there',
  },
  {
    name: 'a state that nobody recorded',
    life: { ...IN_STOCK, state: 'voided' },
    says: 'the unit is voided, but its last event ended in in_stock',
  },
  {
    name: 'a custodian that nobody recorded',
    life: { ...IN_STOCK, custodianId: 'A' },
    says: 'the unit is with A, but its last event left it with W',
  },
  {
    name: 'a custodian who changes without a hand-over',
    life: { ...ON_THE_ROAD, custodianId: 'A', events: [MINTED, STOCKED, { ...SHIPPED, custodianId: 'A' }] },
    says: 'seq 3 (shipped in_stock → in_transit): the custodian changes from W to A',
  },
  {
    name: 'a held unit that was shipped',
    life: { ...ON_THE_ROAD, lastSeq: 4, events: [MINTED, STOCKED, HELD, { ...SHIPPED, seq: 4 }], holds: [OPEN_HOLD] },
    says: 'seq 4 (shipped in_stock → in_transit): taken in spite of the hold recall',
  },
  {
    name: 'a hold outside the ledger',
    life: { ...IN_STOCK, holds: [OPEN_HOLD] },
    says: '1 holds recall, but 0 placed in the ledger',
  },
  {
    name: 'a journey outside the ledger',
    life: { ...ON_THE_ROAD, journeys: [] },
    says: 'it is in transit, but in no open shipment',
  },
  {
    name: 'an open journey of stock',
    life: { ...IN_STOCK, journeys: [JOURNEY] },
    says: 'it is in_stock, but a shipment of it is still open',
  },
  {
    name: 'two journeys at once',
    life: { ...ON_THE_ROAD, journeys: [JOURNEY, { ...JOURNEY, shipmentId: 'S2' }] },
    says: 'it travels in 2 shipments at once',
  },
  {
    name: 'a receipt that the ledger does not know',
    life: { ...ON_THE_ROAD, journeys: [{ ...JOURNEY, isReceived: true }] },
    says: 'shipment S1 was received, but the ledger says otherwise',
  },
  {
    name: 'a journey that ended in nothing',
    life: { ...ON_THE_ROAD, journeys: [{ ...JOURNEY, isOpen: false }] },
    says: 'shipment S1 is closed, but in the ledger it goes on',
  },
  {
    name: 'an allocation of stock',
    life: { ...IN_STOCK, openAllocations: 1 },
    says: 'it is in_stock, with 1 open allocations',
  },
  {
    name: 'a fitting of stock',
    life: { ...IN_STOCK, fittings: [{ isUndone: false, isRemoved: false }] },
    says: 'it is in_stock, with 1 active fittings',
  },
  { name: 'two cartons at once', life: { ...IN_STOCK, openCartons: 2 }, says: 'it is packed in 2 cartons at once' },
] as { name: string; life: UnitLife; says: string }[])('$name is told', ({ life, says }) =>
  expect(ledgerFaults(life)).toContain(says),
);

test('two people are needed where the lifecycle says so', () => {
  const kind = 'clone_confirmed';
  const placed = { ...HELD, detail: { kind } };
  const cleared = { ...event(4, 'hold_cleared', 'in_stock', 'in_stock'), detail: { kind } };
  const life = (firstClearedBy: string): UnitLife => ({
    ...IN_STOCK,
    lastSeq: 4,
    events: [MINTED, STOCKED, placed as LedgerEvent, cleared as LedgerEvent],
    holds: [{ kind, isOpen: false, firstClearedBy, clearedBy: 'ana' }],
  });
  expect(ledgerFaults(life('bo'))).toEqual([]);
  expect(ledgerFaults(life('ana'))).toEqual(['the hold clone_confirmed was cleared without two people']);
});

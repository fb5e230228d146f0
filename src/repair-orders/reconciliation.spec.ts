import type { OrderFacts } from '../flags/evidence.ts';
import type { Finding, Level } from '../flags/rule.ts';
import type { RepairOrderId, OrganisationId } from '../kernel/identifiers.ts';
import type { InvoiceDto } from './invoice.dto.ts';
import type { LineLedger, RecordedFitting } from './line-ledger.query.ts';
import {
  amountOf,
  type BesideTheBill,
  billHash,
  blocking,
  invoiceEvidence,
  lineOutcome,
  totalsOf,
} from './reconciliation.ts';

const line = (number: number): OrderFacts['lines'][number] => ({
  line: number,
  partNumber: 'A',
  partId: null,
  makerId: null,
  partClass: 'wear',
  tracking: 'serial',
  category: 'original',
  position: null,
  quantity: 1,
  unitPrice: '10.00',
  payType: 'customer',
  quantityPerVehicle: null,
  models: [],
  diagnosis: { hasComplaint: true, hasCause: true },
  approval: null,
});
const order: OrderFacts = {
  id: 'o' as RepairOrderId,
  number: 'RO',
  workshopId: 'w' as OrganisationId,
  status: 'in_progress',
  vin: 'LCHARE3K8AN100200',
  model: null,
  openedAt: new Date('2026-11-22T00:00:00Z'),
  parent: null,
  odometerIn: 1,
  lines: [line(1), line(2)],
};
const fitting = (more: Partial<RecordedFitting> = {}): RecordedFitting => ({
  id: 'f',
  unitId: null,
  gtin: null,
  serial: null,
  partNumber: 'A',
  lot: null,
  quantity: 1,
  category: null,
  position: null,
  odometer: null,
  isVinRead: false,
  reason: null,
  withoutCodeReason: null,
  supersession: null,
  fittedAt: '2026-11-23T00:00:00.000Z',
  undoneAt: null,
  undoReason: null,
  removedAt: null,
  removedOdometer: null,
  isRemovedHere: false,
  oldPart: null,
  ...more,
});
const ledger = (fittings: RecordedFitting[]): LineLedger => ({
  line: 1,
  issued: 1,
  fitted: 1,
  removed: 0,
  returned: 0,
  billed: 0,
  fittings,
});
const draft = (more: Partial<InvoiceDto> = {}): InvoiceDto => ({
  number: 'INV',
  lines: [{ line: 1, partNumber: 'A', category: 'original', quantity: 2, unitPrice: '10.50' }],
  ...more,
});
const beside = (listPrices: ReadonlyMap<string, string>): BesideTheBill => ({
  now: new Date('2026-11-23T00:00:00Z'),
  previous: null,
  vehicle: { odometer: null, fittings: [], warrantyRepairs: [] },
  warrantyRepair: null,
  listPrices,
});
const finding = (rule: string, level: Level, more: Partial<Finding> = {}): Finding => {
  const words = { zh: '', en: '' };
  return {
    rule,
    name: rule,
    level,
    subject: 'order',
    message: words,
    owner: words,
    next: words,
    evidence: {},
    ...more,
  };
};

describe('the evidence of an invoice', () => {
  it('sets what is billed beside what was fitted, line by line', () => {
    const { lines } = invoiceEvidence(order, [ledger([fitting()])], draft(), beside(new Map([['A', '11.00']])));
    expect(lines).toMatchObject([
      {
        line: { line: 1 },
        issued: 1,
        fitted: 1,
        billed: { quantity: 2, listPrice: '11.00' },
        fittings: [{ hasUnit: false }],
      },
      { line: { line: 2 }, issued: 0, fitted: 0, billed: null, fittings: [] },
    ]);
  });
  it('leaves out what was undone', () => {
    const undone = fitting({ undoneAt: '2026-11-23T01:00:00.000Z', undoReason: 'x' });
    expect(invoiceEvidence(order, [ledger([undone])], draft(), beside(new Map())).lines[0]!.fittings).toEqual([]);
  });
  it('names billed lines that nobody ordered', () => {
    const stranger = { line: 9, partNumber: 'Z', category: 'original' as const, quantity: 3, unitPrice: '1' };
    const { strangers } = invoiceEvidence(order, [], draft({ lines: [stranger] }), beside(new Map()));
    expect(strangers).toEqual([{ line: 9, partNumber: 'Z', quantity: 3 }]);
  });
  it('takes the ratio of the supersession that was used', () => {
    const supersession = { kind: 'forward' as const, path: ['O', 'A'], ratio: { old: 1, new: 2 } };
    const { lines } = invoiceEvidence(order, [ledger([fitting({ supersession })])], draft(), beside(new Map()));
    expect(lines[0]!.ratio).toEqual({ old: 1, new: 2 });
  });
});

describe('the hash of a bill', () => {
  const hash = billHash(draft());
  it('stays when the same bill is sent again with an override or other unit lists', () =>
    expect(
      billHash(draft({ overrides: [{ rule: 'R21', reason: 'x' }], lines: [{ ...draft().lines[0]!, units: ['S'] }] })),
    ).toBe(hash));
  test.each([
    { name: 'a price', more: { lines: [{ ...draft().lines[0]!, unitPrice: '10.51' }] } },
    { name: 'a quantity', more: { lines: [{ ...draft().lines[0]!, quantity: 1 }] } },
    { name: 'labour', more: { labour: [{ description: 'x', amount: '1' }] } },
    { name: 'its number', more: { number: 'INV-2' } },
  ])('changes with $name', ({ more }) => expect(billHash(draft(more))).not.toBe(hash));
});

describe('what blocks an invoice', () => {
  test.each([
    { name: 'a warning does not', found: [finding('R21', 3)], overrides: [], rules: [] },
    { name: 'level 4 does', found: [finding('R09', 4)], overrides: [], rules: ['R09'] },
    {
      name: 'level 4 with a supervisor’s reason does not',
      found: [finding('R09', 4)],
      overrides: [{ rule: 'R09', line: null, reason: 'x' }],
      rules: [],
    },
    {
      name: 'a reason for one line answers that line only',
      found: [finding('R02', 4, { line: 1 }), finding('R02', 4, { line: 2 })],
      overrides: [{ rule: 'R02', line: 1, reason: 'x' }],
      rules: ['R02'],
    },
    {
      name: 'nobody overrides level 5',
      found: [finding('R08', 5)],
      overrides: [{ rule: 'R08', line: null, reason: 'x' }],
      rules: ['R08'],
    },
    { name: 'a changed bill is told, not stopped', found: [finding('R25', 5)], overrides: [], rules: [] },
  ])('$name', ({ found, overrides, rules }) =>
    expect(blocking(found, overrides).map(({ rule }) => rule)).toEqual(rules),
  );
});

it('keeps labour and material apart', () =>
  expect(totalsOf({ lines: [{ amount: '21.00' }], labour: [{ amount: '180.5' }] })).toEqual({
    material: '21.00',
    labour: '180.50',
    total: '201.50',
  }));

test.each([
  { by: 'customer', amount: '21.00' },
  { by: 'warranty', amount: '0.00' },
  { by: 'goodwill', amount: '0.00' },
  { by: 'insurance', amount: '0.00' },
  { by: 'internal', amount: '0.00' },
] as const)('the owner pays $amount for what is paid by $by', ({ by, amount }) =>
  expect(amountOf({ unitPrice: '10.50', quantity: 2 }, by)).toBe(amount),
);

test.each([
  { levels: [], outcome: 'consistent' },
  { levels: [1, 2], outcome: 'consistent' },
  { levels: [3], outcome: 'caution' },
  { levels: [4, 5], outcome: 'suspect' },
] as const)('a line with findings of level $levels is $outcome', ({ levels, outcome }) =>
  expect(
    lineOutcome(
      levels.map((level) => finding('X', level, { line: 1 })),
      1,
    ),
  ).toBe(outcome),
);

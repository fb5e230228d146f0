import { metElsewhere } from '../flags/met-elsewhere.ts';
import type { Finding, Level } from '../flags/rule.ts';
import type { InvoiceContent, InvoiceContentLine } from '../repair-orders/invoice-content.ts';
import { ownerInvoice, type StoredOwnerInvoice } from './owner-invoice.ts';

const words = { zh: '车主的话', en: 'owner’s words' };
const finding = (rule: string, level: Level, line?: number): Finding => ({
  rule,
  name: rule,
  level,
  subject: 'step',
  message: { zh: '技师', en: 'staff' },
  owner: words,
  next: words,
  evidence: { secret: 'WS-NB-01' },
  ...(line === undefined ? {} : { line }),
});
const line: InvoiceContentLine = {
  line: 1,
  concern: null,
  requested: { partNumber: 'A', category: 'original', quantity: 1 },
  approved: null,
  partNumber: 'A',
  name: { zh: '片', en: 'pad' },
  category: 'original',
  quantity: 1,
  fitted: 1,
  unitPrice: '10.00',
  amount: '10.00',
  listPrice: '10.00',
  payType: 'customer',
  warranty: { months: 24, km: 50_000 },
  units: [
    {
      gtin: '09521234100003',
      serial: 'S',
      partNumber: 'A',
      lot: null,
      quantity: 1,
      position: null,
      isVinRead: true,
      reason: null,
      supersession: null,
      fittedAt: '2026-11-30T00:00:00.000Z',
      undone: null,
      oldPart: null,
    },
  ],
};
const content: InvoiceContent = {
  number: 'INV',
  repairOrder: 'RO',
  repairCategory: 'minor',
  openedAt: '2026-11-20T00:00:00.000Z',
  workshop: { code: 'W', name: { zh: '厂', en: 'shop' }, phone: null },
  odometerIn: 1,
  odometerOut: 1000,
  currency: 'CNY',
  lines: [line],
  labour: [],
  totals: { material: '10.00', labour: '0.00', total: '10.00' },
};
const shown = (more: Partial<StoredOwnerInvoice> = {}) =>
  ownerInvoice(
    {
      content,
      version: 1,
      contentHash: 'abc',
      issuedAt: new Date('2026-11-30T00:00:00Z'),
      findings: [],
      later: [],
      overrides: [],
      earlierVersions: [],
      photos: new Map(),
      recalls: new Map(),
      ways: new Map(),
      checks: null,
      cases: [],
      isConfirmed: false,
      satisfaction: null,
      sanbao: null,
      ...more,
    },
    { publicUrl: 'https://x.test', now: new Date('2026-12-01T00:00:00Z') },
  );

describe('the owner’s invoice', () => {
  it('counts the three claims apart', () =>
    expect(shown().claims).toEqual({
      issuedByMaker: { count: 1, of: 1 },
      recordsAgree: { count: 1, of: 1 },
      physicallyChecked: { count: 1, of: 1 },
    }));

  it('shows warnings in the owner’s words, and nothing of the evidence', () => {
    const view = shown({ findings: [finding('R21', 3, 1)] });
    expect(view).toMatchObject({ outcome: 'caution', lines: [{ findings: [{ rule: 'R21', message: words }] }] });
    expect(JSON.stringify(view)).not.toContain('WS-NB-01');
  });

  it('leaves notes to the workshop', () =>
    expect(shown({ findings: [finding('B10', 1, 1)] })).toMatchObject({
      outcome: 'consistent',
      lines: [{ findings: [] }],
    }));

  it('lets the owner’s own objection change nothing about the records', () =>
    expect(shown({ findings: [finding('U01', 4, 1)] })).toMatchObject({
      outcome: 'consistent',
      claims: { recordsAgree: { count: 1, of: 1 } },
      lines: [{ findings: [] }],
    }));

  it('says beside a finding what the supervisor says to it', () => {
    const overrides = [{ rule: 'R02', line: null, reason: 'agreed' }];
    expect(shown({ findings: [finding('R02', 4, 1)], overrides }).lines[0]!.findings[0]!.workshopSays).toBe('agreed');
  });

  it('keeps findings of no line for the whole, and they count', () =>
    expect(shown({ findings: [finding('R25', 5)] })).toMatchObject({
      outcome: 'suspect',
      findings: [{ rule: 'R25' }],
    }));

  it('calls nobody suspect for what was met elsewhere', () =>
    expect(shown({ findings: [metElsewhere(finding('K05', 5, 1))] }).outcome).toBe('caution'));

  it('reckons warranty from the fitting and the guarantee from the invoice', () =>
    expect(shown()).toMatchObject({
      lines: [{ warranty: { until: '2028-11-30', untilKm: 51_000, daysLeft: 730 } }],
      guarantee: { days: 10, until: '2026-12-10', untilKm: 3_000, daysLeft: 9 },
    }));
});

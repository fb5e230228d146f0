import type { WarrantyRepair } from '../evidence.ts';
import { historyOf, hours, NOON } from './evidence.builder.ts';
import { invoiceOf } from './invoice.builder.ts';
import { factsFound, levelsFound } from './levels-found.ts';
import { sanbaoCounter } from './sanbao-counter.rule.ts';

const repair = (more: Partial<WarrantyRepair> = {}): WarrantyRepair => ({
  openedAt: hours(-24 * 60),
  endedAt: hours(-24 * 59),
  mainParts: [],
  faultCodes: [],
  ...more,
});
const now = (warrantyRepair: WarrantyRepair | null, ...warrantyRepairs: WarrantyRepair[]) =>
  invoiceOf({}, { warrantyRepair, vehicle: historyOf({ warrantyRepairs }) });
const pump = { mainParts: ['CH-16100-39545'] };
const misfire = { faultCodes: ['P0301'] };
const today = (more: Partial<WarrantyRepair>) => repair({ openedAt: hours(-5), endedAt: null, ...more });

test.each([
  { name: 'nothing under warranty', evidence: now(null, repair(pump)), levels: [] },
  { name: 'the first pump', evidence: now(today(pump)), levels: [] },
  { name: 'the second pump', evidence: now(today(pump), repair(pump)), levels: [3] },
  { name: 'another main part before', evidence: now(today(pump), repair({ mainParts: ['OTHER'] })), levels: [] },
  { name: 'the same fault a third time', evidence: now(today(misfire), repair(misfire), repair(misfire)), levels: [] },
  {
    name: 'the same fault a fourth time',
    evidence: now(today(misfire), repair(misfire), repair(misfire), repair(misfire)),
    levels: [3],
  },
  { name: 'four weeks in repair', evidence: now(today({}), repair({ openedAt: hours(-24 * 87) })), levels: [] },
  { name: 'a month in repair', evidence: now(today({}), repair({ openedAt: hours(-24 * 90) })), levels: [3] },
  {
    name: 'the first pump was years ago',
    evidence: now(today(pump), repair({ ...pump, openedAt: hours(-24 * 900), endedAt: hours(-24 * 899) })),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(sanbaoCounter, evidence)).toEqual(levels));

it('counts a repair that is not over up to now', () =>
  expect(
    factsFound(sanbaoCounter, now(repair({ openedAt: new Date(NOON.getTime() - 31 * 86_400_000), endedAt: null }))),
  ).toEqual([{ what: 'days', of: '', count: 31 }]));

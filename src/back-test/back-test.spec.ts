import { outcomesOf, WouldBeFlags } from './back-test.ts';
import type { KnownFlag } from './known-outcomes.query.ts';

const wouldBe = (subject: string, level: 3 | 4 | 5 = 4, source = 's') => {
  const at = new Date('2026-11-23T02:00:00Z');
  return { subject, level, source, at, unit: null, facts: {} };
};
const known = (subject: string, status: KnownFlag['status']): KnownFlag => {
  const at = new Date('2026-11-20T02:00:00Z');
  return { id: `flag ${subject}`, subject, status, level: 3, at, unit: null };
};
const before = [
  known('a', 'confirmed'),
  known('b', 'dismissed'),
  known('c', 'dismissed'),
  known('d', 'confirmed'),
  known('e', 'open'),
];

const flags = new WouldBeFlags();
for (const subject of ['a', 'b', 'e', 'new']) flags.add(wouldBe(subject));

test('what is kept, lost and added, against what is known', () => {
  expect(flags.compareWith(before)).toEqual({
    before: { flags: 5, confirmed: 2, dismissed: 2, unknown: 1, falseAlertRate: 0.5 },
    after: { flags: 4, byLevel: { 4: 4 } },
    kept: { confirmed: 1, dismissed: 1, unknown: 1, falseAlertRate: 0.5 },
    lost: { confirmed: 1, dismissed: 1, unknown: 0, falseAlertRate: 0.5 },
    added: 1,
  });
  expect(flags.newTo(before)).toEqual([wouldBe('new')]);
});

test('flag by flag: what is new, what is lost, what stays', () => {
  const told = flags.list(before).map(({ change, flag, outcome, level }) => ({ change, flag, outcome, level }));
  expect(told).toEqual([
    { change: 'new', flag: null, outcome: null, level: 4 },
    { change: 'lost', flag: 'flag c', outcome: 'dismissed', level: 3 },
    { change: 'lost', flag: 'flag d', outcome: 'confirmed', level: 3 },
    { change: 'kept', flag: 'flag a', outcome: 'confirmed', level: 4 },
    { change: 'kept', flag: 'flag b', outcome: 'dismissed', level: 4 },
    { change: 'kept', flag: 'flag e', outcome: 'open', level: 4 },
  ]);
});

test('a subject is flagged once, at its worst', () => {
  const once = new WouldBeFlags();
  once.add(wouldBe('a', 3));
  once.add(wouldBe('a', 5));
  once.add(wouldBe('a', 4));
  expect(once.compareWith([]).after).toEqual({ flags: 1, byLevel: { 5: 1 } });
});

test('of equals it is always the same one, in whatever order they come', () => {
  const orders = [
    ['s1', 's2'],
    ['s2', 's1'],
  ];
  for (const sources of orders) {
    const either = new WouldBeFlags();
    for (const source of sources) either.add(wouldBe('a', 4, source));
    expect(either.newTo([])).toMatchObject([{ source: 's1' }]);
  }
});

test('of what nobody has judged there is no rate', () =>
  expect(outcomesOf([known('a', 'prevented')])).toMatchObject({ unknown: 1, falseAlertRate: null }));

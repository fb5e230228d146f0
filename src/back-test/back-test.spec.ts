import { outcomesOf, WouldBeFlags } from './back-test.ts';

const wouldBe = (subject: string, level: 3 | 4 | 5 = 4, scanId = 's') => {
  const at = new Date('2026-11-23T02:00:00Z');
  return { subject, level, scanId, at, unit: null, facts: {} };
};
const before = [
  { subject: 'a', status: 'confirmed' },
  { subject: 'b', status: 'dismissed' },
  { subject: 'c', status: 'dismissed' },
  { subject: 'd', status: 'confirmed' },
  { subject: 'e', status: 'open' },
] as const;

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
  for (const scanIds of orders) {
    const either = new WouldBeFlags();
    for (const scanId of scanIds) either.add(wouldBe('a', 4, scanId));
    expect(either.newTo([])).toMatchObject([{ scanId: 's1' }]);
  }
});

test('of what nobody has judged there is no rate', () =>
  expect(outcomesOf([{ subject: 'a', status: 'prevented' }])).toMatchObject({ unknown: 1, falseAlertRate: null }));

import { register } from '../rule.ts';
import { levelsFound } from './levels-found.ts';
import { overrideAbuse } from './override-abuse.rule.ts';
import { rateOutlier } from './rate-outlier.rule.ts';

const rate = (times: number, of: number, peerTimes: number, peerOf: number, count = 6) => ({
  partNumber: 'CH-16100-39545',
  days: 90,
  isOneTechnician: false,
  own: { times, of },
  peers: { times: peerTimes, of: peerOf, count },
});

const cases = [
  { name: 'as often as the others', evidence: rate(10, 200, 50, 1000), levels: [] },
  { name: 'twice as often', evidence: rate(20, 200, 50, 1000), levels: [] },
  { name: 'six times as often', evidence: rate(60, 200, 50, 1000), levels: [3] },
  { name: 'a new workshop with three cases', evidence: rate(3, 10, 50, 1000), levels: [] },
  { name: 'many times, of few orders', evidence: rate(12, 25, 50, 1000), levels: [] },
  { name: 'no peers to compare with', evidence: rate(60, 200, 1, 20, 1), levels: [] },
  { name: 'few cases: chance among many comparisons', evidence: rate(9, 60, 40, 1000), levels: [] },
  { name: 'few cases, and far beyond chance', evidence: rate(12, 350, 5, 1000), levels: [3] },
  { name: 'what the others never do', evidence: rate(20, 200, 0, 1000), levels: [3] },
  { name: 'large, and a little above: beyond chance and no matter', evidence: rate(700, 5000, 500, 5000), levels: [] },
];

test.each(cases)('a part replaced: $name', ({ evidence, levels }) =>
  expect(levelsFound(rateOutlier, evidence)).toEqual(levels),
);
test.each(cases)('an override: $name', ({ evidence, levels }) =>
  expect(levelsFound(overrideAbuse, { ...evidence, partNumber: null })).toEqual(levels),
);

test('a technician is told of apart, and without a name', () => {
  const [finding] = register(rateOutlier).run({ ...rate(60, 200, 50, 1000), isOneTechnician: true }, {});
  expect(finding?.evidence).toMatchObject({ isOneTechnician: true, times: 60, of: 200 });
  expect(finding?.message.en).toContain('one technician’s orders');
  expect(finding?.message.zh).toContain('一名技师');
});

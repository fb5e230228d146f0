import { disputeScore, publicDisputeScore, publicReadScores, publicRuleScores, ruleScores } from './scorecard.ts';

const RULES = [
  { id: 'C08', name: 'LABEL_PART_MISMATCH' },
  { id: 'K03', name: 'MISSING_RECEIPT' },
  { id: 'R21', name: 'OVER_LIST_PRICE' },
];
const resolved = (rule: string, status: 'confirmed' | 'dismissed', cause: string, flags: number) => ({
  rule,
  status,
  cause,
  flags,
});
const scores = ruleScores(
  RULES,
  [
    resolved('C08', 'confirmed', 'counterfeit', 19),
    resolved('C08', 'dismissed', 'human_error', 1),
    resolved('K03', 'dismissed', 'late_upload', 6),
    resolved('K03', 'dismissed', 'data_error', 2),
    resolved('K03', 'confirmed', 'diversion', 1),
  ],
  [{ rule: 'C08', flags: 4 }],
);

test('a false alert is one that was dismissed, as a share of those resolved', () => {
  expect(scores.map(({ rule, falseAlertRate }) => [rule, falseAlertRate])).toEqual([
    ['K03', 8 / 9],
    ['C08', 1 / 20],
  ]);
  expect(scores[0]).toMatchObject({ confirmed: 1, dismissed: 8, open: 0 });
});

test('why they were false, the most frequent first', () => {
  expect(scores[0]!.dismissedBecause).toEqual([
    { cause: 'late_upload', flags: 6 },
    { cause: 'data_error', flags: 2 },
  ]);
});

test('a rule with open flags alone has no rate, and stands last', () => {
  const [last] = ruleScores(RULES, [], [{ rule: 'R21', flags: 2 }]);
  expect(last).toMatchObject({ rule: 'R21', open: 2, falseAlertRate: null });
});

test('the public reads of rules with enough behind them', () => {
  expect(publicRuleScores(scores)).toEqual([
    { rule: 'C08', name: 'LABEL_PART_MISMATCH', resolved: 20, falseAlertRate: 0.05 },
  ]);
});

test('answered in time is a share of what was answered', () => {
  const none = { accepted: 0, declined: 0, escalated: 0, medianHours: 1, p90Hours: 2, houses: 1 };
  expect(disputeScore({ raised: 5, answered: 4, answeredInTime: 3, ...none }).inTimeRate).toBe(0.75);
  expect(disputeScore({ raised: 5, answered: 0, answeredInTime: 0, ...none }).inTimeRate).toBeNull();
});

test.each([
  { name: 'enough of enough houses', answered: 10, houses: 3, isTold: true },
  { name: 'too few answers', answered: 9, houses: 3, isTold: false },
  { name: 'too few houses', answered: 500, houses: 2, isTold: false },
])('the public reads how owners are answered: $name', ({ answered, houses, isTold }) => {
  const rest = { raised: 500, answeredInTime: 5, accepted: 0, declined: 0, escalated: 0, medianHours: 1, p90Hours: 2 };
  const told = publicDisputeScore({ answered, houses, ...rest });
  expect(told !== null).toBe(isTold);
  expect(told ?? {}).not.toHaveProperty('houses');
});

test('the public reads of ways of reading that many use', () => {
  const reads = [
    { entryMode: 'camera', scans: 100, unread: 5, houses: 3 },
    { entryMode: 'wedge', scans: 99, unread: 5, houses: 3 },
    { entryMode: 'photo', scans: 900, unread: 5, houses: 2 },
  ];
  expect(publicReadScores(reads)).toEqual([{ entryMode: 'camera', scans: 100, unread: 5, unreadRate: 0.05 }]);
});

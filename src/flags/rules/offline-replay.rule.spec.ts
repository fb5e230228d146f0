import { scanOf } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { offlineReplay } from './offline-replay.rule.ts';

const offline = (different: object) =>
  scanOf({ offline: { isIdReused: false, isCounterBack: false, hoursLate: 0, ...different } });

test.each([
  { name: 'sent at once', evidence: offline({}), levels: [] },
  { name: 'an id used for another scan', evidence: offline({ isIdReused: true }), levels: [4] },
  { name: 'a counter that goes back', evidence: offline({ isCounterBack: true }), levels: [4] },
  {
    name: 'both are one finding',
    evidence: offline({ isIdReused: true, isCounterBack: true, hoursLate: 99 }),
    levels: [4],
  },
  { name: 'a weekend without network', evidence: offline({ hoursLate: 60 }), levels: [] },
  { name: 'three days to the hour', evidence: offline({ hoursLate: 72 }), levels: [] },
  { name: 'more than three days', evidence: offline({ hoursLate: 72.1 }), levels: [4] },
])('$name', ({ evidence, levels }) => expect(levelsFound(offlineReplay, evidence)).toEqual(levels));

it('takes the hours from the policy', () =>
  expect(levelsFound(offlineReplay, offline({ hoursLate: 80 }), { thresholds: { staleHours: 168 } })).toEqual([]));

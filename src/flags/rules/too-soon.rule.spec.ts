import type { EarlierFitting } from '../evidence.ts';
import { attemptOf, earlierOf, fittingOf, historyOf, hours, lineOf, orderOf } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { tooSoon } from './too-soon.rule.ts';

const again = (earlier: Partial<EarlierFitting>, more: Parameters<typeof fittingOf>[0] = {}) =>
  fittingOf({
    attempt: attemptOf({ position: 'Front-Left' }),
    vehicle: historyOf({ fittings: [earlierOf(earlier)] }),
    ...more,
  });
const alone = { line: lineOf({ quantityPerVehicle: 1 }), attempt: attemptOf() };
const warranty = lineOf({ payType: 'warranty' });

test.each([
  { name: 'the first time', evidence: fittingOf({ attempt: attemptOf({ position: 'front left' }) }), levels: [] },
  { name: 'forty days later, and the owner pays', evidence: again({}), levels: [4] },
  { name: 'forty days later, under warranty', evidence: again({}, { line: warranty }), levels: [3] },
  {
    name: 'a comeback that names its parent and costs nothing',
    evidence: again({}, { line: warranty, order: orderOf({ parent: 'RO-1' }) }),
    levels: [],
  },
  { name: 'a comeback that is charged', evidence: again({}, { order: orderOf({ parent: 'RO-1' }) }), levels: [4] },
  { name: 'on the other side', evidence: again({ position: 'front right' }), levels: [] },
  { name: 'nobody named the place then', evidence: again({ position: null }), levels: [] },
  { name: 'nobody names the place now', evidence: again({}, { attempt: attemptOf() }), levels: [] },
  { name: 'a car has one of it, and nobody names the place', evidence: again({ position: null }, alone), levels: [4] },
  {
    name: 'a fluid that nobody names a place for',
    evidence: again({ position: null }, { ...alone, line: lineOf({ quantityPerVehicle: 1, tracking: 'lot' }) }),
    levels: [],
  },
  { name: 'half a year later', evidence: again({ fittedAt: hours(-24 * 180) }), levels: [] },
  { name: 'a taxi: soon, but far', evidence: again({ odometer: 20_000 }), levels: [] },
  { name: 'nobody read the odometer then', evidence: again({ odometer: null }), levels: [4] },
  { name: 'a repair that happened later', evidence: again({ fittedAt: hours(20) }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(tooSoon, evidence)).toEqual(levels));

import { attemptOf, fittingOf, lineOf, scanForOrder } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { positionConflict } from './position-conflict.rule.ts';

const at = (position: string | null, quantity = 1) => attemptOf({ position, quantity });
const taken = (position: string | null, line = 1, quantity = 1) => ({ line, position, quantity });
const twoInFront = lineOf({ quantity: 2, position: 'front' });
const alone = lineOf({ quantityPerVehicle: 1 });

test.each([
  { name: 'the first one', evidence: fittingOf({ attempt: at('front left') }), levels: [] },
  {
    name: 'left and right',
    evidence: fittingOf({ attempt: at('front left'), occupied: [taken('front right')] }),
    levels: [],
  },
  {
    name: 'two bottles of brake fluid, where a car is said to need one',
    evidence: fittingOf({ line: lineOf({ quantityPerVehicle: 1, tracking: 'lot' }), attempt: at(null, 2) }),
    levels: [],
  },
  {
    name: 'the same seat twice',
    evidence: fittingOf({ attempt: at('front left'), occupied: [taken('front left')] }),
    levels: [4],
  },
  {
    name: 'the same seat, spelt another way',
    evidence: fittingOf({ attempt: at('Front-Left'), occupied: [taken('front left')] }),
    levels: [4],
  },
  {
    name: 'the same seat on another line',
    evidence: fittingOf({ attempt: at('前左'), occupied: [taken('前左', 2)] }),
    levels: [4],
  },
  {
    name: 'two discs, both said to be in front',
    evidence: fittingOf({ line: twoInFront, attempt: at('front'), occupied: [taken('front')] }),
    levels: [],
  },
  {
    name: 'one disc in front, and a second one there',
    evidence: fittingOf({
      line: lineOf({ position: 'front' }),
      attempt: at('front'),
      occupied: [taken('front')],
    }),
    levels: [4],
  },
  {
    name: 'in front again, for another line',
    evidence: fittingOf({ line: twoInFront, attempt: at('front'), occupied: [taken('front', 2)] }),
    levels: [4],
  },
  { name: 'nobody named a seat', evidence: fittingOf({ attempt: at(null), occupied: [taken(null)] }), levels: [] },
  {
    name: 'as many as the vehicle holds',
    evidence: fittingOf({ attempt: at(null), occupied: [taken(null, 1, 3)] }),
    levels: [],
  },
  {
    name: 'one more than the vehicle holds',
    evidence: fittingOf({ attempt: at(null), occupied: [taken(null, 1, 4)] }),
    levels: [4],
  },
  { name: 'too many at once', evidence: fittingOf({ scan: null, attempt: at(null, 5) }), levels: [4] },
  {
    name: 'nobody knows how many it holds',
    evidence: fittingOf({
      line: lineOf({ quantityPerVehicle: null }),
      attempt: at(null),
      occupied: [taken(null, 1, 9)],
    }),
    levels: [],
  },
  {
    name: 'two new ones do the work of the one it holds',
    evidence: fittingOf({
      line: alone,
      scan: scanForOrder({ supersession: { kind: 'forward', path: ['A', 'B'], ratio: { old: 1, new: 2 } } }),
      occupied: [taken(null)],
    }),
    levels: [],
  },
  {
    name: 'a second of what it holds one of',
    evidence: fittingOf({ line: alone, occupied: [taken(null)] }),
    levels: [4],
  },
  {
    name: 'the same seat and too many are one finding',
    evidence: fittingOf({ line: alone, attempt: at('left'), occupied: [taken('left')] }),
    levels: [4],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(positionConflict, evidence)).toEqual(levels));

import { inCar, onTheWayTo, scanForOrder, scanOf, seen, unitOf, WORKSHOP } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { sealBroken } from './seal-broken.rule.ts';

const observed = seen({ seal: 'broken' });

test.each([
  { name: 'broken before fitting', evidence: scanForOrder({ observed }), levels: [4] },
  {
    name: 'broken on arrival',
    evidence: scanOf({ observed, purpose: 'receive', unit: onTheWayTo(WORKSHOP) }),
    levels: [4],
  },
  { name: 'broken on its return', evidence: scanOf({ observed, purpose: 'return' }), levels: [4] },
  { name: 'intact', evidence: scanForOrder({ observed: seen({ seal: 'intact' }) }), levels: [] },
  { name: 'nobody looked', evidence: scanForOrder(), levels: [] },
  { name: 'what is in a car was unpacked', evidence: scanOf({ observed, unit: inCar() }), levels: [] },
  { name: 'so was an old part', evidence: scanOf({ observed, unit: unitOf({ state: 'removed' }) }), levels: [] },
  { name: 'no unit of ours', evidence: scanOf({ observed, unit: null }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(sealBroken, evidence)).toEqual(levels));

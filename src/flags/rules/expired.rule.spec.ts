import { fittedHere, inCar, scanForOrder, scanOf, unitOf } from './evidence.builder.ts';
import { expired } from './expired.rule.ts';
import { factsFound, levelsFound } from './levels-found.ts';

const until = (expiresOn: string) => unitOf({ expiresOn });
const inChina = (time: string) => new Date(`${time}+08:00`);
const fittedAt = (time: string) => inCar({ expiresOn: '2026-11-23', fitting: fittedHere({ fittedAt: inChina(time) }) });

test.each([
  { name: 'no shelf life', evidence: scanForOrder(), levels: [] },
  { name: 'good for a day more', evidence: scanForOrder({ unit: until('2026-11-24') }), levels: [] },
  { name: 'good until tonight', evidence: scanForOrder({ unit: until('2026-11-23') }), levels: [] },
  { name: 'over since last night', evidence: scanForOrder({ unit: until('2026-11-22') }), levels: [4] },
  {
    name: 'a minute before midnight in China',
    evidence: scanOf({ unit: until('2026-11-23'), scannedAt: inChina('2026-11-23T23:59:00') }),
    levels: [],
  },
  {
    name: 'a minute after midnight in China, while Greenwich has the day before',
    evidence: scanOf({ unit: until('2026-11-23'), scannedAt: inChina('2026-11-24T00:01:00') }),
    levels: [4],
  },
  {
    name: 'fitted in time and read much later',
    evidence: scanOf({ unit: fittedAt('2026-11-20T10:00:00'), scannedAt: inChina('2027-06-01T10:00:00') }),
    levels: [],
  },
  {
    name: 'fitted too late',
    evidence: scanOf({ unit: fittedAt('2026-11-24T10:00:00'), scannedAt: inChina('2026-11-25T10:00:00') }),
    levels: [4],
  },
  {
    name: 'an old part',
    evidence: scanOf({ unit: unitOf({ state: 'removed', expiresOn: '2020-01-01' }) }),
    levels: [],
  },
  { name: 'no unit', evidence: scanOf({ unit: null }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(expired, evidence)).toEqual(levels));

it('tells a part on the shelf from one in a car', () => {
  expect(factsFound(expired, scanForOrder({ unit: until('2026-11-22') }))).toMatchObject([{ isFitted: false }]);
  expect(factsFound(expired, scanOf({ unit: fittedAt('2026-11-24T10:00:00') }))).toMatchObject([{ isFitted: true }]);
});

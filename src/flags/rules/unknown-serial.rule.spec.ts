import { PASSER_BY, scanOf, signedLabel, TYPED } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { unknownSerial } from './unknown-serial.rule.ts';

const unknown = { reading: TYPED, unit: null };

test.each([
  { name: 'a typed serial that nobody registered', evidence: scanOf(unknown), levels: [3] },
  {
    name: 'typed without its GTIN',
    evidence: scanOf({ ...unknown, reading: { kind: 'unsigned', serial: '7Q3K9D0A2FXN' } }),
    levels: [3],
  },
  { name: 'looked for by two others before', evidence: scanOf({ ...unknown, unknownSightings: 2 }), levels: [3] },
  { name: 'looked for by three others before', evidence: scanOf({ ...unknown, unknownSightings: 3 }), levels: [5] },
  {
    name: 'however often, a passer-by only warns',
    evidence: scanOf({ ...unknown, unknownSightings: 9, witness: PASSER_BY }),
    levels: [3],
  },
  { name: 'a typed serial that is registered', evidence: scanOf({ reading: TYPED }), levels: [] },
  {
    name: 'a signed unknown one is another finding',
    evidence: scanOf({ reading: signedLabel('true'), unit: null }),
    levels: [],
  },
  {
    name: 'a mangled read is no serial',
    evidence: scanOf({ reading: { kind: 'unreadable', reason: 'grammar' }, unit: null }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(unknownSerial, evidence)).toEqual(levels));

it('takes the number of sources from the policy', () => {
  const evidence = scanOf({ ...unknown, unknownSightings: 4 });
  expect(levelsFound(unknownSerial, evidence, { thresholds: { earlierSources: 5 } })).toEqual([3]);
});

import type { LabelReading } from '../evidence.ts';
import { OUR_LABEL, PASSER_BY, scanOf, signedLabel } from './evidence.builder.ts';
import { foreignHost } from './foreign-host.rule.ts';
import { levelsFound } from './levels-found.ts';

const imitation: LabelReading = { kind: 'foreignHost', host: 'truepart-check.example', hasSignature: true };

test.each([
  {
    name: 'our form with a signature field on another host',
    evidence: scanOf({ reading: imitation, unit: null }),
    levels: [5],
  },
  { name: 'with the number of a genuine unit', evidence: scanOf({ reading: imitation }), levels: [5] },
  { name: 'met by a passer-by', evidence: scanOf({ reading: imitation, witness: PASSER_BY }), levels: [5] },
  {
    name: 'another brand’s honest link',
    evidence: scanOf({ reading: { ...imitation, hasSignature: false }, unit: null }),
    levels: [],
  },
  { name: 'our own label', evidence: scanOf({ reading: OUR_LABEL }), levels: [] },
  {
    name: 'a forgery on our own host is another finding',
    evidence: scanOf({ reading: signedLabel('false') }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(foreignHost, evidence)).toEqual(levels));

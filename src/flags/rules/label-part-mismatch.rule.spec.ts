import { DISC, PADS, scanOf, seen, signedLabel, unitOf } from './evidence.builder.ts';
import { labelPartMismatch } from './label-part-mismatch.rule.ts';
import { levelsFound } from './levels-found.ts';

const disc = unitOf({ partNumber: DISC });

test.each([
  {
    name: 'a label of pads on a box of discs',
    evidence: scanOf({ observed: seen({ partNumber: DISC }) }),
    levels: [5],
  },
  { name: 'the number on the box agrees', evidence: scanOf({ observed: seen({ partNumber: PADS }) }), levels: [] },
  {
    name: 'as boxes print it, without hyphens',
    evidence: scanOf({ observed: seen({ partNumber: 'CH0446502250' }) }),
    levels: [],
  },
  {
    name: 'in small letters and with spaces',
    evidence: scanOf({ observed: seen({ partNumber: ' ch 04465 02250 ' }) }),
    levels: [],
  },
  {
    name: 'in full-width letters',
    evidence: scanOf({ observed: seen({ partNumber: 'ＣＨ－０４４６５－０２２５０' }) }),
    levels: [],
  },
  {
    name: 'with O typed for 0',
    evidence: scanOf({ unit: disc, observed: seen({ partNumber: 'CH-43512-OEO4O' }) }),
    levels: [],
  },
  { name: 'nobody looked', evidence: scanOf(), levels: [] },
  { name: 'nothing legible was typed', evidence: scanOf({ observed: seen({ partNumber: ' - ' }) }), levels: [] },
  {
    name: 'of an unknown unit nothing is known',
    evidence: scanOf({ unit: null, observed: seen({ partNumber: DISC }) }),
    levels: [],
  },
  {
    name: 'of a forged label nothing follows',
    evidence: scanOf({ reading: signedLabel('false'), observed: seen({ partNumber: DISC }) }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(labelPartMismatch, evidence)).toEqual(levels));

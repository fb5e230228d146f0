import { levelsFound } from './levels-found.ts';
import { ownerScanDiffers } from './owner-scan-differs.rule.ts';

const scan = {
  isRegistered: true,
  serial: '7Q3K9D0A2FXM',
  partNumber: 'CH-04465-02250',
  serials: ['7Q3K9D0A2FXM', 'ABCDEFGHJKMN'],
};

test.each([
  { name: 'the label of the part on the invoice', evidence: scan, levels: [] },
  { name: 'the label of another part', evidence: { ...scan, serial: 'ZZZZZZZZZZZZ' }, levels: [5] },
  {
    name: 'a code that the register does not know is another finding',
    evidence: { ...scan, isRegistered: false, serial: 'Z' },
    levels: [],
  },
  { name: 'an invoice without coded parts', evidence: { ...scan, serials: [] }, levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(ownerScanDiffers, evidence)).toEqual(levels));

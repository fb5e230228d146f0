import { categoryMisrepresented } from './category-misrepresented.rule.ts';
import { lineOf } from './evidence.builder.ts';
import { billedOf, invoiceOf, recordedFitting } from './invoice.builder.ts';
import { levelsFound } from './levels-found.ts';

const unseen = recordedFitting({ hasUnit: false, serial: null, category: null });
const remanufactured = recordedFitting({ category: 'remanufactured' });

test.each([
  { name: 'billed as original, and an original was scanned', evidence: invoiceOf(), levels: [] },
  { name: 'billed as original, and nobody scanned anything', evidence: invoiceOf({ fittings: [unseen] }), levels: [5] },
  {
    name: 'billed as original, and a remanufactured unit was fitted',
    evidence: invoiceOf({ fittings: [remanufactured] }),
    levels: [5],
  },
  {
    name: 'one of two was never scanned',
    evidence: invoiceOf({ fitted: 2, fittings: [recordedFitting(), unseen] }),
    levels: [5],
  },
  {
    name: 'declared as remanufactured',
    evidence: invoiceOf({ fittings: [remanufactured], billed: billedOf({ category: 'remanufactured' }) }),
    levels: [],
  },
  {
    name: 'declared as matching quality, which has no code of ours',
    evidence: invoiceOf({ fittings: [unseen], billed: billedOf({ category: 'matching_quality' }) }),
    levels: [],
  },
  {
    name: 'oil has no serial to scan',
    evidence: invoiceOf({ line: lineOf({ tracking: 'lot' }), fittings: [unseen] }),
    levels: [],
  },
  { name: 'nothing was fitted: another finding', evidence: invoiceOf({ fitted: 0, fittings: [] }), levels: [] },
  { name: 'not billed at all', evidence: invoiceOf({ fittings: [unseen], billed: null }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(categoryMisrepresented, evidence)).toEqual(levels));

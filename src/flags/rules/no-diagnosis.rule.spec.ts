import type { LineFacts } from '../evidence.ts';
import { lineOf } from './evidence.builder.ts';
import { invoiceOf } from './invoice.builder.ts';
import { levelsFound } from './levels-found.ts';
import { noDiagnosis } from './no-diagnosis.rule.ts';

const line = (hasComplaint: boolean, hasCause: boolean, more: Partial<LineFacts> = {}) =>
  invoiceOf({ line: lineOf({ partClass: 'main', diagnosis: { hasComplaint, hasCause }, ...more }) });
const strict = { thresholds: { needsCause: 1 } };

test.each([
  { name: 'a cause', evidence: line(true, true), policy: {}, levels: [] },
  { name: 'a complaint', evidence: line(true, false), policy: {}, levels: [] },
  { name: 'nothing at all', evidence: line(false, false), policy: {}, levels: [3] },
  { name: 'a complaint, where the maker wants a cause', evidence: line(true, false), policy: strict, levels: [3] },
  { name: 'a fault code, where the maker wants a cause', evidence: line(false, true), policy: strict, levels: [] },
  { name: 'brake pads wear', evidence: line(false, false, { partClass: 'safety' }), policy: strict, levels: [] },
  {
    name: 'nothing was fitted: another rule speaks',
    evidence: invoiceOf({
      fitted: 0,
      line: lineOf({ partClass: 'main', diagnosis: { hasComplaint: false, hasCause: false } }),
    }),
    policy: {},
    levels: [],
  },
])('$name', ({ evidence, policy, levels }) => expect(levelsFound(noDiagnosis, evidence, policy)).toEqual(levels));

import { invoiceOf } from './invoice.builder.ts';
import { invoiceChanged } from './invoice-changed.rule.ts';
import { levelsFound } from './levels-found.ts';

test.each([
  { name: 'the first version', evidence: invoiceOf(), levels: [] },
  { name: 'the same again', evidence: invoiceOf({}, { previous: { version: 1, hash: 'hash-1' } }), levels: [] },
  {
    name: 'another content in its name',
    evidence: invoiceOf({}, { previous: { version: 1, hash: 'hash-0' } }),
    levels: [5],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(invoiceChanged, evidence)).toEqual(levels));

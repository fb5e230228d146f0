import type { Verdict } from './contract.ts';
import type { Deed } from './deed.ts';

/** A deed as it was written down, for tables. */
export const deedOf = (over: Partial<Deed> = {}): Deed => ({
  id: `id-${over.number ?? 1}`,
  user: 'zhang',
  number: 1,
  kind: 'scan',
  path: '/api/scans/bulk',
  body: {},
  about: {},
  madeAt: '2026-11-23T02:00:00.000Z',
  state: 'waiting',
  tries: 0,
  wentOn: false,
  isRead: false,
  answer: null,
  ...over,
});

export const verdictOf = (over: Partial<Verdict> = {}): Verdict => ({
  outcome: 'consistent',
  checkedAt: '2026-11-23T02:00:00.000Z',
  scanId: 'scan',
  claims: { issuedByMaker: true, recordsAgree: true, physicallyChecked: null },
  unit: null,
  findings: [],
  nextStep: { zh: '继续', en: 'Go on' },
  ...over,
});

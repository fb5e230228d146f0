import { attemptOf, fittingOf, historyOf, orderOf } from './evidence.builder.ts';
import { invoiceOf } from './invoice.builder.ts';
import { levelsFound } from './levels-found.ts';
import { odometerBack } from './odometer-back.rule.ts';

const before = (odometer: number | null) => historyOf({ odometer });
const at = (odometer: number | null) => attemptOf({ odometer });

test.each([
  { name: 'the car’s first visit', evidence: fittingOf(), levels: [] },
  { name: 'more than before', evidence: fittingOf({ vehicle: before(28_000) }), levels: [] },
  { name: 'far below the last visit', evidence: fittingOf({ vehicle: before(80_000) }), levels: [3] },
  {
    name: 'a few kilometres below: it was moved in the yard',
    evidence: fittingOf({ vehicle: before(31_400) }),
    levels: [],
  },
  {
    name: 'nobody read it, and the order has it below',
    evidence: fittingOf({ attempt: at(null), vehicle: before(80_000) }),
    levels: [3],
  },
  {
    name: 'nobody ever read it',
    evidence: fittingOf({ attempt: at(null), order: orderOf({ odometerIn: null }), vehicle: before(80_000) }),
    levels: [],
  },
  { name: 'below the order’s own', evidence: fittingOf({ attempt: at(3_100) }), levels: [3] },
  { name: 'billed below the last visit', evidence: invoiceOf({}, { vehicle: before(80_000) }), levels: [3] },
  { name: 'billed above it', evidence: invoiceOf({}, { vehicle: before(30_900) }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(odometerBack, evidence)).toEqual(levels));

import { backdated } from './backdated.rule.ts';
import { attemptOf, fittingOf, hours, orderOf } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';

const done = (when: number, openedAt = hours(when - 3)) =>
  fittingOf({ attempt: attemptOf({ fittedAt: hours(when) }), order: orderOf({ openedAt }) });

test.each([
  { name: 'recorded as it was done', evidence: fittingOf(), levels: [] },
  { name: 'an offline queue that came a day later', evidence: done(-26), levels: [] },
  { name: 'three days later', evidence: done(-72), levels: [3] },
  { name: 'dated the day before the order', evidence: done(-40, hours(-2)), levels: [3] },
  { name: 'the order was typed in after the work had begun', evidence: done(-5, hours(-2)), levels: [] },
  {
    name: 'an order with a date of its own far ahead says nothing of a live step',
    evidence: done(0, hours(900)),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(backdated, evidence)).toEqual(levels));

import { CONFLICT_STEPS, CONFLICT_TITLE } from './conflict-words.ts';
import { conflictOf, CONFLICTS } from './conflict.ts';
import type { Outcome } from './contract.ts';
import { deedOf, verdictOf } from './deed.builder.ts';

const refusedFitting = (code: string, wentOn = true, status = 409) =>
  deedOf({ kind: 'fitting', state: 'refused', wentOn, answer: { status, code, words: { zh: '', en: '' } } });

test.each([
  ['UNIT_ALREADY_FITTED', 'alreadyFitted', 'suspect'],
  ['UNIT_ALLOCATED_ELSEWHERE', 'issuedElsewhere', 'caution'],
  ['UNIT_NOT_IN_STOCK_HERE', 'notInStock', 'caution'],
  ['UNIT_UNKNOWN', 'unknownUnit', 'unknown'],
  ['UNIT_ON_HOLD', 'onHold', 'suspect'],
  ['REASON_REQUIRED', 'needsReason', 'caution'],
  ['SUPERVISOR_REQUIRED', 'needsSupervisor', 'caution'],
  ['FITTING_REFUSED', 'contradicts', 'suspect'],
  ['REPAIR_ORDER_SETTLED', 'orderSettled', 'caution'],
  ['OLD_PART_CODE_UNREADABLE', 'codeUnreadable', 'plain'],
  ['SOMETHING_NEW', 'other', 'caution'],
] as const)('a fitting refused with %s is %s', (code, kind, state) =>
  expect(conflictOf(refusedFitting(code), false)).toMatchObject({ kind, state, isInCar: true }),
);

test('bad input is no suspicion', () =>
  expect(conflictOf(refusedFitting('INVALID_INPUT', true, 400), false)).toMatchObject({ state: 'plain' }));

test('who was told on the spot has not fitted it', () =>
  expect(conflictOf(refusedFitting('UNIT_ON_HOLD', false), false)).toMatchObject({ isInCar: false }));

test.each([
  { code: 'REASON_REQUIRED', isSupervisor: false, can: true },
  { code: 'SUPERVISOR_REQUIRED', isSupervisor: false, can: false },
  { code: 'SUPERVISOR_REQUIRED', isSupervisor: true, can: true },
  { code: 'FITTING_REFUSED', isSupervisor: true, can: false },
])('$code, supervisor: $isSupervisor: a reason helps: $can', ({ code, isSupervisor, can }) =>
  expect(conflictOf(refusedFitting(code), isSupervisor)).toMatchObject({ canGiveReason: can }),
);

test.each([
  { kind: 'removal', can: true },
  { kind: 'undo', can: false },
] as const)('a reason helps a $kind: $can', ({ kind, can }) =>
  expect(conflictOf({ ...refusedFitting('REASON_REQUIRED'), kind }, false)).toMatchObject({ canGiveReason: can }),
);

test.each([
  ['consistent', null],
  ['caution', 'scanCaution'],
  ['suspect', 'scanSuspect'],
  ['unknown', 'scanUnknown'],
  ['unreadable', 'scanUnreadable'],
] as readonly (readonly [Outcome, string | null])[])('a scan that comes back %s: %s', (outcome, kind) => {
  const conflict = conflictOf(deedOf({ state: 'done', wentOn: true, answer: verdictOf({ outcome }) }), false);
  expect(conflict?.kind ?? null).toBe(kind);
});

test('a misread is never shown as suspicion', () => {
  const deed = deedOf({ state: 'done', answer: verdictOf({ outcome: 'unreadable' }) });
  expect(conflictOf(deed, false)?.state).toBe('plain');
});

test.each([
  [{ over: 0, short: 0 }, null],
  [{ over: 0, short: 2 }, 'plain'],
  [{ over: 1, short: 0 }, 'caution'],
])('a receipt with %j', (answer, state) =>
  expect(conflictOf(deedOf({ kind: 'receipt', state: 'done', answer }), false)?.state ?? null).toBe(state),
);

test.each(CONFLICTS)('%s says what it is and what to do, in both languages', (kind) => {
  for (const language of ['zh', 'en'] as const) {
    expect(CONFLICT_TITLE[language][kind]).not.toBe('');
    expect(CONFLICT_STEPS[language][kind]).not.toBe('');
  }
  expect(CONFLICT_STEPS.zh[kind].split('\n')).toHaveLength(CONFLICT_STEPS.en[kind].split('\n').length);
});

import type { Heard } from './call.ts';
import { afterReply, type Deed, forgettable, nextToSend, replyOf, toExplain } from './deed.ts';
import { deedOf, verdictOf } from './deed.builder.ts';

const answer = (status: number, body: unknown = null, retryAfter: number | null = null): Heard => ({
  kind: 'answer',
  status,
  body,
  retryAfter,
});

test.each([
  ['silence', { kind: 'silence' }, { kind: 'later', seconds: null }],
  ['a yes', answer(201, { a: 1 }), { kind: 'taken', body: { a: 1 } }],
  ['a yes without words', answer(204), { kind: 'taken', body: null }],
  ['nobody signed in, or somebody else', answer(401, { code: 'ANOTHER_ACCOUNT' }), { kind: 'signIn' }],
  ['too much at once', answer(429, { code: 'TOO_MANY_REQUESTS' }, 7), { kind: 'later', seconds: 7 }],
  ['the same still under way', answer(409, { code: 'IDEMPOTENCY_IN_PROGRESS' }, 5), { kind: 'later', seconds: 5 }],
  ['a database that is away', answer(503, { code: 'UNAVAILABLE' }, 5), { kind: 'later', seconds: 5 }],
  ['a fault of the server', answer(500, { code: 'INTERNAL' }), { kind: 'fault' }],
  [
    'a no of the trade',
    answer(409, { code: 'UNIT_ALREADY_FITTED' }),
    { kind: 'refused', problem: { code: 'UNIT_ALREADY_FITTED' } },
  ],
  ['bad input', answer(400, { code: 'INVALID_INPUT' }), { kind: 'refused', problem: { code: 'INVALID_INPUT' } }],
] as const)('%s', (_, heard, reply) => expect(replyOf(heard)).toEqual(reply));

const at = (minute: number) => `2026-11-23T02:${String(minute).padStart(2, '0')}:00.000Z`;
const scan = (number: number, over: Partial<Deed> = {}) => deedOf({ number, madeAt: at(number), ...over });
const fitting = (number: number, over: Partial<Deed> = {}) => scan(number, { kind: 'fitting', ...over });
const about = { oldPart: 'pads' };
const photo = (number: number) => scan(number, { kind: 'photo', about });

test.each([
  { name: 'nothing', deeds: [], sent: [] },
  { name: 'scans together, in their order', deeds: [scan(2), scan(1), scan(3)], sent: [1, 2, 3] },
  { name: 'a fitting alone', deeds: [fitting(1), scan(2)], sent: [1] },
  { name: 'scans up to the fitting that follows them', deeds: [scan(1), scan(2), fitting(3), scan(4)], sent: [1, 2] },
  {
    name: 'nothing that is done',
    deeds: [scan(1, { state: 'done' }), scan(2, { state: 'refused' }), scan(3)],
    sent: [3],
  },
  { name: 'nothing of anybody else', deeds: [scan(1, { user: 'lin' }), scan(2)], sent: [2] },
  {
    name: 'not beyond a clock that was set back',
    deeds: [scan(8), scan(9), scan(10, { madeAt: at(1) })],
    sent: [8, 9],
  },
  { name: 'photos last', deeds: [photo(1), fitting(2)], sent: [2] },
  { name: 'a photo alone', deeds: [fitting(1, { about, state: 'done' }), photo(2), photo(3)], sent: [2] },
  {
    name: 'no photo while its old part came back and may be told again',
    deeds: [fitting(1, { about, state: 'refused' }), photo(2)],
    sent: [],
  },
  {
    name: 'a photo whose old part came back and was put away, so that somebody hears of it',
    deeds: [fitting(1, { about, state: 'refused', isRead: true }), photo(2)],
    sent: [2],
  },
  { name: 'not more than a bad network carries', deeds: Array.from({ length: 59 }, (_, n) => scan(n + 1)), sent: 50 },
])('sends $name', ({ deeds, sent }) => {
  const load = nextToSend(deeds, 'zhang').map(({ number }) => number);
  if (typeof sent === 'number') expect(load).toHaveLength(sent);
  else expect(load).toEqual(sent);
});

const taken = (body: unknown) => ({ kind: 'taken', body }) as const;

test.each([
  { name: 'a green verdict is no news', deed: scan(1, { wentOn: true }), reply: taken(verdictOf()), news: false },
  {
    name: 'a red one is',
    deed: scan(1, { wentOn: true }),
    reply: taken(verdictOf({ outcome: 'suspect' })),
    news: true,
  },
  {
    name: 'a misread is',
    deed: scan(1, { wentOn: true }),
    reply: taken(verdictOf({ outcome: 'unreadable' })),
    news: true,
  },
  {
    name: 'not to who saw it on the spot',
    deed: scan(1),
    reply: taken(verdictOf({ outcome: 'suspect' })),
    news: false,
  },
  {
    name: 'a fitting that was taken is no news',
    deed: scan(1, { kind: 'fitting', wentOn: true }),
    reply: taken({}),
    news: false,
  },
  {
    name: 'a receipt that was short is',
    deed: scan(1, { kind: 'receipt', wentOn: true }),
    reply: taken({ received: 1, over: 0, short: 1 }),
    news: true,
  },
  {
    name: 'a no always is',
    deed: fitting(1),
    reply: { kind: 'refused', problem: { status: 409, code: 'X', words: { zh: '', en: '' } } } as const,
    news: true,
  },
])('$name', ({ deed, reply, news }) => {
  const after = afterReply(deed, reply);
  expect(after.state).not.toBe('waiting');
  expect(toExplain([after])).toHaveLength(news ? 1 : 0);
});

test('whoever could not be reached is tried again, and a sign-in costs nothing', () => {
  expect(afterReply(scan(1), { kind: 'later', seconds: null })).toMatchObject({ state: 'waiting', tries: 1 });
  expect(afterReply(scan(1), { kind: 'fault' })).toMatchObject({ state: 'waiting', tries: 1 });
  expect(afterReply(scan(1), { kind: 'signIn' })).toEqual(scan(1));
});

test.each([
  { name: 'what was read and is a day old', deed: scan(1, { state: 'done', isRead: true }), isGone: true },
  { name: 'not what nobody has read', deed: scan(1, { state: 'refused' }), isGone: false },
  { name: 'never what waits', deed: scan(1, { isRead: true }), isGone: false },
] as const)('forgets $name', ({ deed, isGone }) =>
  expect(forgettable([deed], new Date('2026-11-24T03:00:00Z'))).toHaveLength(isGone ? 1 : 0),
);

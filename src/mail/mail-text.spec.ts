import type { EventData, OutboxEvent } from '../outbox/events.ts';
import type { MailedType } from './mail-readers.ts';
import { mailText, placeOf } from './mail-text.ts';

const URL = 'https://truepart.example';
const told: EventData['case.opened'] = {
  case: 'C-2026-000042',
  kind: 'dispute',
  status: 'open',
  workshop: 'WS-HZ-01',
  unit: null,
  openedAt: '2026-11-23T02:00:00.000Z',
  dueAt: '2026-11-26T02:00:00.000Z',
};
const event = <Type extends MailedType>(type: Type, data: EventData[Type]): OutboxEvent<MailedType> => ({
  id: 'e',
  type,
  at: new Date('2026-11-23T02:00:00Z'),
  data,
});

test('in Chinese', () => {
  const { subject, text } = mailText(event('case.opened', told), 'zh', URL, '/desk/cases/C-2026-000042');
  expect(subject).toBe('[真件] 新案件：C-2026-000042');
  expect(text).toContain('答复期限：2026年11月26日 10:00');
  expect(text).toContain(`${URL}/desk/cases/C-2026-000042`);
});

test('in English', () => {
  const { subject, text } = mailText(event('case.escalated', told), 'en', URL, '/home');
  expect(subject).toBe('[Truepart] A case is late and was passed on to the maker: C-2026-000042');
  expect(text).toContain('Answer due: November 26, 2026 at 10:00');
  expect(text).toContain('Workshop: WS-HZ-01');
});

test('what is not known is left out, and a closed case is due no more', () => {
  const { text } = mailText(event('case.closed', { ...told, status: 'closed', workshop: null }), 'en', URL, '/home');
  expect(text).not.toMatch(/Workshop|due|null/);
});

test.each([
  { type: 'case.opened' as const, data: told, isAnalyst: true, place: '/desk/cases/C-2026-000042' },
  { type: 'case.opened' as const, data: told, isAnalyst: false, place: '/questions/C-2026-000042' },
  { type: 'recall.opened' as const, data: {}, isAnalyst: false, place: '/home' },
  { type: 'webhook.disabled' as const, data: { webhook: 'w' }, isAnalyst: true, place: '/home' },
])('$type is to be seen at $place', ({ type, data, isAnalyst, place }) =>
  expect(placeOf(event(type, data as never), isAnalyst)).toBe(place),
);

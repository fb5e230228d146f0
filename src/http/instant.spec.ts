import { isDay, isInstant } from './instant.ts';

test.each(['2026-11-23T02:00:00Z', '2026-11-23T10:00:00+08:00', '2024-02-29T23:59:59.999999Z', '9999-12-31T23:59:59Z'])(
  '%s is a time',
  (text) => {
    expect(isInstant(text)).toBe(true);
    expect(new Date(text).getTime()).not.toBeNaN();
  },
);

test.each([
  '2026-02-31T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-11-23T24:00:00Z',
  '2026-12-31T23:59:60Z',
  '2026-11-23T02:00:00',
  '2026-11-23',
  '2026-W48',
  '20261123T020000Z',
  '+002026-11-23T02:00:00Z',
  '0000-01-01T00:00:00Z',
  '2026-11-23 02:00:00Z',
  '2026-11-23T02:00:00Z\n',
  5,
  null,
])('%j is not', (text) => expect(isInstant(text)).toBe(false));

test('days', () =>
  expect(['2026-11-23', '2026-02-29', '2026-1-1', '2026-11-23T00:00:00Z'].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
  ]));

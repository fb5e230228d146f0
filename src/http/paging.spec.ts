import { Refusal } from '../kernel/refusal.ts';
import { CURSOR, decodeCursor, encodeCursor, pageOf } from './paging.ts';

const rowsUpTo = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index + 1) }));
const page = (rows: { id: string }[], limit: number) =>
  pageOf(
    rows,
    limit,
    (row) => [row.id],
    (row) => row.id,
  );

test('the row too many becomes a cursor to the rest', () => {
  const { items, next } = page(rowsUpTo(3), 2);
  expect(items).toEqual(['1', '2']);
  expect(decodeCursor(next ?? undefined, [CURSOR.id])).toEqual(['2']);
});

test.each([
  { name: 'fewer than a page', rows: 1, limit: 2 },
  { name: 'exactly a page', rows: 2, limit: 2 },
  { name: 'nothing', rows: 0, limit: 2 },
])('$name is the last page', ({ rows, limit }) => expect(page(rowsUpTo(rows), limit).next).toBeNull());

test('no cursor is the first page', () => expect(decodeCursor(undefined, [CURSOR.id])).toBeUndefined());

test.each([
  { name: 'not base64', cursor: '!!!', form: CURSOR.id },
  { name: 'not JSON', cursor: Buffer.from('hello').toString('base64url'), form: CURSOR.id },
  { name: 'not a list', cursor: Buffer.from('{"length":1}').toString('base64url'), form: CURSOR.id },
  { name: 'too many parts', cursor: encodeCursor(['1', '2']), form: CURSOR.id },
  { name: 'a number, not text', cursor: Buffer.from('[1]').toString('base64url'), form: CURSOR.id },
  { name: 'beyond bigint', cursor: encodeCursor(['9'.repeat(19)]), form: CURSOR.id },
  { name: 'no UUID', cursor: encodeCursor(['1']), form: CURSOR.uuid },
  { name: 'a day that no calendar has', cursor: encodeCursor(['2026-02-30T00:00:00Z']), form: CURSOR.instant },
  { name: 'an hour that no clock has', cursor: encodeCursor(['2026-02-20T25:00:00Z']), form: CURSOR.instant },
  { name: 'a NUL byte', cursor: encodeCursor(['a\0']), form: CURSOR.text },
])('$name is refused', ({ cursor, form }) => expect(() => decodeCursor(cursor, [form])).toThrow(Refusal));

import { uncleanPlace } from './clean-text.ts';

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

test.each([
  { name: 'a NUL byte', input: { lines: [{ note: 'ok' }, { note: 'a\0b' }] }, path: 'lines[1].note' },
  { name: 'a half pair', input: { name: '\ud83d' }, path: 'name' },
  { name: 'the other half', input: { name: 'x\ude00' }, path: 'name' },
  { name: 'a name of a member', input: { a: { 'b\0': 1 } }, path: 'a' },
  { name: 'a text alone', input: '\0', path: '' },
  { name: 'too deep', input: nested(33), path: '[0]'.repeat(32) },
])('$name is found', ({ input, path }) => expect(uncleanPlace(input)?.path).toBe(path));

test.each([
  { name: 'ordinary text', input: { a: '真件 🚗', b: [1, null, true, { c: 'x' }] } },
  { name: 'bytes', input: Buffer.from([0]) },
  { name: 'nothing', input: undefined },
  { name: 'deep enough', input: nested(32) },
])('$name is clean', ({ input }) => expect(uncleanPlace(input)).toBeUndefined());

test('a very deep body does not overflow the stack', () => {
  expect(uncleanPlace(JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)))?.path).toBeDefined();
});

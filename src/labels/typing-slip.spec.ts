import { oneSlipFrom } from './typing-slip.ts';

test.each([
  { name: 'another character', typed: '7Q3K9D0A2FXM', meant: '7Q3K9D0A2FXN', isSlip: true },
  { name: 'the first character', typed: '7Q3K9D0A2FXM', meant: '1Q3K9D0A2FXM', isSlip: true },
  { name: 'two neighbours swapped', typed: '7Q3K9D0A2FXM', meant: '7Q3K9D0A2FMX', isSlip: true },
  { name: 'the first two swapped', typed: '7Q3K9D0A2FXM', meant: 'Q73K9D0A2FXM', isSlip: true },
  { name: 'the same', typed: '7Q3K9D0A2FXM', meant: '7Q3K9D0A2FXM', isSlip: false },
  { name: 'two characters', typed: '7Q3K9D0A2FXM', meant: '7Q3K9D0A2FAA', isSlip: false },
  { name: 'swapped far apart', typed: '7Q3K9D0A2FXM', meant: 'MQ3K9D0A2FX7', isSlip: false },
])('$name', ({ typed, meant, isSlip }) => expect(oneSlipFrom(typed).includes(meant)).toBe(isSlip));

test('twins swapped are no slip, and nothing is listed twice', () => {
  const meant = oneSlipFrom('AABBCCDDEEFF');
  expect(meant).not.toContain('AABBCCDDEEFF');
  expect(new Set(meant).size).toBe(meant.length);
});

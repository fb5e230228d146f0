import { hashPassword, isPassword } from './passwords.ts';

test.each([
  { name: 'the right one', given: 'correct horse', is: true },
  { name: 'another', given: 'Correct horse', is: false },
  { name: 'none', given: '', is: false },
])('$name: $is', async ({ given, is }) => {
  expect(await isPassword(given, await hashPassword('correct horse'))).toBe(is);
});

/** Without the work it would be a thousandth of it; how busy the machine is makes no tenth. */
test('where there is no account it is as much work, and never right', async () => {
  const known = await hashPassword('correct horse');
  const fastest = { known: Infinity, nobody: Infinity };
  for (let i = 0; i < 5; i++) {
    fastest.known = Math.min(fastest.known, await time(known));
    fastest.nobody = Math.min(fastest.nobody, await time(undefined));
  }
  expect(fastest.nobody).toBeGreaterThan(fastest.known / 10);
});

async function time(passwordHash: string | undefined): Promise<number> {
  const began = performance.now();
  expect(await isPassword('nobody has this password', passwordHash)).toBe(false);
  return performance.now() - began;
}

import { RateLimit } from './rate-limit.ts';

describe('a rate limit', () => {
  let now = 0;
  const limit = (mostKeys?: number) => new RateLimit(60_000, mostKeys, () => now);
  beforeEach(() => (now = 0));

  test('allows as many as the limit, then tells how long to wait', () => {
    const signIns = limit();
    expect([1, 2, 3].map(() => signIns.hit('a', 3).isAllowed)).toEqual([true, true, true]);
    now = 15_500;
    expect(signIns.hit('a', 3)).toEqual({ isAllowed: false, hits: 4, secondsLeft: 45 });
    expect(signIns.hit('b', 3).isAllowed).toBe(true);
  });

  test('begins again when the window is over', () => {
    const signIns = limit();
    signIns.hit('a', 1);
    now = 60_000;
    expect(signIns.hit('a', 1).isAllowed).toBe(true);
  });

  test('a look does not count', () => {
    const signIns = limit();
    signIns.hit('a', 2);
    expect([1, 2, 3].map(() => signIns.peek('a', 2).isAllowed)).toEqual([true, true, true]);
    signIns.hit('a', 2);
    expect(signIns.peek('a', 2).isAllowed).toBe(false);
  });

  test('a flood of keys forgets the oldest, not the newest', () => {
    const signIns = limit(2);
    for (const key of ['a', 'b', 'c']) signIns.hit(key, 1);
    expect(signIns.peek('c', 1).isAllowed).toBe(false);
    expect(signIns.peek('a', 1).isAllowed).toBe(true);
  });
});

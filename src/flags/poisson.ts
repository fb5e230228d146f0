/** The middle of a normal curve that holds 95 %. */
const Z = 1.96;

/**
 * Between which counts the true one lies, 19 times of 20, when `count` were seen: Byar's approximation of the exact Poisson
 * limits (Breslow & Day 1987, § 2.3), which holds for small counts too. A rate without it makes a small sample look guilty.
 */
export function poissonInterval(count: number): { readonly low: number; readonly high: number } {
  const next = count + 1;
  const low = count === 0 ? 0 : count * (1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))) ** 3;
  return { low, high: next * (1 - 1 / (9 * next) + Z / (3 * Math.sqrt(next))) ** 3 };
}

/** The middle of a normal curve that holds 95 %. */
const Z2 = 1.96 ** 2;

/**
 * Between which shares the true one lies, 19 times of 20, when `part` of `whole` were seen (Wilson 1927): it stays between 0 and
 * 1, and holds for small samples, where one flag of one would look like a rule that is always wrong.
 * @param whole at least 1
 */
export function wilsonInterval(part: number, whole: number): { readonly low: number; readonly high: number } {
  const middle = part + Z2 / 2;
  const reach = Math.sqrt(Z2 * ((part * (whole - part)) / whole + Z2 / 4));
  return { low: Math.max(0, (middle - reach) / (whole + Z2)), high: Math.min(1, (middle + reach) / (whole + Z2)) };
}

/** Money is a decimal string (`"428.00"`) outside and whole hundredths (bigint) while it is reckoned with. */
export type Money = string;

const PATTERN = /^-?\d{1,12}(\.\d{1,2})?$/;

export const isMoney = (text: string): boolean => PATTERN.test(text);

/** `"428.5"` → `42850n`. Throws RangeError on anything that is not money. */
export function toCents(money: Money): bigint {
  if (!isMoney(money)) throw new RangeError(`not an amount of money: ${JSON.stringify(money)}`);
  const negative = money.startsWith('-');
  const [whole, fraction = ''] = money.replace('-', '').split('.');
  const cents = BigInt(whole!) * 100n + BigInt(fraction.padEnd(2, '0'));
  return negative ? -cents : cents;
}

/** `42850n` → `"428.50"`. */
export function fromCents(cents: bigint): Money {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

import { ValidateBy } from 'class-validator';

/** Whether so many decimals are enough to write it. */
export const hasDecimals = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isFinite(value) && Number(value.toFixed(most)) === value;

/** At most so many decimals. `@IsNumber({ maxDecimalPlaces })` throws at numbers that JavaScript writes as `5e-324`. */
export const HasDecimals = (most: number) =>
  ValidateBy(
    {
      name: 'hasDecimals',
      constraints: [most],
      validator: { validate: (value) => hasDecimals(value, most), defaultMessage: () => `at most ${most} decimals` },
    },
    { context: { zh: `至多 ${most} 位小数`, en: `a number of at most ${most} decimals` } },
  );

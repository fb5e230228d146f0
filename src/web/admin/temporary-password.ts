import { randomInt } from 'node:crypto';

/** No letters that are heard or read as another: it is told over a telephone. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;

/** `k7mq-2xwp-9dta-h4nb`: 79 bits, four letters at a time. */
export function temporaryPassword(): string {
  const letter = () => LETTERS[randomInt(LETTERS.length)]!;
  return Array.from({ length: GROUPS }, () => letter() + letter() + letter() + letter()).join('-');
}

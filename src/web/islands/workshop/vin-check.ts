import { normalVin } from '../../../kernel/vin.ts';

/** Fewer characters than these might be another car’s, too: the last 8 are model year, plant and running number. */
export const LEAST = 8;

export type VinCheck =
  | { readonly kind: 'empty' | 'short' }
  /** `vin`: what to send as read at the car. */
  | { readonly kind: 'same'; readonly vin: string }
  /** `vin`: the other car’s, where it was read whole. */
  | { readonly kind: 'other'; readonly vin: string | null };

/** Compares what was scanned or typed at the car with the order’s VIN; its end is enough to type. */
export function checkVin(read: string, expected: string): VinCheck {
  const text = plain(read);
  if (text === '') return { kind: 'empty' };
  if (text.length < LEAST) return { kind: 'short' };
  return expected.endsWith(text) ? { kind: 'same', vin: expected } : { kind: 'other', vin: normalVin(text) };
}

/** What goes to the register as read at the car; nothing where nobody looked. */
export const vinToSend = (check: VinCheck): string | undefined =>
  check.kind === 'same' || check.kind === 'other' ? (check.vin ?? undefined) : undefined;

/** It may stay empty; what was begun is to be read to its end. */
export const isSendable = (check: VinCheck): boolean =>
  check.kind === 'empty' || check.kind === 'same' || (check.kind === 'other' && check.vin !== null);

/** The VIN in what a reader read: some print `*` around it, some write an `I` before it. */
export function vinIn(text: string): string | null {
  const bare = text.trim().replace(/^\*|\*$/g, '');
  return normalVin(bare) ?? (/^I/i.test(bare) ? normalVin(bare.slice(1)) : null);
}

/** No VIN has I, O or Q, so who types them means 1 and 0. */
const plain = (text: string): string =>
  text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase().replaceAll('I', '1').replace(/[OQ]/g, '0');

/** Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U. Every character is in QR's alphanumeric mode. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same as a class for regular expressions. */
export const CROCKFORD = '[0-9A-HJKMNP-TV-Z]';

const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character.charCodeAt(0), value]));

/** `bytes` as one big-endian number in upper-case digits, padded with zero bits on the left: 64 bytes are 103 characters. */
export function encodeCrockford(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = spareBits(bytes.length);
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >>> bits) & 31]!;
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

/**
 * The inverse, for text that is already in upper case. `undefined` for another length, a character outside the alphabet or
 * a spare bit that is set: each number of `length` bytes has one spelling only.
 */
export function decodeCrockford(text: string, length: number): Uint8Array | undefined {
  if (text.length !== Math.ceil((length * 8) / 5)) return undefined;
  const bytes = new Uint8Array(length);
  let held = 0;
  let bits = -spareBits(length);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const value = VALUES.get(text.charCodeAt(i));
    if (value === undefined) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (i === 0 && held >>> bits !== 0) return undefined;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >>> bits;
    held &= (1 << bits) - 1;
  }
  return bytes;
}

/** How many bits the characters hold beyond `length` bytes: always fewer than five, so all in the first character. */
const spareBits = (length: number): number => Math.ceil((length * 8) / 5) * 5 - length * 8;

/** What a person may have typed, as what was printed: upper case, O as 0, I and L as 1. */
export const foldTyped = (text: string): string => text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');

import { ALPHABET } from '../../../labels/crockford.ts';

/**
 * What the scanner test asks to be scanned: as long as a label, with every character that a label may have, and a link to
 * the test itself for whoever points a phone at it. It is no label and names no unit.
 * @param origin as `URL.origin` writes it: `https://parts.example.com`
 */
export const testCode = (origin: string): string => `${origin.toUpperCase()}/SCANNER-TEST?S=${ALPHABET.repeat(4)}`;

import { gs1CheckDigit } from '../kernel/gtin.ts';

/** Digits of an SSCC between the extension digit and the check digit: company prefix and serial reference together. */
const BODY_DIGITS = 16;
const EXTENSIONS = 10;

/**
 * The Serial Shipping Container Code (GS1 General Specifications 2.2.1) of a maker's carton number `serial`, counted from
 * 0. When the serial references are used up, the extension digit goes on counting. `undefined` when it is used up too.
 */
export function ssccOf(gs1Prefix: string, serial: number): string | undefined {
  const width = BODY_DIGITS - gs1Prefix.length;
  const extension = Math.floor(serial / 10 ** width);
  if (extension >= EXTENSIONS) return undefined;
  const digits = `${extension}${gs1Prefix}${String(serial % 10 ** width).padStart(width, '0')}`;
  return digits + gs1CheckDigit(digits);
}

export const isSscc = (text: string): boolean => /^\d{18}$/.test(text) && gs1CheckDigit(text.slice(0, 17)) === text[17];

/** As scanners send it: bare, with its application identifier `00` in brackets or not, with GS1-128's symbology mark. */
const SCANNED = /^(?:(?:\]C1)?00|\(00\))?(\d{18})$/;

/** The SSCC in a scanned text; `undefined` when it is none, or its check digit is false. */
export function readSscc(code: string): string | undefined {
  const sscc = SCANNED.exec(code)?.[1];
  return sscc !== undefined && isSscc(sscc) ? sscc : undefined;
}

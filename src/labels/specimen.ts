import { labelText, signedText, SIGNATURE_BYTES } from './label-text.ts';

const SERIAL = '000000000000';

/**
 * What a proof carries in place of a label: as long and drawn alike, but with a wrong check digit, so that whoever scans it
 * from a screen is told to scan again, and no alarm is raised.
 */
export function specimenText(origin: string): string {
  const signed = signedText(origin, { gtin: '00000000000000', serial: SERIAL });
  return labelText(signed, '0000', new Uint8Array(SIGNATURE_BYTES)).replace(
    '/01/00000000000000/',
    '/01/00000000000001/',
  );
}

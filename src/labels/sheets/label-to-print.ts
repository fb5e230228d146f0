import type { Words } from '../../kernel/words.ts';

/** All that a sheet needs to know of one unit. A plain value: whoever has units makes these, sheets never load any. */
export interface LabelToPrint {
  /** What the code says: the whole signed label, upper case. */
  readonly text: string;
  readonly partNumber: string;
  readonly name: Words;
  readonly lot: string | null;
  /** 12 Crockford characters, ungrouped. */
  readonly serial: string;
  readonly gtin: string;
  readonly maker: string;
}

/** `7Q3K9D0A2FXM` → `7Q3K 9D0A 2FXM`: people read and type a serial in fours. */
export function inFours(serial: string): string {
  return (serial.match(/.{1,4}/gu) ?? []).join(' ');
}

import { randomBytes } from 'node:crypto';
import type { LabelToPrint } from '../../src/labels/sheets/label-to-print.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const random = (length: number): string => Array.from(randomBytes(length), (byte) => ALPHABET[byte & 31]).join('');

/** A label of the true shape and length, though nobody signed it. */
export function label(differing: Partial<LabelToPrint> & { readonly host?: string } = {}): LabelToPrint {
  const { host = 'ID.CH.EXAMPLE.COM', serial = random(12), gtin = '09521234100003', ...rest } = differing;
  return {
    text: `HTTPS://${host}/01/${gtin}/21/${serial}?S=${random(107)}`,
    partNumber: 'CH-04465-02250',
    name: { zh: '前制动片组', en: 'Brake pad set, front' },
    lot: 'L26K01',
    maker: '长合汽车 CHANGHE',
    serial,
    gtin,
    ...rest,
  };
}

export const manyLabels = (count: number): LabelToPrint[] => Array.from({ length: count }, () => label());

/** Everything too long for its line. */
export const LONG = {
  partNumber: 'CH-90430-12031-EXTRA-LONG-0001',
  name: {
    zh: '发动机电子控制单元线束总成带支架及固定螺栓左前轮毂侧加强型',
    en: 'Engine control unit wiring harness assembly with bracket and mounting bolts, left front, reinforced',
  },
  lot: 'L26K01-WWWWWWWWWWWWWWWWWWWWWW',
  serial: 'WWWWWWWWWWWW',
  maker: '长合汽车零部件销售有限公司 Changhe Automotive Parts Sales Company Limited',
} satisfies Partial<LabelToPrint>;

/** Signs that mean something to printers and PDF, that few fonts have, and that mean nothing at all. */
export const ODD = {
  partNumber: 'A^XZ~HS_5E\\',
  name: { zh: '轷轱φ52\u202EⅡ型😀\n(Tj) <</ET>>', en: 'é ± × ) Tj ET Q ^FS^XZ\t\u0000\\' },
  lot: null,
  maker: '^XA^IDR:*.*^FS^XZ',
} satisfies Partial<LabelToPrint>;

export async function* inTurn<Value>(values: Iterable<Value>): AsyncGenerator<Value> {
  yield* values;
}

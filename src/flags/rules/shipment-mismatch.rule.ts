import type { ReceiptEvidence } from '../evidence.ts';
import type { Hit, Level } from '../rule.ts';
import { rule } from '../rule.ts';

type Trouble = 'over' | 'wrongPart' | 'short';
interface Mismatch {
  readonly [name: string]: string | number | readonly string[];
  readonly trouble: Trouble;
  readonly count: number;
  readonly partNumbers: readonly string[];
}

/** What was counted at receipt beside what was shipped. Too few is the carrier's matter; too many came from somewhere. */
export const shipmentMismatch = rule({
  id: 'K07',
  name: 'SHIPMENT_MISMATCH',
  level: 4,
  subject: 'step',
  thresholds: {},
  check({ over, short, wrongPart }: ReceiptEvidence) {
    const wrongCodes = new Set(wrongPart.map(({ code }) => code));
    const surplus = over.filter(({ code }) => !wrongCodes.has(code));
    return [...hit('over', surplus, 4), ...hit('wrongPart', wrongPart, 4), ...hit('short', short, 2)];
  },
  words: {
    staff: ({ trouble, count, partNumbers }) => STAFF[trouble](count, partNumbers.join(', ')),
    owner: () => ({
      zh: '这批零件的到货数量正在核对。',
      en: 'What arrived in this shipment is being counted again.',
    }),
    next: ({ trouble }) => NEXT[trouble],
  },
});

function hit(
  trouble: Trouble,
  pieces: readonly { readonly partNumber: string | null }[],
  level: Level,
): readonly Hit<Mismatch>[] {
  const partNumbers = new Set(pieces.flatMap(({ partNumber }) => partNumber ?? []));
  return pieces.length === 0
    ? []
    : [{ facts: { trouble, count: pieces.length, partNumbers: [...partNumbers] }, level }];
}

const named = (partNumbers: string, open: string, close: string): string =>
  partNumbers === '' ? '' : `${open}${partNumbers}${close}`;

const STAFF = {
  over: (count: number, parts: string) => ({
    zh: `有 ${count} 件不在这张发货单上${named(parts, '（', '）')}。`,
    en: `${count} of the units read are not in this shipment${named(parts, ' (', ')')}.`,
  }),
  wrongPart: (count: number, parts: string) => ({
    zh: `有 ${count} 件的零件号不属于这张发货单${named(parts, '（', '）')}。`,
    en: `${count} of the units read are of a part that this shipment does not carry${named(parts, ' (', ')')}.`,
  }),
  short: (count: number, parts: string) => ({
    zh: `发货单上还有 ${count} 件没有收到${named(parts, '（', '）')}。`,
    en: `${count} of the units shipped were not read${named(parts, ' (', ')')}.`,
  }),
} as const;

const NEXT = {
  over: {
    zh: '把多出的零件单独存放，不要入库，联系发货方确认。',
    en: 'Keep the surplus apart, do not put it into stock, and ask the sender.',
  },
  wrongPart: {
    zh: '把不符的零件单独存放，不要入库，联系发货方更换或补单。',
    en: 'Keep these apart, do not put them into stock, and ask the sender to exchange them or to record them.',
  },
  short: {
    zh: '再清点一遍包装；仍缺少时，请在收货单上注明并通知发货方。',
    en: 'Count the packaging once more. If units are still missing, note it on the receipt and tell the sender.',
  },
} as const;

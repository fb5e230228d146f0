import { STATE_WORDS } from '../units/unit-lifecycle.ts';
import type { HoldKind } from '../units/unit-lifecycle.ts';
import type { FoundUnit } from '../units/unit-lookup.ts';
import type { Words } from '../kernel/words.ts';
import type { CodeFault } from './codes.ts';

/** Why a code cannot be used: the reason for machines, the words for people. */
export interface Objection {
  readonly reason: string;
  readonly words: Words;
}

export const at = (path: string, { reason, words }: Objection): CodeFault => ({
  path,
  reason,
  message: words.en,
  words,
});

export const UNKNOWN_UNIT: Objection = {
  reason: 'UNKNOWN_UNIT',
  words: { zh: '登记中没有这个零件。', en: 'There is no such unit in the register.' },
};

export const LABEL_NOT_OURS: Objection = {
  reason: 'LABEL_NOT_OURS',
  words: {
    zh: '这张标签不是厂商为该零件印制的，请单独存放。',
    en: 'This label was not printed for that unit. Set the part aside.',
  },
};

export const REPEATED_CODE: Objection = {
  reason: 'REPEATED_CODE',
  words: { zh: '同一零件在单中出现了两次。', en: 'The same unit stands twice in this list.' },
};

export const NOT_IN_CUSTODY: Objection = {
  reason: 'UNIT_NOT_IN_CUSTODY',
  words: { zh: '该零件不在贵单位保管之下。', en: 'This unit is not in your custody.' },
};

export const ALREADY_SHIPPED: Objection = {
  reason: 'UNIT_ALREADY_SHIPPED',
  words: { zh: '该零件已发出，尚未收货。', en: 'This unit has been shipped already and has not arrived.' },
};

export const NOT_OF_CONSIGNEE: Objection = {
  reason: 'NOT_OF_THIS_MAKER',
  words: { zh: '该零件不是收货方厂商的产品。', en: 'This unit is not the product of the consignee’s maker.' },
};

export const notInStock = ({ state }: FoundUnit): Objection => ({
  reason: 'UNIT_NOT_IN_STOCK',
  words: {
    zh: `该零件当前为「${STATE_WORDS[state].zh}」，不是库存。`,
    en: `This unit is ${STATE_WORDS[state].en}, not in stock.`,
  },
});

export const notAnOldPart = ({ state }: FoundUnit): Objection => ({
  reason: 'NOT_AN_OLD_PART',
  words: {
    zh: `该零件当前为「${STATE_WORDS[state].zh}」，不是待返还的旧件。`,
    en: `This unit is ${STATE_WORDS[state].en}, not an old part to be returned.`,
  },
});

export const onHold = (holds: readonly HoldKind[]): Objection => ({
  reason: 'UNIT_ON_HOLD',
  words: { zh: `零件已被冻结：${holds.join('、')}。`, en: `This unit is on hold: ${holds.join(', ')}.` },
});

export const packedIn = (sscc: string): Objection => ({
  reason: 'UNIT_PACKED',
  words: {
    zh: `该零件装在箱 ${sscc} 中：请整箱发货，或先取出。`,
    en: `This unit is packed in carton ${sscc}: ship the carton, or take the unit out first.`,
  },
});

export const INSPECTION_MISSING: Objection = {
  reason: 'INSPECTION_MISSING',
  words: { zh: '退回的新件须有检验结论。', en: 'A returned new part needs an inspection.' },
};

export const UNKNOWN_CARTON: Objection = {
  reason: 'UNKNOWN_CARTON',
  words: { zh: '没有可以发货的该箱。', en: 'You have no such carton to ship.' },
};

export const CARTON_OPEN: Objection = {
  reason: 'CARTON_NOT_SEALED',
  words: { zh: '箱尚未封好。', en: 'This carton is not sealed.' },
};

export const CARTON_SHIPPED: Objection = {
  reason: 'CARTON_SHIPPED',
  words: { zh: '箱已发出。', en: 'This carton has been shipped already.' },
};

export const CARTON_EMPTY: Objection = {
  reason: 'CARTON_EMPTY',
  words: { zh: '箱是空的。', en: 'This carton is empty.' },
};

export const CARTON_ELSEWHERE: Objection = {
  reason: 'CARTON_NOT_IN_SHIPMENT',
  words: {
    zh: '该箱不在这张发货单上；请逐件扫描箱内零件。',
    en: 'This carton is not in this shipment: scan its units one by one.',
  },
};

export const NOT_IN_CARTON: Objection = {
  reason: 'UNIT_NOT_IN_CARTON',
  words: { zh: '该零件不在这个箱中。', en: 'This unit is not in this carton.' },
};

/** The same objection, said of one unit inside a carton. */
export const inCarton = ({ serial }: FoundUnit, { reason, words }: Objection): Objection => ({
  reason,
  words: { zh: `${serial}：${words.zh}`, en: `${serial}: ${words.en}` },
});

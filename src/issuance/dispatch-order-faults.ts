import type { Words } from '../kernel/words.ts';
import { MOST_UNITS } from './batch.ts';
import { type Column, COLUMN_WORDS } from './dispatch-order-columns.ts';

/** What is wrong with one value: a stable code for machines, words for the person who mends it. */
export interface OrderFault {
  readonly code: string;
  readonly words: Words;
}

/** Where it is wrong. `row` is the spreadsheet's own number; `column` is null where the row as a whole is wrong. */
export interface OrderRowFault extends OrderFault {
  readonly row: number;
  readonly column: Column | null;
  readonly value: string;
}

const fault = (code: string, zh: string, en: string): OrderFault => ({ code, words: { zh, en } });

export const missing = (column: Column): OrderFault =>
  fault('MISSING', `缺少${COLUMN_WORDS[column].zh}`, `The ${COLUMN_WORDS[column].en} is missing`);

export const columnMissing = (column: Column): OrderFault =>
  fault('COLUMN_MISSING', `表头缺少“${COLUMN_WORDS[column].zh}”一列`, `The heading row has no column "${column}"`);

export const columnTwice = (column: Column): OrderFault =>
  fault(
    'COLUMN_TWICE',
    `有两列都表示${COLUMN_WORDS[column].zh}`,
    `Two columns both mean the ${COLUMN_WORDS[column].en}`,
  );

export const strayCells = (): OrderFault =>
  fault(
    'TOO_MANY_CELLS',
    '本行在没有表头的列中有内容：含逗号的文字须加引号',
    'This row has text under no heading: a text with a comma in it needs quotation marks',
  );

export const orderMalformed = (): OrderFault =>
  fault('ORDER_MALFORMED', '发货单号应为 1–40 个可读字符', 'An order number is 1 to 40 readable characters');

export const partNumberMalformed = (): OrderFault =>
  fault(
    'PART_NUMBER_MALFORMED',
    '零件号应为 2–40 位字母、数字及 - . /，并以字母或数字开头',
    'A part number is 2 to 40 letters, digits and - . / beginning with a letter or digit',
  );

export const quantityMalformed = (): OrderFault =>
  fault(
    'QUANTITY_MALFORMED',
    `数量应为 1 至 ${MOST_UNITS} 的整数`,
    `A quantity is a whole number from 1 to ${MOST_UNITS}`,
  );

export const lotMalformed = (): OrderFault =>
  fault('LOT_MALFORMED', '批次应为 1–20 位大写字母、数字及 -', 'A lot is 1 to 20 capital letters, digits and hyphens');

export const partUnknown = (): OrderFault =>
  fault('PART_UNKNOWN', '目录中没有这个零件', 'The catalogue has no such part');

export const partNoLongerSold = (): OrderFault =>
  fault('PART_INACTIVE', '该零件已停售，不能再发码', 'This part is no longer sold: no labels are issued for it');

export const consigneeUnknown = (): OrderFault =>
  fault('CONSIGNEE_UNKNOWN', '没有这个代码的收货单位', 'No organisation has this code');

export const lineTwice = (row: number): OrderFault =>
  fault(
    'LINE_TWICE',
    `与第 ${row} 行的单号、零件号、批次和收货单位都相同：请合并数量`,
    `Row ${row} has the same order, part number, lot and consignee: put the quantities together`,
  );

/** Only who answers for the warehouse may change what bounds the minting. */
export const lineChanged = (stored: number): OrderFault =>
  fault(
    'LINE_CHANGED',
    `该行此前已导入，数量为 ${stored}；更改订单数量须由主管导入`,
    `This line was imported with a quantity of ${stored}; only a lead may import another one`,
  );

export const lessThanMinted = (minted: number): OrderFault =>
  fault(
    'LESS_THAN_MINTED',
    `该零件与批次在此发货单下已发码 ${minted} 枚，订单数量不能更少`,
    `${minted} labels exist already for this order, part and lot: the order cannot be for fewer`,
  );

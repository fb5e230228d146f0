import type { Words } from '../kernel/words.ts';
import { columnNamed, type ColumnName } from './catalogue-columns.ts';
import { LIMITS } from './part.ts';

/** What is wrong with one value: a stable code for machines, words for the person who mends it. */
export interface Fault {
  readonly code: string;
  readonly words: Words;
}

const fault = (code: string, zh: string, en: string): Fault => ({ code, words: { zh, en } });

/** The trade's name of a column, as it stands in a sentence. */
const named = (column: ColumnName): Words => columnNamed(column).words;

const listed = (columns: readonly ColumnName[]): Words => ({
  zh: columns.map((column) => named(column).zh).join('、'),
  en: columns.map((column) => named(column).en).join(', '),
});

export const missing = (column: ColumnName): Fault =>
  fault('MISSING', `缺少${named(column).zh}`, `The ${named(column).en} is missing`);

export const columnMissing = (column: ColumnName): Fault =>
  fault('COLUMN_MISSING', `表头缺少“${named(column).zh}”一列`, `The heading row has no column "${column}"`);

export const columnTwice = (column: ColumnName): Fault =>
  fault('COLUMN_TWICE', `有两列都表示${named(column).zh}`, `Two columns both mean the ${named(column).en}`);

export const tooManyCells = (cells: number, columns: number): Fault =>
  fault(
    'TOO_MANY_CELLS',
    `本行有 ${cells} 格，表头只有 ${columns} 列：含逗号的文字须加引号`,
    `This row has ${cells} cells under ${columns} headings: a text with a comma in it needs quotation marks`,
  );

export const unreadableText = (): Fault =>
  fault(
    'TEXT_UNREADABLE',
    '含有乱码或控制字符：文字在另存时已损坏',
    'It holds control characters or marks of lost text: it was damaged when it was saved',
  );

export const textTooLong = (most: number): Fault =>
  fault('TEXT_TOO_LONG', `超过 ${most} 个字符`, `It is longer than ${most} characters`);

export const tooManyModels = (most: number): Fault =>
  fault('TOO_MANY_MODELS', `车型超过 ${most} 个`, `More than ${most} vehicle models`);

export const partNumberMalformed = (): Fault =>
  fault(
    'PART_NUMBER_MALFORMED',
    '零件号应为 2–40 位字母、数字及 - . /，并以字母或数字开头',
    'A part number is 2 to 40 letters, digits and - . / beginning with a letter or digit',
  );

export const wordUnknown = (column: ColumnName, allowed: readonly string[]): Fault =>
  fault(
    'WORD_UNKNOWN',
    `${named(column).zh}只能是：${allowed.join('、')}`,
    `The ${named(column).en} is one of: ${allowed.join(', ')}`,
  );

export const notANumber = (): Fault =>
  fault('NUMBER_MALFORMED', '不是数字（应如 2380.00 或 2,380.00）', 'Not a number as in 2380.00 or 2,380.00');

export const numberRuined = (): Fault =>
  fault(
    'NUMBER_RUINED',
    'Excel 已把数字改成科学记数法，位数已丢失：请把该列设为文本后重填',
    'The spreadsheet turned this number into scientific notation and lost digits: set the column to text and fill it in again',
  );

export const notWhole = (): Fault => fault('NUMBER_NOT_WHOLE', '应为整数', 'It must be a whole number');

export const tooSmall = (least: number): Fault =>
  fault('NUMBER_TOO_SMALL', `不得小于 ${least}`, `It must not be below ${least}`);

export const tooLarge = (): Fault =>
  fault('NUMBER_TOO_LARGE', `不得大于 ${LIMITS.wholeNumber}`, `It must not be above ${LIMITS.wholeNumber}`);

export const priceNegative = (): Fault => fault('PRICE_NEGATIVE', '价格不得为负', 'A price is never negative');

export const priceZero = (): Fault => fault('PRICE_ZERO', '价格不得为零', 'A list price is above zero');

export const priceTooFine = (): Fault =>
  fault('PRICE_TOO_FINE', '价格最多两位小数', 'A price has at most two decimals');

export const priceTooHigh = (): Fault =>
  fault('PRICE_TOO_HIGH', '价格超出可记录的范围', 'The price is higher than can be recorded');

export const currencyUnknown = (): Fault =>
  fault(
    'CURRENCY_UNKNOWN',
    '币种应为 ISO 4217 三字母代码，如 CNY',
    'A currency is a three-letter ISO 4217 code such as CNY',
  );

export const dayMalformed = (): Fault =>
  fault(
    'DAY_MALFORMED',
    '不是日期：请按年月日填写，如 2027-01-01',
    'Not a day: write the year first, as in 2027-01-01',
  );

export const priceInPast = (): Fault =>
  fault(
    'PRICE_IN_PAST',
    '新价格不能从过去的日子生效：此后的发票已按当时的价格核对。请留空（自今天起）或填写今后的日期',
    'A new price cannot begin in the past: invoices since then were held against the one on record. Leave it blank for today, or give a later day',
  );

export const firstPriceLater = (): Fault =>
  fault(
    'FIRST_PRICE_LATER',
    '新零件必须一开始就有价格：请将生效日留空，之后可再公布新价',
    'A new part has a price from the start: leave the day blank, and announce a later price afterwards',
  );

export const gtinMalformed = (): Fault =>
  fault('GTIN_MALFORMED', 'GTIN 应为 12 至 14 位数字', 'A GTIN is 12 to 14 digits');

export const gtinCheckDigit = (expected: string): Fault =>
  fault(
    'GTIN_CHECK_DIGIT',
    `GTIN 校验位不符（其余各位若无误，末位应为 ${expected}）`,
    `The GTIN's check digit is wrong: were all others right, the last would be ${expected}`,
  );

export const gtinForeign = (prefix: string): Fault =>
  fault(
    'GTIN_FOREIGN',
    `GTIN 不在贵厂的厂商识别代码 ${prefix} 之下`,
    `The GTIN is not under your GS1 company prefix ${prefix}`,
  );

export const gtinTaken = (holder: string): Fault =>
  fault('GTIN_TAKEN', `该 GTIN 已属于零件 ${holder}`, `This GTIN belongs to part ${holder}`);

export const gtinForLife = (gtin: string): Fault =>
  fault(
    'GTIN_FOR_LIFE',
    `该零件的 GTIN 是 ${gtin}，一经使用不得更改`,
    `The part's GTIN is ${gtin}, and a GTIN is for life`,
  );

export const gtinTwice = (row: number, holder: string): Fault =>
  fault(
    'GTIN_TWICE',
    `第 ${row} 行的零件 ${holder} 也用了这个 GTIN`,
    `Row ${row} gives the same GTIN to part ${holder}`,
  );

export const partTwice = (rows: readonly [number, number], columns: readonly ColumnName[]): Fault =>
  fault(
    'PART_TWICE',
    `第 ${rows[0]} 行与第 ${rows[1]} 行是同一零件号，而${listed(columns).zh}不同`,
    `Rows ${rows[0]} and ${rows[1]} have the same part number, but differ in ${listed(columns).en}`,
  );

export const supersededUnknown = (oldPart: string): Fault =>
  fault(
    'SUPERSEDED_UNKNOWN',
    `被替代的 ${oldPart} 既不在本文件中，也不在目录中`,
    `The superseded ${oldPart} is neither in this file nor in the catalogue`,
  );

export const supersessionClosesRing = (ring: readonly string[]): Fault =>
  fault(
    'SUPERSESSION_RING',
    `替代关系成环：${ring.join(' → ')}`,
    `This supersession closes a ring: ${ring.join(' → ')}`,
  );

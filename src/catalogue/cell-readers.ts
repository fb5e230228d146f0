import { gs1CheckDigit } from '../kernel/gtin.ts';
import { fromCents, toCents, type Money } from '../kernel/money.ts';
import { isCalendarDate, type CalendarDate } from './calendar-date.ts';
import {
  CLASS_WORDS,
  SUPPLIED_AS_WORDS,
  TRACKING_WORDS,
  wordKey,
  YES_NO_WORDS,
  type ColumnName,
} from './catalogue-columns.ts';
import * as faults from './cell-faults.ts';
import type { Fault } from './cell-faults.ts';
import { gtinFault, isReadableText, LIMITS, narrow, normalPartNumber, PART_NUMBER, tidy } from './part.ts';
import type { PartContent } from './part.ts';

/** What a cell says, or what is wrong with it. */
export type Reading<Value> = { readonly value: Value } | { readonly fault: Fault };

/** What each column of a file holds once it is read. */
export type ColumnValues = PartContent & {
  /** Null: from the day on which it is said. */
  readonly priceValidFrom: CalendarDate | null;
  readonly supersedes: readonly string[];
};

/** One reader a column, for cells that are not blank. `gs1Prefix` is the maker's. */
export const READERS: {
  readonly [Name in ColumnName]: (cell: string, gs1Prefix: string) => Reading<ColumnValues[Name]>;
} = {
  partNumber: readPartNumber,
  nameZh: readName,
  nameEn: readName,
  class: wordReader('class', CLASS_WORDS),
  tracking: wordReader('tracking', TRACKING_WORDS),
  suppliedAs: wordReader('suppliedAs', SUPPLIED_AS_WORDS),
  listPrice: readPrice,
  currency: readCurrency,
  priceValidFrom: readDay,
  gtin: readGtin,
  supersedes: readOldNumbers,
  models: (cell) => readModels(cell.normalize('NFKC').split(BETWEEN_ITEMS)),
  quantityPerVehicle: wholeNumberReader(1),
  warrantyMonths: wholeNumberReader(0),
  warrantyKm: wholeNumberReader(0),
  shelfLifeDays: wholeNumberReader(1),
  isActive: readYesNo,
};

const good = <Value>(value: Value): Reading<Value> => ({ value });
const bad = (fault: Fault): { readonly fault: Fault } => ({ fault });

/** What is left of 09521234100072 or 1250000 once a spreadsheet has "helped". */
const SCIENTIFIC = /^[-+]?\d+(\.\d+)?E[-+]?\d+$/i;

const BETWEEN_ITEMS = /[;,、|\r\n]/u;

function readPartNumber(cell: string): Reading<string> {
  const partNumber = normalPartNumber(cell);
  return PART_NUMBER.test(partNumber) ? good(partNumber) : bad(faults.partNumberMalformed());
}

function readOldNumbers(cell: string): Reading<readonly string[]> {
  const numbers = cell.normalize('NFKC').split(BETWEEN_ITEMS).map(normalPartNumber);
  const named = [...new Set(numbers.filter((number) => number !== ''))];
  return named.every((number) => PART_NUMBER.test(number)) ? good(named) : bad(faults.partNumberMalformed());
}

function readName(cell: string): Reading<string> {
  const name = tidy(cell);
  if (!isReadableText(name)) return bad(faults.unreadableText());
  return name.length > LIMITS.name ? bad(faults.textTooLong(LIMITS.name)) : good(name);
}

/** Vehicle models, blank and repeated ones left out. */
export function readModels(items: readonly string[]): Reading<readonly string[]> {
  const models = [...new Set(items.map(tidy).filter((model) => model !== ''))];
  if (!models.every(isReadableText)) return bad(faults.unreadableText());
  if (models.some((model) => model.length > LIMITS.model)) return bad(faults.textTooLong(LIMITS.model));
  return models.length > LIMITS.models ? bad(faults.tooManyModels(LIMITS.models)) : good(models);
}

function wordReader<Word extends string>(column: ColumnName, spellings: Readonly<Record<Word, string>>) {
  const words = Object.keys(spellings) as Word[];
  const byKey = new Map(
    words.flatMap((word) => `${word} ${spellings[word]}`.split(' ').map((key) => [key, word] as const)),
  );
  return (cell: string): Reading<Word> => {
    const word = byKey.get(wordKey(cell));
    return word === undefined ? bad(faults.wordUnknown(column, words)) : good(word);
  };
}

const readAnswer = wordReader('isActive', YES_NO_WORDS);

function readYesNo(cell: string): Reading<boolean> {
  const answer = readAnswer(cell);
  return 'fault' in answer ? answer : good(answer.value === 'yes');
}

/** Digits with an optional sign and fraction: thousands commas and a currency sign are taken off. */
function readDigits(cell: string): Reading<string> {
  const text = narrow(cell)
    .replace(/^(¥|CNY|RMB)/iu, '')
    .replace(/元$/u, '')
    .replace(/^\((.*)\)$/u, '-$1');
  if (SCIENTIFIC.test(text)) return bad(faults.numberRuined());
  const plain = /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text;
  return /^[-+]?\d+(\.\d*)?$/.test(plain) ? good(plain.replace('+', '')) : bad(faults.notANumber());
}

function readPrice(cell: string): Reading<Money> {
  const digits = readDigits(cell);
  if ('fault' in digits) return digits;
  const text = digits.value.replace(/(\.\d\d)0+$/u, '$1').replace(/\.$/u, '');
  if (text.startsWith('-')) return bad(faults.priceNegative());
  if (/\.\d{3}/u.test(text)) return bad(faults.priceTooFine());
  if (Number(text) > LIMITS.listPrice) return bad(faults.priceTooHigh());
  const price = fromCents(toCents(text.replace(/^0+(?=\d)/u, '')));
  return price === '0.00' ? bad(faults.priceZero()) : good(price);
}

function wholeNumberReader(least: number) {
  return (cell: string): Reading<number> => {
    const digits = readDigits(cell);
    if ('fault' in digits) return digits;
    const number = Number(digits.value);
    if (!Number.isInteger(number)) return bad(faults.notWhole());
    if (number < least) return bad(faults.tooSmall(least));
    return number > LIMITS.wholeNumber ? bad(faults.tooLarge()) : good(number);
  };
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const RENMINBI = new Set(['人民币', '人民币元', '元', 'RMB', '¥']);

function readCurrency(cell: string): Reading<string> {
  const text = narrow(cell).toUpperCase();
  const code = RENMINBI.has(text) ? 'CNY' : text;
  return CURRENCIES.has(code) ? good(code) : bad(faults.currencyUnknown());
}

const MIDNIGHT = /\s+0?0:00(:00)?$/u;

/** Year first, however it is parted: of 1/2/2027 nobody knows which is the month. */
function readDay(cell: string): Reading<CalendarDate> {
  const parts = narrow(cell.trim().replace(MIDNIGHT, ''))
    .replace(/^(\d{4})(\d\d)(\d\d)$/u, '$1-$2-$3')
    .replace(/日$/u, '')
    .split(/[-/.年月]/u);
  const day = parts.map((part) => part.padStart(2, '0')).join('-');
  return isCalendarDate(day) ? good(day) : bad(faults.dayMalformed());
}

/** GTIN-12 and GTIN-13 are the same numbers with leading zeros left out, as spreadsheets leave them out. */
function readGtin(cell: string, gs1Prefix: string): Reading<string> {
  const text = narrow(cell).replaceAll('-', '').replace(/\.0+$/u, '');
  if (SCIENTIFIC.test(narrow(cell))) return bad(faults.numberRuined());
  if (!/^\d{12,14}$/.test(text)) return bad(faults.gtinMalformed());
  const gtin = text.padStart(14, '0');
  const wrong = gtinFault(gtin, gs1Prefix);
  if (wrong === 'checkDigit') return bad(faults.gtinCheckDigit(gs1CheckDigit(gtin.slice(0, 13))));
  return wrong === 'foreignPrefix' ? bad(faults.gtinForeign(gs1Prefix)) : good(gtin);
}

import type { Money } from '../../kernel/money.ts';
import type { Language } from '../../kernel/words.ts';

export const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Every reader is told the time at the workshop’s counter, wherever the phone thinks it is. */
const TIME_ZONE = 'Asia/Shanghai';

/** Numbers, money and times as people write them in one language. */
export interface Formats {
  /** `428.50` in yuan, `¥428.50`. The text goes to Intl as it is: a decimal string has no rounding. */
  readonly money: (amount: Money, currency: string) => string;
  readonly number: (value: number) => string;
  /** A share of 1: `4.7%`. */
  readonly percent: (share: number) => string;
  readonly kilometres: (distance: number) => string;
  /** An instant, or a calendar date such as `2027-02-28`: the day alone. */
  readonly day: (at: string | Date) => string;
  /** The same without its year, for a row of them. */
  shortDay(at: string | Date): string;
  /** An instant: day, hour and minute. */
  readonly time: (at: string | Date) => string;
  /** Facts one after another: `a, b` or `a，b`. What is empty is left out. */
  readonly list: (items: readonly (string | null)[]) => string;
}

function formatsOf(language: Language): Formats {
  const locale = LOCALES[language];
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const kilometres = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilometer' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: TIME_ZONE });
  const shortDay = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: TIME_ZONE });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: TIME_ZONE });
  return {
    money: (amount, currency) => moneyFormat(locale, currency).format(amount as Intl.StringNumericLiteral),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    kilometres: (distance) => kilometres.format(distance),
    day: (at) => day.format(asDate(at)),
    shortDay: (at) => shortDay.format(asDate(at)),
    time: (at) => time.format(asDate(at)),
    // Intl.ListFormat puts nothing between Chinese items of a unit list.
    list: (items) => items.filter(Boolean).join(language === 'zh' ? '，' : ', '),
  };
}

export const FORMATS: Readonly<Record<Language, Formats>> = { zh: formatsOf('zh'), en: formatsOf('en') };

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** Kept: making one costs far more than using it, and there are few currencies. */
function moneyFormat(locale: string, currency: string): Intl.NumberFormat {
  const name = `${locale} ${currency}`;
  const known = moneyFormats.get(name);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  moneyFormats.set(name, made);
  return made;
}

/** A calendar date is midnight UTC, which is the morning of the same day in China. */
const asDate = (at: string | Date): Date => new Date(at);

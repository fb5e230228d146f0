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

// Islands format on phones as old as Safari 14.0, which knows neither units nor the styles of a date.
const KILOMETRES: Readonly<Record<Language, string>> = { zh: '公里', en: ' km' };
const DAY: Readonly<Record<Language, Intl.DateTimeFormatOptions>> = {
  zh: { year: 'numeric', month: 'long', day: 'numeric' },
  en: { year: 'numeric', month: 'short', day: 'numeric' },
};
const TIME: Readonly<Record<Language, Intl.DateTimeFormatOptions>> = {
  zh: { hour: '2-digit', minute: '2-digit' },
  en: { hour: 'numeric', minute: '2-digit' },
};

function formatsOf(language: Language): Formats {
  const locale = LOCALES[language];
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { ...DAY[language], timeZone: TIME_ZONE });
  const shortDay = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: TIME_ZONE });
  const time = new Intl.DateTimeFormat(locale, { ...DAY[language], ...TIME[language], timeZone: TIME_ZONE });
  return {
    money: (amount, currency) => moneyFormat(locale, currency).format(amount as Intl.StringNumericLiteral),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    kilometres: (distance) => number.format(distance) + KILOMETRES[language],
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
  const made = newMoneyFormat(locale, { style: 'currency', currency });
  moneyFormats.set(name, made);
  return made;
}

function newMoneyFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, { ...options, currencyDisplay: 'narrowSymbol' });
  } catch {
    // Nor narrow symbols: `CN¥` says the same.
    return new Intl.NumberFormat(locale, options);
  }
}

/** A calendar date is midnight UTC, which is the morning of the same day in China. */
const asDate = (at: string | Date): Date => new Date(at);

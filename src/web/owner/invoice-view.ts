import type { Cover } from '../../feedback/cover.ts';
import type { OwnerInvoice } from '../../feedback/owner-invoice.ts';
import type { Money } from '../../kernel/money.ts';
import { FORMATS, type Formats } from '../design/formats.ts';
import type { PageRequest } from '../design/page-request.ts';
import { INVOICE_WORDS } from './invoice-words.ts';

/** What the invoice page is drawn from. */
export interface InvoiceView {
  readonly invoice: OwnerInvoice;
  readonly request: PageRequest;
  /** The invoice’s own address, `/i/<token>`: answers are sent below it. */
  readonly answersAt: string;
  /** What the reader has just sent: the number of a case, `confirm` or `satisfaction`. Believed only where the records say so. */
  readonly done: string | null;
  readonly now: Date;
}

/** An invoice in one language: its words, and its numbers as people write them. */
export interface Telling {
  readonly words: (typeof INVOICE_WORDS)['zh'];
  readonly formats: Formats;
  readonly money: (amount: Money) => string;
}

export function tellingOf({ invoice, request }: Pick<InvoiceView, 'invoice' | 'request'>): Telling {
  const formats = FORMATS[request.language];
  return {
    words: INVOICE_WORDS[request.language],
    formats,
    money: (amount) => formats.money(amount, invoice.currency),
  };
}

type CoverTelling = Pick<Telling, 'words' | 'formats'>;

/** Until when something holds (a day, a reading of the odometer, or whichever of the two comes first) and what is left of it. */
export function coverWords(cover: Cover, telling: CoverTelling): string | null {
  return telling.formats.list([untilWords(cover, telling), leftWords(cover, telling)]) || null;
}

function untilWords({ until, untilKm }: Cover, { words, formats }: CoverTelling): string | null {
  if (until !== null && untilKm !== null) return words.untilEither(formats.day(until), formats.kilometres(untilKm));
  if (until !== null) return words.until(formats.day(until));
  return untilKm === null ? null : words.untilDistance(formats.kilometres(untilKm));
}

function leftWords({ daysLeft }: Cover, { words }: CoverTelling): string | null {
  if (daysLeft === null) return null;
  if (daysLeft < 0) return words.over;
  return daysLeft === 0 ? words.lastDay : words.left(daysLeft);
}

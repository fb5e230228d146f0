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
  /** What the reader has just sent: the number of a case, or `confirm`. Believed only where the records say so. */
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

/** Until when something holds: a day, a reading of the odometer, or whichever of the two comes first. */
export function untilWords(day: string | null, distance: number | null, { words, formats }: Telling): string | null {
  if (day !== null && distance !== null) return words.untilEither(formats.day(day), formats.kilometres(distance));
  if (day !== null) return words.until(formats.day(day));
  return distance === null ? null : words.untilDistance(formats.kilometres(distance));
}

import { InvoiceLinkUnknown } from '../../feedback/feedback.refusals.ts';

/** As invoices carry it; anything else is no link of ours, which is all a reader needs to be told. */
const TOKEN = /^[0-9A-Z]{20,40}$/i;

/** @throws InvoiceLinkUnknown */
export function refuseUnlessLink(token: string): void {
  if (!TOKEN.test(token)) throw new InvoiceLinkUnknown();
}

/** The page of the bill, saying what was just done on it. */
export const billAfter = (token: string, keep: string, done: string): string =>
  `/i/${token}${keep === '' ? '?' : `${keep}&`}done=${done}`;

import type { InvoiceEvidence, InvoiceLineFacts } from '../evidence.ts';
import { historyOf, lineOf, NOON, orderOf, PADS, SERIAL } from './evidence.builder.ts';

export const recordedFitting = (
  different: Partial<InvoiceLineFacts['fittings'][number]> = {},
): InvoiceLineFacts['fittings'][number] => ({
  serial: SERIAL,
  partNumber: PADS,
  hasUnit: true,
  category: 'original',
  withoutCodeReason: null,
  position: null,
  ...different,
});

export const billedOf = (
  different: Partial<NonNullable<InvoiceLineFacts['billed']>> = {},
): NonNullable<InvoiceLineFacts['billed']> => ({
  partNumber: PADS,
  category: 'original',
  quantity: 1,
  unitPrice: '428.00',
  listPrice: '428.00',
  serials: null,
  ...different,
});

/** One issued, fitted and billed. */
export const invoiceLineOf = (different: Partial<InvoiceLineFacts> = {}): InvoiceLineFacts => ({
  line: lineOf(),
  issued: 1,
  fitted: 1,
  removed: 0,
  returned: 0,
  ratio: null,
  fittings: [recordedFitting()],
  oldPartsOpen: 0,
  billed: billedOf(),
  ...different,
});

/** A first invoice of one line, or of the lines given. */
export const invoiceOf = (
  different: Partial<InvoiceLineFacts> = {},
  invoice: Partial<InvoiceEvidence> = {},
): InvoiceEvidence => ({
  now: NOON,
  order: orderOf(),
  vehicle: historyOf(),
  warrantyRepair: null,
  odometerOut: 31_010,
  lines: [invoiceLineOf(different)],
  strangers: [],
  previous: null,
  hash: 'hash-1',
  ...invoice,
});

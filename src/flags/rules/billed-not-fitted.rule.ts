import type { InvoiceEvidence } from '../evidence.ts';
import type { Level } from '../rule.ts';
import { rule } from '../rule.ts';

/**
 * Small parts that nobody tracks leave no fitting record, so only serial- and lot-tracked lines are judged, and lines that are not on
 * the order, for which no fitting can exist. Once the owner has an invoice, a new one that bills more is no slip before sending.
 */
export const billedNotFitted = rule({
  id: 'R09',
  name: 'BILLED_NOT_FITTED',
  level: 4,
  subject: 'order',
  thresholds: {},
  check({ lines, strangers, previous, hash }: InvoiceEvidence) {
    const level: Level = previous !== null && previous.hash !== hash ? 5 : 4;
    const known = lines.flatMap(({ line, billed, fitted }) => {
      const isTracked = line.tracking === 'serial' || line.tracking === 'lot';
      if (billed === null || !isTracked || billed.quantity <= fitted) return [];
      return [{ facts: { partNumber: billed.partNumber, billed: billed.quantity, fitted }, line: line.line, level }];
    });
    const unknown = strangers.map(({ line, partNumber, quantity }) => ({
      facts: { partNumber, billed: quantity, fitted: 0 },
      line,
      level,
    }));
    return [...known, ...unknown];
  },
  words: {
    staff: ({ partNumber, billed, fitted }) => ({
      zh: `${partNumber}：开票 ${billed} 件，登记装车 ${fitted} 件。`,
      en: `${partNumber}: ${billed} billed, ${fitted} recorded as fitted.`,
    }),
    owner: ({ billed, fitted }) => ({
      zh: `账单上是 ${billed} 件，登记装在您车上的是 ${fitted} 件。`,
      en: `The bill says ${billed}; the records show ${fitted} fitted to your car.`,
    }),
    next: () => ({
      zh: '把已装的零件补登装车，或把开票数量改为实装数量。',
      en: 'Record what was fitted, or bill only as many as were.',
    }),
  },
});

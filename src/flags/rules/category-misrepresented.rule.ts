import type { InvoiceEvidence, InvoiceLineFacts, LineCategory } from '../evidence.ts';
import type { Hit } from '../rule.ts';
import { rule } from '../rule.ts';
import { CATEGORY_WORDS } from './category-words.ts';

interface Misrepresented {
  readonly [name: string]: string | number | null;
  readonly partNumber: string;
  /** The category of what was fitted; null where no unit was scanned. */
  readonly fitted: LineCategory | null;
}

/**
 * Not original is not fake: a declared part of matching quality is fine, a part of another class billed as 原厂 is not. Where
 * nothing was fitted at all, that is another finding.
 */
export const categoryMisrepresented = rule({
  id: 'R08',
  name: 'CATEGORY_MISREPRESENTED',
  level: 5,
  subject: 'order',
  thresholds: {},
  check: ({ lines }: InvoiceEvidence) => lines.flatMap(misrepresented),
  words: {
    staff: ({ partNumber, fitted }) =>
      fitted === null
        ? {
            zh: `${partNumber} 按「原厂」件开票，但装车时没有扫过零件的码。`,
            en: `${partNumber} is billed as original, but no unit was scanned when it was fitted.`,
          }
        : {
            zh: `${partNumber} 按「原厂」件开票，装车记录是「${CATEGORY_WORDS[fitted].zh}」件。`,
            en: `${partNumber} is billed as original; what was fitted is “${CATEGORY_WORDS[fitted].en}”.`,
          },
    owner: ({ fitted }) =>
      fitted === null
        ? {
            zh: '账单写的是「原厂」件，但没有记录表明装的是哪一件。',
            en: 'The bill says “original”, but there is no record of which part was fitted.',
          }
        : {
            zh: `账单写的是「原厂」件，装车记录是「${CATEGORY_WORDS[fitted].zh}」件。`,
            en: `The bill says “original”; the record of the fitting says “${CATEGORY_WORDS[fitted].en}”.`,
          },
    next: () => ({
      zh: '按实际装车的类别开票；确为原厂件的，先扫零件的码补登装车。',
      en: 'Bill the category that was really fitted. If it is an original part, scan its code and record the fitting first.',
    }),
  },
});

function misrepresented({ line, billed, fittings }: InvoiceLineFacts): Hit<Misrepresented>[] {
  if (billed?.category !== 'original') return [];
  const other = fittings.find(({ category }) => category !== null && category !== 'original');
  const isUnseen = line.tracking === 'serial' && fittings.some(({ hasUnit }) => !hasUnit);
  if (!other && !isUnseen) return [];
  return [{ facts: { partNumber: billed.partNumber, fitted: other?.category ?? null }, line: line.line }];
}

import type { Words } from '../../kernel/words.ts';
import { toCents } from '../../kernel/money.ts';
import type { FittingEvidence, InvoiceEvidence, InvoiceLineFacts, LineCategory } from '../evidence.ts';
import type { Hit } from '../rule.ts';
import { rule } from '../rule.ts';
import { CATEGORY_WORDS } from './category-words.ts';
import { inNewPieces } from './replacement.ts';

type Matter = 'none' | 'notOnOrder' | 'part' | 'quantity' | 'category' | 'price';
interface Breach {
  readonly [name: string]: string | number | null;
  readonly matter: Matter;
  readonly approved: string | number | null;
  readonly wanted: string | number;
}

/** Beyond what the owner said yes to: before fitting and again before billing. Internal lines are nobody's bill. */
export const notApproved = rule({
  id: 'R07',
  name: 'NOT_APPROVED',
  level: 4,
  subject: 'order',
  thresholds: {},
  check(evidence: FittingEvidence | InvoiceEvidence) {
    if ('attempt' in evidence) return atFitting(evidence);
    const strangers = evidence.strangers.map(({ line, partNumber }) => breach(line, 'notOnOrder', null, partNumber));
    return [...evidence.lines.flatMap(atInvoice), ...strangers];
  },
  words: {
    staff: ({ matter, approved, wanted }) => STAFF[matter](nameOf(matter, approved), nameOf(matter, wanted)),
    owner: ({ matter, approved, wanted }) => OWNER[matter](nameOf(matter, approved), nameOf(matter, wanted)),
    next: ({ matter }) =>
      matter === 'notOnOrder'
        ? {
            zh: '先把这一项补进工单并取得客户同意，再开票。',
            en: 'Put the item on the order and get the customer’s approval, then invoice.',
          }
        : {
            zh: '先取得客户同意并登记，再继续；或改回客户同意的内容。',
            en: 'Get the customer’s approval and record it, then go on; or keep to what was approved.',
          },
  },
});

function atFitting({ line, alreadyFitted, attempt, scan }: FittingEvidence): Hit<Breach>[] {
  const { approval } = line;
  if (line.payType === 'internal') return [];
  if (approval === null) return [breach(line.line, 'none', null, line.partNumber)];
  const ratio = scan?.supersession?.kind === 'forward' ? scan.supersession.ratio : null;
  const approved = piecesOf(approval.quantity, ratio);
  const fitted = alreadyFitted + attempt.quantity;
  return [
    ...(fitted > approved ? [breach(line.line, 'quantity', approved, fitted)] : []),
    ...(line.category === approval.category ? [] : [breach(line.line, 'category', approval.category, line.category)]),
  ];
}

function atInvoice({ line, billed, ratio, fittings }: InvoiceLineFacts): Hit<Breach>[] {
  const { approval } = line;
  if (billed === null || line.payType === 'internal') return [];
  if (approval === null) return [breach(line.line, 'none', null, billed.partNumber)];
  const approved = piecesOf(approval.quantity, ratio);
  const { priceCap } = approval;
  // What was fitted was compared with the approval then; billing it by its own number is honest.
  const isKnownPart = [approval.partNumber, ...fittings.map(({ partNumber }) => partNumber)].includes(
    billed.partNumber,
  );
  return [
    ...(isKnownPart ? [] : [breach(line.line, 'part', approval.partNumber, billed.partNumber)]),
    ...(billed.quantity > approved ? [breach(line.line, 'quantity', approved, billed.quantity)] : []),
    ...(billed.category === approval.category
      ? []
      : [breach(line.line, 'category', approval.category, billed.category)]),
    // The cap is what the owner is ready to pay: what somebody else pays is not measured by it.
    ...(priceCap !== null && line.payType === 'customer' && toCents(billed.unitPrice) > toCents(priceCap)
      ? [breach(line.line, 'price', priceCap, billed.unitPrice)]
      : []),
  ];
}

const piecesOf = (quantity: number, ratio: InvoiceLineFacts['ratio']): number =>
  ratio === null ? quantity : (inNewPieces(quantity, ratio) ?? quantity);

const breach = (line: number, matter: Matter, approved: Breach['approved'], wanted: Breach['wanted']): Hit<Breach> => ({
  facts: { matter, approved, wanted },
  line,
});

const nameOf = (matter: Matter, value: string | number | null): Words => {
  if (matter === 'category') return CATEGORY_WORDS[value as LineCategory];
  const text = value === null ? '' : String(value);
  return { zh: text, en: text };
};

type Say = (approved: Words, wanted: Words) => Words;

const STAFF: Readonly<Record<Matter, Say>> = {
  none: (_, wanted) => ({
    zh: `${wanted.zh} 还没有客户的同意记录。`,
    en: `There is no record that the customer approved ${wanted.en}.`,
  }),
  notOnOrder: (_, wanted) => ({
    zh: `${wanted.zh} 不在工单上，客户没有同意过。`,
    en: `${wanted.en} is not on the repair order, so the customer never approved it.`,
  }),
  part: (approved, wanted) => ({
    zh: `客户同意的零件是 ${approved.zh}，账单上是 ${wanted.zh}。`,
    en: `The customer approved ${approved.en}; the bill says ${wanted.en}.`,
  }),
  quantity: (approved, wanted) => ({
    zh: `客户同意 ${approved.zh} 件，这里是 ${wanted.zh} 件。`,
    en: `The customer approved ${approved.en}; this makes ${wanted.en}.`,
  }),
  category: (approved, wanted) => ({
    zh: `客户同意的是「${approved.zh}」件，这里是「${wanted.zh}」件。`,
    en: `The customer approved the category “${approved.en}”; this is “${wanted.en}”.`,
  }),
  price: (approved, wanted) => ({
    zh: `单价 ${wanted.zh} 高于客户同意的上限 ${approved.zh}。`,
    en: `The unit price ${wanted.en} is above ${approved.en}, the most that the customer approved.`,
  }),
};

const OWNER: Readonly<Record<Matter, Say>> = {
  none: (_, wanted) => ({
    zh: `没有您同意更换 ${wanted.zh} 的记录。`,
    en: `There is no record that you agreed to ${wanted.en}.`,
  }),
  notOnOrder: (_, wanted) => ({
    zh: `维修工单上没有 ${wanted.zh} 这一项。`,
    en: `${wanted.en} was not on the repair order.`,
  }),
  part: (approved, wanted) => ({
    zh: `您同意的零件是 ${approved.zh}，账单上是 ${wanted.zh}。`,
    en: `You agreed to ${approved.en}; the bill says ${wanted.en}.`,
  }),
  quantity: (approved, wanted) => ({
    zh: `您同意 ${approved.zh} 件，现在是 ${wanted.zh} 件。`,
    en: `You agreed to ${approved.en}; it is now ${wanted.en}.`,
  }),
  category: (approved, wanted) => ({
    zh: `您同意的是「${approved.zh}」件，现在是「${wanted.zh}」件。`,
    en: `You agreed to the category “${approved.en}”; it is now “${wanted.en}”.`,
  }),
  price: (approved, wanted) => ({
    zh: `单价 ${wanted.zh} 高于您同意的上限 ${approved.zh}。`,
    en: `The unit price ${wanted.en} is above ${approved.en}, the most you agreed to.`,
  }),
};

import type { InvoiceEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/**
 * An assembly was replaced and nobody wrote down why. By itself a complaint is enough; a maker that wants a cause or a
 * fault code for its assemblies sets `needsCause` to 1. Wear parts and maintenance need no reason.
 */
export const noDiagnosis = rule({
  id: 'R16',
  name: 'NO_DIAGNOSIS',
  level: 3,
  subject: 'order',
  thresholds: { needsCause: 0 },
  check({ lines }: InvoiceEvidence, { needsCause }) {
    return lines.flatMap(({ line, fitted, billed }) => {
      const { hasCause, hasComplaint } = line.diagnosis;
      const isWhy = hasCause || (hasComplaint && needsCause === 0);
      if (line.partClass !== 'main' || fitted === 0 || billed === null || isWhy) return [];
      return [{ facts: { partNumber: line.partNumber, hasComplaint }, line: line.line }];
    });
  },
  words: {
    staff: ({ partNumber }) => ({
      zh: `更换总成 ${partNumber} 没有登记故障原因或检测依据。`,
      en: `${partNumber} is an assembly, and nobody recorded why it was replaced.`,
    }),
    owner: () => ({
      zh: '维修店没有登记为什么要更换这个总成，请他们说明。',
      en: 'The workshop did not record why this assembly had to be replaced. Ask them.',
    }),
    next: () => ({
      zh: '在工单上补填故障原因、故障码或检测结果。',
      en: 'Add the cause, the fault codes or what was measured to the order.',
    }),
  },
});

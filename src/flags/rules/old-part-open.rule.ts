import type { InvoiceEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/** The old part is the owner's: 机动车维修管理规定 has it handed back or waived. What is not tracked leaves no old part to show. */
export const oldPartOpen = rule({
  id: 'R13',
  name: 'OLD_PART_OPEN',
  level: 4,
  subject: 'order',
  thresholds: {},
  check({ lines }: InvoiceEvidence) {
    return lines.flatMap(({ line, oldPartsOpen: open }) => {
      const isTracked = line.tracking === 'serial' || line.tracking === 'lot';
      return isTracked && open > 0 ? [{ facts: { partNumber: line.partNumber, open }, line: line.line }] : [];
    });
  },
  words: {
    staff: ({ partNumber, open }) => ({
      zh: `${partNumber} 有 ${open} 处更换没有登记旧件去向。`,
      en: `${partNumber}: for ${open} of the replacements nobody recorded what became of the old part.`,
    }),
    owner: () => ({
      zh: '换下的旧件归您所有，维修店还没有登记它的去向。',
      en: 'The old part is yours. The workshop has not recorded what became of it.',
    }),
    next: () => ({
      zh: '登记旧件去向：车主带走、车主放弃、没有旧件、旧件返还或质保返还。',
      en: 'Record the old part: taken by the owner, left by the owner, none, core return or warranty return.',
    }),
  },
});

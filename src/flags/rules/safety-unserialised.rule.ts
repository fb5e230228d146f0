import type { FittingEvidence, LineCategory } from '../evidence.ts';
import { rule } from '../rule.ts';
import { unitMeant } from './scanned-unit.ts';

/** What leaves the maker with a serial. A declared part of another brand has none of ours, and is no trouble. */
const FROM_THE_MAKER: readonly LineCategory[] = ['original', 'remanufactured'];

export const safetyUnserialised = rule({
  id: 'R22',
  name: 'SAFETY_UNSERIALISED',
  level: 4,
  subject: 'step',
  thresholds: {},
  check({ line, scan }: FittingEvidence) {
    if (line.partClass !== 'safety' || line.tracking !== 'serial' || !FROM_THE_MAKER.includes(line.category))
      return null;
    if (scan !== null && unitMeant(scan) !== null) return null;
    return { facts: { partNumber: line.partNumber }, line: line.line };
  },
  words: {
    staff: ({ partNumber }) => ({
      zh: `${partNumber} 是安全件，必须扫码后才能装车。`,
      en: `${partNumber} is a safety part; its code must be scanned before it is fitted.`,
    }),
    owner: () => ({
      zh: '这是涉及行车安全的零件，装车时没有扫过它的码。',
      en: 'This is a safety part, and its code was not scanned when it was fitted.',
    }),
    next: () => ({
      zh: '扫零件上的码；码已损坏的，请主管核对实物后说明原因。',
      en: 'Scan the code on the part. If it cannot be read, a supervisor checks the part and gives the reason.',
    }),
  },
});

import type { Words } from '../../kernel/words.ts';
import type { OldPartEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

type Why = 'newPart' | 'told' | 'stranger';

const whyOf = ({ isNewPart, isTold }: { readonly isNewPart: boolean; readonly isTold: boolean }): Why =>
  isNewPart ? 'newPart' : isTold ? 'told' : 'stranger';

const LEVEL = { newPart: 2, told: 4, stranger: 5 } as const;

const SAYS: Readonly<Record<Why, Words>> = {
  newPart: {
    zh: '扫旧件时，扫到的是正要安装的新件的码。',
    en: 'The code read for the old part is that of the new one.',
  },
  told: {
    zh: '这个旧件在这张工单上已登记为另一处更换的旧件。',
    en: 'This part is on record already as the old part of another replacement on this order.',
  },
  stranger: {
    zh: '登记显示，作为旧件扫描的这个零件从未装在这辆车上。',
    en: 'According to the register, the part read as the old one was never in this car.',
  },
};

const NEXT: Readonly<Record<Why, Words>> = {
  newPart: {
    zh: '请扫拆下的旧件；旧件没有码的，留空即可。',
    en: 'Scan the part that came out. If it has no code, leave it empty.',
  },
  told: {
    zh: '请扫这一处拆下的旧件；旧件没有码的，留空即可。',
    en: 'Scan the part that came out here. If it has no code, leave it empty.',
  },
  stranger: {
    zh: '核对拆下的旧件并重新扫码；仍不符时停止登记，保留旧件，等厂家处理。',
    en: 'Check the part that came out and scan it again. If it still does not agree, stop, keep the old part and wait for the maker.',
  },
};

/**
 * A registered unit is shown as the old part of this car and never was in it: nothing was taken out. Two replacements that
 * show one old part are one. An old part without a label is no news. The new part's own label read by mistake is mended on the spot.
 */
export const oldPartMismatch = rule({
  id: 'R14',
  name: 'OLD_PART_MISMATCH',
  level: 5,
  subject: 'order',
  thresholds: {},
  check({ oldUnit, line }: OldPartEvidence) {
    if (!oldUnit?.isKnown) return null;
    const { serial, partNumber, wasFittedHere, isNewPart, isTold } = oldUnit;
    if (wasFittedHere && !isNewPart && !isTold) return null;
    const facts = { serial, partNumber, isNewPart, isTold: wasFittedHere && isTold };
    return { facts, level: LEVEL[whyOf(facts)], line: line.line };
  },
  words: {
    staff: (facts) => SAYS[whyOf(facts)],
    owner: () => ({
      zh: '登记为换下的旧件，与您车上原来的零件不是同一件。',
      en: 'The part recorded as taken out is not the one that was in your car.',
    }),
    next: (facts) => NEXT[whyOf(facts)],
  },
});

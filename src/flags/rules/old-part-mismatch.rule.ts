import { unitMeant } from './scanned-unit.ts';
import type { FittingEvidence } from '../evidence.ts';
import type { Level } from '../rule.ts';
import { rule } from '../rule.ts';

/**
 * A registered unit is shown as the old part of this car and never was in it: nothing was taken out. An old part without a label is
 * no news. The new part's own label read by mistake is mended on the spot.
 */
export const oldPartMismatch = rule({
  id: 'R14',
  name: 'OLD_PART_MISMATCH',
  level: 5,
  subject: 'order',
  thresholds: {},
  check({ oldUnit, line, scan }: FittingEvidence) {
    if (oldUnit === null || !oldUnit.isKnown || oldUnit.wasFittedHere) return null;
    const isNewPart = scan !== null && unitMeant(scan)?.serial === oldUnit.serial;
    const level: Level = isNewPart ? 2 : 5;
    return { facts: { serial: oldUnit.serial, partNumber: oldUnit.partNumber, isNewPart }, level, line: line.line };
  },
  words: {
    staff: ({ isNewPart }) =>
      isNewPart
        ? {
            zh: '扫旧件时，扫到的是正要安装的新件的码。',
            en: 'The code read for the old part is that of the new one.',
          }
        : {
            zh: '登记显示，作为旧件扫描的这个零件从未装在这辆车上。',
            en: 'According to the register, the part read as the old one was never in this car.',
          },
    owner: () => ({
      zh: '登记为换下的旧件，与您车上原来的零件不是同一件。',
      en: 'The part recorded as taken out is not the one that was in your car.',
    }),
    next: ({ isNewPart }) =>
      isNewPart
        ? {
            zh: '请扫拆下的旧件；旧件没有码的，留空即可。',
            en: 'Scan the part that came out. If it has no code, leave it empty.',
          }
        : {
            zh: '核对拆下的旧件并重新扫码；仍不符时停止登记，保留旧件，等厂家处理。',
            en: 'Check the part that came out and scan it again. If it still does not agree, stop, keep the old part and wait for the maker.',
          },
  },
});

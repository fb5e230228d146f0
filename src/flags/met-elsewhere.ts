import type { Words } from '../kernel/words.ts';
import type { Finding, Level } from './rule.ts';

/** What another place's sighting can come to for the order that carries the unit: a warning. */
const CEILING: Level = 3;

const LOOKED_INTO: Words = {
  zh: '装车之后，这个零件的编码又在别处被读到。厂家正在核查，您车上的零件不一定有问题；结果会显示在这里。',
  en: 'After it was fitted, the code of this part was read somewhere else as well. The maker is looking into it. The part in your car need not be the wrong one; the result will be shown here.',
};
const CONFIRMED: Words = {
  zh: '装车之后，这个零件的编码又在别处被读到。厂家已确认编码被复制：两处中有一处不是它签发编码的那个零件。请联系维修店或厂家，查看您车上的零件。',
  en: 'After it was fitted, the code of this part was read somewhere else as well. The maker has confirmed that the code was copied: in one of the two places it is not on the part it was issued for. Ask the workshop or the maker to look at the part in your car.',
};

/**
 * What came up elsewhere about a unit that is in this car. One of two things bearing one code is a copy, and nobody knows yet
 * which: this order is not stopped by it, and neither part nor workshop is called suspect on the owner's page.
 */
export const metElsewhere = (finding: Finding, isConfirmed = false): Finding => ({
  ...finding,
  level: finding.level > CEILING ? CEILING : finding.level,
  owner: isConfirmed ? CONFIRMED : LOOKED_INTO,
});

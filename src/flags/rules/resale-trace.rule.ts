import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { SET_ASIDE } from './guidance.ts';
import { siteOf, unitMeant } from './scanned-unit.ts';

/**
 * What a workshop recorded as fitted is in somebody's hand as a new part: it was billed there and sold on. A mere copy of
 * the label cannot be told from that by the code (K05 says so); two things can: the workshop itself gives the unit back as
 * new, or somebody signed in finds the seal of the part unbroken.
 */
export const resaleTrace = rule({
  id: 'R12',
  name: 'RESALE_TRACE',
  level: 5,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const unit = unitMeant(evidence);
    const site = siteOf(evidence.witness);
    if (unit?.fitting == null || unit.state !== 'fitted' || site === null) return null;
    const isGivenBack = evidence.purpose === 'return' && site === unit.fitting.workshopId;
    const isSealed = evidence.observed.seal === 'intact' && site !== unit.fitting.workshopId;
    return isGivenBack || isSealed ? { facts: { isGivenBack, isSealed } } : null;
  },
  words: {
    staff: ({ isGivenBack }) =>
      isGivenBack
        ? {
            zh: '本店登记已装车的零件，现在被当作新件退回。',
            en: 'This workshop recorded the unit as fitted and now gives it back as new.',
          }
        : {
            zh: '这个零件登记为已装车，封签却完好：它没有被装上。',
            en: 'This unit is recorded as fitted and its seal is unbroken: it was never in a car.',
          },
    owner: () => ({
      zh: '登记为装在您车上的零件以全新的样子在别处出现，厂家正在核查。',
      en: 'The part recorded as fitted to your car has turned up unused. The maker is looking into it.',
    }),
    next: () => SET_ASIDE,
  },
});

import type { ScanEvidence, UnitFacts } from '../evidence.ts';
import { rule } from '../rule.ts';
import { isNew, unitMeant } from './scanned-unit.ts';

/** Shelf life ends when the part leaves the shelf: one fitted in time does not go off in the car. */
export const expired = rule({
  id: 'Q02',
  name: 'EXPIRED',
  level: 4,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const unit = unitMeant(evidence);
    const usedAt = unit && lastOnShelf(unit, evidence.scannedAt);
    if (!unit?.expiresOn || !usedAt || dateInChina(usedAt) <= unit.expiresOn) return null;
    return { facts: { expiresOn: unit.expiresOn, isFitted: unit.state === 'fitted' } };
  },
  words: {
    staff: ({ expiresOn, isFitted }) =>
      isFitted
        ? {
            zh: `这个零件装车时已过有效期（${expiresOn}）。`,
            en: `This part was past its shelf life (${expiresOn}) when it was fitted.`,
          }
        : { zh: `这个零件已过有效期（${expiresOn}）。`, en: `The shelf life of this part ended on ${expiresOn}.` },
    owner: ({ expiresOn }) => ({
      zh: `这个零件的有效期到 ${expiresOn} 为止。`,
      en: `The shelf life of this part ended on ${expiresOn}.`,
    }),
    next: ({ isFitted }) =>
      isFitted
        ? {
            zh: '请主管核对，并与车主商定是否更换。',
            en: 'Have a supervisor check it and agree with the owner whether to replace it.',
          }
        : { zh: '不要装车，换一个在有效期内的零件。', en: 'Do not fit it; take one that is within its shelf life.' },
  },
});

function lastOnShelf(unit: UnitFacts, scannedAt: Date): Date | null {
  if (isNew(unit)) return scannedAt;
  return unit.state === 'fitted' ? (unit.fitting?.fittedAt ?? null) : null;
}

const CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** `2026-11-23`: the day on the wall of the workshop, not in Greenwich. Good until the end of its last day. */
const dateInChina = (at: Date): string => CHINA.format(at);

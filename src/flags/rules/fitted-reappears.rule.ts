import { STATE_WORDS, type UnitState } from '../../units/unit-lifecycle.ts';
import type { ScanEvidence, UnitFacts } from '../evidence.ts';
import type { Level } from '../rule.ts';
import { rule } from '../rule.ts';
import { SET_ASIDE } from './guidance.ts';
import { siteOf, unitMeant } from './scanned-unit.ts';

/**
 * A unit that has been in a car is offered as new, or turns up where it cannot be: its label was copied, or the part was
 * never fitted. Whoever works on its car, and whoever has the old part, reads it with good reason.
 */
export const fittedReappears = rule({
  id: 'K05',
  name: 'FITTED_REAPPEARS',
  level: 5,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const unit = unitMeant(evidence);
    if (unit === null || !USED.includes(unit.state)) return null;
    const level = isLook(evidence) ? levelOfLook(evidence, unit) : levelOfOffer(evidence, unit);
    const facts = { state: unit.state, purpose: evidence.purpose, isSameCar: isSameCar(evidence, unit) };
    return level === null ? null : { facts, level };
  },
  words: {
    staff: ({ state }) => ({
      zh: `这个零件登记为「${STATE_WORDS[state].zh}」，不应作为新件出现在这里。`,
      en: `In the register this unit is ${STATE_WORDS[state].en}. It should not be here as a new part.`,
    }),
    owner: () => ({
      zh: '登记显示这个零件已经用过，不是新件。',
      en: 'The records say that this part has been used before. It is not a new one.',
    }),
    next: ({ isSameCar }) =>
      isSameCar
        ? {
            zh: '这个零件就是从这辆车上来的，不能再登记为新件；请换一个新件，或请主管核对工单。',
            en: 'This unit belongs to this very car and cannot be fitted as new. Take a new one, or have a supervisor check the order.',
          }
        : SET_ASIDE,
  },
});

/** The states of a unit that has been in a car, or never will be in one. */
export const USED: readonly UnitState[] = [
  'fitted',
  'removed',
  'with_owner',
  'waived',
  'core_return',
  'warranty_return',
  'received_old',
  'destroyed',
];

/** On its way back to the maker as an old part, as it should be. */
const RETURNING: readonly UnitState[] = ['core_return', 'warranty_return'];

const isLook = ({ purpose }: ScanEvidence): boolean =>
  purpose === 'check' || purpose === 'audit' || purpose === 'public';

function levelOfLook(evidence: ScanEvidence, unit: UnitFacts): Level | null {
  // An owner's phone and a maker's inspector are no place: a fitted part is read in its car, an old one where nobody knows.
  if (!isAtWorkSite(evidence)) return unit.state === 'fitted' ? null : 3;
  if (unit.state === 'destroyed') return 5;
  if (RETURNING.includes(unit.state) || isSameCar(evidence, unit) || isWithItsHolder(evidence, unit)) return null;
  // Its owner may carry an old part to anybody and ask.
  return unit.state === 'with_owner' ? 3 : 5;
}

function levelOfOffer(evidence: ScanEvidence, unit: UnitFacts): Level | null {
  const { purpose, witness } = evidence;
  const isHolder = siteOf(witness) === unit.custodianId;
  if (purpose === 'fit' && unit.state === 'fitted' && isSameLine(evidence, unit)) return null;
  // Taken off and meant to go back on: to be stopped, but no stranger's part.
  if (purpose === 'fit' && isSameCar(evidence, unit)) return 4;
  if (purpose === 'return' && isHolder && (unit.state === 'removed' || RETURNING.includes(unit.state))) return null;
  const isMakersSide = witness.kind === 'staff' && witness.organisationKind !== 'workshop';
  if (purpose === 'receive' && isMakersSide && RETURNING.includes(unit.state)) return null;
  if (purpose === 'receive' && isHolder && unit.state === 'received_old') return null;
  return 5;
}

const isAtWorkSite = ({ witness }: ScanEvidence): boolean =>
  witness.kind === 'staff' && (witness.organisationKind === 'workshop' || witness.organisationKind === 'warehouse');

const isWithItsHolder = ({ witness }: ScanEvidence, unit: UnitFacts): boolean => {
  const site = siteOf(witness);
  return site === unit.custodianId || (unit.state === 'fitted' && site === unit.fitting?.workshopId);
};

/** The same tap sent twice. Whether a second fitting is taken is the use case's to refuse. */
const isSameLine = ({ order, line }: ScanEvidence, { fitting }: UnitFacts): boolean =>
  fitting !== null && fitting.orderId === order?.id && fitting.line === line?.line;

const isSameCar = ({ order, observed }: ScanEvidence, { fitting }: UnitFacts): boolean =>
  fitting !== null && (order?.vin === fitting.vin || observed.vin === fitting.vin);

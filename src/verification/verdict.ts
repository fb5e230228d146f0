import type { LabelReading, ScanEvidence, UnitFacts, Witness } from '../flags/evidence.ts';
import { PUBLIC_CEILING, type Facts, type Finding, type Level } from '../flags/rule.ts';
import { unitMeant } from '../flags/rules/scanned-unit.ts';
import type { Words } from '../kernel/words.ts';
import { READ_HINT_WORDS } from '../labels/read-diagnosis.ts';
import { HELD, HELD_FOR_OWNER, OWNER_NEXT, STAFF_NEXT, type Outcome } from './next-steps.ts';

/** Three claims that are never mixed: none of them says "genuine". `null`: nobody can tell from this scan. */
export interface Claims {
  /** The signature is the maker's. It proves nothing else. */
  readonly issuedByMaker: boolean | null;
  /** State, custody, part number, vehicle and order do not contradict each other. */
  readonly recordsAgree: boolean | null;
  /** Somebody looked at seal or part number: `true` and found them right, `false` and did not. */
  readonly physicallyChecked: boolean | null;
}

export interface VerdictFinding {
  readonly rule: string;
  readonly name: string;
  readonly level: Level;
  readonly message: Words;
  /** The same for the car's owner: what the public view shows as `message`. */
  readonly owner: Words;
  readonly line?: number;
  readonly evidence: Facts;
}

/** The answer to a scan (docs: the HTTP contract). Plain JSON: it is stored with the scan and answered again as it was. */
export interface Verdict {
  readonly outcome: Outcome;
  /** RFC 3339, UTC. */
  readonly checkedAt: string;
  readonly scanId: string;
  readonly claims: Claims;
  readonly unit: VerdictUnit | null;
  /** The worst first. */
  readonly findings: readonly VerdictFinding[];
  readonly nextStep: Words;
}

export type VerdictUnit = Pick<UnitFacts, 'gtin' | 'serial' | 'partNumber' | 'name' | 'lot' | 'state'>;

/** What anybody may read: owner's words only, under the name `message`. */
export type PublicVerdict = Omit<Verdict, 'findings'> & {
  readonly findings: readonly Omit<VerdictFinding, 'owner'>[];
};

/** Judges one scan from what the rules found. `scanId` is the stored sighting's. */
export function verdictOf(evidence: ScanEvidence, found: readonly Finding[], scanId: string): Verdict {
  const findings = withinReach(found, evidence.witness).sort((a, b) => b.level - a.level);
  const outcome = outcomeOf(findings, evidence.reading, evidence.unit);
  const unit = unitMeant(evidence);
  return {
    outcome,
    checkedAt: evidence.now.toISOString(),
    scanId,
    claims: claimsOf(evidence, findings),
    unit: unit && unitShown(unit),
    findings: findings.map(findingShown),
    nextStep: nextStepOf(outcome, findings, evidence),
  };
}

interface Seen {
  readonly worst: number;
  readonly reading: LabelReading;
  /** The registered unit that the reading speaks of. */
  readonly unit: UnitFacts | null;
  /** Nothing was presented to read: a fitting without a code. */
  readonly isUncoded: boolean;
}

/** The first row that holds is the outcome. Nothing is green that no registered unit stands behind. */
const OUTCOMES: readonly (readonly [Outcome, (seen: Seen) => boolean])[] = [
  ['suspect', ({ worst }) => worst >= 5],
  ['unreadable', ({ reading, isUncoded }) => reading.kind === 'unreadable' && !isUncoded],
  ['unknown', ({ reading, unit, isUncoded }) => unit === null && !isUncoded && issuedByMaker(reading) !== true],
  ['caution', ({ worst }) => worst >= 3],
  // A held unit can be neither fitted nor shipped: "fit it" would be untrue, whatever the rules say of this one scan.
  ['caution', ({ unit, isUncoded }) => (unit === null && !isUncoded) || (unit?.holds.length ?? 0) > 0],
  ['consistent', () => true],
];

export function outcomeOf(
  findings: readonly Pick<Finding, 'rule' | 'level'>[],
  reading: LabelReading,
  unit: UnitFacts | null,
): Outcome {
  const hasReadError = findings.some(({ rule }) => rule === 'C01');
  const seen: Seen = {
    worst: Math.max(0, ...findings.map(({ level }) => level)),
    reading,
    unit: unitMeant({ reading, unit }),
    isUncoded: reading.kind === 'unreadable' && reading.reason === 'empty' && !hasReadError,
  };
  return OUTCOMES.find(([, holds]) => holds(seen))![0];
}

export function claimsOf(
  evidence: Pick<ScanEvidence, 'reading' | 'unit' | 'observed'>,
  findings: readonly Pick<Finding, 'rule' | 'level' | 'subject'>[],
): Claims {
  const { seal, partNumber } = evidence.observed;
  const isContradicted = findings.some((finding) => isWarning(finding) && finding.subject !== 'code');
  const isFoundWrong = findings.some(({ rule }) => rule === 'C08' || rule === 'C12');
  return {
    issuedByMaker: issuedByMaker(evidence.reading),
    recordsAgree: unitMeant(evidence) === null ? null : !isContradicted,
    physicallyChecked: seal === null && partNumber === null ? null : !isFoundWrong,
  };
}

function issuedByMaker(reading: LabelReading): boolean | null {
  if (reading.kind === 'signed') return reading.signature !== 'false';
  // The host is inside the signed text, so a signature field on another host cannot be true.
  return reading.kind === 'foreignHost' && reading.hasSignature ? false : null;
}

/**
 * Nobody may burn a part from afar: what only a passer-by saw of a unit is never worse than a warning. What is plain from the
 * printed code itself needs no witness and touches no unit.
 */
export const withinReach = (findings: readonly Finding[], witness: Witness): Finding[] =>
  findings.map((finding) =>
    witness.kind === 'public' && finding.subject !== 'code' && finding.level > PUBLIC_CEILING
      ? { ...finding, level: PUBLIC_CEILING }
      : finding,
  );

/** Named one by one: evidence holds far more than a verdict may carry. */
const unitShown = ({ gtin, serial, partNumber, name, lot, state }: VerdictUnit): VerdictUnit => ({
  gtin,
  serial,
  partNumber,
  name,
  lot,
  state,
});

const findingShown = ({ rule, name, level, message, owner, line, evidence }: Finding): VerdictFinding => ({
  rule,
  name,
  level,
  message,
  owner,
  ...(line === undefined ? {} : { line }),
  evidence,
});

function nextStepOf(outcome: Outcome, [worst]: readonly Finding[], evidence: ScanEvidence): Words {
  const { reading } = evidence;
  if (outcome === 'unreadable' && reading.kind === 'unreadable') {
    const hint = Object.entries(READ_HINT_WORDS).find(([name]) => name === reading.hint);
    if (hint) return hint[1];
  }
  if (worst && worst.level >= 2) return worst.next;
  return (unitMeant(evidence)?.holds.length ?? 0) > 0 ? HELD : STAFF_NEXT[outcome];
}

/** Facts that name no person, place, organisation or order. A new fact stays inside until somebody has thought about it. */
const PUBLIC_FACTS: ReadonlySet<string> = new Set([
  'approved',
  'scanned',
  'path',
  'partNumber',
  'campaign',
  'expiresOn',
  'listPrice',
  'unitPrice',
  'billed',
  'fitted',
]);

/** The same verdict for anybody: built from what is allowed, so that what is added elsewhere does not leak. */
export function publicVerdict({ outcome, checkedAt, scanId, claims, unit, findings }: Verdict): PublicVerdict {
  const { issuedByMaker, recordsAgree, physicallyChecked } = claims;
  return {
    outcome,
    checkedAt,
    scanId,
    claims: { issuedByMaker, recordsAgree, physicallyChecked },
    unit: unit && unitShown(unit),
    findings: findings.map(({ rule, name, level, owner, line, evidence }) => ({
      rule,
      name,
      level,
      message: owner,
      ...(line === undefined ? {} : { line }),
      evidence: publicFacts(evidence),
    })),
    // A registered unit about which no finding says anything is on hold.
    nextStep: outcome === 'caution' && unit && !findings.some(isWarning) ? HELD_FOR_OWNER : OWNER_NEXT[outcome],
  };
}

const isWarning = ({ level }: Pick<Finding, 'level'>): boolean => level >= 3;

const publicFacts = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => PUBLIC_FACTS.has(name)));

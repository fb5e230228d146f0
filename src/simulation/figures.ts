import { type Attributed, raisedAt } from './attribution.ts';
import { FRAUD_KINDS } from './frauds/kinds.ts';
import type { FraudKind } from './scene.ts';
import type { SeenFlag } from './inbox.ts';
import { HOUR } from './time.ts';
import type { Incident, Truth } from './truth.ts';

/** From here on a finding is kept as a flag. */
const FLAGGED_FROM = 3;
const SERIOUS_FROM = 4;

export interface KindFigures {
  readonly kind: string;
  readonly isStatistical: boolean;
  readonly rules: readonly string[];
  /** Of its rules, those that are in the table of rules today. */
  readonly rulesToday: readonly string[];
  readonly unseen: string | null;
  readonly committed: number;
  readonly detected: number;
  readonly recall: number | null;
  /** Hours from when the record could first show it; the median. */
  readonly hoursToDetection: number | null;
  /** What told of it, and how often: also rules that were not looked for. */
  readonly toldBy: Readonly<Record<string, number>>;
  readonly missed: readonly string[];
}

export interface RuleFigures {
  readonly rule: string;
  readonly flags: number;
  readonly fraud: number;
  /** The goods were broken or miscounted, and nobody cheated. */
  readonly mishaps: number;
  /** Raised by honest people's slips, and stopped before they took effect or explained by what came later. */
  readonly slipsSettled: number;
  readonly slipsOpen: number;
  /** Nothing was wrong at all. */
  readonly groundless: number;
  readonly precision: number | null;
  readonly falsePer10kScans: number;
}

interface Share {
  readonly flags: number;
  readonly withFraud: number;
  readonly mishaps: number;
  readonly precision: number | null;
}

export interface Figures {
  readonly scans: number;
  readonly frauds: number;
  readonly kinds: readonly KindFigures[];
  readonly rules: readonly RuleFigures[];
  /** Flags at L4 and L5 that are open: right is what tells of fraud, or of goods that truly were not right. */
  readonly serious: Share;
  readonly seriousWithPrevented: Share;
  readonly falseL5: number;
  readonly falseL5Per10kScans: number;
  readonly recallOfDeterministic: number | null;
}

/** One country's, or several countries' together. */
export interface Evidence {
  readonly scans: number;
  readonly truth: Truth;
  readonly flags: readonly Attributed[];
}

export function figuresOf(countries: readonly Evidence[], ruleIds: readonly string[]): Figures {
  const scans = countries.reduce((sum, country) => sum + country.scans, 0);
  const flags = countries.flatMap((country) => country.flags).filter(({ flag }) => flag.level >= FLAGGED_FROM);
  const kinds = FRAUD_KINDS.map((kind) => kindFigures(kind, countries, ruleIds));
  const serious = flags.filter(({ flag }) => flag.level >= SERIOUS_FROM);
  const open = serious.filter(isOpen);
  const falseL5 = open.filter(({ flag, frauds }) => flag.level === 5 && frauds.length === 0).length;
  const told = kinds.filter(
    ({ isStatistical, rulesToday, committed }) => !isStatistical && rulesToday.length > 0 && committed > 0,
  );
  return {
    scans,
    frauds: countries.flatMap(({ truth }) => truth.incidents.filter(({ isFraud }) => isFraud)).length,
    kinds,
    rules: [...new Set([...ruleIds, ...flags.map(({ flag }) => flag.rule)])]
      .sort()
      .map((rule) => ruleFigures(rule, flags, scans)),
    serious: shareOf(open),
    seriousWithPrevented: shareOf(serious),
    falseL5,
    falseL5Per10kScans: (falseL5 / Math.max(1, scans)) * 10_000,
    recallOfDeterministic: share(
      told.reduce((sum, { detected }) => sum + detected, 0),
      told.reduce((sum, { committed }) => sum + committed, 0),
    ),
  };
}

function kindFigures(
  { kind, rules, isStatistical, unseen }: FraudKind,
  countries: readonly Evidence[],
  ruleIds: readonly string[],
): KindFigures {
  const toldBy: Record<string, number> = {};
  const hours: number[] = [];
  const missed: string[] = [];
  let committed = 0;
  for (const { truth, flags } of countries)
    for (const fraud of truth.incidents.filter((incident) => incident.kind === kind && incident.isFraud)) {
      committed++;
      const about = flags.filter(({ frauds, flag }) => isTold(flag) && frauds.includes(fraud));
      for (const rule of new Set(about.map(({ flag }) => flag.rule))) toldBy[rule] = (toldBy[rule] ?? 0) + 1;
      const hits = about.filter(({ flag }) => rules.includes(flag.rule));
      if (hits.length === 0) missed.push(placeOf(fraud));
      else
        hours.push(Math.max(0, Math.min(...hits.map(({ flag }) => raisedAt(flag, truth, fraud))) - fraud.since) / HOUR);
    }
  const detected = committed - missed.length;
  return {
    kind,
    isStatistical: isStatistical === true,
    rules,
    rulesToday: rules.filter((rule) => ruleIds.includes(rule)),
    unseen: unseen ?? null,
    committed,
    detected,
    recall: share(detected, committed),
    hoursToDetection: medianOf(hours),
    toldBy,
    missed,
  };
}

const placeOf = ({ id, orders, units }: Incident): string => `${id} ${[...orders, ...units].slice(0, 3).join(' ')}`;

function ruleFigures(rule: string, all: readonly Attributed[], scans: number): RuleFigures {
  const flags = all.filter(({ flag }) => flag.rule === rule);
  const innocent = flags.filter(({ frauds, isMishap }) => frauds.length === 0 && !isMishap);
  const mishaps = flags.filter(({ isMishap }) => isMishap).length;
  const slips = innocent.filter(({ slip }) => slip !== null);
  const slipsOpen = slips.filter(isOpen).length;
  const fraud = flags.length - innocent.length - mishaps;
  return {
    rule,
    flags: flags.length,
    fraud,
    mishaps,
    slipsSettled: slips.length - slipsOpen,
    slipsOpen,
    groundless: innocent.length - slips.length,
    precision: share(fraud + mishaps, flags.length),
    falsePer10kScans: (innocent.length / Math.max(1, scans)) * 10_000,
  };
}

const isOpen = ({ flag }: Attributed): boolean => flag.status === 'open';
/** What was withdrawn again tells nobody of a fraud. */
const isTold = ({ level, status }: SeenFlag): boolean => level >= FLAGGED_FROM && status !== 'dismissed';

function shareOf(flags: readonly Attributed[]): Share {
  const withFraud = flags.filter(({ frauds }) => frauds.length > 0).length;
  const mishaps = flags.filter(({ isMishap }) => isMishap).length;
  return { flags: flags.length, withFraud, mishaps, precision: share(withFraud + mishaps, flags.length) };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? null : sorted[Math.floor(sorted.length / 2)]!;
}

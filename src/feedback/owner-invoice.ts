import type { Finding, Level } from '../flags/rule.ts';
import type { Money } from '../kernel/money.ts';
import type { Words } from '../kernel/words.ts';
import {
  isInCar,
  type InvoiceContent,
  type InvoiceContentLine,
  type InvoiceUnit,
} from '../repair-orders/invoice-content.ts';
import { answers, lineOutcome, type LineOutcome, type Override } from '../repair-orders/reconciliation.ts';
import type { OldPartPhoto } from '../repair-orders/old-part-photo.query.ts';
import { GUARANTEES } from '../repair-orders/repair-guarantee.ts';
import type { DisputeReason } from './answer.dto.ts';
import type { CheckHistory } from './check-history.query.ts';
import { coverOf, type Cover } from './cover.ts';
import type { OwnerSanbao } from './owner-sanbao.query.ts';
import type { Satisfaction } from './satisfaction.ts';
import type { WayStep } from './unit-way.ts';

/** What an owner reads of an invoice, as data. No VIN, no plate, nobody's name; of places only the workshop's own. */
export interface OwnerInvoice {
  readonly number: string;
  readonly version: number;
  readonly issuedAt: string;
  /** Of what was billed in this version, as its workshop was told when it was issued. */
  readonly contentHash: string;
  readonly workshop: InvoiceContent['workshop'];
  readonly repairOrder: string;
  readonly currency: string;
  readonly odometerIn: number | null;
  readonly odometerOut: number | null;
  readonly outcome: LineOutcome;
  readonly claims: OwnerClaims;
  readonly lines: readonly OwnerLine[];
  readonly labour: InvoiceContent['labour'];
  readonly totals: InvoiceContent['totals'];
  readonly guarantee: Guarantee | null;
  readonly sanbao: OwnerSanbao | null;
  /** Findings about the invoice as a whole. */
  readonly findings: readonly OwnerFinding[];
  /** Earlier versions, where the invoice was changed after it was issued. */
  readonly earlierVersions: readonly { readonly version: number; readonly issuedAt: string; readonly total: Money }[];
  readonly checks: { readonly count: number; readonly firstAt: string | null };
  readonly cases: readonly OwnerCase[];
  readonly isConfirmed: boolean;
  /** What the owner has said of the service; null: not asked for, or not answered yet. */
  readonly satisfaction: Satisfaction | null;
}

/** Three claims, counted and never mixed: none of them says "genuine". */
export interface OwnerClaims {
  /** Of the parts that carry a code: those whose code the maker issued. */
  readonly issuedByMaker: Share;
  /** Of the lines: those on which order, approval, fitting and bill agree. */
  readonly recordsAgree: Share;
  /** Of the parts fitted: those at which the car's own VIN was read. */
  readonly physicallyChecked: Share;
}
export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface OwnerLine extends Omit<InvoiceContentLine, 'units' | 'warranty'> {
  readonly outcome: LineOutcome;
  readonly findings: readonly OwnerFinding[];
  readonly units: readonly OwnerUnit[];
  /** One of each old part that the workshop photographed. */
  readonly oldPartPhotos: readonly OwnerPhoto[];
  /** From the first fitting that stands. */
  readonly warranty: Cover | null;
}

/** A picture below the invoice’s own address: `/i/{token}/old-part-photos/{id}`. */
export interface OwnerPhoto {
  readonly id: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** As the workshop’s phone says. */
  readonly takenAt: string;
  /** It came when the invoice was out already. */
  readonly isAfterwards: boolean;
}

export interface OwnerUnit extends InvoiceUnit {
  /** Where anybody can check this very unit. */
  readonly checkUrl: string | null;
  readonly recall: OwnerRecall | null;
  /** From its maker to the car; empty where it bears no code, or is not in it. */
  readonly way: readonly WayStep[];
}

export interface OwnerRecall {
  readonly number: string;
  readonly title: Words;
  readonly since: string;
}

export interface OwnerFinding {
  readonly rule: string;
  readonly name: string;
  readonly level: Level;
  readonly message: Words;
  /** What the workshop's supervisor says to it. */
  readonly workshopSays: string | null;
  /** When it came to light, where that was after the invoice was issued. */
  readonly foundAt: string | null;
}

export interface OwnerCase {
  readonly number: string;
  readonly status: 'open' | 'answered' | 'closed';
  readonly line: number | null;
  /** What the owner said is wrong. */
  readonly reason: DisputeReason;
  readonly openedAt: string;
  readonly dueAt: string;
  /** When the maker was told because nobody had answered. */
  readonly escalatedAt: string | null;
  /** When the maker will be told unless somebody answers; null where no one maker’s part is disputed. */
  readonly escalatesAt: string | null;
  readonly entries: readonly OwnerCaseEntry[];
}

export interface OwnerCaseEntry {
  readonly kind: string;
  readonly text: string;
  readonly at: string;
  /** Which side wrote it; null: the owner, or nobody. */
  readonly by: 'workshop' | 'maker' | null;
}

/** Of the repair itself, from its invoice. */
export interface Guarantee extends Cover {
  readonly days: number;
  readonly km: number;
}

/** Everything that is stored about one invoice link. */
export interface StoredOwnerInvoice {
  readonly content: InvoiceContent;
  readonly version: number;
  readonly issuedAt: Date;
  readonly contentHash: string;
  /** As issued. */
  readonly findings: readonly Finding[];
  /** What came to light since. */
  readonly later: readonly LaterFinding[];
  readonly overrides: readonly Override[];
  readonly earlierVersions: OwnerInvoice['earlierVersions'];
  /** By line. */
  readonly photos: ReadonlyMap<number, readonly OldPartPhoto[]>;
  readonly recalls: ReadonlyMap<string, OwnerRecall>;
  /** By serial. */
  readonly ways: ReadonlyMap<string, readonly WayStep[]>;
  /** Null when nobody has checked any of its codes. */
  readonly checks: CheckHistory | null;
  readonly cases: readonly OwnerCase[];
  readonly isConfirmed: boolean;
  readonly satisfaction: Satisfaction | null;
  readonly sanbao: OwnerSanbao | null;
}

/** `foundAt` where it came to light after the invoice was issued. */
interface LaterFinding extends Finding {
  readonly foundAt?: Date;
}

/** From here on a finding is the owner's matter, too. A valid supersession is told beside the unit itself. */
const SHOWN_FROM: Level = 3;
/** The owner’s own objection, and that it was not answered in time. The case tells both; they contradict no record. */
const TOLD_BY_CASE = ['U01', 'U04'];
/** A recall that came later is told as such, with what to do; the workshop has nothing to explain. */
const TOLD_BY_RECALL = 'Q01';

/** What is told of a link at one moment: where it can be looked up, and how much of each cover is left. */
interface Telling {
  readonly publicUrl: string;
  readonly now: Date;
}

export function ownerInvoice(stored: StoredOwnerInvoice, telling: Telling): OwnerInvoice {
  const { content } = stored;
  const found = [...stored.findings, ...stored.later.filter(({ rule }) => rule !== TOLD_BY_RECALL)];
  const shown = found.filter(({ rule, level }) => level >= SHOWN_FROM && !TOLD_BY_CASE.includes(rule));
  const lines = content.lines.map((line) => ownerLine(line, shown, stored, telling));
  const whole = shown.filter((finding) => !content.lines.some((line) => line.line === finding.line));
  const units = lines.flatMap((line) => line.units.filter(isInCar));
  return {
    number: content.number,
    version: stored.version,
    issuedAt: stored.issuedAt.toISOString(),
    contentHash: stored.contentHash,
    workshop: content.workshop,
    repairOrder: content.repairOrder,
    currency: content.currency,
    odometerIn: content.odometerIn,
    odometerOut: content.odometerOut,
    outcome: worstOf([...lines.map((line) => line.outcome), ...whole.map((finding) => outcomeOfLevel(finding.level))]),
    claims: {
      issuedByMaker: share(units, (unit) => unit.serial !== null),
      recordsAgree: share(lines, (line) => line.outcome === 'consistent'),
      physicallyChecked: share(units, (unit) => unit.isVinRead),
    },
    lines,
    labour: content.labour,
    totals: content.totals,
    guarantee: guaranteeOf(content, stored.issuedAt, telling.now),
    sanbao: stored.sanbao,
    findings: whole.map((finding) => ownerFinding(finding, stored.overrides)),
    earlierVersions: stored.earlierVersions,
    checks: { count: stored.checks?.count ?? 0, firstAt: stored.checks?.firstAt.toISOString() ?? null },
    cases: stored.cases,
    isConfirmed: stored.isConfirmed,
    satisfaction: stored.satisfaction,
  };
}

function ownerLine(
  line: InvoiceContentLine,
  shown: readonly LaterFinding[],
  stored: StoredOwnerInvoice,
  { publicUrl, now }: Telling,
): OwnerLine {
  const own = shown.filter((finding) => finding.line === line.line);
  const fittedAt = line.units.find(isInCar)?.fittedAt ?? null;
  return {
    ...line,
    outcome: lineOutcome(own, line.line),
    findings: own.map((finding) => ownerFinding(finding, stored.overrides)),
    warranty:
      line.warranty && fittedAt !== null
        ? coverOf(line.warranty, { at: new Date(fittedAt), odometer: stored.content.odometerOut }, now)
        : null,
    oldPartPhotos: (stored.photos.get(line.line) ?? []).map((photo) => ownerPhoto(photo, stored.issuedAt)),
    units: line.units.map((unit) => ({
      ...unit,
      checkUrl: unit.gtin && unit.serial ? `${publicUrl}/01/${unit.gtin}/21/${unit.serial}` : null,
      recall: (unit.serial && stored.recalls.get(unit.serial)) || null,
      way: isInCar(unit) && unit.serial !== null ? (stored.ways.get(unit.serial) ?? []) : [],
    })),
  };
}

const ownerPhoto = ({ id, width, height, takenAt, recordedAt }: OldPartPhoto, issuedAt: Date): OwnerPhoto => ({
  id,
  width,
  height,
  takenAt: takenAt.toISOString(),
  isAfterwards: recordedAt > issuedAt,
});

const ownerFinding = (finding: LaterFinding, overrides: readonly Override[]): OwnerFinding => ({
  rule: finding.rule,
  name: finding.name,
  level: finding.level,
  message: finding.owner,
  workshopSays: overrides.find((override) => answers(override, finding))?.reason ?? null,
  foundAt: finding.foundAt?.toISOString() ?? null,
});

function guaranteeOf({ repairCategory, odometerOut }: InvoiceContent, from: Date, now: Date): Guarantee | null {
  const terms = GUARANTEES[repairCategory as keyof typeof GUARANTEES] as { days: number; km: number } | undefined;
  return terms ? { ...terms, ...coverOf(terms, { at: from, odometer: odometerOut }, now) } : null;
}

const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): Share => ({
  count: items.filter(holds).length,
  of: items.length,
});

const outcomeOfLevel = (level: Level): LineOutcome => (level >= 5 ? 'suspect' : level >= 3 ? 'caution' : 'consistent');

const ORDER: readonly LineOutcome[] = ['consistent', 'caution', 'suspect'];
const worstOf = (outcomes: readonly LineOutcome[]): LineOutcome =>
  ORDER[Math.max(0, ...outcomes.map((outcome) => ORDER.indexOf(outcome)))]!;

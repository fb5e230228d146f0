import type { HoldKind } from '../units/unit-lifecycle.ts';
import type { OrganisationId, PartId, RepairOrderId, UnitId } from '../kernel/identifiers.ts';
import { PUBLIC_CEILING, type Finding, type Level } from './rule.ts';

/** What the findings were about: everything that an analyst will want to filter by. */
export interface FlagContext {
  readonly unit: { readonly id: UnitId; readonly gtin: string; readonly serial: string } | null;
  /** GTIN and serial as printed on a code that names no unit of ours. */
  readonly code: { readonly gtin?: string; readonly serial?: string; readonly text: string } | null;
  readonly makerId: OrganisationId | null;
  readonly partId: PartId | null;
  readonly workshopId: OrganisationId | null;
  readonly orderId: RepairOrderId | null;
  readonly line: number | null;
  readonly scanId: string | null;
  /** Nobody was signed in. */
  readonly isPublic: boolean;
  /** The step did not take effect: a scan before fitting, a refused fitting, a blocked invoice. */
  readonly isPrevented: boolean;
  /** A supervisor let it pass, with a reason that the owner sees. */
  readonly override: { readonly reason: string; readonly by: string } | null;
  /** What the flag is about where neither unit, code nor order says it: `shipment:<id>`, `technician:<id>/2026-11-23`. */
  readonly matter?: string;
  /** What was found is counted once for each source, however often it is looked at. Left out: the scan, else each time. */
  readonly source?: string;
  /** The case that it belongs to already. */
  readonly caseNumber?: string;
}

/** From here on a finding is an analyst's matter; L1 and L2 stay with the scan that raised them. */
const FLAGGED_FROM: Level = 3;
const CASE_FROM: Level = 5;

/** A true signature cannot be made from afar, so this one opens a case whoever met it. */
const NEEDS_NO_WITNESS: readonly string[] = ['C03'];
export const needsNoWitness = ({ rule }: Finding): boolean => NEEDS_NO_WITNESS.includes(rule);

/** Which hold an L5 finding about a unit puts on it; `quarantine` where nothing narrower fits. */
const HOLD_OF: Readonly<Record<string, HoldKind>> = {
  K04: 'stolen',
  K05: 'clone_suspected',
  R01: 'clone_suspected',
  C08: 'clone_suspected',
  Q01: 'recall',
  I02: 'clone_suspected',
};

export interface FlagToRecord {
  readonly finding: Finding;
  readonly level: Level;
  readonly status: 'open' | 'prevented';
  /** One open flag per rule and subject; more of the same only count. */
  readonly subject: string;
  readonly opensCase: boolean;
  readonly hold: HoldKind | null;
}

const subjectOf = (finding: Finding, context: FlagContext, by: OrganisationId | null): string => {
  const line = finding.line ?? context.line;
  const place = context.orderId === null ? '' : `order:${context.orderId}${line === null ? '' : `/${line}`}`;
  const thing = context.unit
    ? `unit:${context.unit.id}`
    : `code:${context.code?.gtin ?? ''}/${context.code?.serial ?? ''}`;
  if (context.matter !== undefined) return context.matter;
  if (finding.subject === 'code') return `code:${context.code?.gtin ?? ''}/${context.code?.serial ?? ''}`;
  if (finding.subject === 'unit') return thing;
  if (finding.subject === 'order' && place !== '') return place;
  // A step outside an order is somebody's own: another house's same mistake is another matter.
  return `${place === '' ? `by:${by ?? 'public'}` : place} ${thing}`;
};

/**
 * What is to be kept of one finding that `by` came upon, or nothing where it is nobody's matter. A pure decision; the
 * service only writes it.
 */
export function flagOf(finding: Finding, context: FlagContext, by: OrganisationId | null): FlagToRecord | null {
  const level =
    context.isPublic && !needsNoWitness(finding) && finding.level > PUBLIC_CEILING ? PUBLIC_CEILING : finding.level;
  if (level < FLAGGED_FROM) return null;
  const isPrevented = context.isPrevented && (finding.subject === 'step' || finding.subject === 'order');
  const opensCase = level >= CASE_FROM && !isPrevented;
  return {
    finding,
    level,
    status: isPrevented ? 'prevented' : 'open',
    subject: subjectOf(finding, context, by),
    opensCase,
    hold: opensCase && finding.subject === 'unit' && context.unit ? (HOLD_OF[finding.rule] ?? 'quarantine') : null,
  };
}

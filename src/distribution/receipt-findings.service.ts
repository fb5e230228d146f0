import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import type { Sql } from '../database/database.ts';
import type { ReceiptEvidence } from '../flags/evidence.ts';
import type { FlagContext } from '../flags/flag-record.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { policiesOf, type PolicyRows } from '../flags/policies.ts';
import { findings, type Finding, type Policies } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { newId, type OrganisationId } from '../kernel/identifiers.ts';
import { flagContext, ScansService } from '../scans/scans.service.ts';
import { placeHolds } from '../units/holds.ts';
import type { Deed } from '../units/ledger.ts';
import { sightingBy, type Sighting } from '../verification/scan-evidence.ts';
import { verdictOf } from '../verification/verdict.ts';
import { VerificationService } from '../verification/verification.service.ts';
import type { Inspected } from './inspections.ts';
import type { ShipmentRow } from './shipment-rows.ts';

/** A finding, and the code it is about; `null` where it is about the delivery as a whole. */
export interface ReceiptFinding {
  readonly code: string | null;
  readonly finding: Finding;
}

/** What a delivery tells: strangers in it are sightings, its count is compared, a swapped return is quarantined. */
@Injectable()
export class ReceiptFindingsService {
  constructor(
    private readonly verification: VerificationService,
    private readonly scans: ScansService,
    private readonly flags: FlagsService,
  ) {}

  async policies(sql: Sql, makerId: OrganisationId): Promise<Policies> {
    const row = await sql.first<{ policies: PolicyRows }>(
      `SELECT json_agg(json_build_object('rule', rule, 'is_on', is_on, 'level', level, 'thresholds', thresholds)) AS policies
         FROM rule_policy WHERE maker_id = $1`,
      [makerId],
    );
    return policiesOf(row?.policies ?? null);
  }

  /** Keeps a code that does not belong here as a sighting, with all that the rules say of it. It moves no unit. */
  async ofStranger(
    sql: Sql,
    actor: Actor,
    deed: Deed,
    code: string,
    { fromId }: ShipmentRow,
  ): Promise<ReceiptFinding[]> {
    const sighting = { ...sightingOf(actor, deed, code), deliveredById: fromId };
    const look = await this.verification.look(sql, sighting);
    await this.scans.keepWithin(sql, sighting, look, verdictOf(look.evidence, look.findings, sighting.scanId));
    await this.flags.record(sql, deed, look.findings, flagContext(sighting, look, { isPrevented: true }));
    return look.findings.map((finding) => ({ code, finding }));
  }

  async ofCount(
    sql: Sql,
    deed: Deed,
    shipment: ShipmentRow,
    evidence: ReceiptEvidence,
    policies: Policies,
  ): Promise<ReceiptFinding[]> {
    const found = findings(RULES.receipt, evidence, policies);
    // The shipment stands where a flag keeps a code: one open flag a shipment, whatever it holds.
    const code = { serial: shipment.id, text: shipment.id };
    await this.flags.record(sql, deed, found, { ...contextOf(shipment), code });
    return found.map((finding) => ({ code: null, finding }));
  }

  /** A return that is not as new is quarantined even where the maker's policy has the rule off: it must not be sold again. */
  async ofInspections(
    sql: Sql,
    deed: Deed,
    shipment: ShipmentRow,
    inspected: readonly Inspected[],
    policies: Policies,
  ): Promise<ReceiptFinding[]> {
    const told: ReceiptFinding[] = [];
    const swapped = inspected.filter(({ isAsNew }) => !isAsNew);
    for (const { unit, isAsNew, note } of swapped) {
      const found = findings(RULES.return, { unit, inspection: { isAsNew, note } }, policies);
      const { id, gtin, serial, partId } = unit;
      await this.flags.record(sql, deed, found, { ...contextOf(shipment), unit: { id, gtin, serial }, partId });
      told.push(...found.map((finding) => ({ code: serial, finding })));
    }
    const reason = 'returned as new, failed inspection';
    await placeHolds(
      sql,
      deed,
      swapped.map(({ unit }) => ({ unitId: unit.id, kind: 'quarantine', reason })),
    );
    return told;
  }
}

const contextOf = ({ makerId, workshopId }: ShipmentRow): FlagContext => ({
  unit: null,
  code: null,
  makerId,
  partId: null,
  workshopId,
  orderId: null,
  line: null,
  scanId: null,
  isPublic: false,
  isPrevented: false,
  override: null,
});

const sightingOf = (actor: Actor, deed: Deed, code: string): Sighting =>
  sightingBy(actor, deed.at, { scanId: newId(deed.at.getTime()), code, purpose: 'receive', isWithinStep: true });

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Database, type Sql } from '../database/database.ts';
import { type FlagContext, needsNoWitness } from '../flags/flag-record.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { type Finding, findings } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { unitMeant } from '../flags/rules/scanned-unit.ts';
import { idempotencyKeyReused } from '../http/http.refusals.ts';
import { Metrics } from '../http/metrics.ts';
import { contentHash } from '../kernel/canonical-json.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type OrganisationId, type RepairOrderId } from '../kernel/identifiers.ts';
import { sightingBy, UNOBSERVED, type Sighting } from '../verification/scan-evidence.ts';
import { verdictOf, type Verdict } from '../verification/verdict.ts';
import { VerificationService, type Look } from '../verification/verification.service.ts';
import type { ScanDto } from './scan.dto.ts';
import { insertScan, type Circumstances } from './scan-record.ts';

/** `recorded`: it took effect now · `duplicate`: it had taken effect before, and this is the answer it got then. */
export interface ScanResult {
  readonly status: 'recorded' | 'duplicate';
  readonly verdict: Verdict;
}

/** The invoice whose owner reads a label. */
export interface Bill {
  readonly orderId: RepairOrderId;
  readonly workshopId: OrganisationId;
  readonly serials: readonly string[];
}

const UNTOLD: Circumstances = { entryMode: null, sourceHash: null };

/** Somebody read a label: look, judge, keep. Reading never moves a unit; a contradiction is kept as a sighting and flagged. */
@Injectable()
export class ScansService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly verification: VerificationService,
    private readonly flags: FlagsService,
    private readonly metrics: Metrics,
  ) {}

  /**
   * One scan by somebody signed in. The caller's key, where there is one, becomes the scan's id, so that the same scan
   * sent again is answered again and not made again.
   *
   * @throws Refusal IDEMPOTENCY_KEY_REUSED when the key came before with another scan.
   */
  async scan(actor: Actor, scan: ScanDto, idempotencyKey: string | null): Promise<ScanResult> {
    const id = idempotencyKey === null ? newId() : idOf(actor, idempotencyKey);
    const sighting = this.sightingOf(actor, scan, id);
    const look = await this.verification.look(this.database, sighting);
    if (look.evidence.offline.isIdReused) throw idempotencyKeyReused();
    return this.keep(sighting, look, circumstancesOf(scan));
  }

  /** One scan out of an offline queue, under the id that the device gave it. */
  async queuedScan(actor: Actor, id: string, scan: ScanDto): Promise<ScanResult> {
    const sighting = this.sightingOf(actor, scan, id);
    const look = await this.verification.look(this.database, sighting);
    // Another scan under a used id cannot be kept under that id; what it claims is kept under one of our own.
    const kept = look.evidence.offline.isIdReused ? { ...sighting, scanId: newId() } : sighting;
    return this.keep(kept, look, circumstancesOf(scan));
  }

  /**
   * Anybody with a phone. `sourceHash` tells sources apart without saying who they are; `bill` is the one that the label was
   * handed over with.
   */
  async publicCheck(code: string, sourceHash: Buffer, bill: Bill | null = null): Promise<ScanResult> {
    const now = this.clock.now();
    const sighting: Sighting = {
      scanId: newId(),
      code,
      purpose: 'public',
      witness: { kind: 'public' },
      actorId: null,
      orderNumber: null,
      line: null,
      scannedAt: now,
      recordedAt: now,
      device: null,
      counter: null,
      observed: UNOBSERVED,
      place: null,
      contentHash: null,
      isWithinStep: false,
    };
    const look = await this.verification.look(this.database, sighting);
    const found = bill === null ? [] : besideBill(look, bill);
    const withBill = { ...look, findings: [...look.findings, ...found] };
    return this.keep(sighting, withBill, { ...UNTOLD, sourceHash }, bill);
  }

  /** Keeps a sighting that another use case looked at itself, inside its transaction. */
  keepWithin(sql: Sql, sighting: Sighting, look: Look, verdict: Verdict): Promise<boolean> {
    return insertScan(sql, sighting, look, verdict, UNTOLD);
  }

  private sightingOf(actor: Actor, scan: ScanDto, scanId: string): Sighting {
    const now = this.clock.now();
    return sightingBy(actor, now, {
      scanId,
      code: scan.code,
      purpose: scan.purpose,
      orderNumber: scan.repairOrder ?? null,
      line: scan.line ?? null,
      scannedAt: scan.scannedAt === undefined ? now : new Date(scan.scannedAt),
      device: scan.device ?? null,
      counter: scan.counter ?? null,
      observed: {
        partNumber: scan.partNumberSeen ?? null,
        seal: scan.seal ?? null,
        vin: scan.vin?.toUpperCase() ?? null,
      },
      place: scan.location ?? null,
      // With the organisation: an id that somebody else used is no key to their answer.
      contentHash: Buffer.from(contentHash({ ...scan, id: undefined, by: actor.organisation.id }), 'hex'),
    });
  }

  private async keep(
    sighting: Sighting,
    look: Look,
    circumstances: Circumstances,
    bill: Bill | null = null,
  ): Promise<ScanResult> {
    if (look.records.earlier && !look.evidence.offline.isIdReused)
      return { status: 'duplicate', verdict: look.records.earlier.verdict as Verdict };
    const verdict = verdictOf(look.evidence, look.findings, sighting.scanId);
    const isFlagged = look.findings.some((finding) => finding.level >= 3);
    const isKept = isFlagged
      ? await this.database.transaction(async (tx) => {
          const isNew = await insertScan(tx, sighting, look, verdict, circumstances);
          if (isNew) await this.flag(tx, sighting, look, { ...circumstances, bill });
          return isNew;
        })
      : await insertScan(this.database, sighting, look, verdict, circumstances);
    if (!isKept) return this.storedAnswer(sighting);
    this.metrics.countScan(sighting.purpose);
    this.metrics.countVerdict(verdict.outcome);
    return { status: 'recorded', verdict };
  }

  private async flag(
    sql: Sql,
    sighting: Sighting,
    look: Look,
    { sourceHash, bill }: { readonly sourceHash: Buffer | null; readonly bill: Bill | null },
  ): Promise<void> {
    const { witness, actorId, scannedAt: at, recordedAt } = sighting;
    const organisationId = witness.kind === 'staff' ? witness.organisationId : null;
    const seen = { organisationId, actorId, at, recordedAt };
    const stranger = sourceHash && strangerOf(sourceHash);
    const context = {
      ...flagContext(sighting, look, { isPrevented: true }),
      ...(stranger === null ? {} : { source: stranger }),
    };
    const isOfBill = ({ subject }: Finding) => bill !== null && subject === 'order';
    const isFlood = stranger !== null && (await hasToldEnough(sql, stranger));
    const told = look.findings.filter((finding) => !isOfBill(finding) && (!isFlood || needsNoWitness(finding)));
    await this.flags.record(sql, seen, told, context);
    if (bill === null) return;
    const { orderId, workshopId } = bill;
    const ofBill = { ...context, unit: null, orderId, workshopId, isPrevented: false };
    await this.flags.record(sql, seen, look.findings.filter(isOfBill), ofBill);
  }

  /** The same id arrived twice at the same instant: if it is the same scan, the other one's answer is the answer. */
  private async storedAnswer({ scanId, contentHash: hash }: Sighting): Promise<ScanResult> {
    const row = await this.database.first<{ verdict: Verdict }>(
      'SELECT verdict FROM scan WHERE id = $1 AND content_hash IS NOT DISTINCT FROM $2',
      [scanId, hash],
    );
    if (!row) throw idempotencyKeyReused();
    return { status: 'duplicate', verdict: row.verdict };
  }
}

/** Who it was lives for a day: a stranger counts once a day in each flag, however often the code is checked. */
const strangerOf = (sourceHash: Buffer): string => `stranger:${sourceHash.toString('hex')}`;

/**
 * An owner asks about a few doubtful codes. Whoever asks about more of them on a day has a list: it is kept with the checks, and
 * B04 and B05 tell of it, but the analyst's inbox is not theirs to fill.
 */
const MOST_FLAGS_OF_A_STRANGER = 20;

async function hasToldEnough(sql: Sql, stranger: string): Promise<boolean> {
  const row = await sql.first<{ flags: number }>('SELECT count(*)::int AS flags FROM flag_source WHERE source = $1', [
    stranger,
  ]);
  return (row?.flags ?? 0) >= MOST_FLAGS_OF_A_STRANGER;
}

/** Whether the label that an owner holds is of a part on the bill. */
function besideBill({ evidence, records }: Look, { serials }: Bill): Finding[] {
  const unit = unitMeant(evidence);
  const scan = {
    isRegistered: unit !== null,
    serial: unit?.serial ?? null,
    partNumber: unit?.partNumber ?? null,
    serials,
  };
  return findings(RULES.ownerScan, scan, records.policies);
}

/** What a look tells an analyst's filters. */
export function flagContext(
  sighting: Pick<Sighting, 'scanId' | 'code' | 'witness'>,
  look: Pick<Look, 'evidence' | 'records' | 'printed'>,
  how: { readonly isPrevented: boolean; readonly override?: { readonly reason: string; readonly by: string } },
): FlagContext {
  const { unit, order, line } = look.evidence;
  const isWorkshop = sighting.witness.kind === 'staff' && sighting.witness.organisationKind === 'workshop';
  return {
    unit: unit && { id: unit.id, gtin: unit.gtin, serial: unit.serial },
    code: {
      text: sighting.code,
      ...(look.printed.gtin === null ? {} : { gtin: look.printed.gtin }),
      ...(look.printed.serial === null ? {} : { serial: look.printed.serial }),
    },
    // Where the code names no maker, the order line says whose part it should be.
    makerId: unit?.makerId ?? look.records.printedMaker?.makerId ?? line?.makerId ?? null,
    partId: unit?.partId ?? look.records.printedMaker?.partId ?? line?.partId ?? null,
    workshopId: isWorkshop && sighting.witness.kind === 'staff' ? sighting.witness.organisationId : null,
    orderId: order?.id ?? null,
    line: line?.line ?? null,
    scanId: sighting.scanId,
    isPublic: sighting.witness.kind === 'public',
    isPrevented: how.isPrevented,
    override: how.override ?? null,
  };
}

const circumstancesOf = (scan: ScanDto): Circumstances => ({
  ...UNTOLD,
  entryMode: scan.entryMode ?? null,
});

/** The same caller's same key is the same scan: an RFC 9562 version 8 UUID made of both. */
function idOf(actor: Actor, key: string): string {
  const bytes = createHash('sha256').update(`${actor.organisation.id} ${key}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

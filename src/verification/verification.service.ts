import { Injectable } from '@nestjs/common';
import { calendarDateOf } from '../catalogue/calendar-date.ts';
import { PartsService } from '../catalogue/parts.service.ts';
import { pathBetween, type SupersessionPath } from '../catalogue/supersession.ts';
import { Config } from '../config/config.ts';
import type { Sql } from '../database/database.ts';
import type { LabelReading, ScanEvidence } from '../flags/evidence.ts';
import { findings, type Finding } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { keyHintOf } from '../labels/label-signature.ts';
import { parseLabel, type Label, type ParsedLabel } from '../labels/label-text.ts';
import { PublishedKeysService } from '../labels/published-keys.service.ts';
import { recordsOf, type Records, type RecordsWanted, type RegisteredUnit } from './evidence.query.ts';
import { approvedPartNumber, isLive, lineMeant, scanEvidence, type Sighting } from './scan-evidence.ts';

/** One reading, the records beside it, and everything the rules have to say. Nothing is written. */
export interface Look {
  readonly evidence: ScanEvidence;
  readonly records: Records;
  readonly findings: readonly Finding[];
  /** GTIN and serial as printed, where they could be read at all. */
  readonly printed: { readonly gtin: string | null; readonly serial: string | null };
}

/** Minutes around a scan in which the same person's same scan is one scan. */
const TWIN_MINUTES = 5;

@Injectable()
export class VerificationService {
  constructor(
    private readonly config: Config,
    private readonly keys: PublishedKeysService,
    private readonly parts: PartsService,
  ) {}

  /** Evidence → findings. `sql` is the caller's transaction where it is about to act on the answer. */
  look(sql: Sql, sighting: Sighting): Promise<Look> {
    return this.lookAt(sql, sighting, { scannedAt: sighting.scannedAt, asOfScan: !isLive(sighting) });
  }

  /**
   * The same reading judged once more, by all that is known now of the moment just before it: a step that it was part of has
   * not happened yet. Null where the register knew nothing of the unit then.
   */
  async lookBack(sql: Sql, sighting: Sighting): Promise<Look | null> {
    const before = new Date(sighting.scannedAt.getTime() - 1);
    const look = await this.lookAt(sql, sighting, { scannedAt: before, asOfScan: true });
    return look.records.unit && !look.records.unit.isAsOf ? null : look;
  }

  private async lookAt(
    sql: Sql,
    sighting: Sighting,
    when: Pick<RecordsWanted, 'scannedAt' | 'asOfScan'>,
  ): Promise<Look> {
    const parsed = parseLabel(sighting.code, this.config.publicUrl);
    const printed = printedOn(parsed);
    const records = await recordsOf(sql, {
      gtin: printed.gtin,
      serial: printed.serial,
      orderNumber: sighting.orderNumber,
      organisationId: sighting.witness.kind === 'staff' ? sighting.witness.organisationId : null,
      actorId: sighting.actorId,
      purpose: sighting.purpose,
      scanId: sighting.scanId,
      ...when,
      twinMinutes: TWIN_MINUTES,
      device: sighting.device,
      hasPlace: sighting.place !== null,
      counter: sighting.counter,
    });
    const reading = await this.read(parsed, records.unit);
    // A look-alike host borrows a number; what our register says of that number is about another thing.
    const known = reading.kind === 'foreignHost' ? { ...records, unit: null } : records;
    const evidence = scanEvidence(sighting, reading, known, await this.supersession(sql, known, sighting));
    return { evidence, records: known, findings: findings(RULES.scan, evidence, records.policies), printed };
  }

  private async read(parsed: ParsedLabel, unit: RegisteredUnit | null): Promise<LabelReading> {
    if (parsed.kind !== 'label') return parsed;
    const { gtin, serial } = parsed;
    // The text that we printed needs no curve operation: only what differs from it does.
    if (unit && isPrintedText(parsed, unit))
      return { kind: 'signed', gtin, serial, signature: 'issued', key: unit.key };
    const check = await this.keys.check(parsed);
    if (check.signature !== 'true') return { kind: 'signed', gtin, serial, signature: 'false' };
    const key = { kid: check.kid, isRevoked: check.keyStatus === 'revoked', cutOffAt: check.cutOffAt };
    return { kind: 'signed', gtin, serial, signature: 'true', key };
  }

  private async supersession(sql: Sql, records: Records, sighting: Sighting): Promise<SupersessionPath | null> {
    const { unit, order } = records;
    const line = order && unit && lineMeant(order, sighting, unit.partNumber);
    if (!unit || !line || approvedPartNumber(line) === unit.partNumber) return null;
    const graph = await this.parts.supersessionGraph(sql, unit.makerId);
    return pathBetween(graph, approvedPartNumber(line), unit.partNumber, calendarDateOf(sighting.scannedAt));
  }
}

/** GTIN and serial found the unit; lot, key hint and signature are what else stands on the label. */
export const isPrintedText = (label: Label, unit: { key: { kid: string }; signature: Buffer }): boolean =>
  label.lot === undefined && label.keyHint === keyHintOf(unit.key.kid) && unit.signature.equals(label.signature);

function printedOn(parsed: ParsedLabel): Look['printed'] {
  if (parsed.kind === 'unreadable') return { gtin: null, serial: null };
  return { gtin: parsed.gtin ?? null, serial: parsed.serial ?? null };
}

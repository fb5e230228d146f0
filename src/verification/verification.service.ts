import { Injectable } from '@nestjs/common';
import { calendarDateOf } from '../catalogue/calendar-date.ts';
import { PartsService } from '../catalogue/parts.service.ts';
import { pathBetween, type SupersessionGraph, type SupersessionPath } from '../catalogue/supersession.ts';
import { Config } from '../config/config.ts';
import type { Sql } from '../database/database.ts';
import type { LabelReading, ScanEvidence } from '../flags/evidence.ts';
import { findings, type Finding } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { TWIN_MINUTES } from '../flags/rules/double-scan.rule.ts';
import { keyHintOf } from '../labels/label-signature.ts';
import { parseLabel, type Label, type ParsedLabel } from '../labels/label-text.ts';
import { PublishedKeysService } from '../labels/published-keys.service.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { recordsOf, recordsOfAll, type Records, type RecordsWanted, type RegisteredUnit } from './evidence.query.ts';
import { ALL_LOOK_UPS, type LookUp } from './records-statement.ts';
import { approvedPartNumber, isLive, lineMeant, scanEvidence, type Sighting } from './scan-evidence.ts';

/** One reading and the records beside it. */
export interface Seen {
  readonly evidence: ScanEvidence;
  readonly records: Records;
  /** GTIN and serial as printed, where they could be read at all. */
  readonly printed: { readonly gtin: string | null; readonly serial: string | null };
}

/** And everything the rules have to say of it. Nothing is written. */
export interface Look extends Seen {
  readonly findings: readonly Finding[];
}

type When = Pick<RecordsWanted, 'scannedAt' | 'asOfScan'>;
type GraphOf = (makerId: OrganisationId) => Promise<SupersessionGraph>;

@Injectable()
export class VerificationService {
  constructor(
    private readonly config: Config,
    private readonly keys: PublishedKeysService,
    private readonly parts: PartsService,
  ) {}

  /** Evidence → findings. `sql` is the caller's transaction where it is about to act on the answer. */
  async look(sql: Sql, sighting: Sighting): Promise<Look> {
    const parsed = parseLabel(sighting.code, this.config.labelOrigin);
    const when = { scannedAt: sighting.scannedAt, asOfScan: !isLive(sighting) };
    const records = await recordsOf(sql, wantedOf(sighting, parsed, when));
    const seen = await this.see(sighting, parsed, records, (makerId) => this.parts.supersessionGraph(sql, makerId));
    return { ...seen, findings: findings(RULES.scan, seen.evidence, seen.records.policies) };
  }

  /**
   * Readings once more, each by all that is known now of the moment just before it: a step that it was part of has not
   * happened yet. Null where the register knew nothing of the unit then. Whoever wants to know little asks for
   * little: what is not `asked` is as if there were none.
   */
  async lookBack(
    sql: Sql,
    sightings: readonly Sighting[],
    asked: readonly LookUp[] = ALL_LOOK_UPS,
  ): Promise<(Seen | null)[]> {
    const readings = sightings.map((sighting) => ({
      sighting,
      parsed: parseLabel(sighting.code, this.config.labelOrigin),
      when: { scannedAt: new Date(sighting.scannedAt.getTime() - 1), asOfScan: true },
    }));
    const wanted = readings.map(({ sighting, parsed, when }) => wantedOf(sighting, parsed, when));
    const records = await recordsOfAll(sql, wanted, asked);
    const graphOf = once((makerId: OrganisationId) => this.parts.supersessionGraph(sql, makerId));
    return Promise.all(
      readings.map(async ({ sighting, parsed }, place) => {
        const of = records[place]!;
        if (of.unit && !of.unit.isAsOf) return null;
        return this.see(sighting, parsed, of, graphOf);
      }),
    );
  }

  private async see(sighting: Sighting, parsed: ParsedLabel, records: Records, graphOf: GraphOf): Promise<Seen> {
    const reading = await this.read(parsed, records.unit);
    // A look-alike host borrows a number; what our register says of that number is about another thing. Its maker is told.
    const known =
      reading.kind === 'foreignHost'
        ? { ...records, unit: null, printedMaker: records.unit ?? records.printedMaker }
        : records;
    const evidence = scanEvidence(sighting, reading, known, await supersessionIn(known, sighting, graphOf));
    return { evidence, records: known, printed: printedOn(parsed) };
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
}

async function supersessionIn(
  { unit, order }: Records,
  sighting: Sighting,
  graphOf: GraphOf,
): Promise<SupersessionPath | null> {
  const line = order && unit && lineMeant(order, sighting, unit.partNumber);
  if (!unit || !line || approvedPartNumber(line) === unit.partNumber) return null;
  const graph = await graphOf(unit.makerId);
  return pathBetween(graph, approvedPartNumber(line), unit.partNumber, calendarDateOf(sighting.scannedAt));
}

/** Asks the same thing once. */
function once<Key, Answer>(ask: (key: Key) => Promise<Answer>): (key: Key) => Promise<Answer> {
  const answers = new Map<Key, Promise<Answer>>();
  return (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}

function wantedOf(sighting: Sighting, parsed: ParsedLabel, { scannedAt, asOfScan }: When): RecordsWanted {
  const { witness, orderNumber, actorId, purpose, scanId, device, place, counter } = sighting;
  const { gtin, serial } = printedOn(parsed);
  const organisationId = witness.kind === 'staff' ? witness.organisationId : null;
  return {
    gtin,
    serial,
    orderNumber,
    organisationId,
    actorId,
    purpose,
    scanId,
    scannedAt,
    asOfScan,
    twinMinutes: TWIN_MINUTES,
    device,
    hasPlace: place !== null,
    counter,
  };
}

/** GTIN and serial found the unit; lot, key hint and signature are what else stands on the label. */
export const isPrintedText = (label: Label, unit: { key: { kid: string }; signature: Buffer }): boolean =>
  label.lot === undefined && label.keyHint === keyHintOf(unit.key.kid) && unit.signature.equals(label.signature);

function printedOn(parsed: ParsedLabel): Seen['printed'] {
  if (parsed.kind === 'unreadable') return { gtin: null, serial: null };
  return { gtin: parsed.gtin ?? null, serial: parsed.serial ?? null };
}

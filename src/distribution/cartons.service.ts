import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Config } from '../config/config.ts';
import { Database, type Sql } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import type { UnitId } from '../kernel/identifiers.ts';
import { lockUnits, type FoundUnit } from '../units/unit-lookup.ts';
import { MOST_IN_CARTON } from './carton.dto.ts';
import { lockCartons, type CartonRow } from './cartons.query.ts';
import {
  at,
  LABEL_NOT_OURS,
  NOT_IN_CARTON,
  packedIn,
  REPEATED_CODE,
  UNKNOWN_UNIT,
  type Objection,
} from './code-faults.ts';
import { isLabelOf, readCodes, type CodeFault, type ReadCode } from './codes.ts';
import {
  cartonEmpty,
  cartonFull,
  cartonNotFound,
  cartonNotSealed,
  cartonNumbersExhausted,
  cartonShipped,
  cartonSealed,
  codesRefused,
  noCompanyPrefix,
} from './distribution.refusals.ts';
import { objectionTo } from './shipping-terms.ts';
import { ssccOf } from './sscc.ts';

/** Packs stock into numbered cartons. Packing moves no unit: it says what travels together. */
@Injectable()
export class CartonsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @returns the new carton's SSCC */
  async pack(actor: Actor, codes: readonly string[]): Promise<string> {
    return this.database.transaction(async (tx) => {
      const units = await this.unitsToPack(tx, actor, codes);
      const sscc = await nextSscc(tx, actor);
      const now = this.clock.now();
      await tx.run('INSERT INTO carton (sscc, organisation_id, created_by, created_at) VALUES ($1, $2, $3, $4)', [
        sscc,
        actor.organisation.id,
        actor.id,
        now,
      ]);
      await putIn(tx, sscc, units, now);
      return sscc;
    });
  }

  async add(actor: Actor, sscc: string, codes: readonly string[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      const carton = await openCarton(tx, actor, sscc);
      const units = await this.unitsToPack(tx, actor, codes);
      if (carton.units.length + units.length > MOST_IN_CARTON) throw cartonFull(MOST_IN_CARTON);
      await putIn(tx, sscc, units, this.clock.now());
    });
  }

  async takeOut(actor: Actor, sscc: string, codes: readonly string[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await openCarton(tx, actor, sscc);
      const units = await this.unitsNamed(tx, codes, (unit) => (unit.sscc === sscc ? null : NOT_IN_CARTON));
      await tx.run(
        'UPDATE carton_unit SET unpacked_at = $3 WHERE sscc = $1 AND unit_id = ANY ($2::bigint[]) AND unpacked_at IS NULL',
        [sscc, units.map(({ id }) => id), this.clock.now()],
      );
    });
  }

  async seal(actor: Actor, sscc: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const carton = await openCarton(tx, actor, sscc);
      if (carton.units.length === 0) throw cartonEmpty();
      await tx.run('UPDATE carton SET sealed_at = $2 WHERE sscc = $1', [sscc, this.clock.now()]);
    });
  }

  async breakSeal(actor: Actor, sscc: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const carton = await cartonAtHome(tx, actor, sscc);
      if (carton.sealedAt === null) throw cartonNotSealed();
      await tx.run('UPDATE carton SET sealed_at = NULL WHERE sscc = $1', [sscc]);
    });
  }

  private unitsToPack(sql: Sql, actor: Actor, codes: readonly string[]): Promise<FoundUnit[]> {
    const terms = { senderId: actor.organisation.id, consigneeMakerId: null, kind: 'supply' } as const;
    return this.unitsNamed(sql, codes, (unit) => (unit.sscc === null ? objectionTo(unit, terms) : packedIn(unit.sscc)));
  }

  /** Every unit that the codes name, each once, or a refusal that names every code in the way. */
  private async unitsNamed(
    sql: Sql,
    texts: readonly string[],
    objection: (unit: FoundUnit) => Objection | null,
  ): Promise<FoundUnit[]> {
    const read = readCodes(texts, this.config.labelOrigin, 'units');
    const units = await lockUnits(
      sql,
      read.codes.map(({ key }) => key),
    );
    const named = new Map<UnitId, FoundUnit>();
    const faults: CodeFault[] = [
      ...read.faults,
      ...read.cartons.map(({ place }) => at(`units[${place}]`, UNKNOWN_UNIT)),
    ];
    read.codes.forEach((code, index) => {
      const unit = units[index] ?? null;
      const found = objectionToNamed(code, unit, named) ?? (unit && objection(unit));
      if (found) faults.push(at(`units[${code.place}]`, found));
      else if (unit) named.set(unit.id, unit);
    });
    if (faults.length > 0) throw codesRefused(faults);
    return [...named.values()];
  }
}

function objectionToNamed(
  code: ReadCode,
  unit: FoundUnit | null,
  named: ReadonlyMap<UnitId, FoundUnit>,
): Objection | null {
  if (!unit) return UNKNOWN_UNIT;
  if (!isLabelOf(code, unit)) return LABEL_NOT_OURS;
  return named.has(unit.id) ? REPEATED_CODE : null;
}

/** @throws Refusal CARTON_NOT_FOUND, CARTON_SHIPPED */
async function cartonAtHome(sql: Sql, actor: Actor, sscc: string): Promise<CartonRow> {
  const [carton] = await lockCartons(sql, actor.organisation.id, [sscc]);
  if (!carton) throw cartonNotFound();
  if (carton.isGone) throw cartonShipped();
  return carton;
}

/** @throws Refusal CARTON_NOT_FOUND, CARTON_SHIPPED, CARTON_SEALED */
async function openCarton(sql: Sql, actor: Actor, sscc: string): Promise<CartonRow> {
  const carton = await cartonAtHome(sql, actor, sscc);
  if (carton.sealedAt !== null) throw cartonSealed();
  return carton;
}

const putIn = (sql: Sql, sscc: string, units: readonly FoundUnit[], now: Date) =>
  sql.run('INSERT INTO carton_unit (sscc, unit_id, packed_at) SELECT $1, unnest($2::bigint[]), $3', [
    sscc,
    units.map(({ id }) => id),
    now,
  ]);

/** The number comes from the maker's own company prefix: the carton is theirs, whoever packs it. */
async function nextSscc(sql: Sql, actor: Actor): Promise<string> {
  const row = await sql.first<{ prefix: string | null; serial: string }>(
    `SELECT gs1_prefix AS prefix, nextval('carton_serial') - 1 AS serial FROM organisation WHERE id = $1`,
    [actor.organisation.makerId],
  );
  if (!row || row.prefix === null) throw noCompanyPrefix();
  const sscc = ssccOf(row.prefix, Number(row.serial));
  if (sscc === undefined) throw cartonNumbersExhausted();
  return sscc;
}

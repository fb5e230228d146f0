import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Config } from '../config/config.ts';
import { Database, type Sql } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type OrganisationId, type UnitId } from '../kernel/identifiers.ts';
import { deedOf, recordSteps, type Deed } from '../units/ledger.ts';
import { lockUnits, lockUnitsById, type FoundUnit } from '../units/unit-lookup.ts';
import { lockCartons, type CartonRow } from './cartons.query.ts';
import { at, inCarton, REPEATED_CODE, UNKNOWN_CARTON, UNKNOWN_UNIT } from './code-faults.ts';
import { readCodes, type CodeFault, type ReadCode } from './codes.ts';
import {
  codesRefused,
  consigneeNotPossible,
  nothingInTransit,
  nothingToShip,
  notSender,
  shipmentNotFound,
  tooManyUnits,
} from './distribution.refusals.ts';
import { mayConsign, type Trader } from './network.ts';
import { MOST_UNITS, type ShipmentDto } from './shipment.dto.ts';
import { lockShipment } from './shipment-rows.ts';
import { objectionTo, objectionToCarton, objectionToCode, onTheRoad, onVoiding, type Terms } from './shipping-terms.ts';

/** One unit of a new shipment, and where in the request it was named. */
interface Loaded {
  readonly unit: FoundUnit;
  readonly sscc: string | null;
  readonly path: string;
}

/** Sends units away and takes a shipment back. Whole or not at all: every code in the way is named. */
@Injectable()
export class ShipmentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @returns the shipment's id */
  async ship(actor: Actor, wish: ShipmentDto): Promise<string> {
    const read = readCodes(wish.units, this.config.labelOrigin, 'units');
    const cartons = [
      ...read.cartons.map(({ place, sscc }) => ({ path: `units[${place}]`, sscc })),
      ...wish.cartons.map((sscc, place) => ({ path: `cartons[${place}]`, sscc })),
    ];
    return this.database.transaction(async (tx) => {
      const consignee = await consigneeOf(tx, actor, wish);
      const load = await loadOf(tx, actor, read.codes, cartons);
      const terms = { senderId: actor.organisation.id, consigneeMakerId: consignee.makerId, kind: wish.kind };
      refuseFaulty([...read.faults, ...load.faults, ...faultsOf(load.loaded, terms)]);
      if (load.loaded.length === 0) throw nothingToShip();
      if (load.loaded.length > MOST_UNITS) throw tooManyUnits(MOST_UNITS);
      return dispatch(tx, deedOf(actor, this.clock.now()), consignee.id, wish, load.loaded);
    });
  }

  /** What is still on the road goes back to the sender's stock; what was received stays received. */
  async void(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const shipment = await lockShipment(tx, id, actor.organisation.id);
      if (!shipment) throw shipmentNotFound();
      if (shipment.fromId !== actor.organisation.id) throw notSender();
      const ids = await tx.rows<{ unit_id: UnitId }>(
        'SELECT unit_id FROM shipment_unit WHERE shipment_id = $1 AND closed_at IS NULL',
        [id],
      );
      // All of it may have been lost on the way: then there is only the shipment itself to end.
      if (ids.length === 0 && shipment.status !== 'in_transit') throw nothingInTransit();
      const units = await lockUnitsById(
        tx,
        ids.map((row) => row.unit_id),
      );
      const deed = deedOf(actor, this.clock.now());
      await recordSteps(
        tx,
        deed,
        units.map(({ id: unitId, state }) => ({
          unitId,
          type: 'shipment_voided',
          from: state,
          to: onVoiding(state, shipment.kind),
          reference: id,
          detail: { reason },
        })),
      );
      await closeVoided(tx, id, deed.at, reason);
    });
  }
}

/** @throws Refusal CONSIGNEE_NOT_POSSIBLE */
export async function consigneeOf(
  sql: Sql,
  actor: Actor,
  { to, kind }: Pick<ShipmentDto, 'to' | 'kind'>,
): Promise<Trader> {
  const consignee = await sql.first<Trader>(
    `SELECT id, kind, CASE kind WHEN 'maker' THEN id ELSE maker_id END AS "makerId" FROM organisation WHERE code = $1`,
    [to],
  );
  if (!consignee || !mayConsign(actor.organisation, consignee, kind)) throw consigneeNotPossible();
  return consignee;
}

/** Cartons are locked before their units, here and wherever a carton is changed. */
async function loadOf(
  sql: Sql,
  actor: Actor,
  codes: readonly ReadCode[],
  wanted: readonly { readonly path: string; readonly sscc: string }[],
): Promise<{ loaded: Loaded[]; faults: CodeFault[] }> {
  const cartons = await lockCartons(
    sql,
    actor.organisation.id,
    wanted.map(({ sscc }) => sscc),
  );
  const packed = cartons.flatMap((carton) => carton.units);
  const units = await lockUnits(sql, [...codes.map(({ key }) => key), ...packed]);
  const byId = new Map(units.flatMap((unit) => (unit ? [[unit.id, unit]] : [])));
  const loaded: Loaded[] = [];
  const faults: CodeFault[] = [];
  codes.forEach((code, index) => {
    const path = `units[${code.place}]`;
    const unit = units[index] ?? null;
    const objection = objectionToCode(code, unit);
    if (unit && !objection) loaded.push({ unit, sscc: null, path });
    else faults.push(at(path, objection ?? UNKNOWN_UNIT));
  });
  for (const { path, sscc } of wanted) {
    const carton = cartons.find((each) => each.sscc === sscc);
    const objection = objectionToCarton(carton);
    if (carton && !objection) loaded.push(...contentsOf(carton, byId, path));
    else faults.push(at(path, objection ?? UNKNOWN_CARTON));
  }
  return { loaded, faults };
}

const contentsOf = ({ sscc, units }: CartonRow, byId: ReadonlyMap<UnitId, FoundUnit>, path: string): Loaded[] =>
  units.map(({ id }) => ({ unit: byId.get(id)!, sscc, path }));

function faultsOf(loaded: readonly Loaded[], terms: Terms): CodeFault[] {
  const seen = new Set<UnitId>();
  return loaded.flatMap(({ unit, sscc, path }) => {
    const objection = seen.has(unit.id) ? REPEATED_CODE : objectionTo(unit, terms);
    seen.add(unit.id);
    if (!objection) return [];
    return [at(path, sscc === null ? objection : inCarton(unit, objection))];
  });
}

function refuseFaulty(faults: readonly CodeFault[]): void {
  if (faults.length > 0) throw codesRefused(faults);
}

async function dispatch(
  sql: Sql,
  deed: Deed,
  consigneeId: OrganisationId,
  { kind, reference }: ShipmentDto,
  loaded: readonly Loaded[],
): Promise<string> {
  const id = newId(deed.at.getTime());
  await sql.run(
    `INSERT INTO shipment (id, from_id, to_id, kind, status, reference, created_by, created_at)
     VALUES ($1, $2, $3, $4, 'in_transit', $5, $6, $7)`,
    [id, deed.organisationId, consigneeId, kind, reference ?? null, deed.actorId, deed.at],
  );
  await sql.run(
    `INSERT INTO shipment_unit (shipment_id, unit_id, sscc)
     SELECT $1, unit_id, sscc FROM unnest($2::bigint[], $3::text[]) AS load(unit_id, sscc)`,
    [id, loaded.map(({ unit }) => unit.id), loaded.map(({ sscc }) => sscc)],
  );
  await recordSteps(
    sql,
    deed,
    loaded.map(({ unit, sscc }) => ({
      unitId: unit.id,
      type: 'shipped',
      from: unit.state,
      to: onTheRoad(unit.state, kind),
      reference: id,
      ...(sscc === null ? {} : { detail: { sscc } }),
    })),
  );
  return id;
}

/** A shipment of which something arrived was received, even if the rest of it was voided. */
async function closeVoided(sql: Sql, id: string, now: Date, reason: string): Promise<void> {
  await sql.run('UPDATE shipment_unit SET closed_at = $2 WHERE shipment_id = $1 AND closed_at IS NULL', [id, now]);
  // A carton that the consignee opened does not come back as a carton.
  await sql.run(
    `UPDATE carton_unit SET unpacked_at = $2
      WHERE unpacked_at IS NULL
        AND sscc IN (SELECT sscc FROM shipment_unit WHERE shipment_id = $1 AND received_at IS NOT NULL AND sscc IS NOT NULL)`,
    [id, now],
  );
  await sql.run(
    `UPDATE shipment s
        SET voided_at = $2, void_reason = $3, received_at = coalesce(s.received_at, arrived.last_at),
            status = CASE WHEN arrived.last_at IS NULL THEN 'voided' ELSE 'received' END
       FROM (SELECT max(received_at) AS last_at FROM shipment_unit WHERE shipment_id = $1) arrived
      WHERE s.id = $1`,
    [id, now, reason],
  );
}

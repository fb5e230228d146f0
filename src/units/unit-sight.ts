import type { Actor } from '../auth/actor.ts';
import type { Sql } from '../database/database.ts';
import type { UnitId } from '../kernel/identifiers.ts';
import { lockUnits, type FoundUnit, type UnitKey } from './unit-lookup.ts';
import { notInYourCustody, unitNotFound } from './units.refusals.ts';

/**
 * SQL: whether the organisation `$org` has or had the unit `u` in hand, or is to receive it. Whoever fitted it had it in
 * hand. A unit that somebody merely scanned is none of theirs, and neither is one whose shipment to them was voided.
 */
const wasInHandsOf = (org: string): string => `(
  u.custodian_id = ${org}
  OR EXISTS (SELECT FROM unit_event e WHERE e.unit_id = u.id AND e.custodian_id = ${org})
  OR EXISTS (SELECT FROM shipment_unit su JOIN shipment s ON s.id = su.shipment_id
              WHERE su.unit_id = u.id AND s.to_id = ${org} AND (su.closed_at IS NULL OR su.received_at IS NOT NULL)))`;

/** SQL: whether the caller may see the unit `u`. Parameters: {@link sightOf}, in this order. */
export const isInSight = (maker: string, org: string): string =>
  `CASE WHEN ${maker}::uuid IS NOT NULL THEN u.maker_id = ${maker} ELSE ${wasInHandsOf(`${org}::uuid`)} END`;

/** A maker and its warehouses see every unit of that maker; all others what passed through their hands. */
export const sightOf = (actor: Actor) => [actor.organisation.makerId, actor.organisation.id] as const;

/**
 * The unit, locked until the transaction ends.
 * @throws Refusal UNIT_NOT_FOUND when there is none that the caller may see
 */
export async function lockUnitInSight(sql: Sql, actor: Actor, key: UnitKey): Promise<FoundUnit> {
  const [unit] = await lockUnits(sql, [key]);
  if (!unit || !(await sees(sql, actor, unit.id))) throw unitNotFound();
  return unit;
}

/**
 * The same, for what only whoever has the unit in hand may do.
 * @throws Refusal UNIT_NOT_FOUND, UNIT_NOT_IN_CUSTODY
 */
export async function lockUnitInHand(sql: Sql, actor: Actor, key: UnitKey): Promise<FoundUnit> {
  const unit = await lockUnitInSight(sql, actor, key);
  if (unit.custodianId !== actor.organisation.id) throw notInYourCustody();
  return unit;
}

async function sees(sql: Sql, actor: Actor, id: UnitId): Promise<boolean> {
  const row = await sql.first<{ sees: boolean }>(
    `SELECT ${isInSight('$1', '$2')} AS sees FROM unit u WHERE u.id = $3`,
    [...sightOf(actor), id],
  );
  return row?.sees ?? false;
}

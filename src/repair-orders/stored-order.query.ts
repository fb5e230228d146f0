import type { Sql } from '../database/database.ts';
import type { OrganisationId, RepairOrderId } from '../kernel/identifiers.ts';
import type { OrderStatus } from './order-status.ts';
import { OrderNotFound } from './repair-orders.refusals.ts';

export interface StoredOrder {
  readonly id: RepairOrderId;
  readonly number: string;
  readonly version: number;
  readonly status: OrderStatus;
  readonly vin: string;
  readonly odometer_in: number | null;
  readonly pushed_hash: string;
}

/** The order, locked until the transaction ends. An order of another workshop does not exist. */
export async function lockOrder(sql: Sql, workshopId: OrganisationId, number: string): Promise<StoredOrder> {
  const order = await sql.first<StoredOrder>(
    `SELECT id, number, version, status, vin, odometer_in, pushed_hash FROM repair_order
      WHERE workshop_id = $1 AND number = $2 FOR UPDATE`,
    [workshopId, number],
  );
  if (!order) throw new OrderNotFound();
  return order;
}

export async function orderIdOf(sql: Sql, workshopId: OrganisationId, number: string): Promise<RepairOrderId> {
  const order = await sql.first<Pick<StoredOrder, 'id'>>(
    'SELECT id FROM repair_order WHERE workshop_id = $1 AND number = $2',
    [workshopId, number],
  );
  if (!order) throw new OrderNotFound();
  return order.id;
}

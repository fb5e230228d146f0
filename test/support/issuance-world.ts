import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Role } from '../../src/auth/actor.ts';
import { digestOf, hintOf, newApiKey } from '../../src/auth/secrets.ts';

/** `Authorization` headers of machines, one a part that people play. */
export interface IssuanceWorld {
  readonly lead: string;
  readonly operator: string;
  readonly maker: string;
  readonly analyst: string;
  readonly technician: string;
  /** Lead of another maker's warehouse. */
  readonly stranger: string;
}

export const BRAKE_PADS = { partNumber: 'CH-04465-02250', gtin: '09521234100003' };
export const RETIRED_PART = { partNumber: 'CH-04465-02240', gtin: '09521234100010' };
export const SEALANT = { partNumber: 'CH-08826-00080', gtin: '09521234100027' };

/**
 * Two makers with a warehouse each, a workshop and a few parts, written straight into a database: for stories of issuance
 * alone, also on servers that this process does not run.
 */
export async function issuanceWorld(databaseUrl: string): Promise<IssuanceWorld> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const organisation = async (
    kind: string,
    code: string,
    makerId: string | null = null,
    prefix: string | null = null,
  ) => {
    const id = randomUUID();
    await client.query(
      `INSERT INTO organisation (id, kind, code, name_zh, name_en, maker_id, gs1_prefix) VALUES ($1, $2, $3, $3, $3, $4, $5)`,
      [id, kind, code, makerId, prefix],
    );
    return id;
  };
  const machine = async (organisationId: string, ...roles: Role[]) => {
    const key = newApiKey();
    await client.query(
      `INSERT INTO api_key (id, organisation_id, name, secret_hash, hint, scopes, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $1)`,
      [randomUUID(), organisationId, roles.join(' '), digestOf(key), hintOf(key), roles],
    );
    return `Bearer ${key}`;
  };
  try {
    const makerId = await organisation('maker', 'CH', null, '9521234');
    const warehouseId = await organisation('warehouse', 'WH-HZ', makerId);
    const workshopId = await organisation('workshop', 'WS-HZ-01');
    await organisation('workshop', 'WS-HZ-02');
    const otherMakerId = await organisation('maker', 'XX', null, '9529999');
    const otherWarehouseId = await organisation('warehouse', 'WH-XX', otherMakerId);
    await client.query(
      `INSERT INTO part (id, maker_id, part_number, name_zh, name_en, class, tracking, gtin, list_price, currency,
                         shelf_life_days, is_active)
       SELECT gen_random_uuid(), $1, part_number, '前制动片组', 'Brake pad set, front', 'safety', 'serial', gtin, 428, 'CNY',
              shelf_life_days, is_active
         FROM jsonb_to_recordset($2) AS p(part_number text, gtin text, shelf_life_days int, is_active boolean)`,
      [
        makerId,
        JSON.stringify([
          { part_number: BRAKE_PADS.partNumber, gtin: BRAKE_PADS.gtin, shelf_life_days: null, is_active: true },
          { part_number: RETIRED_PART.partNumber, gtin: RETIRED_PART.gtin, shelf_life_days: null, is_active: false },
          { part_number: SEALANT.partNumber, gtin: SEALANT.gtin, shelf_life_days: 365, is_active: true },
        ]),
      ],
    );
    return {
      lead: await machine(warehouseId, 'lead'),
      operator: await machine(warehouseId, 'operator'),
      maker: await machine(makerId, 'catalogue_editor'),
      analyst: await machine(makerId, 'analyst'),
      technician: await machine(workshopId, 'technician'),
      stranger: await machine(otherWarehouseId, 'lead'),
    };
  } finally {
    await client.end();
  }
}

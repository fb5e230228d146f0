import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Role } from '../../src/auth/actor.ts';
import { digestOf, hintOf, newApiKey } from '../../src/auth/secrets.ts';
import { projectRoot } from '../../src/config/project-root.ts';

export const PADS = 'CH-04465-02250';
/** Of the other maker. */
export const FOREIGN_PART = 'XX-1000';

/** `Authorization` headers of machines that play people's parts. */
export interface IssuanceWorld {
  /** Of the warehouse, as the operator is. */
  readonly lead: string;
  readonly operator: string;
  readonly maker: string;
  readonly custodian: string;
  readonly analyst: string;
  readonly technician: string;
  /** Lead of another maker's warehouse. */
  readonly stranger: string;
  /** Key custodian of that other maker. */
  readonly strangersCustodian: string;
}

/**
 * Two makers with a warehouse each and three workshops, written straight into a database: for stories of issuance alone,
 * also on a server that this process does not run.
 */
export async function issuanceWorld(databaseUrl: string): Promise<IssuanceWorld> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const organisation = async (kind: string, code: string, more: { makerId?: string; prefix?: string } = {}) => {
    const id = randomUUID();
    await client.query(
      `INSERT INTO organisation (id, kind, code, name_zh, name_en, maker_id, gs1_prefix) VALUES ($1, $2, $3, $3, $3, $4, $5)`,
      [id, kind, code, more.makerId ?? null, more.prefix ?? null],
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
    const makerId = await organisation('maker', 'CH', { prefix: '9521234' });
    const warehouseId = await organisation('warehouse', 'WH-HZ', { makerId });
    const workshopId = await organisation('workshop', 'WS-HZ-01');
    for (const code of ['WS-HZ-02', 'WS-NB-01']) await organisation('workshop', code);
    const otherMakerId = await organisation('maker', 'XX', { prefix: '9529999' });
    const otherWarehouseId = await organisation('warehouse', 'WH-XX', { makerId: otherMakerId });
    await client.query(
      `WITH made AS (
         INSERT INTO part (id, maker_id, part_number, name_zh, name_en, class, tracking, gtin)
         VALUES ($1, $2, $3, '零件', 'A part', 'main', 'serial', '09529999000002') RETURNING id)
       INSERT INTO part_price (part_id, valid_from, list_price, currency) SELECT id, '2026-01-01', 1, 'CNY' FROM made`,
      [randomUUID(), otherMakerId, FOREIGN_PART],
    );
    return {
      lead: await machine(warehouseId, 'lead'),
      operator: await machine(warehouseId, 'operator'),
      maker: await machine(makerId, 'catalogue_editor'),
      custodian: await machine(makerId, 'key_custodian'),
      analyst: await machine(makerId, 'analyst'),
      technician: await machine(workshopId, 'technician'),
      stranger: await machine(otherWarehouseId, 'lead'),
      strangersCustodian: await machine(otherMakerId, 'key_custodian'),
    };
  } finally {
    await client.end();
  }
}

const dayOne = (name: string): Buffer => readFileSync(join(projectRoot, 'src/demo/data', name));
export const DISPATCH_ORDER = dayOne('dispatch-order.csv');

/** The maker's whole catalogue, over HTTP. */
export async function importCatalogue(url: string, { maker }: IssuanceWorld): Promise<void> {
  const answer = await fetch(`${url}/api/parts/imports`, {
    method: 'POST',
    headers: { authorization: maker, 'content-type': 'text/csv' },
    body: dayOne('catalogue.csv').toString(),
  });
  if (!answer.ok) throw new Error(`the catalogue was not taken: ${await answer.text()}`);
}

/** What must be true of any batch at any time; the counts are for the story to compare. */
export interface BatchTruth {
  readonly units: number;
  readonly firstOrdinal: number;
  readonly lastOrdinal: number;
  readonly ordinals: number;
  readonly serials: number;
  /** Ledger entries of type `minted`, and of every other type. */
  readonly minted: number;
  readonly otherEvents: number;
}

export const BATCH_TRUTH = `
  SELECT count(*)::int AS units, coalesce(min(u.ordinal), 0) AS "firstOrdinal", coalesce(max(u.ordinal), 0) AS "lastOrdinal",
         count(DISTINCT u.ordinal)::int AS ordinals, count(DISTINCT u.serial)::int AS serials,
         coalesce(sum(e.minted), 0)::int AS minted, coalesce(sum(e.others), 0)::int AS "otherEvents"
    FROM unit u
    LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE type = 'minted' AND seq = 1 AND to_state = 'issued') AS minted,
                              count(*) FILTER (WHERE type <> 'minted' OR seq <> 1) AS others
                         FROM unit_event WHERE unit_id = u.id) e ON true
   WHERE u.batch_id = $1`;

/** A batch of `count` units that were minted, and nothing more. */
export const exactly = (count: number): BatchTruth => ({
  units: count,
  firstOrdinal: 1,
  lastOrdinal: count,
  ordinals: count,
  serials: count,
  minted: count,
  otherEvents: 0,
});

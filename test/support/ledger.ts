import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../../src/database/database.ts';
import { ledgerFaults, type UnitLife } from './sound-ledger.ts';

type App = Pick<INestApplicationContext, 'get'>;

const LIVES = `
SELECT u.gtin, u.serial, u.state, u.custodian_id AS "custodianId", u.last_seq AS "lastSeq",
       (SELECT coalesce(json_agg(json_build_object(
                 'seq', e.seq, 'type', e.type, 'from', e.from_state, 'to', e.to_state, 'custodianId', e.custodian_id,
                 'reference', e.reference, 'detail', e.detail) ORDER BY e.seq), '[]')
          FROM unit_event e WHERE e.unit_id = u.id) AS events,
       (SELECT coalesce(json_agg(json_build_object(
                 'kind', h.kind, 'isOpen', h.cleared_at IS NULL, 'firstClearedBy', h.first_cleared_by,
                 'clearedBy', h.cleared_by)), '[]')
          FROM unit_hold h WHERE h.unit_id = u.id) AS holds,
       (SELECT coalesce(json_agg(json_build_object(
                 'shipmentId', s.id, 'status', s.status, 'consigneeId', s.to_id, 'isOpen', su.closed_at IS NULL,
                 'isReceived', su.received_at IS NOT NULL)), '[]')
          FROM shipment_unit su JOIN shipment s ON s.id = su.shipment_id WHERE su.unit_id = u.id) AS journeys,
       (SELECT coalesce(json_agg(json_build_object(
                 'isUndone', f.undone_at IS NOT NULL, 'isRemoved', f.removed_at IS NOT NULL)), '[]')
          FROM fitting f WHERE f.unit_id = u.id) AS fittings,
       (SELECT count(*)::int FROM allocation a WHERE a.unit_id = u.id AND a.closed_at IS NULL) AS "openAllocations",
       (SELECT count(*)::int FROM carton_unit c WHERE c.unit_id = u.id AND c.unpacked_at IS NULL) AS "openCartons"
  FROM unit u`;

/** Checks every invariant of one unit. Call it after each step of a story. @throws Error naming each fault. */
export async function expectSoundLedger(app: App, gtin: string, serial: string): Promise<void> {
  const life = await app.get(Database).first<UnitLife>(`${LIVES} WHERE u.serial = $1 AND u.gtin = $2`, [serial, gtin]);
  if (!life) throw new Error(`there is no unit ${gtin} ${serial}`);
  refuse([life]);
}

/** The same for every unit in the database. */
export async function expectSoundLedgers(app: App): Promise<void> {
  refuse(await app.get(Database).rows<UnitLife>(`${LIVES} ORDER BY u.id`));
}

const MOST_UNITS_TOLD = 5;

function refuse(lives: readonly UnitLife[]): void {
  const unsound = lives.map((life) => ({ life, faults: ledgerFaults(life) })).filter(({ faults }) => faults.length > 0);
  if (unsound.length === 0) return;
  const told = unsound.slice(0, MOST_UNITS_TOLD).map(({ life, faults }) => describeUnit(life, faults));
  const error = new Error(`${unsound.length} of ${lives.length} ledgers are unsound\n\n${told.join('\n\n')}`);
  // The story's line is what matters, not the one in here.
  Error.captureStackTrace(error, expectSoundLedger);
  throw error;
}

function describeUnit({ gtin, serial, state, events }: UnitLife, faults: readonly string[]): string {
  const ledger = events.map(({ seq, type, to, reference }) =>
    `    ${seq} ${type} → ${to} ${reference ?? ''}`.trimEnd(),
  );
  return [`${gtin} ${serial} (${state})`, ...faults.map((fault) => `  ✗ ${fault}`), '  ledger:', ...ledger].join('\n');
}

import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import type { UnitEventType } from './ledger.ts';
import type { HoldKind, UnitState } from './unit-lifecycle.ts';
import type { UnitKey } from './unit-lookup.ts';
import { isInSight } from './unit-sight.ts';

export interface Party {
  readonly id: OrganisationId;
  readonly code: string;
  readonly name: Words;
}

/** A unit and everything that the records hold of its life, before anybody's right to know it is considered. */
export interface RecordedLife {
  readonly gtin: string;
  readonly serial: string;
  readonly partNumber: string;
  readonly name: Words;
  readonly lot: string | null;
  readonly expiresOn: string | null;
  readonly state: UnitState;
  readonly issuedAt: Date;
  readonly custodian: Party;
  readonly holds: readonly RecordedHold[];
  readonly events: readonly RecordedEvent[];
  readonly journeys: readonly RecordedJourney[];
  readonly sightings: readonly RecordedSighting[];
  readonly sightingCount: number;
}

export interface RecordedHold {
  readonly kind: HoldKind;
  readonly reason: string;
  readonly caseNumber: string | null;
  readonly placedAt: string;
  readonly isHalfCleared: boolean;
}

export interface RecordedEvent {
  readonly seq: number;
  readonly type: UnitEventType;
  readonly from: UnitState | null;
  readonly to: UnitState;
  readonly at: string;
  readonly recordedAt: string;
  readonly organisation: Party | null;
  readonly actor: string | null;
  readonly reference: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

export interface RecordedJourney {
  readonly id: string;
  readonly fromId: OrganisationId;
  readonly to: Party;
  readonly isOpen: boolean;
}

export interface RecordedSighting {
  readonly at: string;
  readonly recordedAt: string;
  readonly purpose: string;
  readonly outcome: string;
  readonly organisation: Party | null;
  readonly actor: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A code on a lamp post may be scanned without end; the ledger itself is short. */
export const SIGHTINGS_TOLD = 200;

const PARTY = (o: string) =>
  `json_build_object('id', ${o}.id, 'code', ${o}.code, 'name', json_build_object('zh', ${o}.name_zh, 'en', ${o}.name_en))`;
const PARTY_OR_NONE = (o: string) => `CASE WHEN ${o}.id IS NOT NULL THEN ${PARTY(o)} END`;

const TEXT = `
SELECT u.gtin, u.serial, p.part_number AS "partNumber", json_build_object('zh', p.name_zh, 'en', p.name_en) AS name,
       u.lot, u.expires_on::text AS "expiresOn", u.state, u.issued_at AS "issuedAt", ${PARTY('c')} AS custodian,
       (SELECT coalesce(json_agg(json_build_object(
                 'kind', h.kind, 'reason', h.reason, 'caseNumber', h.case_number, 'placedAt', h.placed_at,
                 'isHalfCleared', h.first_cleared_by IS NOT NULL) ORDER BY h.placed_at, h.kind), '[]')
          FROM unit_hold h WHERE h.unit_id = u.id AND h.cleared_at IS NULL) AS holds,
       (SELECT coalesce(json_agg(json_build_object(
                 'seq', e.seq, 'type', e.type, 'from', e.from_state, 'to', e.to_state, 'at', e.at, 'recordedAt', e.recorded_at,
                 'organisation', ${PARTY_OR_NONE('o')}, 'actor', coalesce(a.name, k.name), 'reference', e.reference,
                 'detail', e.detail) ORDER BY e.seq), '[]')
          FROM unit_event e LEFT JOIN organisation o ON o.id = e.organisation_id
          LEFT JOIN account a ON a.id = e.actor_id LEFT JOIN api_key k ON k.id = e.actor_id
         WHERE e.unit_id = u.id) AS events,
       (SELECT coalesce(json_agg(json_build_object(
                 'id', s.id, 'fromId', s.from_id, 'to', ${PARTY('o')}, 'isOpen', su.closed_at IS NULL)), '[]')
          FROM shipment_unit su JOIN shipment s ON s.id = su.shipment_id JOIN organisation o ON o.id = s.to_id
         WHERE su.unit_id = u.id) AS journeys,
       (SELECT coalesce(json_agg(json_build_object(
                 'at', s.scanned_at, 'recordedAt', s.recorded_at, 'purpose', s.purpose, 'outcome', s.outcome,
                 'organisation', ${PARTY_OR_NONE('o')}, 'actor', coalesce(a.name, k.name),
                 'latitude', s.latitude, 'longitude', s.longitude) ORDER BY s.scanned_at), '[]')
          FROM (SELECT * FROM scan WHERE unit_id = u.id ORDER BY scanned_at DESC LIMIT ${SIGHTINGS_TOLD}) s
          LEFT JOIN organisation o ON o.id = s.organisation_id
          LEFT JOIN account a ON a.id = s.actor_id LEFT JOIN api_key k ON k.id = s.actor_id) AS sightings,
       (SELECT count(*)::int FROM scan s WHERE s.unit_id = u.id) AS "sightingCount"
  FROM unit u JOIN part p ON p.id = u.part_id JOIN organisation c ON c.id = u.custodian_id
 WHERE u.serial = $3 AND u.gtin = $4 AND ${isInSight('$1', '$2')}`;

/** @param sight of the caller, from `sightOf`. `undefined` when there is no such unit within it. */
export function recordedLife(
  sql: Sql,
  sight: readonly [OrganisationId | null, OrganisationId],
  key: UnitKey,
): Promise<RecordedLife | undefined> {
  return sql.first<RecordedLife>(TEXT, [...sight, key.serial, key.gtin]);
}

import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type OrganisationId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import type { OrganisationKind } from './actor.ts';
import { AuditService, type AuditedActor } from './audit.service.ts';
import { makerNeeded, organisationNotFound, prefixOfMaker } from './auth.refusals.ts';

export interface NewOrganisation {
  readonly kind: OrganisationKind;
  readonly code: string;
  readonly name: Words;
  /** Code of the maker; for warehouses, and for them always. */
  readonly maker?: string | undefined;
  readonly gs1Prefix?: string | undefined;
  readonly phone?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

export interface OrganisationRow {
  id: OrganisationId;
  kind: OrganisationKind;
  code: string;
  name_zh: string;
  name_en: string;
  maker_code: string | null;
  gs1_prefix: string | null;
  phone: string | null;
  latitude: string | null;
  longitude: string | null;
  created_at: Date;
}

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal MAKER_OF_WAREHOUSE, PREFIX_OF_MAKER, ORGANISATION_NOT_FOUND, ORGANISATION_CODE_TAKEN, GS1_PREFIX_TAKEN */
  async create(by: AuditedActor, wanted: NewOrganisation): Promise<OrganisationRow> {
    const { kind, code, name, gs1Prefix, phone, latitude, longitude } = wanted;
    if ((kind === 'warehouse') !== (wanted.maker !== undefined)) throw makerNeeded();
    if (kind !== 'maker' && gs1Prefix !== undefined) throw prefixOfMaker();
    return this.database.transaction(async (tx) => {
      const makerId = wanted.maker === undefined ? null : await this.idOfMaker(tx, wanted.maker);
      const id = newId<OrganisationId>();
      await tx.run(
        `INSERT INTO organisation
           (id, kind, code, name_zh, name_en, maker_id, gs1_prefix, phone, latitude, longitude, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [id, kind, code, name.zh, name.en, makerId, gs1Prefix, phone, latitude, longitude, this.clock.now()],
      );
      await this.audit.record(tx, by, 'organisation.created', code, { kind });
      const [row] = await organisations(tx, { id, limit: 1 });
      return row!;
    });
  }

  /** By code, those with a text within their code or a name; one more than `limit` where there is one. */
  list(filter: Pick<OrganisationFilter, 'text' | 'afterCode' | 'limit'>): Promise<OrganisationRow[]> {
    return organisations(this.database, filter);
  }

  /** @throws Refusal ORGANISATION_NOT_FOUND */
  async byCode(code: string): Promise<OrganisationRow> {
    const [row] = await organisations(this.database, { code, limit: 1 });
    if (row === undefined) throw organisationNotFound();
    return row;
  }

  private async idOfMaker(sql: Sql, code: string): Promise<OrganisationId> {
    const maker = await sql.first<{ id: OrganisationId }>(
      `SELECT id FROM organisation WHERE code = $1 AND kind = 'maker'`,
      [code],
    );
    if (maker === undefined) throw organisationNotFound();
    return maker.id;
  }
}

interface OrganisationFilter {
  readonly id?: OrganisationId;
  readonly code?: string;
  readonly text?: string | undefined;
  readonly afterCode?: string | undefined;
  readonly limit: number;
}

function organisations(sql: Sql, { id, code, text, afterCode, limit }: OrganisationFilter): Promise<OrganisationRow[]> {
  return sql.rows<OrganisationRow>(
    `SELECT o.id, o.kind, o.code, o.name_zh, o.name_en, m.code AS maker_code, o.gs1_prefix, o.phone,
        o.latitude, o.longitude, o.created_at
     FROM organisation o LEFT JOIN organisation m ON m.id = o.maker_id
     WHERE ($1::uuid IS NULL OR o.id = $1) AND ($2::text IS NULL OR o.code COLLATE "C" > $2)
       AND ($3::text IS NULL OR o.code = $3)
       AND ($4 = '' OR position($4 IN lower(concat_ws(' ', o.code, o.name_zh, o.name_en))) > 0)
     ORDER BY o.code COLLATE "C" LIMIT $5`,
    [id ?? null, afterCode ?? null, code ?? null, text?.trim().toLowerCase() ?? '', limit + 1],
  );
}

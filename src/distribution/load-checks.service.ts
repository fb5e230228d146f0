import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Config } from '../config/config.ts';
import { Database, type Sql } from '../database/database.ts';
import { lookUpUnits, type FoundUnit } from '../units/unit-lookup.ts';
import { ownCartons, type CartonRow } from './cartons.query.ts';
import { inCarton, type Objection } from './code-faults.ts';
import { readCodes } from './codes.ts';
import type { LoadCheckDto } from './load-check.dto.ts';
import type { LoadCheck } from './load-check.ts';
import { consigneeOf } from './shipments.service.ts';
import { objectionTo, objectionToCarton, objectionToCode, type Terms } from './shipping-terms.ts';

/** Looks at codes as shipping them would, one by one and while they are being scanned. Changes nothing. */
@Injectable()
export class LoadChecksService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** In the order of the codes. @throws Refusal CONSIGNEE_NOT_POSSIBLE */
  async check(actor: Actor, { codes, to, kind }: LoadCheckDto): Promise<LoadCheck[]> {
    const consigneeMakerId = to === undefined ? null : (await consigneeOf(this.database, actor, { to, kind })).makerId;
    const terms = { senderId: actor.organisation.id, consigneeMakerId, kind };
    const read = readCodes(codes, this.config.labelOrigin, 'codes');
    const checks = new Map<number, Omit<LoadCheck, 'code'>>();
    const units = await lookUpUnits(
      this.database,
      read.codes.map(({ key }) => key),
    );
    read.codes.forEach((code, index) => {
      const unit = units[index] ?? null;
      const objection = objectionToCode(code, unit) ?? (unit && objectionTo(unit, terms));
      checks.set(code.place, { unit: shownTo(actor, unit), carton: null, objection });
    });
    for (const { place, check } of await this.cartons(actor, read.cartons, terms)) checks.set(place, check);
    const unreadable = new Map(read.faults.map((fault) => [fault.path, fault]));
    return codes.map((code, place) => ({
      code,
      ...(checks.get(place) ?? { unit: null, carton: null, objection: unreadable.get(`codes[${place}]`) ?? null }),
    }));
  }

  private async cartons(
    actor: Actor,
    wanted: readonly { readonly place: number; readonly sscc: string }[],
    terms: Terms,
  ) {
    const found = await ownCartons(
      this.database,
      actor.organisation.id,
      wanted.map(({ sscc }) => sscc),
    );
    return Promise.all(
      wanted.map(async ({ place, sscc }) => {
        const carton = found.find((each) => each.sscc === sscc);
        const objection =
          objectionToCarton(carton) ?? (carton && (await contentObjection(this.database, carton, terms)));
        return { place, check: { unit: null, carton: carton ?? null, objection: objection ?? null } };
      }),
    );
  }
}

async function contentObjection(sql: Sql, { units }: CartonRow, terms: Terms): Promise<Objection | null> {
  for (const unit of await lookUpUnits(sql, units)) {
    const objection = unit && objectionTo(unit, terms);
    if (objection) return inCarton(unit, objection);
  }
  return null;
}

/** A refusal says that a unit is somebody else's, and no more of it. */
function shownTo({ organisation }: Actor, unit: FoundUnit | null): FoundUnit | null {
  const isTheirs = unit?.custodianId === organisation.id || unit?.makerId === organisation.makerId;
  return isTheirs ? unit : null;
}

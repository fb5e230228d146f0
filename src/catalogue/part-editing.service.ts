import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { AuditService } from '../auth/audit.service.ts';
import { Database, type Tx } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import type { InputFault } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { calendarDateOf, type CalendarDate } from './calendar-date.ts';
import { carryOut, makerOf, storedBeside, type Maker } from './catalogue-changes.ts';
import type { ColumnName } from './catalogue-columns.ts';
import { isSamePrice, planImport, type PartUpdate } from './catalogue-plan.ts';
import { readCells, type Cells, type Said } from './catalogue-row.ts';
import { noSuchPart, noSuchPrice, partFaulty, partStale, priceBegun, supersessionRing } from './catalogue.refusals.ts';
import type { Fault } from './cell-faults.ts';
import { readModels } from './cell-readers.ts';
import { lockCatalogue } from './gtin-allocation.ts';
import { differences, normalPartNumber, UNSAID, type Part, type PartContent } from './part.ts';
import { deletePrice, updateParts } from './part-writing.query.ts';
import { PartsService } from './parts.service.ts';
import { addEdges, type Supersession } from './supersession.ts';
import { deleteSupersededBy, insertSupersessions, supersessionGraph, supersessionsOf } from './supersession.query.ts';

type Numbers = Pick<PartContent, 'quantityPerVehicle' | 'warrantyMonths' | 'warrantyKm' | 'shelfLifeDays'>;

/** A part as a form or a program gives it. What is left out is none, but a GTIN left out is the one the part has. */
export interface GivenPart extends Partial<Numbers> {
  readonly name: Words;
  readonly class: string;
  readonly tracking: string;
  /** Left out: original. */
  readonly suppliedAs?: string;
  readonly listPrice: string;
  readonly currency: string;
  /** The day on which that price begins; left out: today. */
  readonly priceValidFrom?: CalendarDate | null;
  readonly gtin?: string | null;
  readonly models?: readonly string[];
  readonly isActive?: boolean;
  /** The version that the change was made on; left out: whatever it is by now. */
  readonly version?: number;
}

/** A relation in which the part that it is given for is the new one. */
export type GivenSupersession = Omit<Supersession, 'newPart'>;

/** One part at a time, by hand or by a program. */
@Injectable()
export class PartEditingService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly parts: PartsService,
  ) {}

  /**
   * Creates the part, or makes it what is given.
   * @returns whether it was new
   * @throws Refusal PART_FAULTY, PART_CHANGED_MEANWHILE
   */
  async put(actor: Actor, partNumber: string, given: GivenPart): Promise<boolean> {
    const maker = await makerOf(this.database, actor);
    const { cells, said } = read(partNumber, given, maker);
    const sheet = { rows: [{ row: 1, cells, said }], partNumbers: new Set([said.partNumber]), faults: [], notes: [] };
    const now = this.clock.now();
    const today = calendarDateOf(now);
    return this.database.transaction(async (tx) => {
      await lockCatalogue(tx, maker.id);
      const stored = await storedBeside(tx, maker, sheet, today);
      const before = stored.parts.get(said.partNumber);
      refuseStale(said.partNumber, given.version, before);
      const plan = planImport(sheet, stored, today);
      if (plan.faults.length > 0) throw partFaulty(plan.faults.map((fault) => inputFault(fault.column, fault)));
      await carryOut(tx, maker, plan, now);
      if (!before) await this.audit.record(tx, actor, 'part.created', said.partNumber);
      for (const update of plan.updates)
        await this.audit.record(tx, actor, 'part.changed', said.partNumber, changesIn(update));
      return !before;
    });
  }

  /**
   * Takes an announced price back, as long as it has not begun.
   * @throws Refusal PART_NOT_FOUND, PRICE_NOT_FOUND, PRICE_BEGUN
   */
  async withdrawPrice(actor: Actor, partNumber: string, validFrom: CalendarDate): Promise<void> {
    const maker = await makerOf(this.database, actor);
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      await lockCatalogue(tx, maker.id);
      const part = await this.ownPart(tx, maker, partNumber);
      const price = await deletePrice(tx, part.id, validFrom);
      if (!price) throw noSuchPrice(validFrom);
      if (validFrom <= calendarDateOf(now)) throw priceBegun(validFrom);
      await updateParts(tx, [{ ...part, priceValidFrom: null }], now);
      await this.audit.record(tx, actor, 'part.price_withdrawn', part.partNumber, { validFrom, ...price });
    });
  }

  /**
   * Makes these, and no others, the numbers that the part supersedes.
   * @throws Refusal PART_NOT_FOUND, PART_FAULTY, SUPERSESSION_RING, SUPERSESSION_TWICE
   */
  async putSupersedes(actor: Actor, partNumber: string, given: readonly GivenSupersession[]): Promise<void> {
    const maker = await makerOf(this.database, actor);
    await this.database.transaction(async (tx) => {
      await lockCatalogue(tx, maker.id);
      const part = await this.ownPart(tx, maker, partNumber);
      const newPart = part.partNumber;
      const relations = given.map((one) => ({ ...one, oldPart: normalPartNumber(one.oldPart), newPart }));
      await this.refuseUnknown(tx, maker, relations);
      const { refused } = addEdges(await supersessionGraph(tx, maker.id, part.id), relations);
      if (refused[0]) throw supersessionRing(refused[0].ring);
      const before = (await supersessionsOf(tx, part.id)).filter((relation) => relation.newPart === newPart);
      await deleteSupersededBy(tx, part.id);
      await insertSupersessions(tx, maker.id, relations);
      await this.audit.record(tx, actor, 'part.supersessions_changed', newPart, { from: before, to: relations });
    });
  }

  private async ownPart(tx: Tx, maker: Maker, partNumber: string): Promise<Part> {
    const part = await this.parts.byNumber(tx, maker.id, partNumber);
    if (!part) throw noSuchPart(normalPartNumber(partNumber));
    return part;
  }

  private async refuseUnknown(tx: Tx, maker: Maker, relations: readonly Supersession[]): Promise<void> {
    const named = relations.map(({ oldPart }) => oldPart);
    const known = new Set((await this.parts.byNumbers(tx, maker.id, named)).map((part) => part.partNumber));
    const faults = named.flatMap((oldPart, i): InputFault[] => {
      if (known.has(oldPart)) return [];
      const { words } = noSuchPart(oldPart);
      return [{ path: `supersedes[${i}].partNumber`, message: words.en, words }];
    });
    if (faults.length > 0) throw partFaulty(faults);
  }
}

function read(partNumber: string, given: GivenPart, maker: Maker): { cells: Cells; said: Said } {
  const { name, class: partClass, tracking, listPrice, currency } = given;
  const mayBeBlank = {
    priceValidFrom: given.priceValidFrom ?? '',
    gtin: given.gtin ?? '',
    suppliedAs: given.suppliedAs ?? '',
  };
  const texts = { class: partClass, tracking, listPrice, currency, ...mayBeBlank };
  const cells = { partNumber, nameZh: name.zh, nameEn: name.en, ...texts };
  const reading = readCells(cells, maker.gs1Prefix);
  const models = readModels(given.models ?? []);
  const faults = 'faults' in reading ? reading.faults.map(({ column, fault }) => inputFault(column, fault)) : [];
  if ('fault' in models) faults.push(inputFault('models', models.fault));
  if ('faults' in reading || 'fault' in models) throw partFaulty(faults);
  const said = {
    ...reading.said,
    models: models.value,
    quantityPerVehicle: given.quantityPerVehicle ?? null,
    warrantyMonths: given.warrantyMonths ?? null,
    warrantyKm: given.warrantyKm ?? null,
    shelfLifeDays: given.shelfLifeDays ?? null,
    isActive: given.isActive ?? UNSAID.isActive,
  };
  return { cells, said };
}

/** Where a form has what a file has in a column of its own. */
const PATHS: Partial<Record<ColumnName, string>> = { nameZh: 'name.zh', nameEn: 'name.en' };

const inputFault = (column: ColumnName | null, { words }: Fault): InputFault => ({
  path: column === null ? '' : (PATHS[column] ?? column),
  message: words.en,
  words,
});

function refuseStale(partNumber: string, version: number | undefined, before: Part | undefined): void {
  const current = before?.version ?? 0;
  if (version !== undefined && version !== current) throw partStale(partNumber, current);
}

const changesIn = ({ before, after }: PartUpdate): Record<string, unknown> => ({
  ...Object.fromEntries(differences(before, after).map((field) => [field, { from: before[field], to: after[field] }])),
  ...(isSamePrice(before, after) || after.priceValidFrom === null ? {} : { priceValidFrom: after.priceValidFrom }),
});

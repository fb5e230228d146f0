import { DetectionRunner } from '../../src/detection/detection-runner.ts';
import { type Answer, answered, PART, type Person, World } from './actors.ts';

const MINUTE = 60_000;
export const HOURS = 60;
export const DAYS = 24 * HOURS;

/** Something that happened `at` minutes after the story began, and how it is told; late with the time of its own. */
export interface Told {
  readonly at: number;
  readonly tell: (isLate: boolean) => Promise<unknown>;
}

type Scan = readonly [at: number, who: Person, name: string, purpose: string, more?: Answer];
type Fitting = readonly [at: number, who: Person, order: string, name: string | null];

const HANGZHOU = { latitude: 30.27, longitude: 120.15 };
const HARBIN = { latitude: 45.8, longitude: 126.53 };
/** Rates that a handful of cars can show. */
const POLICIES = {
  R17: { leastCases: 4, leastChances: 5, leastPeers: 2, score: 2 },
  I04: { leastCases: 3, leastChances: 5, leastPeers: 2, score: 1.5 },
};
const SIX_SECONDS = 0.1;

/**
 * The same day each time, in a country of its own: some forty readings and fittings at three workshops, most of them honest. What
 * needs a network is told as it happens; the rest may come out of queues a day later, in any order and more than once.
 */
export class LateStory {
  private static readonly begun: LateStory[] = [];
  private readonly codes = new Map<string, string>();
  private readonly startedAt: number;

  private constructor(readonly world: World) {
    this.startedAt = world.app.clock.now().getTime();
  }

  static async begin(): Promise<LateStory> {
    const story = new LateStory(await World.start());
    LateStory.begun.push(story);
    await story.stock();
    await story.takeOrders();
    for (const [rule, thresholds] of Object.entries(POLICIES))
      answered(await story.world.analyst.put(`/api/policies/${rule}`, { isOn: true, thresholds }));
    return story;
  }

  static async endAll(): Promise<void> {
    for (const { world } of LateStory.begun.splice(0)) await world.close();
  }

  private async stock(): Promise<void> {
    const { world } = this;
    const names = ['fitted', 'fittedLate', 'issued', 'traveller', 'wanderer', 'popular', 'lost', 'honest', 'meant'];
    const keep = (codes: readonly string[], named: (n: number) => string) =>
      codes.forEach((code, n) => this.codes.set(named(n), code));
    keep(await world.stock(world.hz1, PART.brakePads, names.length), (n) => names[n]!);
    keep(await world.stock(world.hz1, PART.battery, 5), (n) => `heap-${n}`);
    keep(await world.stock(world.hz2, PART.oilFilter, 4), (n) => `hz2-${n}`);
    keep(await world.stock(world.nb1, PART.oilFilter, 4), (n) => `nb1-${n}`);
    const boxed = await world.warehouse.mints(PART.oilFilter, 1);
    keep(boxed, () => 'boxed');
    const { sscc } = await world.warehouse.does('/api/cartons', { units: boxed });
    await world.warehouse.does(`/api/cartons/${String(sscc)}/seal`);
    // One slip of the finger away from a label that there is.
    const meant = serialOf(this.code('meant'));
    this.codes.set('mistyped', meant.slice(0, -1) + (meant.endsWith('7') ? '8' : '7'));
    this.codes.set('unheardOf', 'ABCDEFGHJKMN');
  }

  /** Every order is of a car of its own. */
  private async takeOrders(): Promise<void> {
    const { hz1, hz2, nb1 } = this.world;
    const shops = [
      { advisor: hz1.advisor, partNumber: PART.brakePads, numbers: ['PADS-0', 'PADS-1', 'PADS-2'] },
      { advisor: hz1.advisor, partNumber: PART.battery, numbers: [0, 1, 2, 3, 4].map((n) => `HEAP-${n}`) },
      { advisor: hz2.advisor, partNumber: PART.oilFilter, numbers: [0, 1, 2, 3].map((n) => `OIL-${n}`) },
      { advisor: nb1.advisor, partNumber: PART.oilFilter, numbers: [0, 1, 2, 3].map((n) => `OIL-${n}`) },
      { advisor: nb1.advisor, partNumber: PART.brakePads, numbers: [0, 1, 2].map((n) => `BARE-${n}`) },
    ];
    let car = 0;
    for (const { advisor, partNumber, numbers } of shops)
      for (const number of numbers) {
        const vehicle = { vin: `LCHARE3K8AN7${String(++car).padStart(5, '0')}`, model: 'E300' };
        await advisor.opens(number, [{ partNumber, unitPrice: '428.00', concern: '异响' }], { vehicle });
        await advisor.approves(number, 1);
      }
  }

  private code(name: string): string {
    return this.codes.get(name)!;
  }

  setTime(minutes: number): void {
    this.world.app.clock.set(new Date(this.startedAt + minutes * MINUTE));
  }

  private instant(minutes: number): string {
    return new Date(Math.round(this.startedAt + minutes * MINUTE)).toISOString();
  }

  /** What is done at a desk with a network, from one moment until another. */
  async steps(from: number, until: number): Promise<void> {
    const { technician, clerk, supervisor } = this.world.hz1;
    const lost = this.code('lost').replace(/^.*\/01\/(\d{14})\/21\/(\w{12}).*$/, '/api/units/$1/$2');
    const steps: readonly (readonly [number, () => Promise<unknown>])[] = [
      [120, () => this.fit([120, technician, 'PADS-0', 'fitted'], false)],
      [125, () => supervisor.does(`${lost}/missing`, { reason: 'lost', note: '盘点' })],
      [130, () => clerk.does('/api/repair-orders/PADS-2/allocations', { line: 1, code: this.code('issued') })],
    ];
    for (const [at, step] of steps)
      if (at >= from && at < until) {
        this.setTime(at);
        await step();
      }
  }

  /** Everything that may come late. */
  events(): Told[] {
    const scans = this.scans().map(([at, who, name, purpose, more = {}], n): Told => {
      const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
      const scan = { id, code: this.code(name), purpose, scannedAt: this.instant(at), ...more };
      return { at, tell: () => who.does('/api/scans/bulk', { scans: [scan] }) };
    });
    const fittings = this.fittings().map((fitting): Told => ({
      at: fitting[0],
      tell: (isLate) => this.fit(fitting, isLate),
    }));
    return [...scans, ...fittings];
  }

  private scans(): Scan[] {
    const { hz1, hz2, nb1, warehouse, analyst } = this.world;
    const typed = { entryMode: 'typed' };
    const typists = [hz1.technician, hz2.technician, nb1.technician, warehouse, analyst];
    return [
      // A copy, before and after the part is in a car; and one of a part whose fitting is told late itself.
      [60, nb1.technician, 'fitted', 'check'],
      [180, nb1.technician, 'fitted', 'fit'],
      [200, nb1.clerk, 'fitted', 'receive', { seal: 'intact' }],
      [240, nb1.technician, 'fittedLate', 'receive'],
      [250, hz2.technician, 'fittedLate', 'fit'],
      // In two workshops’ hands at once: no matter before it was issued.
      [128, nb1.technician, 'issued', 'check'],
      [150, nb1.technician, 'issued', 'fit', { repairOrder: 'OIL-0' }],
      [30, hz1.technician, 'traveller', 'check', { location: HANGZHOU }],
      [75, hz1.technician, 'traveller', 'check', { location: HARBIN }],
      [100, hz1.clerk, 'traveller', 'check', { location: HANGZHOU }],
      // The last reading looks impossible until the one in the middle is told.
      [30, nb1.technician, 'wanderer', 'check', { location: HARBIN }],
      [40, hz1.technician, 'wanderer', 'check', { location: HANGZHOU }],
      [75, hz2.technician, 'wanderer', 'check', { location: HANGZHOU }],
      ...Array.from({ length: 10 }, (_, n): Scan => [
        20 + n * 7,
        hz1.technician,
        'popular',
        'audit',
        { device: `device-${n}` },
      ]),
      [110, hz1.technician, 'lost', 'check'],
      [160, hz1.technician, 'lost', 'check'],
      [90, hz2.technician, 'boxed', 'check'],
      [15, hz1.technician, 'honest', 'check'],
      [115, hz1.technician, 'honest', 'audit'],
      // A serial that somebody prints; a slip that is put right, and the same by somebody who leaves it at that.
      ...typists.map((who, n): Scan => [40 + n * 10, who, 'unheardOf', 'check', typed]),
      [45, hz2.technician, 'mistyped', 'check', typed],
      [47, hz2.technician, 'meant', 'check', typed],
      [58, hz1.clerk, 'mistyped', 'check', typed],
    ];
  }

  private fittings(): Fitting[] {
    const { hz1, hz2, nb1 } = this.world;
    return [
      [210, hz1.technician, 'PADS-1', 'fittedLate'],
      // A heap of labels at a desk; and more batteries than anybody else replaces.
      ...[0, 1, 2, 3, 4].map((n): Fitting => [300 + n * SIX_SECONDS, hz1.technician, `HEAP-${n}`, `heap-${n}`]),
      ...[0, 1, 2, 3].map((n): Fitting => [140 + n * 45, hz2.technician, `OIL-${n}`, `hz2-${n}`]),
      ...[0, 1, 2, 3].map((n): Fitting => [150 + n * 45, nb1.technician, `OIL-${n}`, `nb1-${n}`]),
      // Safety parts without a label, which only a supervisor lets pass.
      ...[0, 1, 2].map((n): Fitting => [155 + n * 60, nb1.supervisor, `BARE-${n}`, null]),
    ];
  }

  private async fit([at, who, order, name]: Fitting, isLate: boolean): Promise<void> {
    const told = name === null ? { reason: '标签损坏' } : { code: this.code(name) };
    const time = isLate ? { fittedAt: this.instant(at) } : {};
    const body = { line: 1, removedPart: { outcome: 'with_owner' }, ...told, ...time };
    // The same key again: a queue does not know whether its answer got lost.
    answered(await who.post(`/api/repair-orders/${order}/fittings`, body, `${order}-1`));
  }

  async look(): Promise<void> {
    await this.world.app.app.get(DetectionRunner).runDue();
  }

  /** All flags that stand, holds, custody, orders, fittings and cases: in the names of the story and the minutes since it began. */
  async outcome(): Promise<Outcome> {
    const { database } = this.world;
    const minutes = `(extract(epoch FROM (%s - '${new Date(this.startedAt).toISOString()}')) / 60)::float8`;
    const since = (column: string) => minutes.replace('%s', column);
    const flags = await database.rows<Outcome['flags'][number] & Record<string, unknown>>(
      `SELECT f.rule, f.level, f.status, f.count, ${since('f.first_at')} AS since, ${since('f.last_at')} AS until, f.cause,
              w.code AS workshop, o.number AS "order", f.line, f.case_number IS NOT NULL AS "hasCase",
              coalesce(u.serial, f.finding -> 'evidence' ->> 'serial') AS serial, (f.finding -> 'evidence') - 'serial' AS facts
         FROM flag f LEFT JOIN unit u ON u.id = f.unit_id LEFT JOIN organisation w ON w.id = f.workshop_id
         LEFT JOIN repair_order o ON o.id = f.order_id
        WHERE f.status <> 'dismissed'`,
    );
    const units = await database.rows<{ serial: string | null }>(
      `SELECT u.serial, u.state, g.code AS custodian,
              ARRAY(SELECT h.kind FROM unit_hold h WHERE h.unit_id = u.id AND h.cleared_at IS NULL ORDER BY h.kind) AS holds
         FROM unit u JOIN organisation g ON g.id = u.custodian_id`,
    );
    const fittings = await database.rows<{ serial: string | null }>(
      `SELECT g.code, o.number, o.status, u.serial, ${since('f.fitted_at')} AS "fittedAt"
         FROM repair_order o JOIN organisation g ON g.id = o.workshop_id
         LEFT JOIN fitting f ON f.order_id = o.id LEFT JOIN unit u ON u.id = f.unit_id`,
    );
    const cases = await database.rows('SELECT kind, count(*)::int AS count FROM case_file GROUP BY kind');
    return { flags: this.inNames(flags), units: this.inNames(units), fittings: this.inNames(fittings), cases };
  }

  private inNames<Row extends { readonly serial: string | null }>(rows: readonly Row[]): Row[] {
    const names = new Map([...this.codes].map(([name, code]) => [serialOf(code), name]));
    return rows
      .map((row) => ({ ...row, serial: row.serial && (names.get(row.serial) ?? row.serial) }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
}

export interface Outcome {
  readonly flags: readonly {
    readonly rule: string;
    readonly level: number;
    readonly status: string;
    readonly count: number;
    readonly serial: string | null;
    readonly workshop: string | null;
  }[];
  readonly units: readonly unknown[];
  readonly fittings: readonly unknown[];
  readonly cases: readonly unknown[];
}

const serialOf = (code: string): string => /\/21\/(\w{12})/.exec(code)?.[1] ?? code;

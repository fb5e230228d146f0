import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Response, Test } from 'supertest';
import { digestOf, hintOf, newApiKey } from '../../src/auth/secrets.ts';
import { Database } from '../../src/database/database.ts';
import { DEMO_ACCOUNTS, DEMO_ORGANISATIONS } from '../../src/demo/demo-people.ts';
import { startApp, type AppWishes, type RunningApp } from './app.ts';
import { expectSoundLedgers } from './ledger.ts';

/** What the codes of the demo catalogue are called in stories. */
export const PART = {
  brakePads: 'CH-04465-02250',
  brakePadsOld: 'CH-04465-02240',
  brakeDisc: 'CH-43512-0E040',
  oilFilter: 'CH-90915-YZZD4',
  battery: 'CH-28800-31250',
  shockRight: 'CH-48510-09M50',
  brakeFluid: 'CH-08823-80112',
} as const;
export const VIN = 'LCHARE3K8AN100200';
export const OTHER_VIN = 'LCHBRE3K1BN100237';

type Body = Record<string, unknown>;
/** The JSON object of an answer. */
export type Answer = Record<string, unknown>;

/** One person or machine at work: every request goes over HTTP with their own credentials. */
export class Person {
  constructor(
    readonly world: World,
    readonly credential: string,
    readonly organisation: string,
  ) {}

  private send(test: Test): Test {
    return test.set('Authorization', this.credential);
  }
  get(path: string): Test {
    return this.send(this.world.app.request.get(path));
  }
  post(path: string, body: Body = {}, key?: string): Test {
    const test = this.send(this.world.app.request.post(path));
    return (key === undefined ? test : test.set('Idempotency-Key', key)).send(body);
  }
  put(path: string, body: Body): Test {
    return this.send(this.world.app.request.put(path)).send(body);
  }
  delete(path: string): Test {
    return this.send(this.world.app.request.delete(path));
  }
  /** POST that must succeed. Gives the answer's body. */
  async does(path: string, body: Body = {}): Promise<Answer> {
    return answered(await this.post(path, body));
  }

  /** Labels registered, printed and stuck on: the label texts of new units in stock. */
  async mints(partNumber: string, quantity: number, more: Body = {}): Promise<string[]> {
    const codes = await this.issues(partNumber, quantity, more);
    await this.does(`/api/batches/${codes.batch}/commission`);
    return codes.codes;
  }

  /** Labels registered and printed, not yet stuck on anything. */
  async issues(partNumber: string, quantity: number, more: Body = {}): Promise<{ batch: string; codes: string[] }> {
    const { id } = await this.does('/api/batches', { partNumber, quantity, ...more });
    await this.world.until(async () => answered(await this.get(`/api/batches/${String(id)}`)).status === 'issued');
    const csv = (await this.get(`/api/batches/${String(id)}/labels.csv`)).text.trim().split('\n').slice(1);
    return { batch: String(id), codes: csv.map((row) => row.split(',')[4]!.replaceAll('"', '').trim()) };
  }

  async ships(to: string, units: readonly string[], more: Body = {}): Promise<string> {
    return String((await this.does('/api/shipments', { to, units: [...units], ...more })).id);
  }

  receives(shipment: string, codes: readonly string[], more: Body = {}): Promise<Answer> {
    return this.does(`/api/shipments/${shipment}/receipts`, { codes: [...codes], ...more });
  }

  scans(code: string, purpose: string, more: Body = {}): Promise<Answer> {
    return this.does('/api/scans', { code, purpose, ...more });
  }

  /** The response as it is: stories of refusals look at its status and code. */
  fits(order: string, fitting: Body): Promise<Response> {
    return this.post(`/api/repair-orders/${order}/fittings`, fitting).then((response) => response);
  }

  /** Sends a picture of an old part, as a JPEG unless the story says otherwise. */
  photographs(order: string, oldPart: string, picture: Buffer, query = ''): Test {
    const test = this.send(
      this.world.app.request.post(`/api/repair-orders/${order}/old-parts/${oldPart}/photos${query}`),
    );
    return test.set('Content-Type', 'image/jpeg').send(picture);
  }

  /** The car has gone ten kilometres in the yard, where the story says nothing. */
  invoices(order: string, invoice: Body): Promise<Response> {
    const bill = { odometerOut: 31_010, ...invoice };
    return this.post(`/api/repair-orders/${order}/invoice`, bill).then((response) => response);
  }

  /** A repair order as a DMS pushes it, with sane values where the story says nothing. */
  async opens(number: string, lines: readonly Body[], more: Body = {}): Promise<void> {
    const order = {
      version: 1,
      openedAt: '2026-11-22T01:00:00Z',
      vehicle: { vin: VIN, plate: '浙A·A1000', model: 'E300' },
      owner: { name: '王芳', phone: '13900000000' },
      repairCategory: 'minor',
      odometerIn: 31000,
      ...more,
      lines: lines.map((line, index) => ({
        line: index + 1,
        category: 'original',
        quantity: 1,
        payType: 'customer',
        ...line,
      })),
    };
    answered(await this.put(`/api/repair-orders/${number}`, order));
  }

  async approves(number: string, ...lines: (number | Body)[]): Promise<void> {
    const approved = lines.map((line) => (typeof line === 'number' ? { line } : line));
    await this.does(`/api/repair-orders/${number}/approvals`, { lines: approved, channel: 'in_person' });
  }
}

/** The answer of a request that must have succeeded. */
export function answered(response: Response): Answer {
  if (response.status >= 400) {
    throw new Error(`${response.request.method} ${response.request.url} answered ${response.status}: ${response.text}`);
  }
  return response.body as Answer;
}

export interface Workshop {
  readonly technician: Person;
  readonly clerk: Person;
  readonly advisor: Person;
  readonly supervisor: Person;
}

/** The demo organisations and the maker's catalogue, with nothing minted yet. */
export class World {
  maker: Person;
  analyst: Person;
  warehouse: Person;
  admin: Person;
  hz1: Workshop;
  hz2: Workshop;
  nb1: Workshop;

  private constructor(readonly app: RunningApp) {}

  static async start(wishes: AppWishes = {}): Promise<World> {
    const world = new World(await startApp(wishes));
    try {
      await world.populate();
    } catch (error) {
      await world.app.close();
      throw error;
    }
    return world;
  }

  get database(): Database {
    return this.app.app.get(Database);
  }

  /** Every unit's ledger is sound, then everything is shut down. */
  async close(): Promise<void> {
    try {
      await expectSoundLedgers(this.app.app);
    } finally {
      await this.app.close();
    }
  }

  async until(holds: () => Promise<boolean>): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt++) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('it never came to pass');
  }

  /** Units on the shelf of a workshop, by the whole way: minted, shipped, received. */
  async stock(workshop: Workshop, partNumber: string, quantity: number): Promise<string[]> {
    const codes = await this.warehouse.mints(partNumber, quantity);
    const shipment = await this.warehouse.ships(workshop.technician.organisation, codes);
    await workshop.clerk.receives(shipment, codes);
    return codes;
  }

  /** Somebody with an API key: signing in costs an argon2 hash, and stories are about other things. */
  async machine(organisation: string, ...roles: readonly string[]): Promise<Person> {
    return new Person(this, await insertMachine(this.database, organisation, roles), organisation);
  }

  private async populate(): Promise<void> {
    await insertDemoPeople(this.database);
    const workshop = async (code: string): Promise<Workshop> => ({
      technician: await this.machine(code, 'technician'),
      clerk: await this.machine(code, 'parts_clerk'),
      advisor: await this.machine(code, 'advisor'),
      supervisor: await this.machine(code, 'supervisor'),
    });
    this.maker = await this.machine('CH', 'catalogue_editor', 'key_custodian');
    this.analyst = await this.machine('CH', 'analyst');
    this.warehouse = await this.machine('WH-HZ', 'operator', 'lead');
    this.admin = await this.machine('PLATFORM', 'administrator');
    this.hz1 = await workshop('WS-HZ-01');
    this.hz2 = await workshop('WS-HZ-02');
    this.nb1 = await workshop('WS-NB-01');
    const catalogue = readFileSync(new URL('../../src/demo/data/catalogue.csv', import.meta.url));
    const imported = this.app.request.post('/api/parts/imports').set('Authorization', this.maker.credential);
    answered(await imported.set('Content-Type', 'text/csv').send(catalogue.toString()));
  }
}

async function insertDemoPeople(database: Database): Promise<void> {
  for (const { code, kind, name, gs1Prefix, maker, phone } of DEMO_ORGANISATIONS) {
    await database.run(
      `INSERT INTO organisation (id, kind, code, name_zh, name_en, gs1_prefix, maker_id, phone)
       VALUES ($1, $2, $3, $4, $5, $6, (SELECT id FROM organisation WHERE code = $7), $8)`,
      [randomUUID(), kind, code, name.zh, name.en, gs1Prefix ?? null, maker ?? null, phone ?? null],
    );
  }
}

async function insertMachine(database: Database, organisation: string, roles: readonly string[]): Promise<string> {
  const key = newApiKey();
  await database.run(
    `INSERT INTO api_key (id, organisation_id, name, secret_hash, hint, scopes, created_by)
     SELECT $1, id, $2, $3, $4, $5, id FROM organisation WHERE code = $6`,
    [randomUUID(), `${organisation}: ${roles.join(' ')}`, digestOf(key), hintOf(key), roles, organisation],
  );
  return `Bearer ${key}`;
}

export { DEMO_ACCOUNTS };

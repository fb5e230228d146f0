import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Response, Test } from 'supertest';
import type { Role } from '../../src/auth/actor.ts';
import { AccountsService } from '../../src/auth/accounts.service.ts';
import { OrganisationsService } from '../../src/auth/organisations.service.ts';
import { Database } from '../../src/database/database.ts';
import { startApp, type RunningApp } from './app.ts';

/** A person at a desk: every call carries their session. */
export interface Person {
  get(path: string): Test;
  post(path: string, body?: object): Test;
  put(path: string, body: object): Test;
  delete(path: string, body?: object): Test;
}

/** One minted and commissioned unit, as it is known from its label. */
export interface MintedUnit {
  readonly gtin: string;
  readonly serial: string;
  readonly partNumber: string;
  /** The whole label text. */
  readonly code: string;
}

const PASSWORD = 'a long enough password';

export const PADS = { partNumber: 'CH-04465-02250', gtin: '09521234100003' };
export const DISCS = { partNumber: 'CH-43512-0E040', gtin: '09521234100010' };
const FOREIGN = { partNumber: 'XX-1', gtin: '09529999000002' };

export const VIN = 'LCHARE3K8AN100200';
export const PLATE = '浙A·A1000';
export const OWNER = '王芳';

/** Who works where. `lead2` and `analyst2` are second people of the same houses. */
const PEOPLE = {
  maker: { organisation: 'CH', roles: ['catalogue_editor'] },
  analyst: { organisation: 'CH', roles: ['analyst'] },
  analyst2: { organisation: 'CH', roles: ['analyst'] },
  lead: { organisation: 'WH-HZ', roles: ['operator', 'lead'] },
  operator: { organisation: 'WH-HZ', roles: ['operator'] },
  sister: { organisation: 'WH-NB', roles: ['operator', 'lead'] },
  clerk: { organisation: 'WS-HZ-01', roles: ['parts_clerk'] },
  supervisor: { organisation: 'WS-HZ-01', roles: ['supervisor'] },
  neighbour: { organisation: 'WS-HZ-02', roles: ['parts_clerk', 'supervisor'] },
  rival: { organisation: 'WH-XX', roles: ['operator', 'lead'] },
  rivalAnalyst: { organisation: 'XX', roles: ['analyst'] },
} as const satisfies Record<string, { organisation: string; roles: readonly Role[] }>;

export type People = Readonly<Record<keyof typeof PEOPLE, Person>>;

/** Two makers, their warehouses and two workshops, with people in each who are signed in, on the real application. */
export class TradeWorld {
  private constructor(
    readonly running: RunningApp,
    readonly people: People,
    private readonly dataDir: string,
  ) {}

  static async begin(): Promise<TradeWorld> {
    const dataDir = mkdtempSync(join(tmpdir(), 'truepart-trade-'));
    const running = await startApp({ environment: { DATA_DIR: dataDir } });
    await organisations(running);
    await parts(running);
    const people = Object.fromEntries(
      await Promise.all(
        Object.entries(PEOPLE).map(async ([name, who]) => [name, await signIn(running, name, who)] as const),
      ),
    ) as Record<keyof typeof PEOPLE, Person>;
    return new TradeWorld(running, people, dataDir);
  }

  async end(): Promise<void> {
    await this.running.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  get database(): Database {
    return this.running.app.get(Database);
  }

  /** Labels that are printed and on no part yet. */
  async labels(quantity: number, part = PADS, by: Person = this.people.lead): Promise<MintedUnit[]> {
    const { batch } = await this.mint(quantity, part, by);
    return this.labelsOf(batch, part, by);
  }

  /** Stock of the warehouse that mints. */
  async stock(quantity: number, part = PADS, by: Person = this.people.lead): Promise<MintedUnit[]> {
    const { batch } = await this.mint(quantity, part, by);
    await ok(by.post(`/api/batches/${batch}/commission`));
    return this.labelsOf(batch, part, by);
  }

  /** Stock of the rival maker's warehouse. */
  foreignStock(quantity: number): Promise<MintedUnit[]> {
    return this.stock(quantity, FOREIGN, this.people.rival);
  }

  /** The warehouse ships these units to a workshop, which has not received them yet. @returns the shipment's id */
  async ship(units: readonly MintedUnit[], to = 'WS-HZ-01', by: Person = this.people.lead): Promise<string> {
    // Rows of one moment have no order; those of two shipments do.
    this.running.clock.advance(1000);
    const shipped = await ok(by.post('/api/shipments', { to, units: units.map(({ code }) => code) }));
    return (shipped.body as { id: string }).id;
  }

  /** Stock of the workshop WS-HZ-01. */
  async workshopStock(quantity: number, part = PADS): Promise<MintedUnit[]> {
    const units = await this.stock(quantity, part);
    const id = await this.ship(units);
    await ok(this.people.clerk.post(`/api/shipments/${id}/receipts`, { codes: units.map(({ code }) => code) }));
    return units;
  }

  /** A repair order of WS-HZ-01 on one car with one approved line, and the unit fitted on it. @returns its number and the fitting's id */
  async fit(unit: MintedUnit): Promise<{ order: string; fitting: string }> {
    const { supervisor } = this.people;
    const order = await this.order(unit.partNumber);
    const fitting = {
      line: 1,
      code: unit.code,
      vin: VIN,
      position: 'F',
      odometer: 31_000,
      removedPart: { outcome: 'none' },
    };
    const fitted = await ok(supervisor.post(`/api/repair-orders/${order}/fittings`, fitting));
    return { order, fitting: (fitted.body as { fitting: { id: string } }).fitting.id };
  }

  /** An approved order for one piece of a part on the story's one car. @returns its number */
  async order(partNumber: string): Promise<string> {
    const { supervisor } = this.people;
    const number = `RO-${++this.orders}`;
    await ok(
      supervisor.put(`/api/repair-orders/${number}`, {
        version: 1,
        openedAt: '2026-11-23T01:00:00Z',
        vehicle: { vin: VIN, plate: PLATE, model: 'E300' },
        owner: { name: OWNER, phone: '13900000000' },
        odometerIn: 31_000,
        lines: [
          {
            line: 1,
            partNumber,
            category: 'original',
            quantity: 1,
            unitPrice: '428.00',
            payType: 'customer',
            cause: 'worn',
          },
        ],
      }),
    );
    await ok(supervisor.post(`/api/repair-orders/${number}/approvals`, { lines: [{ line: 1 }], channel: 'in_person' }));
    return number;
  }

  private orders = 0;

  private async mint(quantity: number, { partNumber }: typeof PADS, by: Person): Promise<{ batch: string }> {
    const made = await ok(by.post('/api/batches', { partNumber, quantity, lot: 'L26K01' }));
    const { id } = made.body as { id: string };
    for (;;) {
      const { status } = (await ok(by.get(`/api/batches/${id}`))).body as { status: string };
      if (status === 'issued') return { batch: id };
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private async labelsOf(batch: string, { partNumber }: typeof PADS, by: Person): Promise<MintedUnit[]> {
    const { text } = await ok(by.get(`/api/batches/${batch}/labels.csv`));
    const [headings, ...rows] = text
      .trim()
      .split(/\r?\n/)
      .map((row) => row.split(','));
    const column = (name: string) => headings!.findIndex((heading) => heading.replace('\ufeff', '') === name);
    const [serial, gtin, code] = [column('serial'), column('gtin'), column('code')];
    return rows.map((row) => ({ gtin: row[gtin]!, serial: row[serial]!, code: row[code]!, partNumber }));
  }
}

/** The answer, which must be a yes: otherwise the story's own line fails with what was said. */
export async function ok(call: Test): Promise<Response> {
  const answer = await call;
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

async function organisations({ app }: RunningApp): Promise<void> {
  const service = app.get(OrganisationsService, { strict: false });
  const create = (
    kind: 'maker' | 'warehouse' | 'workshop',
    code: string,
    more: { maker?: string; gs1Prefix?: string },
  ) => service.create('system', { kind, code, name: { zh: `${code}号`, en: `The ${code}` }, ...more });
  await create('maker', 'CH', { gs1Prefix: '9521234' });
  await create('maker', 'XX', { gs1Prefix: '9529999' });
  await create('warehouse', 'WH-HZ', { maker: 'CH' });
  await create('warehouse', 'WH-NB', { maker: 'CH' });
  await create('warehouse', 'WH-XX', { maker: 'XX' });
  await create('workshop', 'WS-HZ-01', {});
  await create('workshop', 'WS-HZ-02', {});
}

async function parts({ app }: RunningApp): Promise<void> {
  await app.get(Database).run(
    `WITH made AS (
       INSERT INTO part (id, maker_id, part_number, name_zh, name_en, class, tracking, gtin)
       SELECT gen_random_uuid(), o.id, p.number, '零件', 'A part', 'safety', 'serial', p.gtin
         FROM (VALUES ('CH', $1, $2), ('CH', $3, $4), ('XX', $5, $6)) AS p(maker, number, gtin)
         JOIN organisation o ON o.code = p.maker
       RETURNING id)
     INSERT INTO part_price (part_id, valid_from, list_price, currency) SELECT id, '2026-01-01', 428, 'CNY' FROM made`,
    [PADS, DISCS, FOREIGN].flatMap(({ partNumber, gtin }) => [partNumber, gtin]),
  );
}

async function signIn(
  { app, request }: RunningApp,
  name: string,
  { organisation, roles }: { organisation: string; roles: readonly Role[] },
): Promise<Person> {
  const email = `${name}@trade.test`;
  const account = { organisation, email, name: `Person ${name}`, password: PASSWORD, roles };
  await app.get(AccountsService, { strict: false }).create('system', account);
  const session = await ok(request.post('/api/session').send({ email, password: PASSWORD }));
  const cookie = String(session.headers['set-cookie']).split(';')[0]!;
  return {
    get: (path) => request.get(path).set('cookie', cookie),
    post: (path, body = {}) => request.post(path).set('cookie', cookie).send(body),
    put: (path, body) => request.put(path).set('cookie', cookie).send(body),
    delete: (path, body = {}) => request.delete(path).set('cookie', cookie).send(body),
  };
}

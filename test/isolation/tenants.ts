import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { type OrganisationKind, type Role, ROLES } from '../../src/auth/actor.ts';
import { Housekeeping } from '../../src/http/housekeeping.ts';
import { phonePhoto } from '../../src/repair-orders/picture.builder.ts';
import { type Answer, answered, type Person, World } from '../support/actors.ts';
import { addressOf, type Call, type Operation } from '../support/openapi-walk.ts';
import { SECRETS } from './secrets.ts';

/** One organisation of each kind that trade with each other, and whose affairs are nobody else's. */
const OWNERS = { maker: 'CH', warehouse: 'WH-HZ', workshop: 'WS-HZ-01', platform: 'PLATFORM' } as const;
/** One of each kind that has nothing to do with them: another maker, its warehouse, another workshop. */
const OUTSIDERS = { maker: 'XX', warehouse: 'WH-XX', workshop: 'WS-HZ-02' } as const;
export type OutsiderKind = keyof typeof OUTSIDERS;

export const PAD = 'CH-04465-02250';
/** What the other maker makes. */
export const OTHER_PART = 'XX-1000';

/** Cars that no example in the contract names. */
export const OWN_VIN = 'LCHARE3K8AN177310';
export const OTHER_VIN = 'LCHBRE3K1BN177322';

/** A repair order of the owner's with what was done on it. */
export interface OwnOrder {
  readonly number: string;
  readonly codes: readonly string[];
  /** The ids of the fittings, one a code. */
  readonly fittings: readonly string[];
}

/** Two houses side by side, each with everybody in it, on the real application. */
export class Tenants {
  owners: Record<OrganisationKind, Person>;
  outsiders: Record<OutsiderKind, Person>;
  private readonly wrong = new Map<string, Promise<Person>>();
  private readonly shelf: string[] = [];
  private readonly stored: string[] = [];
  private orders = 7700;

  private constructor(readonly world: World) {}

  static async start(environment: Readonly<Record<string, string>>): Promise<Tenants> {
    const tenants = new Tenants(await World.start({ environment }));
    await tenants.settleIn();
    return tenants;
  }

  async close(): Promise<void> {
    await this.world.close();
  }

  private async settleIn(): Promise<void> {
    const { world } = this;
    // What happens by itself every minute would pass for what an attack changed.
    world.app.app.get(Housekeeping, { strict: false }).onApplicationShutdown();
    await insertOtherMaker(world);
    const everybody = async (codes: Record<string, string>) =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(codes).map(async ([kind, code]) => [
            kind,
            await world.machine(code, ...ROLES[kind as OrganisationKind]),
          ]),
        ),
      ) as Record<string, Person>;
    this.owners = await everybody(OWNERS);
    this.outsiders = await everybody(OUTSIDERS);
    await this.outsidersOwnAffairs();
    this.shelf.push(...(await this.bring(OWNERS.workshop, 80)));
    this.stored.push(...(await this.owners.warehouse.mints(PAD, 40, { lot: 'L26X77' })));
  }

  /** Somebody of the owner's organisation of that kind who holds every role there but these; nobody where none is left. */
  async withoutRoles(kind: OrganisationKind, roles: readonly Role[]): Promise<Person | undefined> {
    const others = ROLES[kind].filter((role) => !roles.includes(role));
    if (others.length === 0) return undefined;
    const name = `${kind} ${others.join(' ')}`;
    if (!this.wrong.has(name)) this.wrong.set(name, this.world.machine(OWNERS[kind], ...others));
    return this.wrong.get(name);
  }

  async call(operation: Operation, call: Call, by: Person | undefined): Promise<Response> {
    const method = operation.method.toLowerCase() as 'get' | 'put' | 'post' | 'patch' | 'delete';
    const test = this.world.app.request[method](addressOf(operation, call));
    if (by) test.set('Authorization', by.credential);
    if (call.type !== undefined) test.set('Content-Type', call.type);
    return call.body === undefined ? test : test.send(call.body);
  }

  /** Texts that stand in the owners' rows and in nobody else's. @param kind of who must not read them */
  async secrets(kind: OutsiderKind | 'nobody'): Promise<string[]> {
    const rows = await this.world.database.rows<{ secret: string }>(SECRETS, [Object.values(OUTSIDERS)]);
    const names = await this.world.database.rows<{ secret: string }>(
      `SELECT unnest(ARRAY[id::text, name_zh, name_en]) AS secret FROM organisation WHERE code = ANY($1)`,
      [kind === 'maker' || kind === 'warehouse' ? Object.values(OWNERS).slice(0, 3) : [OWNERS.workshop]],
    );
    return [...rows, ...names].map(({ secret }) => secret);
  }

  /** A unit on the owner workshop's shelf. */
  unit(): string {
    return this.shelf.pop()!;
  }

  /** A unit in the owner warehouse's stock. */
  warehouseUnit(): string {
    return this.stored.pop()!;
  }

  async batch(quantity = 1): Promise<{ id: string; codes: string[] }> {
    const { batch, codes } = await this.owners.warehouse.issues(PAD, quantity, { lot: 'L26X78' });
    return { id: batch, codes };
  }

  /** Nothing is left to do in the background, save what waits for its next attempt. */
  async settled(): Promise<void> {
    await this.world.until(async () => {
      const unfinished = `SELECT (SELECT count(*) FROM batch WHERE finished_at IS NULL)
        + (SELECT count(*) FROM outbox_event WHERE relayed_at IS NULL)
        + (SELECT count(*) FROM webhook_delivery WHERE status = 'waiting' AND trouble IS NULL) AS count`;
      return (await this.world.database.first<{ count: string }>(unfinished))?.count === '0';
    });
  }

  /** Leads nowhere: a message to it was tried once and waits. @returns the ids of both */
  async webhook(): Promise<{ id: string; event: string }> {
    const { workshop } = this.owners;
    const wish = { url: `http://127.0.0.1:1/hook-${this.orders++}`, events: ['webhook.disabled'] };
    const { id } = await workshop.does('/api/webhooks', wish);
    const { event } = await workshop.does(`/api/webhooks/${String(id)}/test`);
    return { id: String(id), event: String(event) };
  }

  /** Units on their way to the owner's workshop. */
  async shipment(): Promise<{ id: string; codes: string[] }> {
    const codes = [this.warehouseUnit()];
    return { id: await this.owners.warehouse.ships(OWNERS.workshop, codes, { reference: 'Lieferschein 7731' }), codes };
  }

  async carton(isSealed: boolean): Promise<{ sscc: string; codes: string[] }> {
    const codes = [this.warehouseUnit()];
    const sscc = String((await this.owners.warehouse.does('/api/cartons', { units: codes })).sscc);
    if (isSealed) await this.owners.warehouse.does(`/api/cartons/${sscc}/seal`);
    return { sscc, codes };
  }

  /** An approved order of the owner's with as many lines as wished, and so many of them fitted. */
  async order({ lines = 1, fitted = 0 } = {}): Promise<OwnOrder> {
    const number = `RO-HZ1-${this.orders++}`;
    const { workshop } = this.owners;
    await this.opens(workshop, number, lines);
    const codes = Array.from({ length: lines }, () => this.unit());
    const fittings: string[] = [];
    for (const [index, code] of codes.slice(0, fitted).entries()) {
      const answer = answered(
        await workshop.fits(number, {
          line: index + 1,
          code,
          vin: OWN_VIN,
          position: `pos ${number}`,
          odometer: 31005,
        }),
      );
      fittings.push((answer.fitting as { id: string }).id);
    }
    return { number, codes, fittings };
  }

  /** An order with its invoice out. @returns the owner's link too */
  async invoiced(): Promise<OwnOrder & { readonly token: string }> {
    const order = await this.order({ fitted: 1 });
    const { workshop } = this.owners;
    await workshop.does(`/api/repair-orders/${order.number}/old-parts`, {
      line: 1,
      outcome: 'waived',
      note: 'Altteil 7731',
    });
    const issued = answered(await workshop.invoices(order.number, this.bill(order.number)));
    return { ...order, token: String(issued.token) };
  }

  /** A photo of what came out for an order that is not billed yet. @returns its own id and the old part’s */
  async photographed(): Promise<{ readonly number: string; readonly oldPart: string; readonly photo: string }> {
    const { number } = await this.order({ fitted: 1 });
    const { workshop } = this.owners;
    const oldPart = randomUUID();
    await workshop.does(`/api/repair-orders/${number}/old-parts`, { id: oldPart, line: 1, outcome: 'waived' });
    const { id } = answered(await workshop.photographs(number, oldPart, await phonePhoto()));
    return { number, oldPart, photo: String(id) };
  }

  /** An invoice of the other workshop's, for another car. */
  async invoicedElsewhere(): Promise<{ readonly token: string }> {
    const number = await this.foreignOrder();
    const { workshop } = this.outsiders;
    const code = (await this.bring(OUTSIDERS.workshop, 1))[0]!;
    const position = `pos ${number}`;
    answered(
      await workshop.fits(number, { line: 1, code, vin: OTHER_VIN, position, removedPart: { outcome: 'waived' } }),
    );
    return { token: String(answered(await workshop.invoices(number, this.bill(number))).token) };
  }

  /** Made by the owner of the car. */
  async historyLink(): Promise<{ readonly id: string; readonly token: string }> {
    const { token } = await this.invoiced();
    const url = `/api/public/invoices/${token}/history-links`;
    const made = answered(await this.world.app.request.post(url).send({ days: 7 }));
    return { id: String(made.id), token: String(made.token) };
  }

  bill(order: string): Answer {
    const line = { line: 1, partNumber: PAD, category: 'original', quantity: 1, unitPrice: '428.00' };
    return { number: `INV-${order}`, odometerOut: 31010, lines: [line] };
  }

  /** A label on the wrong box: a case of the owners, its flag, and the unit that is held for it. */
  async troubled(): Promise<{ code: string; flag: string; case: string; kind: string }> {
    const code = this.unit();
    const { workshop, maker } = this.owners;
    await workshop.scans(code, 'check', { partNumberSeen: 'CH-90915-YZZD4', device: 'scanner-hz1-7731' });
    const unit = answered(await maker.get(`/api/units/${unitOf(code).gtin}/${unitOf(code).serial}`));
    const { items } = answered(await maker.get('/api/flags?rule=C08&status=open')) as { items: Answer[] };
    const flag = items.find(({ unit: flagged }) => (flagged as { serial: string }).serial === unitOf(code).serial)!;
    const [hold] = unit.holds as { kind: string }[];
    return { code, flag: String(flag.id), case: String(flag.case), kind: hold!.kind };
  }

  async recall(): Promise<string> {
    const number = `R-CH-${this.orders++}`;
    const title = { zh: `召回 ${number}`, en: `Recall ${number}` };
    await this.owners.maker.does('/api/recalls', {
      number,
      partNumber: 'CH-28800-31250',
      lot: `L${this.orders}`,
      title,
    });
    return number;
  }

  async account(): Promise<string> {
    const { platform } = this.owners;
    const email = `meister-${this.orders++}@xihu.test`;
    const wish = { organisation: OWNERS.workshop, email, name: `Meister ${this.orders}`, roles: ['technician'] };
    return String((await platform.does('/api/accounts', { ...wish, password: randomUUID() })).id);
  }

  async apiKey(): Promise<string> {
    const wish = { name: `Kassensystem ${this.orders++}`, scopes: ['technician'] };
    return String((await this.owners.workshop.does('/api/api-keys', wish)).id);
  }

  /** The other workshop's own order on the same car, approved: a place of its own to try foreign things in. */
  async foreignOrder(): Promise<string> {
    const number = `RO-HZ2-${this.orders++}`;
    await this.opens(this.outsiders.workshop, number, 1);
    return number;
  }

  private async opens(workshop: Person, number: string, count: number): Promise<void> {
    const line = { partNumber: PAD, unitPrice: '428.00', concern: `Klage ${number}`, cause: `Ursache ${number}` };
    const lines = Array.from({ length: count }, () => line);
    const isOwner = workshop === this.owners.workshop;
    const owner = isOwner ? { name: '王芳', phone: '13900007731' } : { name: '李雷', phone: '13800000002' };
    const vehicle = isOwner
      ? { vin: OWN_VIN, plate: '浙A·HZ771', model: 'E300' }
      : { vin: OTHER_VIN, plate: '浙B·00002', model: 'E300' };
    await workshop.opens(number, lines, { vehicle, owner });
    await workshop.approves(number, ...lines.map((_, index) => index + 1));
  }

  private async bring(workshop: string, quantity: number): Promise<string[]> {
    const { warehouse } = this.owners;
    const codes = await warehouse.mints(PAD, quantity, { lot: 'L26X76' });
    const shipment = await warehouse.ships(workshop, codes);
    const receiver = workshop === OWNERS.workshop ? this.owners.workshop : this.outsiders.workshop;
    await receiver.receives(shipment, codes);
    return codes;
  }

  /** So that their lists have something in them, and a wrong scope has somewhere to leak from. */
  private async outsidersOwnAffairs(): Promise<void> {
    const { maker, warehouse, workshop } = this.outsiders;
    const part = {
      name: { zh: '别家零件', en: 'Another part' },
      class: 'wear',
      tracking: 'serial',
      listPrice: '10.00',
      currency: 'CNY',
    };
    answered(await maker.put(`/api/parts/${OTHER_PART}`, part));
    const codes = await warehouse.mints(OTHER_PART, 1);
    await warehouse.ships(OUTSIDERS.workshop, codes);
    const [code] = await this.bring(OUTSIDERS.workshop, 1);
    const order = await this.foreignOrder();
    answered(await workshop.fits(order, { line: 1, code, vin: OTHER_VIN, removedPart: { outcome: 'waived' } }));
  }
}

/** GTIN and serial of a label text. */
export function unitOf(code: string): { gtin: string; serial: string } {
  const [, gtin = '', serial = ''] = /\/01\/(\d{14})\/.*?21\/(\w{12})/.exec(code) ?? [];
  return { gtin, serial };
}

async function insertOtherMaker({ database }: World): Promise<void> {
  await database.run(
    `INSERT INTO organisation (id, kind, code, name_zh, name_en, gs1_prefix)
     VALUES (gen_random_uuid(), 'maker', 'XX', '别家汽车', 'Other Motors', '9529999')`,
  );
  await database.run(
    `INSERT INTO organisation (id, kind, code, name_zh, name_en, maker_id)
     SELECT gen_random_uuid(), 'warehouse', 'WH-XX', '别家仓库', 'Other warehouse', id FROM organisation WHERE code = 'XX'`,
  );
}

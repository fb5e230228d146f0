import type { Response } from 'supertest';
import { ApiKeysService } from '../src/auth/api-keys.service.ts';
import type { Actor } from '../src/auth/actor.ts';
import { recordSteps } from '../src/units/ledger.ts';
import type { OrganisationId, UnitId } from '../src/kernel/identifiers.ts';
import { pictureOf, readCodes } from './support/paper.ts';
import { expectSoundLedgers } from './support/ledger.ts';
import {
  DISCS,
  ok,
  OWNER,
  PADS,
  PLATE,
  TradeWorld,
  VIN,
  type MintedUnit,
  type People,
  type Person,
} from './support/trade-world.ts';

let world: TradeWorld;
let people: People;
beforeAll(async () => {
  world = await TradeWorld.begin();
  people = world.people;
});
afterAll(() => world?.end());
afterEach(() => expectSoundLedgers(world.running.app));

interface Entry {
  kind: string;
  type: string | null;
  organisation: { code: string } | null;
  actor: string | null;
  reference: string | null;
  detail: Record<string, unknown>;
  words: { zh: string; en: string };
}

const path = ({ gtin, serial }: MintedUnit, action = ''): string => `/api/units/${gtin}/${serial}${action}`;
const refusal = ({ status, body }: Response) => [status, body.code];
const told = async (who: Person, unit: MintedUnit) => (await ok(who.get(path(unit)))).body;
const historyFor = async (who: Person, unit: MintedUnit): Promise<Entry[]> => (await told(who, unit)).history;

/** An investigation of this maker's, opened because a voided label was met. @returns its number */
async function openedCase(): Promise<string> {
  const [label] = (await world.labels(1)) as [MintedUnit];
  await ok(people.lead.post(path(label, '/void'), { reason: 'misprint' }));
  await ok(people.clerk.post('/api/scans', { code: label.code, purpose: 'check' }));
  const [hold] = (await told(people.analyst, label)).holds;
  return hold.case;
}

describe('the life of a unit', () => {
  test('is told whole to the maker and its warehouses, without persons or vehicles of others', async () => {
    const [unit] = (await world.workshopStock(1)) as [MintedUnit];
    await ok(
      people.supervisor.post('/api/scans', {
        code: unit.code,
        purpose: 'check',
        location: { latitude: 30.27, longitude: 120.15 },
      }),
    );
    const { order } = await world.fit(unit);
    for (const who of [people.maker, people.analyst, people.lead, people.sister]) {
      const body = await told(who, unit);
      expect(body).toMatchObject({
        ...unitOf(unit),
        lot: 'L26K01',
        state: 'fitted',
        custodian: { code: 'WS-HZ-01' },
        holds: [],
      });
      const ledger = body.history.filter(({ kind }: Entry) => kind === 'ledger');
      expect(ledger.map(({ type }: Entry) => type)).toEqual([
        'minted',
        'commissioned',
        'shipped',
        'received',
        'allocated',
        'fitted',
      ]);
      expect(ledger[2].words).toEqual({
        zh: 'WH-HZ号：发货，收货方 WS-HZ-01号',
        en: 'Shipped by The WH-HZ to The WS-HZ-01',
      });
      expect(ledger[5]).toMatchObject({ organisation: { code: 'WS-HZ-01' }, reference: order, detail: { line: 1 } });
      const [sighting] = body.history.filter(({ kind }: Entry) => kind === 'sighting');
      expect(sighting).toMatchObject({
        type: 'check',
        place: { latitude: 30.27, longitude: 120.15 },
        detail: { outcome: 'consistent' },
      });
      const text = JSON.stringify(body);
      for (const secret of [VIN, PLATE, OWNER, '13900000000', 'Person supervisor', 'Person clerk'])
        expect(text).not.toContain(secret);
    }
    expect((await historyFor(people.lead, unit))[0]!.actor).toBe('Person lead');
    expect((await historyFor(people.analyst, unit))[0]!.actor).toBeNull();
  });

  test('is told to a workshop as far as it took part, and of the rest only that it happened', async () => {
    const [unit] = (await world.workshopStock(1)) as [MintedUnit];
    await ok(people.lead.post('/api/scans', { code: unit.code, purpose: 'audit' }));
    const history = await historyFor(people.clerk, unit);
    expect(history.map(({ type, organisation }) => [type, organisation?.code ?? null])).toEqual([
      ['minted', null],
      ['commissioned', null],
      ['shipped', 'WH-HZ'],
      ['received', 'WS-HZ-01'],
      [null, null],
    ]);
    expect(history[0]).toMatchObject({ reference: null, actor: null, detail: {}, words: { en: 'Label issued' } });
    expect(history[3]!.actor).toBe('Person clerk');
    expect(history[4]).toMatchObject({ kind: 'sighting', reference: null, detail: {}, words: { en: 'Label scanned' } });
  });

  test('begins for a workshop when the unit is on its way, and is no longer its own when it is not', async () => {
    const [unit] = (await world.stock(1)) as [MintedUnit];
    expect(refusal(await people.clerk.get(path(unit)))).toEqual([404, 'UNIT_NOT_FOUND']);
    const id = await world.ship([unit]);
    expect(await told(people.clerk, unit)).toMatchObject({ state: 'in_transit', custodian: { code: 'WH-HZ' } });
    await ok(people.lead.post(`/api/shipments/${id}/void`, { reason: 'changed' }));
    expect(refusal(await people.clerk.get(path(unit)))).toEqual([404, 'UNIT_NOT_FOUND']);
  });

  test('stays visible to a workshop that had the unit, without saying where it is now', async () => {
    const [unit] = (await world.workshopStock(1)) as [MintedUnit];
    const wish = { to: 'WH-HZ', kind: 'return_new', units: [unit.code] };
    const { id } = (await ok(people.clerk.post('/api/shipments', wish))).body;
    await ok(
      people.lead.post(`/api/shipments/${id}/receipts`, {
        codes: [unit.code],
        inspections: [{ code: unit.code, isAsNew: true }],
      }),
    );
    const again = await world.ship([unit], 'WS-HZ-02');
    await ok(people.neighbour.post(`/api/shipments/${again}/receipts`, { codes: [unit.code] }));
    const body = await told(people.clerk, unit);
    expect(body).toMatchObject({ state: 'in_stock', custodian: null });
    expect(JSON.stringify(body)).not.toContain('WS-HZ-02');
  });

  test('is nobody’s who only scanned the label, nor another maker’s', async () => {
    const [unit] = (await world.workshopStock(1)) as [MintedUnit];
    await ok(people.neighbour.post('/api/scans', { code: unit.code, purpose: 'check' }));
    for (const stranger of [people.neighbour, people.rival, people.rivalAnalyst])
      expect(refusal(await stranger.get(path(unit)))).toEqual([404, 'UNIT_NOT_FOUND']);
    const nobody = { ...unit, serial: '0000AAAA0000' };
    expect(refusal(await people.analyst.get(path(nobody)))).toEqual([404, 'UNIT_NOT_FOUND']);
    expect(refusal(await people.analyst.get('/api/units/123/abc'))).toEqual([400, 'INVALID_INPUT']);
    expect((await people.clerk.get(path({ ...unit, serial: unit.serial.toLowerCase() }))).status).toBe(200);
  });

  const unitOf = ({ gtin, serial, partNumber }: MintedUnit) => ({ gtin, serial, partNumber });
});

describe('the stock', () => {
  let stock: MintedUnit[];
  let disc: MintedUnit;
  beforeAll(async () => {
    stock = await world.stock(3);
    [disc] = (await world.stock(1, DISCS)) as [MintedUnit];
    await ok(people.lead.post(path(stock[0]!, '/holds'), { kind: 'quarantine', reason: 'wet box' }));
  });

  const serialsIn = async (who: Person, query: string): Promise<string[]> =>
    (await ok(who.get(`/api/units?limit=200&${query}`))).body.items.map(({ serial }: MintedUnit) => serial);

  test.each([
    { name: 'part number', query: () => `partNumber=${DISCS.partNumber}`, found: () => [disc] },
    { name: 'part number in small letters', query: () => 'partNumber=ch-43512-0e040', found: () => [disc] },
    { name: 'GTIN', query: () => `gtin=${DISCS.gtin}`, found: () => [disc] },
    { name: 'serial', query: () => `serial=${stock[1]!.serial.toLowerCase()}`, found: () => [stock[1]!] },
    {
      name: 'hold',
      query: () => 'hold=quarantine&lot=L26K01&state=in_stock&custodian=WH-HZ',
      found: () => [stock[0]!],
    },
    {
      name: 'any hold',
      query: () => 'hold=any&lot=L26K01&state=in_stock&custodian=WH-HZ',
      found: () => [stock[0]!],
    },
    { name: 'a lot that is none', query: () => 'lot=L00', found: () => [] },
    { name: 'another custodian', query: () => `custodian=WH-NB`, found: () => [] },
  ])('is searched by $name', async ({ query, found }) =>
    expect(await serialsIn(people.lead, query())).toEqual(found().map(({ serial }) => serial)),
  );

  test('is what no hold keeps, and what one does', async () => {
    const [free, held, all] = await Promise.all(
      ['&hold=none', '&hold=any', ''].map((more) => serialsIn(people.lead, more)),
    );
    expect(free).toContain(stock[1]!.serial);
    expect(free).not.toContain(stock[0]!.serial);
    expect([...free!, ...held!].sort()).toEqual(all!.sort());
  });

  test('is read page by page, newest first', async () => {
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { items, next } = (await ok(people.lead.get(`/api/units?limit=2${after}`))).body;
      seen.push(...items.map(({ serial }: MintedUnit) => serial));
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(seen[0]).toBe(disc.serial);
    expect(seen).toEqual(await serialsIn(people.lead, ''));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('is a workshop’s own and what is coming, and nobody else’s', async () => {
    const [unit] = (await world.stock(1)) as [MintedUnit];
    expect(await serialsIn(people.neighbour, '')).not.toContain(unit.serial);
    const id = await world.ship([unit], 'WS-HZ-02');
    expect(await serialsIn(people.neighbour, 'state=in_transit')).toEqual([unit.serial]);
    expect(await serialsIn(people.clerk, 'state=in_transit')).toEqual([]);
    await ok(people.neighbour.post(`/api/shipments/${id}/receipts`, { codes: [unit.code] }));
    expect(await serialsIn(people.neighbour, 'state=in_stock')).toContain(unit.serial);
    expect(await serialsIn(people.clerk, '')).not.toContain(unit.serial);
    expect(await serialsIn(people.rivalAnalyst, '')).toEqual([]);
  });
});

describe('the label of a unit', () => {
  const draw = (who: Person, unit: MintedUnit, file: string) => who.get(path(unit, `/label.${file}`)).buffer(true);

  test('is drawn as it was printed, for the maker’s side', async () => {
    const [unit] = (await world.workshopStock(1)) as [MintedUnit];
    for (const who of [people.lead, people.sister, people.maker, people.analyst]) {
      const answer = await ok(draw(who, unit, 'png?dots=4&ecc=Q'));
      expect(answer.headers['content-type']).toBe('image/png');
      expect(await readCodes(pictureOf(answer.body as Buffer))).toEqual([unit.code]);
    }
    const svg = await ok(draw(people.lead, unit, 'svg'));
    expect(svg.headers['content-type']).toBe('image/svg+xml');
    expect(String(svg.body)).toMatch(/^<svg .*<title>[0-9A-Z ]{14}<\/title>/);
  });

  test('is drawn for nobody else, and not once it is void', async () => {
    const [unit, spoilt] = (await world.labels(2)) as [MintedUnit, MintedUnit];
    expect((await draw(people.clerk, unit, 'png')).status).toBe(403);
    expect((await draw(people.supervisor, unit, 'svg')).status).toBe(403);
    expect((await draw(people.rival, unit, 'png')).status).toBe(404);
    expect((await draw(people.lead, unit, 'gif')).status).toBe(400);
    expect((await draw(people.lead, unit, 'png?dots=99')).status).toBe(400);
    await ok(people.lead.post(path(spoilt, '/void'), { reason: 'misprint' }));
    expect(refusal(await people.lead.get(path(spoilt, '/label.png')))).toEqual([409, 'UNIT_ENDED']);
  });
});

describe('voiding a label', () => {
  test('ends a unit that is on no part yet', async () => {
    const [label] = (await world.labels(1)) as [MintedUnit];
    const answer = await people.lead.post(path(label, '/void'), { reason: 'misprint', note: 'smeared' });
    expect(answer.status).toBe(201);
    expect(answer.body.state).toBe('voided');
    expect(answer.body.history.at(-1)).toMatchObject({
      type: 'voided',
      detail: { reason: 'misprint', note: 'smeared' },
    });
    expect(refusal(await people.lead.post(path(label, '/void'), { reason: 'misprint' }))).toEqual([
      409,
      'ILLEGAL_STEP',
    ]);
    expect(refusal(await people.lead.post(path(label, '/missing'), { reason: 'lost' }))).toEqual([409, 'ILLEGAL_STEP']);
    expect(refusal(await people.analyst.post(path(label, '/holds'), { kind: 'recall', reason: 'x' }))).toEqual([
      409,
      'UNIT_ENDED',
    ]);
  });

  test('is for its warehouse alone, for a reason it knows, and not once the label is on a part', async () => {
    const [label] = (await world.labels(1)) as [MintedUnit];
    expect(refusal(await people.sister.post(path(label, '/void'), { reason: 'misprint' }))).toEqual([
      409,
      'UNIT_NOT_IN_CUSTODY',
    ]);
    expect(refusal(await people.rival.post(path(label, '/void'), { reason: 'misprint' }))).toEqual([
      404,
      'UNIT_NOT_FOUND',
    ]);
    expect((await people.supervisor.post(path(label, '/void'), { reason: 'misprint' })).status).toBe(403);
    expect(refusal(await people.lead.post(path(label, '/void'), { reason: 'because' }))).toEqual([
      400,
      'INVALID_INPUT',
    ]);
    const [unit] = (await world.stock(1)) as [MintedUnit];
    expect(refusal(await people.lead.post(path(unit, '/void'), { reason: 'damaged' }))).toEqual([409, 'ILLEGAL_STEP']);
  });
});

describe('a unit that is missing', () => {
  test('is reported by its custodian, and found again by an analyst', async () => {
    const [unit] = (await world.workshopStock(1)) as [MintedUnit];
    expect(refusal(await people.lead.post(path(unit, '/missing'), { reason: 'lost' }))).toEqual([
      409,
      'UNIT_NOT_IN_CUSTODY',
    ]);
    expect((await ok(people.clerk.post(path(unit, '/missing'), { reason: 'lost' }))).body).toMatchObject({
      state: 'missing',
      holds: [],
    });
    expect((await people.clerk.post(path(unit, '/found'), { note: 'behind the shelf' })).status).toBe(403);
    const found = await ok(people.analyst.post(path(unit, '/found'), { note: 'behind the shelf' }));
    expect(found.body).toMatchObject({ state: 'in_stock', custodian: { code: 'WS-HZ-01' }, holds: [] });
    expect(refusal(await people.analyst.post(path(unit, '/found'), { note: 'again' }))).toEqual([409, 'ILLEGAL_STEP']);
  });

  test('because it was stolen is held until the report is closed', async () => {
    const [unit] = (await world.stock(1)) as [MintedUnit];
    const report = await ok(people.lead.post(path(unit, '/missing'), { reason: 'stolen', note: 'burglary' }));
    expect(report.body).toMatchObject({ state: 'missing', holds: [{ kind: 'stolen' }] });
    const clearance = { reason: 'it is back', case: await openedCase() };
    expect(refusal(await people.analyst.post(path(unit, '/holds/stolen/clearance'), clearance))).toEqual([
      409,
      'CLOSE_REPORT_INSTEAD',
    ]);
    expect((await ok(people.analyst.post(path(unit, '/found'), { note: 'the police brought it' }))).body).toMatchObject(
      { state: 'in_stock', holds: [] },
    );
    await world.ship([unit]);
  });

  test('on a repair order leaves the order', async () => {
    const [unit] = (await world.workshopStock(1)) as [MintedUnit];
    const order = await world.order(PADS.partNumber);
    await ok(people.clerk.post(`/api/repair-orders/${order}/allocations`, { line: 1, code: unit.code }));
    await ok(people.clerk.post(path(unit, '/missing'), { reason: 'lost' }));
    await expectSoundLedgers(world.running.app);
  });

  test('and had been used does not come back as new stock', async () => {
    const [unit] = (await world.workshopStock(1)) as [MintedUnit];
    const { fitting } = await world.fit(unit);
    expect(refusal(await people.supervisor.post(path(unit, '/missing'), { reason: 'lost' }))).toEqual([
      409,
      'ILLEGAL_STEP',
    ]);
    const later = await world.order(PADS.partNumber);
    const removal = { line: 1, vin: VIN, odometer: 40_000, outcome: 'waived' };
    await ok(people.supervisor.post(`/api/repair-orders/${later}/fittings/${fitting}/removal`, removal));
    await ok(people.supervisor.post(path(unit, '/missing'), { reason: 'lost' }));
    const found = await ok(people.analyst.post(path(unit, '/found'), { note: 'in the scrap bin' }));
    expect(found.body).toMatchObject({
      state: 'in_stock',
      holds: [{ kind: 'quarantine', reason: 'was waived when it went missing' }],
    });
  });
});

describe('a hold', () => {
  test('is quarantine for a custodian, and any kind for the maker’s analyst', async () => {
    const [unit] = (await world.workshopStock(1)) as [MintedUnit];
    const held = await ok(people.clerk.post(path(unit, '/holds'), { kind: 'quarantine', reason: 'seal looks wrong' }));
    expect(held.status).toBe(201);
    expect(held.body.holds).toMatchObject([{ kind: 'quarantine', reason: null }]);
    expect((await told(people.analyst, unit)).holds).toMatchObject([
      { kind: 'quarantine', reason: 'seal looks wrong' },
    ]);
    expect(refusal(await people.clerk.post(path(unit, '/holds'), { kind: 'quarantine', reason: 'x' }))).toEqual([
      409,
      'HOLD_ALREADY_OPEN',
    ]);
    expect(refusal(await people.clerk.post(path(unit, '/holds'), { kind: 'recall', reason: 'x' }))).toEqual([
      403,
      'HOLD_NOT_YOURS',
    ]);
    expect(refusal(await people.lead.post(path(unit, '/holds'), { kind: 'quarantine', reason: 'x' }))).toEqual([
      409,
      'UNIT_NOT_IN_CUSTODY',
    ]);
    expect(refusal(await people.neighbour.post(path(unit, '/holds'), { kind: 'quarantine', reason: 'x' }))).toEqual([
      404,
      'UNIT_NOT_FOUND',
    ]);
    expect(refusal(await people.rivalAnalyst.post(path(unit, '/holds'), { kind: 'recall', reason: 'x' }))).toEqual([
      404,
      'UNIT_NOT_FOUND',
    ]);
    expect(refusal(await people.analyst.post(path(unit, '/holds'), { kind: 'stolen', reason: 'x' }))).toEqual([
      409,
      'REPORT_MISSING_INSTEAD',
    ]);
    const twice = await ok(people.analyst.post(path(unit, '/holds'), { kind: 'recall', reason: 'R-1' }));
    expect(twice.body.holds).toHaveLength(2);
  });

  test('is cleared by an analyst with a case', async () => {
    const number = await openedCase();
    const [unit] = (await world.stock(1)) as [MintedUnit];
    await ok(people.lead.post(path(unit, '/holds'), { kind: 'quarantine', reason: 'wet' }));
    const clear = (by: Person, body: object) => by.post(path(unit, '/holds/quarantine/clearance'), body);
    expect((await clear(people.lead, { reason: 'dry', case: number })).status).toBe(403);
    expect(refusal(await clear(people.analyst, { reason: 'dry' }))).toEqual([409, 'CASE_REQUIRED']);
    expect(refusal(await clear(people.analyst, { reason: 'dry', case: 'C-2026-999999' }))).toEqual([
      404,
      'CASE_NOT_FOUND',
    ]);
    expect(refusal(await clear(people.rivalAnalyst, { reason: 'dry', case: number }))).toEqual([404, 'UNIT_NOT_FOUND']);
    expect((await ok(clear(people.analyst, { reason: 'dry', case: number }))).body.holds).toEqual([]);
    expect(refusal(await clear(people.analyst, { reason: 'dry', case: number }))).toEqual([404, 'HOLD_NOT_OPEN']);
    expect((await historyFor(people.analyst, unit)).at(-1)).toMatchObject({ type: 'hold_cleared', reference: number });
    await world.ship([unit]);
  });

  test.each(['clone_confirmed', 'key_compromised'])('%s needs two people', async (kind) => {
    const number = await openedCase();
    const [unit] = (await world.stock(1)) as [MintedUnit];
    await ok(people.analyst.post(path(unit, '/holds'), { kind, reason: 'two of them met' }));
    const clear = (by: Person) => by.post(path(unit, `/holds/${kind}/clearance`), { reason: 'checked', case: number });
    expect((await ok(clear(people.analyst))).body.holds).toMatchObject([{ kind, isHalfCleared: true }]);
    expect(refusal(await people.lead.post('/api/shipments', { to: 'WS-HZ-01', units: [unit.code] }))).toEqual([
      409,
      'UNIT_ON_HOLD',
    ]);
    expect(refusal(await clear(people.analyst))).toEqual([409, 'SECOND_PERSON_NEEDED']);
    await expectSoundLedgers(world.running.app);
    expect((await ok(clear(people.analyst2))).body.holds).toEqual([]);
  });

  test('that needs two people is not cleared by a machine', async () => {
    const number = await openedCase();
    const [unit] = (await world.stock(1)) as [MintedUnit];
    await ok(people.analyst.post(path(unit, '/holds'), { kind: 'clone_confirmed', reason: 'x' }));
    const secret = await machineKey('CH', 'analyst');
    const answer = await world.running.request
      .post(path(unit, '/holds/clone_confirmed/clearance'))
      .set('authorization', `Bearer ${secret}`)
      .send({ reason: 'x', case: number });
    expect(refusal(answer)).toEqual([403, 'PERSON_NEEDED']);
  });

  async function machineKey(organisation: string, role: 'analyst'): Promise<string> {
    const row = await world.database.first<{ id: OrganisationId; account: string }>(
      `SELECT o.id, a.id AS account FROM organisation o JOIN account a ON a.organisation_id = o.id WHERE o.code = $1 LIMIT 1`,
      [organisation],
    );
    const actor: Actor = {
      kind: 'account',
      id: row!.account,
      name: 'Lead',
      organisation: { id: row!.id, kind: 'maker', code: organisation, name: { zh: '', en: '' }, makerId: row!.id },
      roles: [role],
    };
    const keys = world.running.app.get(ApiKeysService, { strict: false });
    return (await keys.create(actor, { name: 'robot', scopes: [role], expiresAt: null })).secret;
  }
});

describe('destruction', () => {
  test('needs a lead and somebody who watched, and ends the unit', async () => {
    const [unit] = (await world.stock(1)) as [MintedUnit];
    const destroy = (by: Person, witness = 'Chen Jie') =>
      by.post(path(unit, '/destroy'), { reason: 'water damage', witness });
    expect((await destroy(people.operator)).status).toBe(403);
    expect(refusal(await destroy(people.lead, ' person LEAD '))).toEqual([400, 'WITNESS_IS_ACTOR']);
    expect(refusal(await destroy(people.sister))).toEqual([409, 'UNIT_NOT_IN_CUSTODY']);
    const gone = await ok(destroy(people.lead));
    expect(gone.body.state).toBe('destroyed');
    expect(gone.body.history.at(-1).detail).toEqual({ reason: 'water damage', witness: 'Chen Jie' });
    expect((await historyFor(people.analyst, unit)).at(-1)!.detail).toEqual({ reason: 'water damage' });
    expect(refusal(await destroy(people.lead))).toEqual([409, 'UNIT_NOT_DESTROYABLE']);
  });

  test('is open to what is held, wherever it lies, but not inside a car', async () => {
    const [held, fitted] = (await world.workshopStock(2)) as [MintedUnit, MintedUnit];
    await world.fit(fitted);
    for (const unit of [held, fitted])
      await ok(people.analyst.post(path(unit, '/holds'), { kind: 'recall', reason: 'R-9' }));
    const order = { reason: 'recalled', witness: 'Chen Jie' };
    expect((await ok(people.supervisor.post(path(held, '/destroy'), order))).body.state).toBe('destroyed');
    expect(refusal(await people.supervisor.post(path(fitted, '/destroy'), order))).toEqual([
      409,
      'UNIT_NOT_DESTROYABLE',
    ]);
  });

  test('takes a packed unit out of its carton', async () => {
    const [unit] = (await world.stock(1)) as [MintedUnit];
    const { sscc } = (await ok(people.lead.post('/api/cartons', { units: [unit.code] }))).body;
    await ok(people.lead.post(path(unit, '/destroy'), { reason: 'crushed', witness: 'Chen Jie' }));
    expect((await people.lead.get(`/api/cartons/${sscc}`)).body.units).toEqual([]);
  });
});

describe('the database itself', () => {
  let unit: MintedUnit;
  beforeAll(async () => ([unit] = (await world.stock(1)) as [MintedUnit]));

  test.each([
    { name: 'an entry changed', statement: `UPDATE unit_event SET at = now() WHERE unit_id = $1`, says: 'append-only' },
    { name: 'an entry deleted', statement: `DELETE FROM unit_event WHERE unit_id = $1`, says: 'append-only' },
    { name: 'a unit deleted', statement: `DELETE FROM unit WHERE id = $1`, says: 'append-only' },
    {
      name: 'a state without its ledger',
      statement: `UPDATE unit SET state = 'fitted' WHERE id = $1`,
      says: 'together with its ledger',
    },
    {
      name: 'a custodian without the ledger',
      statement: `UPDATE unit SET custodian_id = maker_id WHERE id = $1`,
      says: 'together with its ledger',
    },
    {
      name: 'a gap in the ledger',
      statement: `UPDATE unit SET state = 'missing', last_seq = last_seq + 2 WHERE id = $1`,
      says: 'together with its ledger',
    },
    {
      name: 'another part number',
      statement: `UPDATE unit SET part_id = (SELECT id FROM part WHERE part_number = '${DISCS.partNumber}') WHERE id = $1`,
      says: 'immutable',
    },
    { name: 'another lot', statement: `UPDATE unit SET lot = 'L99' WHERE id = $1`, says: 'immutable' },
    {
      name: 'another serial',
      statement: `UPDATE unit SET serial = '0000AAAA0000' WHERE id = $1`,
      says: 'never rewritten',
    },
  ])('refuses $name', async ({ statement, says }) => {
    const row = await world.database.first<{ id: string }>('SELECT id FROM unit WHERE serial = $1', [unit.serial]);
    await expect(world.database.run(statement, [row!.id])).rejects.toThrow(says);
  });

  test.each(['unit_event', 'unit_event_3'])('refuses to empty %s', async (table) => {
    await expect(world.database.run(`TRUNCATE ${table}`)).rejects.toThrow('append-only');
  });

  test('lets nobody step from a state that the unit has left', async () => {
    const row = await world.database.first<{ id: UnitId; custodian_id: OrganisationId }>(
      'SELECT id, custodian_id FROM unit WHERE serial = $1',
      [unit.serial],
    );
    const now = new Date();
    const deed = { organisationId: row!.custodian_id, actorId: null, at: now, recordedAt: now };
    const step = { unitId: row!.id, type: 'commissioned', from: 'issued', to: 'in_stock' } as const;
    await expect(world.database.transaction((tx) => recordSteps(tx, deed, [step]))).rejects.toMatchObject({
      code: 'UNIT_MOVED_MEANWHILE',
    });
  });

  test('and of many who report one unit missing at once, one does', async () => {
    const report = () => people.lead.post(path(unit, '/missing'), { reason: 'lost' });
    const answers = await Promise.all(Array.from({ length: 8 }, report));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
  });
});

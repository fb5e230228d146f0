import { Client } from 'pg';
import type { Response } from 'supertest';
import { isSscc } from '../src/distribution/sscc.ts';
import { expectSoundLedger, expectSoundLedgers } from './support/ledger.ts';
import { DISCS, ok, PADS, TradeWorld, VIN, type MintedUnit, type People, type Person } from './support/trade-world.ts';

let world: TradeWorld;
let people: People;
beforeAll(async () => {
  world = await TradeWorld.begin();
  people = world.people;
});
afterAll(() => world?.end());
// Every story leaves every ledger sound, its own and all others'.
afterEach(() => expectSoundLedgers(world.running.app));

const codesOf = (units: readonly MintedUnit[]): string[] => units.map(({ code }) => code);
const receive = (by: Person, id: string, codes: readonly string[], more: object = {}) =>
  by.post(`/api/shipments/${id}/receipts`, { codes, ...more });

async function stateOf({ gtin, serial }: MintedUnit): Promise<string> {
  const { body } = await ok(people.analyst.get(`/api/units/${gtin}/${serial}`));
  return `${body.state} at ${body.custodian.code}`;
}

const statesOf = (units: readonly MintedUnit[]) => Promise.all(units.map(stateOf));
const refusal = ({ status, body }: Response) => [status, body.code];
const rulesIn = ({ body }: Response) => body.findings.map(({ rule }: { rule: string }) => rule).sort();

/** A label that is printed like ours and signed by nobody. */
function forge(code: string): string {
  const at = code.length - 30;
  return code.slice(0, at) + (code[at] === 'A' ? 'B' : 'A') + code.slice(at + 1);
}

describe('a delivery', () => {
  test('is shipped and received: stock changes hands', async () => {
    const units = await world.stock(4);
    const shipped = await ok(
      people.operator.post('/api/shipments', { to: 'WS-HZ-01', units: codesOf(units), reference: 'DN-1' }),
    );
    expect(shipped.status).toBe(201);
    expect(shipped.body).toMatchObject({
      kind: 'supply',
      status: 'in_transit',
      shipped: 4,
      received: 0,
      inTransit: 4,
      reference: 'DN-1',
    });
    expect(await statesOf(units)).toEqual(Array(4).fill('in_transit at WH-HZ'));

    const [label, folded, typed, grouped] = units as [MintedUnit, MintedUnit, MintedUnit, MintedUnit];
    const codes = [
      label.code,
      folded.code.toLowerCase(),
      `${typed.gtin} ${typed.serial}`,
      grouped.serial.replaceAll(/(.{4})(?=.)/g, '$1 ').toLowerCase(),
    ];
    const receipt = await receive(people.clerk, shipped.body.id, codes);
    expect(receipt.status).toBe(201);
    expect(receipt.body).toMatchObject({ received: 4, over: 0, short: 0, wrongPart: 0, findings: [] });
    expect(await statesOf(units)).toEqual(Array(4).fill('in_stock at WS-HZ-01'));
    expect((await people.lead.get(`/api/shipments/${shipped.body.id}`)).body).toMatchObject({
      status: 'received',
      received: 4,
    });
  });

  test('goes to a sister warehouse as well', async () => {
    const units = await world.stock(1);
    const id = await world.ship(units, 'WH-NB');
    await ok(receive(people.sister, id, codesOf(units)));
    expect(await statesOf(units)).toEqual(['in_stock at WH-NB']);
  });

  test('is the maker’s own, where it labels its parts itself', async () => {
    const units = await world.stock(1, PADS, people.maker);
    const id = await world.ship(units, 'WS-HZ-01', people.maker);
    await ok(receive(people.clerk, id, codesOf(units)));
    const wish = { to: 'CH', kind: 'return_new', units: codesOf(units) };
    const back = await ok(people.clerk.post('/api/shipments', wish));
    const inspections = [{ code: units[0]!.code, isAsNew: false }];
    const receipt = await ok(receive(people.maker, back.body.id, codesOf(units), { inspections }));
    expect(rulesIn(receipt)).toEqual(['K08']);
    expect(await statesOf(units)).toEqual(['in_stock at CH']);
  });

  test('is received in as many goes as it takes to unpack, and the late one too', async () => {
    const [first, second, late] = (await world.stock(3)) as [MintedUnit, MintedUnit, MintedUnit];
    const id = await world.ship([first, second, late]);
    const one = await ok(receive(people.clerk, id, [first.code], { close: false }));
    expect(one.body).toMatchObject({ received: 1, short: 2, findings: [] });
    expect((await people.clerk.get(`/api/shipments/${id}`)).body).toMatchObject({
      status: 'in_transit',
      received: 1,
      short: 0,
    });

    const two = await ok(receive(people.clerk, id, [second.code]));
    expect(two.body).toMatchObject({ received: 1, short: 1, units: { short: [{ serial: late.serial }] } });
    expect(two.body.findings).toMatchObject([{ rule: 'K07', level: 2, evidence: { trouble: 'short', count: 1 } }]);
    expect((await people.clerk.get(`/api/shipments/${id}`)).body).toMatchObject({
      status: 'received',
      received: 2,
      short: 1,
    });
    expect(await stateOf(late)).toBe('in_transit at WH-HZ');

    const three = await ok(receive(people.clerk, id, [late.code]));
    expect(three.body).toMatchObject({ received: 1, short: 0, findings: [] });
    expect(await stateOf(late)).toBe('in_stock at WS-HZ-01');
  });

  test('that is short stays short without being told again', async () => {
    const units = await world.stock(2);
    const id = await world.ship(units);
    await ok(receive(people.clerk, id, [units[0]!.code]));
    expect((await ok(receive(people.clerk, id, []))).body).toMatchObject({ received: 0, short: 1, findings: [] });
  });

  test('counts a unit once, however often its label is read', async () => {
    const [unit] = (await world.stock(1)) as [MintedUnit];
    const id = await world.ship([unit]);
    expect((await ok(receive(people.clerk, id, [unit.code, unit.serial]))).body).toMatchObject({
      received: 1,
      again: 0,
    });
    expect((await ok(receive(people.clerk, id, [unit.code]))).body).toMatchObject({
      received: 0,
      again: 1,
      over: 0,
      findings: [],
    });
  });

  test('of 5,000 units takes few round trips', async () => {
    const units = await world.stock(5000);
    // What the server asks for itself meanwhile is counted too, and takes longer on a busy machine.
    const few = units.length / 100;
    const query = jest.spyOn(Client.prototype, 'query');
    try {
      const id = await world.ship(units);
      expect(query.mock.calls.length).toBeLessThan(few);
      query.mockClear();
      const receipt = await ok(receive(people.clerk, id, codesOf(units)));
      expect(receipt.body.received).toBe(5000);
      expect(query.mock.calls.length).toBeLessThan(few);
    } finally {
      query.mockRestore();
    }
  }, 60_000);
});

describe('a delivery that does not agree', () => {
  test('leaves what is over where the records have it, and flags it', async () => {
    const [mine, theirs] = (await world.stock(2)) as [MintedUnit, MintedUnit];
    const [disc] = (await world.stock(1, DISCS)) as [MintedUnit];
    const id = await world.ship([mine]);
    await world.ship([theirs], 'WS-HZ-02');
    const receipt = await ok(receive(people.clerk, id, codesOf([mine, theirs, disc])));
    expect(receipt.body).toMatchObject({ received: 1, over: 2, short: 0, wrongPart: 1 });
    expect(receipt.body.units.over).toEqual([
      { code: theirs.code, partNumber: PADS.partNumber, isWrongPart: false },
      { code: disc.code, partNumber: DISCS.partNumber, isWrongPart: true },
    ]);
    expect(rulesIn(receipt)).toEqual(['K01', 'K02', 'K07', 'K07']);
    expect(await statesOf([mine, theirs, disc])).toEqual([
      'in_stock at WS-HZ-01',
      'in_transit at WH-HZ',
      'in_stock at WH-HZ',
    ]);
    const history = (await people.analyst.get(`/api/units/${theirs.gtin}/${theirs.serial}`)).body.history;
    expect(history.at(-1)).toMatchObject({ kind: 'sighting', type: 'receive', organisation: { code: 'WS-HZ-01' } });
    const flags = (await people.analyst.get('/api/flags?rule=K02')).body.items;
    expect(flags).toMatchObject([{ rule: 'K02' }]);
  });

  test('takes no unit in under a forged label', async () => {
    const [unit] = (await world.stock(1)) as [MintedUnit];
    const id = await world.ship([unit]);
    const receipt = await ok(receive(people.clerk, id, [forge(unit.code)]));
    expect(receipt.body).toMatchObject({ received: 0, over: 1, short: 1 });
    expect(rulesIn(receipt)).toEqual(['C02', 'K07', 'K07']);
    expect(await stateOf(unit)).toBe('in_transit at WH-HZ');
    expect((await people.analyst.get(`/api/units/${unit.gtin}/${unit.serial}`)).body.holds).toEqual([]);
  });

  test('tells a serial that nobody minted', async () => {
    const units = await world.stock(1);
    const id = await world.ship(units);
    const receipt = await ok(receive(people.clerk, id, [...codesOf(units), `${PADS.gtin} 0000AAAA0000`]));
    expect(receipt.body).toMatchObject({ received: 1, over: 1, units: { over: [{ partNumber: null }] } });
    expect(rulesIn(receipt)).toContain('C04');
  });

  test('suspects a clone when a fitted unit’s label arrives in it', async () => {
    const [fitted] = (await world.workshopStock(1)) as [MintedUnit];
    await world.fit(fitted);
    const [honest] = (await world.stock(1)) as [MintedUnit];
    const id = await world.ship([honest], 'WS-HZ-02');
    const receipt = await ok(receive(people.neighbour, id, codesOf([honest, fitted])));
    expect(receipt.body).toMatchObject({ received: 1, over: 1 });
    expect(receipt.body.findings).toContainEqual(expect.objectContaining({ rule: 'K05', level: 5, code: fitted.code }));
    const unit = (await people.analyst.get(`/api/units/${fitted.gtin}/${fitted.serial}`)).body;
    expect(unit).toMatchObject({
      state: 'fitted',
      holds: [{ kind: 'clone_suspected', case: expect.stringMatching(/^C-/) }],
    });
  });

  test('is refused whole when a code cannot be read, and says which', async () => {
    const units = await world.stock(1);
    const id = await world.ship(units);
    const answer = await receive(people.clerk, id, [...codesOf(units), 'HTTP://LOCALHOST:3000/01/0952']);
    expect(refusal(answer)).toEqual([400, 'UNREADABLE_CODE']);
    expect(answer.body.errors).toMatchObject([{ path: 'codes[1]', reason: 'UNREADABLE_CODE' }]);
    expect(await statesOf(units)).toEqual(['in_transit at WH-HZ']);
  });

  test('is refused whole when it is plainly another one', async () => {
    const [mine, ...others] = (await world.stock(102)) as [MintedUnit, ...MintedUnit[]];
    const id = await world.ship([mine]);
    const answer = await receive(people.clerk, id, codesOf([mine, ...others]));
    expect(refusal(answer)).toEqual([409, 'WRONG_SHIPMENT']);
    expect(await stateOf(mine)).toBe('in_transit at WH-HZ');
  });
});

describe('what cannot be shipped', () => {
  test('is named place by place, and nothing of the rest goes', async () => {
    const [good, held, travelling] = (await world.stock(3)) as [MintedUnit, MintedUnit, MintedUnit];
    const [label] = (await world.labels(1)) as [MintedUnit];
    const [away] = (await world.workshopStock(1)) as [MintedUnit];
    await world.ship([travelling]);
    await ok(people.analyst.post(`/api/units/${held.gtin}/${held.serial}/holds`, { kind: 'recall', reason: 'R-1' }));
    const units = [good, good, held, travelling, label, away].map(({ code }) => code);
    const answer = await people.lead.post('/api/shipments', {
      to: 'WS-HZ-01',
      units: [...units, forge(good.code), '0000AAAA0000', 'what is this?'],
    });
    expect(refusal(answer)).toEqual([409, 'CODES_REFUSED']);
    const reasons = answer.body.errors.map(({ path, reason }: { path: string; reason: string }) => `${path} ${reason}`);
    expect(reasons.sort()).toEqual([
      'units[1] REPEATED_CODE',
      'units[2] UNIT_ON_HOLD',
      'units[3] UNIT_ALREADY_SHIPPED',
      'units[4] UNIT_NOT_IN_STOCK',
      'units[5] UNIT_NOT_IN_CUSTODY',
      'units[6] LABEL_NOT_OURS',
      'units[7] UNKNOWN_UNIT',
      'units[8] UNREADABLE_CODE',
    ]);
    expect(await stateOf(good)).toBe('in_stock at WH-HZ');
  });

  test('a bare serial that two units share names neither', async () => {
    const [unit] = (await world.stock(1)) as [MintedUnit];
    await world.database.run(
      `WITH twin AS (
         INSERT INTO unit (gtin, serial, maker_id, part_id, batch_id, ordinal, kid, signature, state, custodian_id, issued_at)
         SELECT $2, serial, maker_id, part_id, batch_id, 2, kid, signature, 'issued', custodian_id, issued_at
           FROM unit WHERE serial = $1 RETURNING *)
       INSERT INTO unit_event (unit_id, seq, type, to_state, at, recorded_at, organisation_id, custodian_id)
       SELECT id, 1, 'minted', 'issued', issued_at, issued_at, custodian_id, custodian_id FROM twin`,
      [unit.serial, DISCS.gtin],
    );
    const ship = (code: string) => people.lead.post('/api/shipments', { to: 'WS-HZ-01', units: [code] });
    expect(refusal(await ship(unit.serial))).toEqual([400, 'UNKNOWN_UNIT']);
    await ok(ship(`${unit.gtin} ${unit.serial}`));
  });

  test('a hold blocks shipping but never receiving', async () => {
    const [stays, travels] = (await world.stock(2)) as [MintedUnit, MintedUnit];
    const id = await world.ship([travels]);
    for (const { gtin, serial } of [stays, travels])
      await ok(people.analyst.post(`/api/units/${gtin}/${serial}/holds`, { kind: 'recall', reason: 'R-2' }));
    const answer = await people.lead.post('/api/shipments', { to: 'WS-HZ-01', units: [stays.code] });
    expect(refusal(answer)).toEqual([409, 'UNIT_ON_HOLD']);
    expect((await ok(receive(people.clerk, id, [travels.code]))).body).toMatchObject({ received: 1 });
  });

  test('a hold placed at the same moment either comes too late or stops it', async () => {
    const units = await world.stock(20);
    await Promise.all(
      units.flatMap(({ gtin, serial, code }) => [
        people.lead.post('/api/shipments', { to: 'WS-HZ-01', units: [code] }),
        people.analyst.post(`/api/units/${gtin}/${serial}/holds`, { kind: 'recall', reason: 'R-3' }),
      ]),
    );
    // Which of the two it was does not matter: the ledger tells if a held unit went.
    await expectSoundLedgers(world.running.app);
  });

  test.each([
    { name: 'to nobody', by: 'lead', to: 'NOWHERE', kind: undefined },
    { name: 'to oneself', by: 'lead', to: 'WH-HZ', kind: undefined },
    { name: 'to another maker’s warehouse', by: 'lead', to: 'WH-XX', kind: undefined },
    { name: 'to another maker', by: 'lead', to: 'XX', kind: undefined },
    { name: 'as a return, from a warehouse', by: 'lead', to: 'WH-NB', kind: 'return_new' },
    { name: 'from workshop to workshop', by: 'clerk', to: 'WS-HZ-02', kind: 'supply' },
    { name: 'from workshop to workshop as a return', by: 'clerk', to: 'WS-HZ-02', kind: 'return_new' },
  ] as const)('$name, nothing goes', async ({ by, to, kind }) => {
    const [unit] = by === 'lead' ? await world.stock(1) : await world.workshopStock(1);
    const answer = await people[by].post('/api/shipments', { to, units: [unit!.code], ...(kind && { kind }) });
    expect(refusal(answer)).toEqual([400, 'CONSIGNEE_NOT_POSSIBLE']);
    expect(answer.body.errors).toMatchObject([{ path: 'to' }]);
  });

  test('nothing, and more than one shipment holds', async () => {
    expect(refusal(await people.lead.post('/api/shipments', { to: 'WS-HZ-01', units: [] }))).toEqual([
      400,
      'NOTHING_TO_SHIP',
    ]);
    const many = Array.from({ length: 5001 }, () => '0000AAAA0000');
    expect(refusal(await people.lead.post('/api/shipments', { to: 'WS-HZ-01', units: many }))).toEqual([
      400,
      'INVALID_INPUT',
    ]);
  });

  test('of two shipments that want one unit at once, exactly one goes', async () => {
    const units = await world.stock(10);
    for (const unit of units) {
      const wish = (to: string, by: Person) => by.post('/api/shipments', { to, units: [unit.code] });
      const answers = await Promise.all([wish('WS-HZ-01', people.lead), wish('WS-HZ-02', people.operator)]);
      expect(answers.map(({ status }) => String(status)).sort()).toEqual(['201', '409']);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('UNIT_ALREADY_SHIPPED');
      await expectSoundLedger(world.running.app, unit.gtin, unit.serial);
    }
  });
});

describe('voiding', () => {
  test('brings what is on the road back into stock', async () => {
    const units = await world.stock(2);
    const id = await world.ship(units);
    const voided = await ok(people.lead.post(`/api/shipments/${id}/void`, { reason: 'wrong address' }));
    expect(voided.status).toBe(201);
    expect(voided.body).toMatchObject({ status: 'voided', voidReason: 'wrong address', inTransit: 0 });
    expect(await statesOf(units)).toEqual(Array(2).fill('in_stock at WH-HZ'));
    expect(refusal(await receive(people.clerk, id, codesOf(units)))).toEqual([409, 'SHIPMENT_VOIDED']);
    expect(refusal(await people.lead.post(`/api/shipments/${id}/void`, { reason: 'again' }))).toEqual([
      409,
      'NOTHING_IN_TRANSIT',
    ]);
    await world.ship(units, 'WS-HZ-02');
  });

  test('leaves what has arrived where it is', async () => {
    const [arrived, lost] = (await world.stock(2)) as [MintedUnit, MintedUnit];
    const id = await world.ship([arrived, lost]);
    await ok(receive(people.clerk, id, [arrived.code]));
    const voided = await ok(people.lead.post(`/api/shipments/${id}/void`, { reason: 'the carrier brought it back' }));
    expect(voided.body).toMatchObject({ status: 'received', received: 1, inTransit: 0, short: 0 });
    expect(await statesOf([arrived, lost])).toEqual(['in_stock at WS-HZ-01', 'in_stock at WH-HZ']);
  });

  test('and receiving at once: whichever is first, the other hears it', async () => {
    const units = await world.stock(3);
    const id = await world.ship(units);
    const [voided, received] = await Promise.all([
      people.lead.post(`/api/shipments/${id}/void`, { reason: 'changed our mind' }),
      receive(people.clerk, id, codesOf(units)),
    ]);
    expect([refusal(voided)[1], refusal(received)[1]].filter(Boolean)).toHaveLength(1);
  });
});

describe('a shipment is nobody else’s', () => {
  test('others hear that there is none, the two parties what only the other may do', async () => {
    const units = await world.stock(1);
    const id = await world.ship(units);
    for (const stranger of [people.neighbour, people.rival, people.sister]) {
      expect(refusal(await stranger.get(`/api/shipments/${id}`))).toEqual([404, 'SHIPMENT_NOT_FOUND']);
      expect(refusal(await receive(stranger, id, codesOf(units)))).toEqual([404, 'SHIPMENT_NOT_FOUND']);
      expect(refusal(await stranger.post(`/api/shipments/${id}/void`, { reason: 'x' }))).toEqual([
        404,
        'SHIPMENT_NOT_FOUND',
      ]);
    }
    expect(refusal(await people.rivalAnalyst.get(`/api/shipments/${id}`))).toEqual([404, 'SHIPMENT_NOT_FOUND']);
    expect(refusal(await receive(people.lead, id, codesOf(units)))).toEqual([409, 'NOT_CONSIGNEE']);
    expect(refusal(await people.clerk.post(`/api/shipments/${id}/void`, { reason: 'x' }))).toEqual([409, 'NOT_SENDER']);
    expect((await people.analyst.get(`/api/shipments/${id}`)).status).toBe(200);
  });

  test('is listed for its sender, its consignee and the maker, by direction and status, page by page', async () => {
    const [a, b] = await Promise.all([world.stock(1), world.stock(1)]);
    const ids = [await world.ship(a, 'WS-HZ-02'), await world.ship(b, 'WS-HZ-02')].toReversed();
    const list = async (who: Person, query: string) => {
      const { body } = await ok(who.get(`/api/shipments?${query}`));
      return { ids: body.items.map(({ id }: { id: string }) => id) as string[], next: body.next as string | null };
    };
    const page = await list(people.neighbour, 'direction=in&status=in_transit&limit=1');
    expect(page.ids).toEqual([ids[0]]);
    expect((await list(people.neighbour, `direction=in&status=in_transit&limit=1&after=${page.next}`)).ids).toEqual([
      ids[1],
    ]);
    expect((await list(people.neighbour, 'direction=out')).ids).toEqual([]);
    expect((await list(people.lead, 'direction=out&limit=2')).ids).toEqual(ids);
    expect((await list(people.analyst, 'limit=2')).ids).toEqual(ids);
    expect((await list(people.rival, '')).ids).toEqual([]);
    expect((await list(people.clerk, 'limit=200')).ids).not.toContain(ids[0]);
    expect(refusal(await people.lead.get('/api/shipments?after=nonsense'))[0]).toBe(400);
  });
});

describe('a return of new parts', () => {
  async function returned(quantity: number): Promise<{ id: string; units: MintedUnit[] }> {
    const units = await world.workshopStock(quantity);
    const wish = { to: 'WH-HZ', kind: 'return_new', units: codesOf(units) };
    return { id: (await ok(people.clerk.post('/api/shipments', wish))).body.id, units };
  }

  test('is inspected unit by unit; what is not as new is quarantined', async () => {
    const { id, units } = await returned(2);
    const [fine, swapped] = units as [MintedUnit, MintedUnit];
    const receipt = await ok(
      receive(people.lead, id, codesOf(units), {
        inspections: [
          { code: fine.serial, isAsNew: true },
          { code: swapped.code, isAsNew: false, note: 'another part in the box' },
        ],
      }),
    );
    expect(receipt.body.received).toBe(2);
    expect(receipt.body.findings).toMatchObject([{ rule: 'K08', level: 5, code: swapped.serial }]);
    expect(await statesOf(units)).toEqual(Array(2).fill('in_stock at WH-HZ'));
    const unit = (await people.lead.get(`/api/units/${swapped.gtin}/${swapped.serial}`)).body;
    expect(unit.holds).toMatchObject([{ kind: 'quarantine', case: expect.stringMatching(/^C-/) }]);
    expect(unit.history).toContainEqual(
      expect.objectContaining({ type: 'inspected', detail: { isAsNew: false, note: 'another part in the box' } }),
    );
    expect(refusal(await people.lead.post('/api/shipments', { to: 'WS-HZ-01', units: [swapped.code] }))).toEqual([
      409,
      'UNIT_ON_HOLD',
    ]);
    await world.ship([fine]);
    const flags = (await people.analyst.get('/api/flags?rule=K08')).body.items;
    expect(flags[0]).toMatchObject({ level: 5, unit: { serial: swapped.serial }, workshop: 'WS-HZ-01' });
  });

  test('is quarantined even where the maker has switched the rule off', async () => {
    await world.database.run(
      `INSERT INTO rule_policy (maker_id, rule, is_on, changed_by, changed_at)
       SELECT id, 'K08', false, id, now() FROM organisation WHERE code = 'CH'`,
    );
    try {
      const { id, units } = await returned(1);
      const inspections = [{ code: units[0]!.code, isAsNew: false }];
      const receipt = await ok(receive(people.lead, id, codesOf(units), { inspections }));
      expect(receipt.body.findings).toEqual([]);
      const { gtin, serial } = units[0]!;
      expect((await people.lead.get(`/api/units/${gtin}/${serial}`)).body.holds).toMatchObject([
        { kind: 'quarantine' },
      ]);
    } finally {
      await world.database.run(`DELETE FROM rule_policy WHERE rule = 'K08'`);
    }
  });

  test('is not taken in without an inspection, and nothing else is inspected', async () => {
    const { id, units } = await returned(1);
    const answer = await receive(people.lead, id, codesOf(units));
    expect(refusal(answer)).toEqual([409, 'INSPECTION_MISSING']);
    expect(answer.body.errors).toMatchObject([{ path: 'codes[0]' }]);
    const supplied = await world.stock(1);
    const other = await world.ship(supplied);
    const inspections = [{ code: supplied[0]!.code, isAsNew: true }];
    expect(refusal(await receive(people.clerk, other, codesOf(supplied), { inspections }))).toEqual([
      400,
      'INSPECTION_NOT_EXPECTED',
    ]);
  });

  test('goes to the maker that made it, and to no other', async () => {
    const [foreign] = await world.foreignStock(1);
    const shipped = await ok(people.rival.post('/api/shipments', { to: 'WS-HZ-01', units: [foreign!.code] }));
    await ok(receive(people.clerk, shipped.body.id, [foreign!.code]));
    const answer = await people.clerk.post('/api/shipments', {
      to: 'WH-HZ',
      kind: 'return_new',
      units: [foreign!.code],
    });
    expect(refusal(answer)).toEqual([409, 'NOT_OF_THIS_MAKER']);
  });
});

test('an old part goes back to the maker’s warehouse as what it is', async () => {
  const [unit] = (await world.workshopStock(1)) as [MintedUnit];
  const { order, fitting } = await world.fit(unit);
  const removal = { line: 1, vin: VIN, odometer: 40_000, outcome: 'core_return' };
  const later = await world.order(PADS.partNumber);
  await ok(people.supervisor.post(`/api/repair-orders/${later}/fittings/${fitting}/removal`, removal));
  expect(order).not.toBe(later);
  expect(await stateOf(unit)).toBe('core_return at WS-HZ-01');

  const asNew = await people.clerk.post('/api/shipments', { to: 'WH-HZ', kind: 'return_new', units: [unit.code] });
  expect(refusal(asNew)).toEqual([409, 'UNIT_NOT_IN_STOCK']);
  const wish = { to: 'WH-HZ', kind: 'return_old', units: [unit.code] };
  const shipped = await ok(people.clerk.post('/api/shipments', wish));
  expect(await stateOf(unit)).toBe('core_return at WS-HZ-01');
  await expectSoundLedger(world.running.app, unit.gtin, unit.serial);
  expect(refusal(await people.clerk.post('/api/shipments', wish))).toEqual([409, 'UNIT_ALREADY_SHIPPED']);
  expect((await ok(receive(people.lead, shipped.body.id, [unit.code]))).body).toMatchObject({
    received: 1,
    findings: [],
  });
  expect(await stateOf(unit)).toBe('received_old at WH-HZ');
  expect((await ok(receive(people.lead, shipped.body.id, [unit.code]))).body).toMatchObject({ again: 1, over: 0 });
});

test('what is lost on the road leaves the shipment, and turns up as a stranger', async () => {
  const [lost, arrives] = (await world.stock(2)) as [MintedUnit, MintedUnit];
  const id = await world.ship([lost, arrives]);
  await ok(people.lead.post(`/api/units/${lost.gtin}/${lost.serial}/missing`, { reason: 'stolen' }));
  const receipt = await ok(receive(people.clerk, id, codesOf([lost, arrives])));
  expect(receipt.body).toMatchObject({ received: 1, over: 1, short: 0 });
  expect(rulesIn(receipt)).toContain('K04');
  expect(await stateOf(lost)).toBe('missing at WH-HZ');
});

test('a shipment that was lost whole can be ended by its sender', async () => {
  const [lost] = (await world.stock(1)) as [MintedUnit];
  const id = await world.ship([lost]);
  await ok(people.lead.post(`/api/units/${lost.gtin}/${lost.serial}/missing`, { reason: 'lost' }));
  const voided = await ok(people.lead.post(`/api/shipments/${id}/void`, { reason: 'the lorry burnt' }));
  expect(voided.body).toMatchObject({ status: 'voided', inTransit: 0, units: [{ outcome: 'not_received' }] });
});

describe('a carton', () => {
  const pack = async (units: readonly MintedUnit[], by = people.lead): Promise<string> =>
    (await ok(by.post('/api/cartons', { units: codesOf(units) }))).body.sscc;

  test('has a number of its own, travels whole and is opened at its consignee', async () => {
    const units = await world.stock(3);
    const sscc = await pack(units);
    expect(isSscc(sscc)).toBe(true);
    expect(sscc.slice(1, 8)).toBe('9521234');
    expect(refusal(await people.lead.post('/api/shipments', { to: 'WS-HZ-01', cartons: [sscc] }))).toEqual([
      409,
      'CARTON_NOT_SEALED',
    ]);
    expect((await ok(people.lead.post(`/api/cartons/${sscc}/seal`))).body.sealedAt).not.toBeNull();

    const shipped = await ok(people.lead.post('/api/shipments', { to: 'WS-HZ-01', cartons: [sscc] }));
    expect(shipped.body.units.map((unit: { sscc: string }) => unit.sscc)).toEqual([sscc, sscc, sscc]);
    expect((await people.clerk.get(`/api/cartons/${sscc}`)).body.units).toHaveLength(3);
    expect(refusal(await people.lead.delete(`/api/cartons/${sscc}/seal`))).toEqual([409, 'CARTON_SHIPPED']);
    const receipt = await ok(receive(people.clerk, shipped.body.id, [`(00)${sscc}`]));
    expect(receipt.body).toMatchObject({ received: 3, short: 0 });
    expect((await people.clerk.get(`/api/cartons/${sscc}`)).body.units).toEqual([]);
    expect(refusal(await people.lead.post(`/api/cartons/${sscc}/units`, { units: codesOf(units) }))).toEqual([
      409,
      'CARTON_SHIPPED',
    ]);
  });

  test('holds a unit once', async () => {
    const [packed, loose] = (await world.stock(2)) as [MintedUnit, MintedUnit];
    const sscc = await pack([packed]);
    expect(refusal(await people.lead.post('/api/cartons', { units: [packed.code] }))).toEqual([409, 'UNIT_PACKED']);
    expect(refusal(await people.lead.post('/api/shipments', { to: 'WS-HZ-01', units: [packed.code] }))).toEqual([
      409,
      'UNIT_PACKED',
    ]);
    const both = await Promise.all(
      [people.lead, people.operator].map((by) => by.post('/api/cartons', { units: [loose.code] })),
    );
    expect(both.map(({ status }) => String(status)).sort()).toEqual(['201', '409']);
    expect((await ok(people.lead.delete(`/api/cartons/${sscc}/units`, { units: [packed.code] }))).body.units).toEqual(
      [],
    );
    expect(refusal(await people.lead.post(`/api/cartons/${sscc}/seal`))).toEqual([409, 'CARTON_EMPTY']);
    await world.ship([packed]);
  });

  test('is changed only while it is open', async () => {
    const [one, two] = (await world.stock(2)) as [MintedUnit, MintedUnit];
    const sscc = await pack([one]);
    await ok(people.lead.post(`/api/cartons/${sscc}/seal`));
    expect(refusal(await people.lead.post(`/api/cartons/${sscc}/units`, { units: [two.code] }))).toEqual([
      409,
      'CARTON_SEALED',
    ]);
    expect(refusal(await people.lead.delete(`/api/cartons/${sscc}/units`, { units: [one.code] }))).toEqual([
      409,
      'CARTON_SEALED',
    ]);
    await ok(people.lead.delete(`/api/cartons/${sscc}/seal`));
    const { body } = await ok(people.lead.post(`/api/cartons/${sscc}/units`, { units: [two.code] }));
    expect(body.units.map(({ serial }: MintedUnit) => serial)).toEqual([one.serial, two.serial]);
    expect(refusal(await people.lead.delete(`/api/cartons/${sscc}/units`, { units: ['0000AAAA0000'] }))).toEqual([
      400,
      'UNKNOWN_UNIT',
    ]);
  });

  test('with a held unit stays, and names it', async () => {
    const units = await world.stock(2);
    const sscc = await pack(units);
    await ok(people.lead.post(`/api/cartons/${sscc}/seal`));
    const { gtin, serial } = units[1]!;
    await ok(people.operator.post(`/api/units/${gtin}/${serial}/holds`, { kind: 'quarantine', reason: 'wet' }));
    const answer = await people.lead.post('/api/shipments', { to: 'WS-HZ-01', cartons: [sscc] });
    expect(refusal(answer)).toEqual([409, 'UNIT_ON_HOLD']);
    expect(answer.body.errors).toMatchObject([{ path: 'cartons[0]', message: expect.stringContaining(serial) }]);
  });

  test('that was opened at the consignee does not come back as a carton', async () => {
    const [arrived, back] = (await world.stock(2)) as [MintedUnit, MintedUnit];
    const sscc = await pack([arrived, back]);
    await ok(people.lead.post(`/api/cartons/${sscc}/seal`));
    const { id } = (await ok(people.lead.post('/api/shipments', { to: 'WS-HZ-01', units: [sscc] }))).body;
    await ok(receive(people.clerk, id, [arrived.code]));
    await ok(people.lead.post(`/api/shipments/${id}/void`, { reason: 'came back' }));
    await world.ship([back]);
  });

  test('is nobody else’s', async () => {
    const sscc = await pack(await world.stock(1));
    for (const stranger of [people.sister, people.rival, people.neighbour, people.rivalAnalyst])
      expect(refusal(await stranger.get(`/api/cartons/${sscc}`))).toEqual([404, 'CARTON_NOT_FOUND']);
    expect(refusal(await people.sister.post(`/api/cartons/${sscc}/seal`))).toEqual([404, 'CARTON_NOT_FOUND']);
    expect(refusal(await people.sister.post('/api/shipments', { to: 'WS-HZ-01', cartons: [sscc] }))).toEqual([
      400,
      'UNKNOWN_CARTON',
    ]);
    expect(refusal(await people.clerk.post('/api/cartons', { units: ['0000AAAA0000'] }))[0]).toBe(403);
    expect((await people.analyst.get(`/api/cartons/${sscc}`)).status).toBe(200);
  });
});

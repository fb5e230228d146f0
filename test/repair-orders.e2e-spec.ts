import type { Response } from 'supertest';
import { type Answer, answered, OTHER_VIN, PART, VIN, World } from './support/actors.ts';

let world: World;
beforeAll(async () => (world = await World.start()));
afterAll(() => world.close());

let orders = 500;
const next = () => `RO-${orders++}`;
const rulesIn = (response: Response): string[] =>
  (response.body as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
const unitPath = (code: string) => `/api/units/${/\/01\/(\d{14})/.exec(code)![1]}/${/\/21\/(\w{12})/.exec(code)![1]}`;
const stateOf = async (code: string) => answered(await world.analyst.get(unitPath(code))).state;
const view = async (number: string, workshop = world.hz1) =>
  answered(await workshop.advisor.get(`/api/repair-orders/${number}`)) as {
    status: string;
    version: number;
    lines: Answer[];
  };

const LINE = { partNumber: PART.brakePads, unitPrice: '428.00' };
async function approved(line: Answer = {}, more: Answer = {}, workshop = world.hz1): Promise<string> {
  const number = next();
  await workshop.advisor.opens(number, [{ ...LINE, ...line }], more);
  await workshop.advisor.approves(number, 1);
  return number;
}
const bill = (line: Answer = {}, more: Answer = {}) => ({
  number: `INV-${orders}`,
  lines: [{ line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice: '428.00', ...line }],
  ...more,
});
const fitting = (code: string, more: Answer = {}) => ({
  line: 1,
  code,
  vin: VIN,
  removedPart: { outcome: 'with_owner' },
  ...more,
});

describe('pushing by version', () => {
  const body = (version: number, more: Answer = {}) => ({
    version,
    openedAt: '2026-11-22T01:00:00Z',
    vehicle: { vin: VIN },
    lines: [{ line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, payType: 'customer' }],
    ...more,
  });
  const push = (number: string, order: Answer) => world.hz1.advisor.put(`/api/repair-orders/${number}`, order);

  it('creates, repeats, updates; refuses the older and the same number with other content', async () => {
    const number = next();
    expect(answered(await push(number, body(2)))).toMatchObject({ change: 'created', version: 2 });
    expect(answered(await push(number, body(2)))).toMatchObject({ change: 'unchanged' });
    expect(answered(await push(number, body(3, { odometerIn: 5 })))).toMatchObject({
      change: 'updated',
      odometerIn: 5,
    });
    expect((await push(number, body(1))).body).toMatchObject({
      status: 409,
      code: 'STALE_VERSION',
      stored: 3,
      offered: 1,
    });
    expect((await push(number, body(3))).body).toMatchObject({ status: 409, code: 'VERSION_CONTENT_DIFFERS' });
  });

  it('is created once by twenty pushes at the same time', async () => {
    const number = next();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => push(number, body(1)).then((response) => response)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(answers.filter(({ body }) => (body as Answer).change === 'created')).toHaveLength(1);
  });

  it('refuses another workshop’s order and names the field', async () => {
    const foreign = await push(next(), body(1, { workshop: 'WS-HZ-02' }));
    expect(foreign.body).toMatchObject({ status: 400, errors: [{ path: 'workshop' }] });
  });

  it('keeps the same number of two workshops apart', async () => {
    const number = next();
    answered(await push(number, body(1)));
    expect((await world.hz2.advisor.get(`/api/repair-orders/${number}`)).status).toBe(404);
    answered(await world.hz2.advisor.put(`/api/repair-orders/${number}`, body(7)));
    expect((await view(number)).version).toBe(1);
  });

  it('asks the owner again when an approved line changes, and not when the order otherwise does', async () => {
    const number = next();
    answered(await push(number, body(1)));
    await world.hz1.advisor.approves(number, 1);
    answered(await push(number, body(2, { odometerIn: 9 })));
    expect((await view(number)).lines[0]).toMatchObject({ approval: { quantity: 1 } });
    const more = { lines: [{ ...body(3).lines[0], quantity: 2 }] };
    answered(await push(number, body(3, more)));
    expect((await view(number)).lines[0]).toMatchObject({ approval: null });
  });

  it('does not take away a line that has parts', async () => {
    const [code] = await world.stock(world.hz1, PART.brakePads, 1);
    const number = await approved();
    await world.hz1.clerk.does(`/api/repair-orders/${number}/allocations`, { line: 1, code });
    const other = { lines: [{ ...body(2).lines[0], partNumber: PART.oilFilter }] };
    expect((await push(number, body(2, other))).body).toMatchObject({ status: 409, code: 'LINE_IN_USE' });
    await world.hz1.clerk.does(`/api/repair-orders/${number}/allocations/return`, { code, seal: 'intact' });
    expect(await stateOf(code!)).toBe('in_stock');
    answered(await push(number, body(2, other)));
  });
});

describe('approval', () => {
  it('is needed before a part goes in', async () => {
    const [code] = await world.stock(world.hz1, PART.brakePads, 1);
    const number = next();
    await world.hz1.advisor.opens(number, [LINE]);
    const refused = await world.hz1.technician.fits(number, fitting(code!));
    expect(refused.body).toMatchObject({ code: 'SUPERVISOR_REQUIRED' });
    expect(rulesIn(refused)).toContain('R07');
    await world.hz1.advisor.approves(number, 1);
    answered(await world.hz1.technician.fits(number, fitting(code!)));
    expect(await view(number)).toMatchObject({ status: 'in_progress', lines: [{ issued: 1, fitted: 1, returned: 0 }] });
  });

  it('has a price cap that the bill must keep', async () => {
    const [code] = await world.stock(world.hz1, PART.brakePads, 1);
    const number = next();
    await world.hz1.advisor.opens(number, [LINE]);
    await world.hz1.advisor.approves(number, { line: 1, priceCap: '420.00' });
    answered(await world.hz1.technician.fits(number, fitting(code!)));
    const blocked = await world.hz1.advisor.invoices(number, bill());
    expect(blocked.status).toBe(422);
    expect(rulesIn(blocked)).toContain('R07');
    expect(
      (await world.hz1.advisor.invoices(number, bill({}, { overrides: [{ rule: 'R07', reason: 'x' }] }))).status,
    ).toBe(403);
    const overrides = [{ rule: 'R07', reason: '车主到店补签' }];
    const issued = answered(await world.hz1.supervisor.invoices(number, bill({}, { overrides })));
    const seen = answered(await world.app.request.get(`/api/public/invoices/${String(issued.token)}`));
    expect(seen).toMatchObject({ lines: [{ findings: [{ rule: 'R07', workshopSays: '车主到店补签' }] }] });
  });
});

describe('issuing', () => {
  it('against a finding keeps the reason, for the analyst and for the owner', async () => {
    const { hz1 } = world;
    const [code] = await world.stock(hz1, PART.brakePads, 1);
    const number = await approved();
    const [other] = await world.stock(hz1, PART.oilFilter, 1);
    const flags = async () => {
      const { items } = answered(await world.analyst.get('/api/flags?rule=R02')) as { items: Answer[] };
      return items.filter(({ unit }) => other!.includes((unit as { serial: string }).serial));
    };
    const issue = { line: 1, code: other };
    const asked = await hz1.clerk.post(`/api/repair-orders/${number}/allocations`, issue);
    expect(asked.body).toMatchObject({ code: 'SUPERVISOR_REQUIRED' });
    expect(await flags()).toMatchObject([{ status: 'prevented', overrideReason: null }]);
    const reason = '技师要求先领出比对';
    answered(await hz1.supervisor.post(`/api/repair-orders/${number}/allocations`, { ...issue, reason }));
    const open = (await flags()).find(({ status }) => status === 'open');
    expect(open).toMatchObject({ overrideReason: reason });
    await hz1.clerk.does(`/api/repair-orders/${number}/allocations/return`, { code: other, seal: 'intact' });
    answered(await hz1.technician.fits(number, fitting(code!)));
    expect(answered(await hz1.advisor.invoices(number, bill()))).toMatchObject({ findings: [] });
  });
});

describe('fitting', () => {
  it('is undone by a supervisor: both stay on record, and the owner sees it', async () => {
    const { hz1 } = world;
    const [code, second] = await world.stock(hz1, PART.brakePads, 2);
    const number = await approved();
    const { fitting: wrong } = answered(await hz1.technician.fits(number, fitting(code!))) as {
      fitting: { id: string };
    };
    const undo = `/api/repair-orders/${number}/fittings/${wrong.id}/undo`;
    expect((await hz1.technician.post(undo, { reason: 'x' })).status).toBe(403);
    expect((await hz1.supervisor.post(undo, { reason: '装错轴' })).status).toBe(204);
    expect((await hz1.supervisor.post(undo, { reason: '再来' })).body).toMatchObject({
      code: 'UNDO_REFUSED',
      why: 'undone',
    });
    expect(await stateOf(code!)).toBe('allocated');
    await hz1.clerk.does(`/api/repair-orders/${number}/allocations/return`, { code, seal: 'intact' });
    answered(await hz1.technician.fits(number, fitting(second!)));
    expect((await view(number)).lines[0]).toMatchObject({ issued: 2, fitted: 1, returned: 1 });
    const { token } = answered(await hz1.advisor.invoices(number, bill()));
    const seen = answered(await world.app.request.get(`/api/public/invoices/${String(token)}`));
    expect(seen).toMatchObject({
      outcome: 'consistent',
      lines: [{ units: [{ undone: null }, { undone: { reason: '装错轴' } }] }],
    });
    const late = await hz1.supervisor.post(undo, { reason: 'x' });
    expect(late.status).toBe(409);
  });

  it('is no longer undone after its invoice, nor after three days', async () => {
    const { hz1 } = world;
    const [code, second] = await world.stock(hz1, PART.brakePads, 2);
    const [billed, old] = [await approved(), await approved()];
    const one = answered(await hz1.technician.fits(billed, fitting(code!))) as { fitting: { id: string } };
    const two = answered(await hz1.technician.fits(old, fitting(second!))) as { fitting: { id: string } };
    answered(await hz1.advisor.invoices(billed, bill()));
    const undo = (number: string, id: string) =>
      hz1.supervisor.post(`/api/repair-orders/${number}/fittings/${id}/undo`, { reason: 'x' });
    expect((await undo(billed, one.fitting.id)).body).toMatchObject({ why: 'invoiced' });
    world.app.clock.advance(73 * 3_600_000);
    expect((await undo(old, two.fitting.id)).body).toMatchObject({ why: 'late' });
  });

  it('comes out at a later repair in another workshop, of the same car only', async () => {
    const { hz1, hz2 } = world;
    const [code] = await world.stock(hz1, PART.battery, 1);
    const first = await approved({ partNumber: PART.battery, unitPrice: '620.00' });
    const { fitting: made } = answered(await hz1.technician.fits(first, fitting(code!))) as { fitting: { id: string } };
    const otherCar = await approved({}, { vehicle: { vin: OTHER_VIN } }, hz2);
    const sameCar = await approved({ partNumber: PART.battery, payType: 'warranty' }, {}, hz2);
    const removal = { line: 1, odometer: 33000, outcome: 'warranty_return' };
    const remove = (order: string) =>
      hz2.technician.post(`/api/repair-orders/${order}/fittings/${made.id}/removal`, removal);
    expect((await remove(otherCar)).status).toBe(404);
    expect((await remove(sameCar)).status).toBe(204);
    expect(await stateOf(code!)).toBe('warranty_return');
    expect((await remove(sameCar)).body).toMatchObject({ code: 'PART_ALREADY_OUT' });
  });

  it('takes the old unit out by its label, and flags one that was never in this car', async () => {
    const { hz1 } = world;
    const [first, second, third, stranger] = await world.stock(hz1, PART.brakePads, 4);
    answered(await hz1.technician.fits(await approved(), fitting(first!)));
    const replacing = await approved();
    answered(
      await hz1.technician.fits(replacing, fitting(second!, { removedPart: { outcome: 'waived', code: first } })),
    );
    expect(await stateOf(first!)).toBe('waived');
    const swapped = await hz1.technician.fits(
      await approved(),
      fitting(third!, { removedPart: { outcome: 'waived', code: stranger } }),
    );
    expect(swapped.status).toBe(409);
    expect(rulesIn(swapped)).toContain('R14');
    expect(await stateOf(stranger!)).toBe('in_stock');
  });

  it('of a part on its way here asks for a reason, and makes up for the receipt', async () => {
    const { hz1 } = world;
    const [code] = await world.warehouse.mints(PART.brakePads, 1);
    const { sscc } = await world.warehouse.does('/api/cartons', { units: [code] });
    await world.warehouse.does(`/api/cartons/${String(sscc)}/seal`);
    await world.warehouse.ships('WS-HZ-01', [], { cartons: [sscc] });
    const number = await approved();
    const asked = await hz1.technician.fits(number, fitting(code!));
    expect(asked.body).toMatchObject({ code: 'REASON_REQUIRED' });
    expect(rulesIn(asked)).toEqual(['K03']);
    answered(await hz1.technician.fits(number, fitting(code!, { reason: '到货未及时登记' })));
    expect(await stateOf(code!)).toBe('fitted');
  });

  it('of a fluid is recorded by lot, without a code', async () => {
    const { hz1 } = world;
    const number = await approved({ partNumber: PART.brakeFluid, unitPrice: '86.00', quantity: 2 });
    const fluid = { line: 1, lot: 'L26F01', quantity: 2, vin: VIN, removedPart: { outcome: 'none' } };
    answered(await hz1.technician.fits(number, fluid));
    const paid = bill({ partNumber: PART.brakeFluid, unitPrice: '86.00', quantity: 2 });
    expect(answered(await hz1.advisor.invoices(number, paid))).toMatchObject({ findings: [] });
  });

  it('of a safety part without a code needs a supervisor', async () => {
    const refused = await world.hz1.technician.fits(await approved(), { line: 1, vin: VIN, reason: '标签掉了' });
    expect(refused.body).toMatchObject({ code: 'SUPERVISOR_REQUIRED' });
    expect(rulesIn(refused)).toContain('R22');
  });

  it('at an occupied position is asked about', async () => {
    const { hz1 } = world;
    const [one, two] = await world.stock(hz1, PART.shockRight, 2);
    const number = await approved({ partNumber: PART.shockRight, quantity: 2, unitPrice: '760.00' });
    answered(await hz1.technician.fits(number, fitting(one!, { position: 'FR' })));
    const refused = await hz1.technician.fits(number, fitting(two!, { position: 'FR' }));
    expect(rulesIn(refused)).toContain('R20');
  });

  it('on an invoiced order is refused, and the attempt is on record', async () => {
    const { hz1 } = world;
    const [code, second] = await world.stock(hz1, PART.brakePads, 2);
    const number = await approved();
    answered(await hz1.technician.fits(number, fitting(code!)));
    answered(await hz1.advisor.invoices(number, bill()));
    expect((await hz1.supervisor.fits(number, fitting(second!, { reason: 'x' }))).body).toMatchObject({
      code: 'REPAIR_ORDER_SETTLED',
    });
    const flags = answered(await world.analyst.get('/api/flags?rule=R24')).items as Answer[];
    expect(flags[0]).toMatchObject({ status: 'prevented' });
  });
});

describe('billing', () => {
  it('above the list price is told to both sides', async () => {
    const { hz1 } = world;
    const [code] = await world.stock(hz1, PART.brakePads, 1);
    const number = await approved({ unitPrice: '599.00' });
    answered(await hz1.technician.fits(number, fitting(code!)));
    const issued = answered(await hz1.advisor.invoices(number, bill({ unitPrice: '599.00' })));
    expect(issued).toMatchObject({ lines: [{ outcome: 'caution' }], findings: [{ rule: 'R21', level: 3 }] });
  });

  it('of the owner’s own part is blocked', async () => {
    const number = await approved({ category: 'customer_supplied', partNumber: 'X-1' });
    const blocked = await world.hz1.advisor.invoices(
      number,
      bill({ category: 'customer_supplied', partNumber: 'X-1' }),
    );
    expect(rulesIn(blocked)).toContain('R26');
  });

  it('waits for parts that were issued and are neither in the car nor back', async () => {
    const { hz1 } = world;
    const [code, spare] = await world.stock(hz1, PART.brakePads, 2);
    const number = await approved({ quantity: 2 });
    answered(await hz1.technician.fits(number, fitting(code!)));
    await hz1.clerk.does(`/api/repair-orders/${number}/allocations`, { line: 1, code: spare });
    expect(rulesIn(await hz1.advisor.invoices(number, bill()))).toContain('R10');
    await hz1.clerk.does(`/api/repair-orders/${number}/allocations/return`, { code: spare, seal: 'intact' });
    answered(await hz1.advisor.invoices(number, bill()));
  });

  it('with the odometer going back is refused by field', async () => {
    const number = await approved();
    const refused = await world.hz1.advisor.invoices(number, bill({}, { odometerOut: 30999 }));
    expect(refused.body).toMatchObject({ status: 422, code: 'ODOMETER_BACK', errors: [{ path: 'odometerOut' }] });
  });

  it('gives the settlement list with its versions, to this workshop alone', async () => {
    const { hz1, hz2 } = world;
    const [code] = await world.stock(hz1, PART.brakePads, 1);
    const number = await approved();
    answered(await hz1.technician.fits(number, fitting(code!)));
    answered(
      await hz1.advisor.invoices(number, bill({}, { labour: [{ description: '工时', hours: 1, amount: '180.00' }] })),
    );
    const path = `/api/repair-orders/${number}/invoice`;
    expect(answered(await hz1.advisor.get(path))).toMatchObject({
      versions: [{ version: 1, content: { totals: { material: '428.00', labour: '180.00', total: '608.00' } } }],
    });
    expect((await hz2.advisor.get(path)).status).toBe(404);
  });
});

describe('the status by hand', () => {
  it('goes on and never back', async () => {
    const number = await approved();
    const set = (status: string) => world.hz1.supervisor.post(`/api/repair-orders/${number}/status`, { status });
    expect((await set('on_hold')).body).toMatchObject({ status: 'on_hold' });
    expect((await set('invoiced')).body).toMatchObject({ code: 'INVOICE_NEEDED' });
    expect((await set('cancelled')).body).toMatchObject({ status: 'cancelled' });
    expect((await set('in_progress')).body).toMatchObject({ code: 'ILLEGAL_ORDER_STATUS' });
    const refused = await world.hz1.advisor.invoices(number, bill());
    expect(refused.body).toMatchObject({ code: 'REPAIR_ORDER_CANCELLED' });
  });
});

describe('lists', () => {
  it('page through this workshop’s orders, newest first, by status and by VIN', async () => {
    const { hz2 } = world;
    const numbers = [next(), next(), next()];
    for (const number of numbers) await hz2.advisor.opens(number, [LINE], { vehicle: { vin: 'LCHERE3K8EN100348' } });
    const path = '/api/repair-orders?vin=LCHERE3K8EN100348&status=checked_in&limit=2';
    const first = answered(await hz2.advisor.get(path)) as { items: { number: string }[]; next: string };
    const second = answered(await hz2.advisor.get(`${path}&after=${first.next}`)) as {
      items: { number: string }[];
      next: null;
    };
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(numbers.toReversed());
    expect(second.next).toBeNull();
    expect((answered(await world.hz1.advisor.get(path)).items as Answer[]).length).toBe(0);
  });

  it('tell open orders alone, however many were settled since', async () => {
    const vehicle = { vin: 'LCHERE3K8EN100351' };
    const numbers = [next(), next(), next()];
    for (const number of numbers) await world.hz2.advisor.opens(number, [LINE], { vehicle });
    const settle = (number: string) =>
      world.hz2.advisor.does(`/api/repair-orders/${number}/status`, { status: 'cancelled' });
    for (const number of numbers.slice(1)) await settle(number);
    const listed = async (query: string) => {
      const path = `/api/repair-orders?vin=${vehicle.vin}&${query}`;
      return (answered(await world.hz2.technician.get(path)).items as { number: string }[]).map(({ number }) => number);
    };
    expect(await listed('open=true&limit=1')).toEqual(numbers.slice(0, 1));
    expect(await listed('open=true&status=cancelled')).toEqual([]);
    expect(await listed('open=false')).toHaveLength(3);
  });
});

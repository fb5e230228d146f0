import { type Answer, answered, OTHER_VIN, PART, VIN, World } from './support/actors.ts';

let world: World;
beforeAll(async () => (world = await World.start()));
afterAll(() => world.close());

let orders = 800;
const next = () => `RO-${orders++}`;
const path = (number: string) => `/api/repair-orders/${number}`;
const body = (version: number, vin = VIN, line: Answer = {}) => ({
  version,
  openedAt: '2026-11-22T01:00:00Z',
  vehicle: { vin },
  lines: [{ line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, payType: 'customer', ...line }],
});
const push = (number: string, order: Answer) => world.hz1.advisor.put(path(number), order);

describe('the car of an order', () => {
  it('is put right as long as nothing is handed out or fitted, and never under a part', async () => {
    const { hz1 } = world;
    const [code] = await world.stock(hz1, PART.brakePads, 1);
    const number = next();
    answered(await push(number, body(1, OTHER_VIN)));
    expect(answered(await push(number, body(2, VIN)))).toMatchObject({ change: 'updated', vehicle: { vin: VIN } });
    await hz1.advisor.approves(number, 1);

    await hz1.clerk.does(`${path(number)}/allocations`, { line: 1, code });
    const refused = { status: 409, code: 'VIN_IN_USE', errors: [{ path: 'vehicle.vin' }] };
    expect((await push(number, body(3, OTHER_VIN))).body).toMatchObject(refused);

    const sent = { line: 1, code, vin: VIN, removedPart: { outcome: 'with_owner' } };
    const { fitting } = answered(await hz1.technician.fits(number, sent)) as { fitting: { id: string } };
    expect((await push(number, body(3, OTHER_VIN))).body).toMatchObject(refused);
    expect(answered(await hz1.advisor.get(path(number)))).toMatchObject({ version: 2, vehicle: { vin: VIN } });
    expect(answered(await push(number, body(3, ` ${VIN.toLowerCase()} `)))).toMatchObject({ version: 3 });

    await hz1.supervisor.post(`${path(number)}/fittings/${fitting.id}/undo`, { reason: '装错车' });
    expect((await push(number, body(4, OTHER_VIN))).body).toMatchObject(refused);
    await hz1.clerk.does(`${path(number)}/allocations/return`, { code, seal: 'intact' });
    expect(answered(await push(number, body(4, OTHER_VIN)))).toMatchObject({ vehicle: { vin: OTHER_VIN } });
  });
});

describe('who pays for a line', () => {
  it('is asked of the owner again once it is the owner, and not when it no longer is', async () => {
    const number = next();
    const approvalOf = async () => {
      const { lines } = answered(await world.hz1.advisor.get(path(number))) as { lines: Answer[] };
      return lines[0]!.approval;
    };
    answered(await push(number, body(1)));
    await world.hz1.advisor.approves(number, 1);
    answered(await push(number, body(2, VIN, { payType: 'warranty' })));
    expect(await approvalOf()).toMatchObject({ quantity: 1 });
    answered(await push(number, body(3, VIN, { payType: 'customer' })));
    expect(await approvalOf()).toBeNull();
  });
});

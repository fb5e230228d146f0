import { answered, PART, VIN, World } from './support/actors.ts';

/** A server that is reached at another address than it was when its labels were printed. */
const EARLIER = 'http://localhost:3999';

let world: World;
beforeAll(async () => {
  world = await World.start({ labelOrigin: EARLIER });
});
afterAll(() => world.close());

test('labels keep the address that is signed on them, and are read, opened and fitted as before', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  expect(code).toMatch(new RegExp(`^${EARLIER}/01/`, 'i'));
  const agreed = { outcome: 'consistent', claims: { issuedByMaker: true } };

  const { pathname, search } = new URL(code!);
  expect(answered(await world.app.request.get(pathname + search))).toMatchObject(agreed);

  await world.hz1.advisor.opens('RO-1', [{ partNumber: PART.brakePads, unitPrice: '428.00' }]);
  await world.hz1.advisor.approves('RO-1', 1);
  const scan = { code, purpose: 'fit', repairOrder: 'RO-1', line: 1 };
  expect(answered(await world.hz1.technician.post('/api/scans', scan))).toMatchObject(agreed);
  const removedPart = { outcome: 'with_owner' };
  const fitted = answered(await world.hz1.technician.fits('RO-1', { line: 1, code, vin: VIN, removedPart }));
  expect(fitted['verdict']).toMatchObject(agreed);
});

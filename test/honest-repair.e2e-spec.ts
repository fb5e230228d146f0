import { answered, PART, VIN, World } from './support/actors.ts';

let world: World;
beforeAll(async () => (world = await World.start()));
afterAll(() => world.close());

test('an honest repair: from the maker’s catalogue to the owner’s link', async () => {
  const { warehouse, hz1 } = world;
  const [code] = await warehouse.mints(PART.brakePads, 1, { lot: 'L26K01' });
  const shipment = await warehouse.ships('WS-HZ-01', [code!]);
  expect(await hz1.clerk.receives(shipment, [code!])).toMatchObject({ received: 1, over: 0, short: 0, findings: [] });

  await hz1.advisor.opens('RO-1', [{ partNumber: PART.brakePads, unitPrice: '428.00' }]);
  await hz1.advisor.approves('RO-1', { line: 1, priceCap: '430.00' });
  const verdict = await hz1.technician.scans(code!, 'fit', { repairOrder: 'RO-1', line: 1 });
  expect(verdict).toMatchObject({
    outcome: 'consistent',
    claims: { issuedByMaker: true, recordsAgree: true, physicallyChecked: null },
    unit: { partNumber: PART.brakePads, lot: 'L26K01', state: 'in_stock' },
    findings: [],
  });
  const fitted = await hz1.technician.fits('RO-1', {
    line: 1,
    code,
    vin: VIN,
    position: 'front',
    odometer: 31005,
    removedPart: { outcome: 'with_owner' },
  });
  expect(answered(fitted)).toMatchObject({ fitting: { line: 1 }, verdict: { outcome: 'consistent' } });

  const invoice = answered(
    await hz1.advisor.invoices('RO-1', {
      number: 'INV-1',
      odometerOut: 31010,
      lines: [{ line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice: '428.00' }],
      labour: [{ description: '更换前制动片', hours: 1, amount: '180.00' }],
    }),
  );
  expect(invoice).toMatchObject({ lines: [{ line: 1, outcome: 'consistent' }], findings: [], version: 1 });

  const seen = answered(await world.app.request.get(`/api/public/invoices/${String(invoice.token)}`));
  expect(seen).toMatchObject({
    outcome: 'consistent',
    totals: { material: '428.00', labour: '180.00', total: '608.00' },
    claims: {
      issuedByMaker: { count: 1, of: 1 },
      recordsAgree: { count: 1, of: 1 },
      physicallyChecked: { count: 1, of: 1 },
    },
  });
  expect(JSON.stringify(seen)).not.toContain(VIN);
  const flags = answered(await world.analyst.get('/api/flags'));
  expect(flags.items).toEqual([]);
});

test('a swapped part is stopped, and the owner sees what a supervisor let pass', async () => {
  const { hz1, analyst } = world;
  const [wrong] = await world.stock(hz1, PART.shockRight, 1);
  await hz1.advisor.opens('RO-2', [{ partNumber: PART.brakeDisc, unitPrice: '512.00' }]);
  await hz1.advisor.approves('RO-2', 1);
  expect(await hz1.technician.scans(wrong!, 'fit', { repairOrder: 'RO-2', line: 1 })).toMatchObject({
    outcome: 'caution',
    findings: [{ rule: 'R02', evidence: { approved: PART.brakeDisc, scanned: PART.shockRight } }],
  });
  const refused = await hz1.technician.fits('RO-2', { line: 1, code: wrong, vin: VIN });
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ code: 'SUPERVISOR_REQUIRED', findings: [{ rule: 'R02' }] });
  const flags = answered(await analyst.get('/api/flags?rule=R02'));
  expect(flags.items).toMatchObject([{ status: 'prevented', count: 2, workshop: 'WS-HZ-01' }]);

  const passed = { line: 1, code: wrong, vin: VIN, reason: '车主同意改装', removedPart: { outcome: 'waived' } };
  answered(await hz1.supervisor.fits('RO-2', passed));
  const invoice = answered(
    await hz1.supervisor.invoices('RO-2', {
      number: 'INV-2',
      lines: [{ line: 1, partNumber: PART.brakeDisc, category: 'original', quantity: 1, unitPrice: '512.00' }],
    }),
  );
  const seen = answered(await world.app.request.get(`/api/public/invoices/${String(invoice.token)}`));
  expect(seen).toMatchObject({
    outcome: 'caution',
    lines: [{ outcome: 'caution', findings: [{ rule: 'R02', level: 4, workshopSays: '车主同意改装' }] }],
  });
});

import { DEMO_ORGANISATIONS } from '../../demo/demo-people.ts';
import { codesOf, type DemoStaff, mint, PART, WORKSHOP } from './demo-staff.ts';

const VIN = 'LCHARE3K8AN100200';
const ORDER = 'BENCH-LIFE';

export interface People {
  readonly url: string;
  readonly warehouse: DemoStaff;
  readonly advisor: DemoStaff;
  readonly technician: DemoStaff;
  /** Of another workshop. */
  readonly stranger: DemoStaff;
}

/**
 * One part lives its whole life through the API: checked on its way out, received, looked at, fitted for an order, shown to the
 * owner, read by the owner; and then somebody elsewhere reads a copy of its label.
 * @returns its serial.
 */
export async function liveOneLife({ url, warehouse, advisor, technician, stranger }: People): Promise<string> {
  const batch = await mint(warehouse, 1);
  await warehouse.post(`/api/batches/${batch}/commission`);
  const [code] = await codesOf(warehouse, batch);
  if (code === undefined) throw new Error('no label was printed');
  const scan = (who: DemoStaff, purpose: string, at: string, more: object = {}) =>
    who.post('/api/scans', { code, purpose, device: `${at}-1`, location: placeOf(at), ...more });

  await scan(warehouse, 'audit', 'WH-HZ');
  const { id } = await warehouse.post('/api/shipments', { to: WORKSHOP, units: [code] });
  await scan(advisor, 'receive', WORKSHOP);
  await advisor.post(`/api/shipments/${String(id)}/receipts`, { codes: [code] });
  await scan(technician, 'check', WORKSHOP);
  await openOrder(advisor);
  await scan(technician, 'fit', WORKSHOP, { repairOrder: ORDER, line: 1 });
  const fitting = { line: 1, code, vin: VIN, odometer: 31_005, removedPart: { outcome: 'with_owner' } };
  await technician.post(`/api/repair-orders/${ORDER}/fittings`, fitting);
  await scan(advisor, 'check', WORKSHOP, { repairOrder: ORDER });
  await fetch(`${url}/api/public/checks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  await scan(stranger, 'check', 'WS-HZ-02');
  return /\/21\/(\w{12})/.exec(code)![1]!;
}

async function openOrder(advisor: DemoStaff): Promise<void> {
  await advisor.put(`/api/repair-orders/${ORDER}`, {
    version: 1,
    openedAt: new Date().toISOString(),
    vehicle: { vin: VIN, model: 'E300' },
    repairCategory: 'minor',
    odometerIn: 31_000,
    lines: [{ line: 1, partNumber: PART, category: 'original', quantity: 1, unitPrice: '42.00', payType: 'customer' }],
  });
  await advisor.post(`/api/repair-orders/${ORDER}/approvals`, { lines: [{ line: 1 }], channel: 'in_person' });
}

const placeOf = (at: string) => DEMO_ORGANISATIONS.find(({ code }) => code === at)?.place;

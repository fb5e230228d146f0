import { type Answer, answered, PART, VIN, World, type Workshop } from './support/actors.ts';

/** Rules that one look at the step is enough for, each with what it needs really supplied by the way that people take. */
let world: World;
beforeAll(async () => (world = await World.start()));
afterAll(() => world.close());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const rulesOf = (answer: Answer): string[] => (answer.findings as { rule: string }[]).map(({ rule }) => rule);
const flagsOf = async (rule: string): Promise<Answer[]> =>
  answered(await world.analyst.get(`/api/flags?rule=${rule}`)).items as Answer[];
const publicCheck = async (code: string, more: Answer = {}): Promise<Answer> =>
  answered(await world.app.request.post('/api/public/checks').send({ code, ...more }));
const wait = (milliseconds: number) => world.app.clock.advance(milliseconds);
const now = () => world.app.clock.now().toISOString();

let count = 0;
/** A car of its own for each story, so that one story is not the other's past. */
const newVin = () => `LCHARE3K8AN2${String(++count).padStart(5, '0')}`;

interface Repair {
  readonly number: string;
  readonly vin: string;
  readonly fit: (more?: Answer) => Promise<Answer>;
  readonly bill: (more?: Answer) => Promise<{ status: number; body: Answer }>;
}

/** An approved order for one part in one car, opened now, and a unit of the part on the shelf. */
async function repair(
  partNumber: string,
  { vin = newVin(), workshop = world.hz1, line = {}, order = {} }: RepairWish = {},
): Promise<Repair> {
  const number = `RO-D${++count}`;
  const [code] = await world.stock(workshop, partNumber, 1);
  const wish = { partNumber, unitPrice: '428.00', concern: '异响', ...line };
  const car = { vehicle: { vin, model: 'E300' }, openedAt: now(), ...order };
  await workshop.advisor.opens(number, [wish], car);
  await workshop.advisor.approves(number, 1);
  const fitting = { line: 1, code, vin, removedPart: { outcome: 'with_owner' } };
  const billed = { line: 1, partNumber, category: 'original', quantity: 1, unitPrice: '428.00' };
  return {
    number,
    vin,
    fit: async (more = {}) => (await workshop.technician.fits(number, { ...fitting, ...more })).body as Answer,
    bill: async (more = {}) => {
      const { status, body } = await workshop.advisor.invoices(number, {
        number: `I-${number}`,
        lines: [billed],
        ...more,
      });
      return { status, body: body as Answer };
    },
  };
}
interface RepairWish {
  readonly vin?: string;
  readonly workshop?: Workshop;
  readonly line?: Answer;
  readonly order?: Answer;
}

test('R19: fewer kilometres than at another workshop before, and whose they were is not told', async () => {
  const vin = newVin();
  const first = await repair(PART.brakePads, { vin, workshop: world.nb1, order: { odometerIn: 91_000 } });
  await first.fit();
  await first.bill({ odometerOut: 91_010 });
  wait(DAY);
  const second = await repair(PART.brakePads, { vin, order: { odometerIn: 46_000 } });
  const refused = await second.fit({ odometer: 46_002 });
  expect(refused).toMatchObject({ code: 'REASON_REQUIRED', findings: [{ rule: 'R19' }] });
  expect(JSON.stringify(refused)).not.toMatch(/91010|WS-NB/);
  const fitted = await second.fit({ odometer: 46_002, reason: '仪表总成更换过' });
  expect(rulesOf(fitted.verdict as Answer)).toEqual(['R19']);
  expect((await flagsOf('R19')).length).toBeGreaterThan(0);
});

test('R15 and Q03: replaced again at the same place, and charged although it is covered', async () => {
  const vin = newVin();
  const first = await repair(PART.brakePads, { vin });
  await first.fit({ position: 'FL' });
  await first.bill();
  wait(30 * DAY);
  const again = await repair(PART.brakePads, { vin });
  expect(await again.fit({ position: 'fl' })).toMatchObject({
    code: 'SUPERVISOR_REQUIRED',
    findings: [{ rule: 'R15', level: 4 }],
  });
  const [other] = await world.stock(world.hz1, PART.brakePads, 1);
  const passed = { line: 1, code: other, vin, position: 'fl', reason: '事故', removedPart: { outcome: 'waived' } };
  answered(await world.hz1.supervisor.fits(again.number, passed));
  const blocked = await again.bill();
  expect(blocked).toMatchObject({ status: 422, body: { code: 'INVOICE_BLOCKED' } });
  expect(rulesOf(blocked.body)).toContain('Q03');
  expect(await flagsOf('Q03')).toMatchObject([{ status: 'prevented', level: 4 }]);
});

test('a comeback that names its parent and costs the owner nothing raises nothing', async () => {
  const vin = newVin();
  const first = await repair(PART.brakePads, { vin });
  await first.fit({ position: 'FR' });
  await first.bill();
  wait(5 * DAY);
  const comeback = await repair(PART.brakePads, {
    vin,
    line: { payType: 'warranty', unitPrice: '0.00' },
    order: { parent: first.number },
  });
  expect((await comeback.fit({ position: 'FR' })).verdict).toMatchObject({ outcome: 'consistent', findings: [] });
  const zero = [{ line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice: '0.00' }];
  expect(await comeback.bill({ lines: zero })).toMatchObject({ status: 201, body: { findings: [] } });
});

test('Q04: the second starter battery under warranty is news for owner and maker', async () => {
  const vin = newVin();
  const line = { payType: 'warranty', unitPrice: '0.00' };
  const lines = [{ line: 1, partNumber: PART.battery, category: 'original', quantity: 1, unitPrice: '0.00' }];
  const first = await repair(PART.battery, { vin, line });
  await first.fit();
  expect(rulesOf((await first.bill({ lines })).body)).toEqual([]);
  wait(60 * DAY);
  const second = await repair(PART.battery, { vin, line });
  await second.fit();
  const { body } = await second.bill({ lines });
  expect(body.findings).toMatchObject([{ rule: 'Q04', level: 3, evidence: { of: PART.battery, count: 2 } }]);
});

test('R05: a part for another model; a note where the order names none', async () => {
  const wrong = await repair(PART.brakePads, { order: { vehicle: { vin: newVin(), model: 'X500' } } });
  expect(await wrong.fit({ vin: undefined })).toMatchObject({
    code: 'SUPERVISOR_REQUIRED',
    findings: [{ rule: 'R05' }],
  });
  const untold = await repair(PART.brakePads, { order: { vehicle: { vin: newVin() } } });
  expect((await untold.fit({ vin: undefined })).verdict).toMatchObject({
    outcome: 'consistent',
    findings: [{ rule: 'R05', level: 2 }],
  });
});

test('R16: an assembly with nothing written down of why', async () => {
  const silent = await repair(PART.battery, { line: { concern: undefined } });
  await silent.fit();
  expect(rulesOf((await silent.bill()).body)).toEqual(['R16']);
});

test('R11: fitted, paid by the customer, and on no bill', async () => {
  const silent = await repair(PART.brakePads);
  await silent.fit();
  const { status, body } = await silent.bill({ lines: [] });
  expect(status).toBe(201);
  expect(body.findings).toMatchObject([{ rule: 'R11', level: 3, evidence: { fitted: 1, billed: 0 } }]);
  expect(await flagsOf('R11')).toMatchObject([{ status: 'open', workshop: 'WS-HZ-01' }]);
});

test('R22: a safety part without its label: stopped, let pass by a supervisor, and the maker is told of both', async () => {
  const bare = await repair(PART.brakePads);
  const without = { code: undefined, reason: '标签损坏' };
  expect(await bare.fit(without)).toMatchObject({ code: 'SUPERVISOR_REQUIRED', findings: [{ rule: 'R22' }] });
  expect(await flagsOf('R22')).toMatchObject([{ status: 'prevented', partNumber: PART.brakePads }]);
  const passed = { line: 1, vin: bare.vin, reason: '标签损坏', removedPart: { outcome: 'waived' } };
  answered(await world.hz1.supervisor.fits(bare.number, passed));
  expect(await flagsOf('R22')).toMatchObject([{ status: 'open', overrideReason: '标签损坏' }, { status: 'prevented' }]);
});

test('R23: a fitting told three days later wants a reason; one out of a queue a day later does not', async () => {
  const late = await repair(PART.brakePads);
  const fittedAt = now();
  wait(26 * HOUR);
  const queued = await repair(PART.brakePads, { order: { openedAt: fittedAt } });
  const { verdict } = await late.fit({ fittedAt });
  expect(verdict).toMatchObject({ findings: [] });
  wait(40 * HOUR);
  expect(await queued.fit({ fittedAt })).toMatchObject({ code: 'REASON_REQUIRED', findings: [{ rule: 'R23' }] });
});

test('R12: a part that was billed as fitted is found sealed elsewhere', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  const { number, vin } = await repair(PART.brakePads);
  answered(await world.hz1.technician.fits(number, { line: 1, code, vin, removedPart: { outcome: 'waived' } }));
  const found = await world.nb1.technician.scans(code!, 'receive', { seal: 'intact' });
  expect(rulesOf(found)).toEqual(expect.arrayContaining(['R12', 'K05']));
  expect(await flagsOf('R12')).toMatchObject([{ level: 5, case: expect.stringMatching(/^C-/) }]);
});

test('K06: a unit met while its sealed carton is in the warehouse', async () => {
  const codes = await world.warehouse.mints(PART.oilFilter, 2);
  const { sscc } = await world.warehouse.does('/api/cartons', { units: codes });
  await world.warehouse.does(`/api/cartons/${String(sscc)}/seal`);
  expect(rulesOf(await world.hz1.technician.scans(codes[0]!, 'check'))).toContain('K06');
  expect(rulesOf(await world.warehouse.scans(codes[1]!, 'check'))).toEqual([]);
});

test('B01: read in Hangzhou, and half an hour later in Harbin', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  await world.hz1.technician.scans(code!, 'check', { location: { latitude: 30.27, longitude: 120.15 } });
  wait(HOUR / 2);
  const far = await world.hz1.clerk.scans(code!, 'check', { location: { latitude: 45.8, longitude: 126.53 } });
  expect(far).toMatchObject({ outcome: 'caution', findings: [{ rule: 'B01', level: 4, evidence: { minutes: 30 } }] });
});

test('B02: eight devices before it is in a car', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  const verdicts: Answer[] = [];
  for (let device = 1; device <= 8; device++) {
    wait(HOUR / 4);
    verdicts.push(await world.hz1.technician.scans(code!, 'check', { device: `d-${device}` }));
  }
  expect(verdicts.map(rulesOf)).toEqual([[], [], [], [], [], [], [], ['B02']]);
});

test('B03: somebody without an account reads what is still in the warehouse, once the printing is done', async () => {
  const [code] = await world.warehouse.mints(PART.brakePads, 1);
  expect(await publicCheck(code!)).toMatchObject({ outcome: 'consistent', findings: [] });
  wait(3 * DAY);
  expect(await publicCheck(code!)).toMatchObject({ outcome: 'caution', findings: [{ rule: 'B03', level: 3 }] });
  expect(await flagsOf('B03')).toMatchObject([{ level: 3, unit: null, case: null }]);
  expect(await world.warehouse.scans(code!, 'check')).toMatchObject({ outcome: 'consistent' });
});

test('I02: the other print of a reprinted label turns up at a workshop', async () => {
  const { batch, codes } = await world.warehouse.issues(PART.brakePads, 1);
  await world.warehouse.does(`/api/batches/${batch}/commission`);
  wait(HOUR);
  await world.warehouse.does(`/api/batches/${batch}/reprints`, { from: 1, to: 1, reason: '标签污损' });
  expect(rulesOf(await world.warehouse.scans(codes[0]!, 'check'))).toEqual([]);
  wait(HOUR);
  const verdict = await world.hz1.technician.scans(codes[0]!, 'check');
  expect(verdict.outcome).toBe('suspect');
  expect(rulesOf(verdict)).toContain('I02');
});

test('I03: a hundred times the usual, asked for by one person alone', async () => {
  for (let batch = 0; batch < 10; batch++) await world.warehouse.issues(PART.shockRight, 3);
  const refused = await world.warehouse.post('/api/batches', { partNumber: PART.shockRight, quantity: 20_000 });
  expect(refused.body).toMatchObject({ status: 409, code: 'MINT_NEEDS_SECOND_PERSON', findings: [{ rule: 'I03' }] });
  expect(await flagsOf('I03')).toMatchObject([{ status: 'prevented', case: null }]);
});

test('U01 and U02: the owner disputes, and reads a label that is not of the bill', async () => {
  const one = await repair(PART.brakePads);
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  answered(
    await world.hz1.technician.fits(one.number, { line: 1, code, vin: one.vin, removedPart: { outcome: 'waived' } }),
  );
  const { token } = (await one.bill()).body;
  const dispute = { kind: 'dispute', line: 1, reason: 'not_fitted' };
  const path = `/api/public/invoices/${String(token)}/answers`;
  const opened = answered(await world.app.request.post(path).send(dispute)).case as Answer;
  await world.app.request.post(path).send(dispute);
  expect(await flagsOf('U01')).toMatchObject([{ level: 4, count: 1, case: opened.number, workshop: 'WS-HZ-01' }]);

  expect(await publicCheck(code!, { invoice: token })).toMatchObject({ outcome: 'consistent', findings: [] });
  const [other] = await world.stock(world.hz1, PART.brakePads, 1);
  expect(await publicCheck(other!, { invoice: token })).toMatchObject({
    outcome: 'caution',
    findings: [{ rule: 'U02', level: 3 }],
  });
  expect(await flagsOf('U02')).toMatchObject([{ level: 3, status: 'open', case: null }]);
  const nobody = await world.app.request.post('/api/public/checks').send({ code, invoice: 'A'.repeat(26) });
  expect(nobody.status).toBe(404);
});

test('VIN and plate are in none of all these flags', async () => {
  const [row] = await world.database.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM flag WHERE finding::text ~ $1`,
    [`LCHARE3K8AN2|${VIN}`],
  );
  expect(row).toEqual({ count: 0 });
});

import { type Answer, answered, PART, VIN, World } from './support/actors.ts';
import { textsOf } from './support/paper.ts';

let world: World;
beforeAll(async () => (world = await World.start()));
afterAll(() => world.close());

let orders = 700;
const next = () => `RO-${orders++}`;
const PADS = { partNumber: PART.brakePads, unitPrice: '428.00' };
const billed = (more: Answer = {}) => ({ line: 1, category: 'original', quantity: 1, ...PADS, ...more });
const billOf = (number: string, lines: readonly Answer[] = [billed()], more: Answer = {}) => ({
  number: `INV-${number}`,
  lines,
  ...more,
});

/** An order with one unit in the car on each line. */
async function fitted(
  ...lines: readonly (Answer & { partNumber: string })[]
): Promise<{ number: string; codes: string[] }> {
  const { hz1 } = world;
  const number = next();
  await hz1.advisor.opens(number, lines);
  await hz1.advisor.approves(number, ...lines.map((_, at) => at + 1));
  const codes: string[] = [];
  for (const [at, { partNumber }] of lines.entries()) {
    const [code] = await world.stock(hz1, partNumber, 1);
    const body = { line: at + 1, code, vin: VIN, removedPart: { outcome: 'with_owner' } };
    answered(await hz1.technician.fits(number, body));
    codes.push(code!);
  }
  return { number, codes };
}

describe('what somebody else than the owner pays', () => {
  test.each(['warranty', 'goodwill', 'insurance', 'internal'])(
    '%s: stands on the bill and in no sum of it, as data, on the page and on paper',
    async (payType) => {
      const filter = { partNumber: PART.oilFilter, unitPrice: '33.30' };
      const { number } = await fitted(PADS, { ...filter, payType });
      const lines = [billed(), billed({ ...filter, line: 2 })];
      const labour = [{ description: '工时', amount: '180.00' }];
      const { token } = answered(await world.hz1.advisor.invoices(number, billOf(number, lines, { labour })));
      const totals = { material: '428.00', labour: '180.00', total: '608.00' };
      const content = { lines: [{ amount: '428.00' }, { unitPrice: '33.30', amount: '0.00' }], totals };
      expect(answered(await world.hz1.advisor.get(`/api/repair-orders/${number}/invoice`))).toMatchObject({
        versions: [{ content }],
      });
      const { request, url } = world.app;
      expect(answered(await request.get(`/api/public/invoices/${String(token)}`))).toMatchObject(content);
      const page = (await request.get(`/i/${String(token)}`).set('Accept', 'text/html')).text;
      const paper = await fetch(`${url}/i/${String(token)}/evidence.pdf`);
      const sheet = (await textsOf(Buffer.from(await paper.arrayBuffer()))).join('').replaceAll(/\s+/g, '');
      for (const told of [page, sheet]) {
        expect(told).toContain('¥608.00');
        expect(told).not.toMatch(/33\.30|461\.30|641\.30/);
      }
    },
  );
});

describe('units that a bill names', () => {
  const serialIn = (code: string): string => /\/21\/(\w{12})/.exec(code)![1]!;

  it('are those in the car: any other stops it', async () => {
    const { hz1 } = world;
    const { number, codes } = await fitted(PADS);
    const [fittedUnit] = codes;
    const [onTheShelf] = await world.stock(hz1, PART.brakePads, 1);
    const bill = (...units: string[]) => hz1.advisor.invoices(number, billOf(number, [billed({ units })]));
    const blocked = await bill(onTheShelf!);
    expect(blocked.body).toMatchObject({
      code: 'INVOICE_BLOCKED',
      findings: [{ rule: 'R09', level: 4, line: 1, evidence: { units: [serialIn(onTheShelf!)] } }],
    });
    // Written as on the label, as a person reads it out, or scanned: the same unit.
    const serial = serialIn(fittedUnit!);
    const ways = [serial, serial.toLowerCase().replaceAll(/.{4}(?=.)/g, '$& '), fittedUnit!];
    for (const unit of ways) {
      expect(answered(await bill(unit))).toMatchObject({ version: 1, findings: [], lines: [{ units: [serial] }] });
    }
  });

  it('are named as labels do, or refused by place', async () => {
    const { number } = await fitted(PADS);
    const refused = await world.hz1.advisor.invoices(number, billOf(number, [billed({ units: ['OE 45022', 'X'] })]));
    expect(refused.body).toMatchObject({
      status: 400,
      code: 'INVALID_INPUT',
      errors: [{ path: 'lines[0].units[0]' }, { path: 'lines[0].units[1]' }],
    });
  });
});

describe('the odometer out', () => {
  const NO_READING = { odometerOut: undefined };

  it('is asked for where the order has a reading on arrival', async () => {
    const { number } = await fitted(PADS);
    const refused = await world.hz1.advisor.invoices(number, billOf(number, [billed()], NO_READING));
    expect(refused.body).toMatchObject({
      status: 400,
      code: 'ODOMETER_OUT_REQUIRED',
      errors: [{ path: 'odometerOut' }],
    });
    answered(await world.hz1.advisor.invoices(number, billOf(number)));
  });

  it('is not where there is nothing to hold it against', async () => {
    const { hz1 } = world;
    const gasket = { partNumber: 'X-1', category: 'matching_quality', unitPrice: '9.00' };
    const number = next();
    await hz1.advisor.opens(number, [gasket], { odometerIn: undefined });
    await hz1.advisor.approves(number, 1);
    const bill = billOf(number, [billed(gasket)], NO_READING);
    expect(answered(await hz1.advisor.invoices(number, bill))).toMatchObject({ version: 1 });
  });
});

describe('a part that its maker remanufactured', () => {
  const REMAN = { partNumber: 'CH-REMAN-1', unitPrice: '300.00' };

  it('is not billed as original, and is what it is to the owner', async () => {
    const { hz1 } = world;
    const part = { name: { zh: '再制造起动机', en: 'Starter, remanufactured' }, class: 'main', tracking: 'serial' };
    const price = { listPrice: '300.00', currency: 'CNY', suppliedAs: 'remanufactured' };
    answered(await world.maker.put(`/api/parts/${REMAN.partNumber}`, { ...part, ...price }));
    const { number } = await fitted({ ...REMAN, concern: '无法启动', cause: '起动机损坏' });
    const blocked = await hz1.supervisor.invoices(number, billOf(number, [billed(REMAN)]));
    expect(blocked.body).toMatchObject({
      code: 'INVOICE_BLOCKED',
      findings: [{ rule: 'R08', level: 5, evidence: { fitted: 'remanufactured' } }],
    });
    const honest = { ...REMAN, category: 'remanufactured' };
    const second = await fitted({ ...honest, concern: '无法启动', cause: '起动机损坏' });
    const { token } = answered(await hz1.advisor.invoices(second.number, billOf(second.number, [billed(honest)])));
    expect(answered(await world.app.request.get(`/api/public/invoices/${String(token)}`))).toMatchObject({
      outcome: 'consistent',
      lines: [{ category: 'remanufactured', units: [{ category: 'remanufactured' }] }],
    });

    const other = { ...REMAN, category: 'matching_quality' };
    const third = await fitted({ ...other, concern: '无法启动', cause: '起动机损坏' });
    const issued = answered(await hz1.advisor.invoices(third.number, billOf(third.number, [billed(other)])));
    const page = await world.app.request.get(`/i/${String(issued.token)}`).set('Accept', 'text/html');
    expect(page.text).toContain('再制造件');
  });
});

it('a line that is not on the order stays out, whatever a supervisor says', async () => {
  const { number } = await fitted(PADS);
  const overrides = ['R07', 'R09'].map((rule) => ({ rule, reason: '漏开工单' }));
  const bill = billOf(number, [billed(), billed({ line: 9 })], { overrides });
  const refused = await world.hz1.supervisor.invoices(number, bill);
  expect(refused.body).toMatchObject({ status: 400, code: 'LINE_NOT_FOUND', line: 9 });
});

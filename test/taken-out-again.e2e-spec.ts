import type { Response } from 'supertest';
import { type Answer, answered, OTHER_VIN, PART, type Person, VIN, World } from './support/actors.ts';

let world: World;
beforeAll(async () => (world = await World.start()));
afterAll(() => world.close());

let orders = 700;
const PADS = { partNumber: PART.brakePads, unitPrice: '428.00' };
async function approved(line: Answer = {}): Promise<string> {
  const number = `RO-${orders++}`;
  await world.hz1.advisor.opens(number, [{ ...PADS, ...line }]);
  await world.hz1.advisor.approves(number, 1);
  return number;
}
const rulesIn = (response: Response): string[] =>
  ((response.body as { findings?: { rule: string }[] }).findings ?? []).map(({ rule }) => rule);
const lineOf = async (order: string): Promise<Answer> =>
  (answered(await world.hz1.advisor.get(`/api/repair-orders/${order}`)) as { lines: Answer[] }).lines[0]!;
const fit = (order: string, code: string, more: Answer = {}): Promise<Response> =>
  world.hz1.technician.fits(order, { line: 1, code, vin: VIN, removedPart: { outcome: 'with_owner' }, ...more });
async function fitted(order: string, code: string, more: Answer = {}): Promise<string> {
  return (answered(await fit(order, code, more)) as { fitting: { id: string } }).fitting.id;
}
const remove = (order: string, fitting: string, more: Answer = {}, by: Person = world.hz1.technician) => {
  const removal = { line: 1, odometer: 31_000, outcome: 'warranty_return', ...more };
  return by.post(`/api/repair-orders/${order}/fittings/${fitting}/removal`, removal).then((response) => response);
};
const bill = (order: string, line: Answer = {}): Promise<Response> =>
  world.hz1.advisor.invoices(order, {
    number: `INV-${order}`,
    lines: [{ line: 1, ...PADS, category: 'original', quantity: 1, ...line }],
  });

describe('a part taken out again by the order that fitted it', () => {
  test('is not in the car, so it is not billed', async () => {
    const [code] = await world.stock(world.hz1, PART.brakePads, 1);
    const order = await approved();
    answered(await remove(order, await fitted(order, code!)));
    expect(await lineOf(order)).toMatchObject({ issued: 1, fitted: 0, removed: 1, returned: 0 });
    const refused = await bill(order);
    expect(refused.body).toMatchObject({ status: 422, code: 'INVOICE_BLOCKED' });
    expect(rulesIn(refused)).toEqual(['R09']);
  });

  test('makes room for another, and the owner reads of both', async () => {
    const [bad, good] = await world.stock(world.hz1, PART.brakePads, 2);
    const order = await approved();
    answered(await remove(order, await fitted(order, bad!, { removedPart: { outcome: 'waived' } })));
    await fitted(order, good!, { removedPart: { outcome: 'warranty_return' } });
    expect(await lineOf(order)).toMatchObject({
      issued: 2,
      fitted: 1,
      removed: 1,
      fittings: [{ isRemovedHere: true }, { isRemovedHere: false }],
    });
    const issued = answered(await bill(order));
    expect(issued).toMatchObject({ findings: [] });
    const seen = answered(await world.app.request.get(`/api/public/invoices/${String(issued.token)}`)) as {
      lines: { units: { serial: string }[] }[];
    };
    expect(seen).toMatchObject({
      outcome: 'consistent',
      claims: { issuedByMaker: { count: 1, of: 1 } },
      lines: [{ fitted: 1, units: [{ removed: null }, { removed: { at: expect.any(String) }, way: [] }] }],
    });
    const page = (await world.app.request.get(`/i/${String(issued.token)}?lang=en`).set('Accept', 'text/html')).text;
    expect(page.match(/taken out again at the same repair/g)).toHaveLength(1);
    const [, badUnit] = seen.lines[0]!.units;
    expect(page).not.toContain(`/21/${badUnit!.serial}`);
    expect(page).toContain('Left to the workshop');
  });

  test('is no longer a doubt about this order', async () => {
    const [doubtful, good] = await world.stock(world.hz1, PART.brakePads, 2);
    const order = await approved();
    const first = await fitted(order, doubtful!);
    await world.hz2.technician.scans(doubtful!, 'receive');
    answered(await remove(order, first));
    await fitted(order, good!);
    expect(answered(await bill(order))).toMatchObject({ findings: [] });
  });

  test('leaves the outcome of what it had replaced to be told', async () => {
    const [bad, good] = await world.stock(world.hz1, PART.brakePads, 2);
    const order = await approved();
    const first = await fitted(order, bad!, { removedPart: undefined });
    answered(await remove(order, first));
    await fitted(order, good!);
    expect(rulesIn(await bill(order))).toEqual(['R13']);
    const told = { line: 1, fitting: first, outcome: 'with_owner' };
    answered(await world.hz1.advisor.post(`/api/repair-orders/${order}/old-parts`, told));
    answered(await bill(order));
  });
});

describe('what a fitting replaced', () => {
  const stateOf = async (code: string): Promise<unknown> => {
    const [, gtin, serial] = /\/01\/(\d{14})\/21\/(\w{12})/.exec(code)!;
    return answered(await world.analyst.get(`/api/units/${gtin}/${serial}`)).state;
  };
  /** A battery of an earlier order in the car, and two new ones on the shelf: its fitting, and the three labels. */
  async function replacing(): Promise<{ order: string; earlier: string; codes: string[] }> {
    const codes = await world.stock(world.hz1, PART.brakePads, 3);
    const earlier = await fitted(await approved(), codes[0]!);
    return { order: await approved(), earlier, codes };
  }

  test('is in the car again when the fitting is undone, and may be told again', async () => {
    const { order, codes } = await replacing();
    const [old, wrong, right] = codes;
    const shown = { removedPart: { outcome: 'waived', code: old } };
    const mistake = await fitted(order, wrong!, shown);
    expect(await stateOf(old!)).toBe('waived');
    const undo = `/api/repair-orders/${order}/fittings/${mistake}/undo`;
    answered(await world.hz1.supervisor.post(undo, { reason: '拿错了一件' }));
    expect(await stateOf(old!)).toBe('fitted');
    answered(
      await world.hz1.clerk.post(`/api/repair-orders/${order}/allocations/return`, { code: wrong, seal: 'intact' }),
    );
    await fitted(order, right!, shown);
    expect(await stateOf(old!)).toBe('waived');
    expect(answered(await bill(order))).toMatchObject({ findings: [] });
  });

  test('stays out when the fitting is undone, once it is on its way to the maker', async () => {
    const { order, codes } = await replacing();
    const [old, wrong, right] = codes;
    const shown = { removedPart: { outcome: 'core_return', code: old } };
    const mistake = await fitted(order, wrong!, shown);
    answered(await world.hz1.clerk.post('/api/shipments', { to: 'WH-HZ', kind: 'return_old', units: [old] }));
    answered(
      await world.hz1.supervisor.post(`/api/repair-orders/${order}/fittings/${mistake}/undo`, { reason: '拿错了一件' }),
    );
    expect(await stateOf(old!)).toBe('core_return');
    answered(
      await world.hz1.clerk.post(`/api/repair-orders/${order}/allocations/return`, { code: wrong, seal: 'intact' }),
    );
    await fitted(order, right!, shown);
    expect(answered(await bill(order))).toMatchObject({ findings: [] });
  });

  test('may be shown although a removal took it out before', async () => {
    const { order, earlier, codes } = await replacing();
    answered(await remove(order, earlier, { outcome: 'waived' }));
    await fitted(order, codes[1]!, { removedPart: { outcome: 'waived', code: codes[0] } });
    expect(answered(await bill(order))).toMatchObject({ findings: [] });
  });

  test('is told by its removal', async () => {
    const { order, earlier, codes } = await replacing();
    answered(await remove(order, earlier, { outcome: 'with_owner' }));
    await fitted(order, codes[1]!, { removedPart: undefined });
    expect(await lineOf(order)).toMatchObject({ fittings: [{ oldPart: { outcome: 'with_owner' } }] });
    expect(answered(await bill(order))).toMatchObject({ findings: [] });
  });

  test('is one part, and not the old part of two', async () => {
    const { codes } = await replacing();
    const [old, one, two] = codes;
    const order = await approved({ quantity: 2 });
    const shown = { removedPart: { outcome: 'waived', code: old } };
    await fitted(order, one!, { ...shown, position: 'FL' });
    const refused = await fit(order, two!, { ...shown, position: 'FR' });
    expect(refused.body).toMatchObject({ code: 'SUPERVISOR_REQUIRED' });
    expect(rulesIn(refused)).toContain('R14');
  });

  describe('told after the fitting', () => {
    const tell = (order: string, more: Answer, by: Person = world.hz1.advisor): Promise<Response> =>
      by
        .post(`/api/repair-orders/${order}/old-parts`, { line: 1, outcome: 'waived', ...more })
        .then((response) => response);
    const flagged = async (code: string): Promise<Answer[]> => {
      const { items } = answered(await world.analyst.get('/api/flags?rule=R14')) as { items: Answer[] };
      const serialOf = ({ finding }: Answer) => (finding as { evidence: { serial: string } }).evidence.serial;
      return items.filter((flag) => code.includes(serialOf(flag)));
    };

    test('comes out of the car by its label', async () => {
      const { order, codes } = await replacing();
      await fitted(order, codes[1]!, { removedPart: undefined });
      answered(await tell(order, { code: codes[0] }));
      expect(await stateOf(codes[0]!)).toBe('waived');
      expect(answered(await bill(order))).toMatchObject({ findings: [] });
    });

    test('is none that never was in this car', async () => {
      const { order, codes } = await replacing();
      const [, fresh, stranger] = codes;
      await fitted(order, fresh!, { removedPart: undefined });
      const refused = await tell(order, { code: stranger, reason: '就是它' }, world.hz1.supervisor);
      expect(refused.body).toMatchObject({ status: 409, code: 'OLD_PART_REFUSED' });
      expect(rulesIn(refused)).toEqual(['R14']);
      expect(await flagged(stranger!)).toMatchObject([{ status: 'prevented', level: 5, case: null }]);
      expect(rulesIn(await bill(order))).toEqual(['R13']);
    });

    test('is not the new part, which stays in the car', async () => {
      const { order, codes } = await replacing();
      await fitted(order, codes[1]!, { removedPart: undefined });
      answered(await tell(order, { code: codes[1] }));
      expect(await stateOf(codes[1]!)).toBe('fitted');
      expect(await lineOf(order)).toMatchObject({ fitted: 1, fittings: [{ oldPart: { serial: null } }] });
    });

    test('is that of two replacements only with a supervisor’s reason, which the owner reads', async () => {
      const { codes } = await replacing();
      const [old, one, two] = codes;
      const order = await approved({ quantity: 2 });
      await fitted(order, one!, { removedPart: { outcome: 'waived', code: old } });
      const second = await fitted(order, two!, { removedPart: undefined });
      const telling = { fitting: second, code: old };
      expect((await tell(order, telling)).body).toMatchObject({ code: 'SUPERVISOR_REQUIRED' });
      const reason = '两片共用一个旧码';
      expect((await tell(order, { ...telling, reason })).body).toMatchObject({ code: 'SUPERVISOR_REQUIRED' });
      answered(await tell(order, { ...telling, reason }, world.hz1.supervisor));
      const line = await lineOf(order);
      expect(line).toMatchObject({ fittings: [{ oldPart: {} }, { oldPart: { serial: expect.any(String) } }] });
      const { token } = answered(await bill(order, { quantity: 2 }));
      expect(answered(await world.app.request.get(`/api/public/invoices/${String(token)}`))).toMatchObject({
        lines: [{ findings: [{ rule: 'R14', workshopSays: reason }] }],
      });
    });
  });
});

describe('a removal', () => {
  const flagged = async (rule: string): Promise<Answer[]> =>
    answered(await world.analyst.get(`/api/flags?rule=${rule}`)).items as Answer[];
  async function inCar(): Promise<{ order: string; fitting: string }> {
    const [code] = await world.stock(world.hz1, PART.brakePads, 1);
    const fitting = await fitted(await approved(), code!, { odometer: 33_000 });
    return { order: await approved(), fitting };
  }

  test('keeps its odometer, which a reading that goes back has to explain', async () => {
    const { order, fitting } = await inCar();
    const asked = await remove(order, fitting, { odometer: 31_500 });
    expect(asked.body).toMatchObject({ status: 409, code: 'REASON_REQUIRED' });
    expect(rulesIn(asked)).toEqual(['R19']);
    expect(await flagged('R19')).toMatchObject([{ status: 'prevented' }]);
    const reason = '换过仪表';
    answered(await remove(order, fitting, { odometer: 31_500, reason }));
    expect((await flagged('R19')).find(({ status }) => status === 'open')).toMatchObject({ overrideReason: reason });
    const kept = await world.database.rows('SELECT removed_odometer AS km FROM fitting WHERE id = $1', [fitting]);
    expect(kept).toEqual([{ km: 31_500 }]);
  });

  test('from another car is refused, and the attempt is on record', async () => {
    const { order, fitting } = await inCar();
    const refused = await remove(order, fitting, { odometer: 33_500, vin: OTHER_VIN }, world.hz1.supervisor);
    expect(refused.body).toMatchObject({ status: 409, code: 'WRONG_VEHICLE' });
    expect(await flagged('R06')).toMatchObject([{ status: 'prevented', level: 4 }]);
    answered(await remove(order, fitting, { odometer: 33_500, vin: VIN }));
  });
});

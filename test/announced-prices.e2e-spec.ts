import { type Answer, answered, PART, VIN, World } from './support/actors.ts';

const FILTER = `/api/parts/${PART.oilFilter}`;
const HEADINGS = '零件号,中文名称,英文名称,类别,追溯方式,建议零售价,币种,价格生效日';
const filterAt = (price: string, day: string): string =>
  `${PART.oilFilter},机油滤清器,Oil filter,wear,serial,${price},CNY,${day}`;

let world: World;
beforeAll(async () => (world = await World.start()));
afterAll(() => world.close());

async function imports(lines: readonly string[], query = '', language = 'en'): Promise<Answer> {
  const sent = world.app.request.post(`/api/parts/imports${query}`).set('Authorization', world.maker.credential);
  const file = [HEADINGS, ...lines].join('\n');
  return answered(await sent.set({ 'Content-Type': 'text/csv', 'Accept-Language': language }).send(file));
}
const part = async (): Promise<Answer> => answered(await world.maker.get(FILTER));
const prices = async (): Promise<string[]> => {
  const { items } = answered(await world.hz1.advisor.get(`${FILTER}/prices`));
  return (items as Record<string, string>[]).map((each) => `${each.validFrom} ${each.listPrice} ${each.state}`);
};
/** The part as it is, with these changes. */
async function puts(changes: Answer) {
  const {
    name,
    class: partClass,
    tracking,
    models,
    quantityPerVehicle,
    warrantyMonths,
    warrantyKm,
    ...rest
  } = await part();
  const { listPrice, currency } = rest;
  const given = { name, class: partClass, tracking, models, quantityPerVehicle, warrantyMonths, warrantyKm };
  return world.maker.put(FILTER, { ...given, listPrice, currency, ...changes });
}

describe('a price list for a later day', () => {
  const next = [filterAt('48.00', '2027/1/1')];

  test('is tried, is imported, and changes nothing when it comes again', async () => {
    expect(await imports(next, '?dryRun=true')).toMatchObject({ updated: 1, unchanged: 0, errors: [] });
    expect(await prices()).toEqual(['2026-11-23 42.00 in_force']);
    expect(await imports(next)).toMatchObject({ updated: 1, unchanged: 0, errors: [] });
    expect(await imports(next)).toMatchObject({ updated: 0, unchanged: 1, errors: [] });
    expect(await prices()).toEqual(['2027-01-01 48.00 announced', '2026-11-23 42.00 in_force']);
    expect(await part()).toMatchObject({ listPrice: '42.00', version: 2 });
  });

  test.each(['zh', 'en'] as const)('tells its faults by row (%s), and nothing of it is written', async (language) => {
    const before = await prices();
    const { errors } = await imports(
      [
        filterAt('45.00', '2026-11-22'),
        'CH-NEW-1,新件,New part,wear,lot,9.00,CNY,2027-01-01',
        'CH-NEW-2,新件,New part,wear,lot,9.00,CNY,1/2/2027',
      ],
      '',
      language,
    );
    const told = errors as {
      row: number;
      column: string;
      code: string;
      message: string;
      words: Record<string, string>;
    }[];
    expect(told.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '2 priceValidFrom PRICE_IN_PAST',
      '3 priceValidFrom FIRST_PRICE_LATER',
      '4 priceValidFrom DAY_MALFORMED',
    ]);
    for (const { message, words } of told) expect(message).toBe(words[language]);
    expect(await prices()).toEqual(before);
  });

  test('may name a past day for what is in force already, and for a part that is new', async () => {
    expect(await imports([filterAt('42.00', '2026-01-01')])).toMatchObject({ unchanged: 1, errors: [] });
    const added = 'CH-NEW-3,新件,New part,wear,lot,9.00,CNY,20260101';
    expect(await imports([added])).toMatchObject({ created: 1, errors: [] });
    const { items } = answered(await world.maker.get('/api/parts/CH-NEW-3/prices'));
    expect(items).toEqual([{ validFrom: '2026-01-01', listPrice: '9.00', currency: 'CNY', state: 'in_force' }]);
  });
});

describe('one announced price', () => {
  test('is given, is no change when it is given again, and is on record', async () => {
    const given = { listPrice: '46.00', priceValidFrom: '2026-12-15' };
    expect(answered(await puts(given))).toMatchObject({ listPrice: '42.00', version: 3 });
    expect(answered(await puts(given))).toMatchObject({ version: 3 });
    const { items } = answered(await world.maker.get('/api/audit?action=part.changed'));
    expect((items as Answer[])[0]).toMatchObject({
      detail: { listPrice: { from: '42.00', to: '46.00' }, priceValidFrom: '2026-12-15' },
    });
  });

  test.each([
    { name: 'a past day', changes: { listPrice: '46.00', priceValidFrom: '2026-11-22' } },
    { name: 'no day of any calendar', changes: { listPrice: '46.00', priceValidFrom: '2027-02-29' } },
    { name: 'an instant', changes: { listPrice: '46.00', priceValidFrom: '2027-02-28T00:00:00Z' } },
  ])('is refused for $name', async ({ changes }) => {
    const { status, body } = await puts(changes);
    expect([status, body.errors[0].path]).toEqual([400, 'priceValidFrom']);
  });

  test('is withdrawn until it begins', async () => {
    const withdraw = (day: string) => world.maker.delete(`${FILTER}/prices/${day}`);
    expect((await withdraw('2026-12-15')).status).toBe(204);
    expect((await withdraw('2026-12-15')).body).toMatchObject({ status: 404, code: 'PRICE_NOT_FOUND' });
    expect((await withdraw('2026-11-23')).body).toMatchObject({ status: 409, code: 'PRICE_BEGUN' });
    expect((await withdraw('tomorrow')).status).toBe(400);
    expect(await prices()).toEqual(['2027-01-01 48.00 announced', '2026-11-23 42.00 in_force']);
    expect(await part()).toMatchObject({ version: 4 });
    const { items } = answered(await world.maker.get('/api/audit?action=part.price_withdrawn'));
    expect(items).toMatchObject([{ detail: { validFrom: '2026-12-15', listPrice: '46.00', currency: 'CNY' } }]);
  });
});

describe('a bill of 48.00', () => {
  let codes: string[];
  beforeAll(async () => (codes = await world.stock(world.hz1, PART.oilFilter, 2)));

  /** What the rules say of the bill, and what its owner reads. */
  async function billed(number: string) {
    const { advisor, technician } = world.hz1;
    await advisor.opens(number, [{ partNumber: PART.oilFilter, unitPrice: '48.00', concern: '保养' }]);
    await advisor.approves(number, 1);
    const fitting = { line: 1, code: codes.pop(), vin: VIN, removedPart: { outcome: 'with_owner' } };
    answered(await technician.fits(number, fitting));
    const line = { line: 1, partNumber: PART.oilFilter, category: 'original', quantity: 1, unitPrice: '48.00' };
    const sent = { number: `INV-${number}`, odometerOut: 31_010, lines: [line] };
    const { findings, token } = answered(await advisor.invoices(number, sent));
    const order = answered(await advisor.get(`/api/repair-orders/${number}`));
    return {
      rules: (findings as { rule: string }[]).map(({ rule }) => rule).filter((rule) => rule === 'R21'),
      asked: (order.lines as { listPrice: string }[])[0]!.listPrice,
      read: () => listPriceRead(token),
    };
  }
  async function listPriceRead(token: unknown): Promise<string> {
    const invoice = answered(await world.app.request.get(`/api/public/invoices/${String(token)}`));
    return (invoice.lines as { listPrice: string }[])[0]!.listPrice;
  }

  test('is above the list on the last day of the old price, and by the list on the first of the new one', async () => {
    world.app.clock.set(new Date('2026-12-31T23:59:59Z'));
    const before = await billed('RO-1');
    expect([before.rules, before.asked, await before.read()]).toEqual([['R21'], '42.00', '42.00']);
    world.app.clock.set(new Date('2027-01-01T00:00:00Z'));
    const after = await billed('RO-2');
    expect([after.rules, after.asked, await after.read()]).toEqual([[], '48.00', '48.00']);
    expect(await before.read()).toBe('42.00');
  });

  test('and the price that has begun is the one everywhere, for good', async () => {
    expect(await part()).toMatchObject({ listPrice: '48.00', version: 4 });
    expect(await prices()).toEqual(['2027-01-01 48.00 in_force', '2026-11-23 42.00 past']);
    expect((await world.maker.delete(`${FILTER}/prices/2027-01-01`)).body.code).toBe('PRICE_BEGUN');
    expect(await imports([filterAt('48.00', '2027-01-01')])).toMatchObject({ unchanged: 1, errors: [] });
    answered(await puts({ listPrice: '50.00' }));
    world.app.clock.advance(86_400_000);
    expect((await imports([filterAt('48.00', '2027-01-01')])).errors).toMatchObject([{ code: 'PRICE_IN_PAST' }]);
  });
});

import { answered } from './support/actors.ts';
import { OwnerWorld } from './support/owner-world.ts';

let owners: OwnerWorld;
beforeAll(async () => (owners = await OwnerWorld.start()));
afterAll(() => owners.close());

const say = (token: string, said: object) =>
  owners.world.app.request.post(`/api/public/invoices/${token}/satisfaction`).send(said);

test('an owner says it once, and reads it on the bill', async () => {
  const { honest } = owners.invoices;
  const said = await say(honest, { expected: 5, received: 4 });
  expect(said.status).toBe(201);
  expect(said.body).toEqual({ expected: 5, received: 4, percent: 80 });
  const again = await say(honest, { expected: 1, received: 5 });
  expect(again.status).toBe(409);
  expect(again.body.code).toBe('SATISFACTION_GIVEN');
  const bill = await owners.world.app.request.get(`/api/public/invoices/${honest}`);
  expect(bill.body.satisfaction).toEqual({ expected: 5, received: 4 });
});

test('two taps at once are one answer', async () => {
  const { recalled } = owners.invoices;
  const both = await Promise.all([
    say(recalled, { expected: 4, received: 4 }),
    say(recalled, { expected: 4, received: 4 }),
  ]);
  expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
});

test.each([
  { name: 'nothing', said: {} },
  { name: 'beyond the scale', said: { expected: 6, received: 4 } },
  { name: 'between the steps', said: { expected: 2.5, received: 4 } },
])('$name is refused', async ({ said }) => expect((await say(owners.invoices.swapped, said)).status).toBe(400));

test('a bill that was changed has one answer, because it has one link', async () => {
  answered(await say(owners.invoices.changed, { expected: 3, received: 5 }));
  expect((await say(owners.invoices.changed.toLowerCase(), { expected: 3, received: 5 })).status).toBe(409);
});

test('the workshop reads each answer and the sum; another workshop nothing of it', async () => {
  const { hz1, hz2 } = owners.world;
  const own = answered(await hz1.advisor.get('/api/satisfaction?limit=2')) as { next: string; items: unknown[] };
  expect(own).toMatchObject({ answers: 3, percent: 108.3 });
  expect(own.items).toHaveLength(2);
  const rest = answered(await hz1.supervisor.get(`/api/satisfaction?limit=2&after=${own.next}`)) as {
    items: unknown[];
  };
  expect([...own.items, ...rest.items]).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ repairOrder: 'RO-241102', expected: 5, received: 4, percent: 80 }),
    ]),
  );
  expect(answered(await hz2.advisor.get('/api/satisfaction'))).toEqual({
    answers: 0,
    percent: null,
    items: [],
    next: null,
  });
});

test('the maker reads figures alone, and none of fewer than five owners', async () => {
  const { analyst } = owners.world;
  const shop = { code: 'WS-HZ-01', name: { zh: '杭州西湖汽车维修', en: 'Xihu Auto Repair, Hangzhou' } };
  const few = answered(await analyst.get('/api/satisfaction/workshops'));
  expect(few).toEqual({ items: [{ ...shop, answers: 3, percent: null }], next: null });
  answered(await say(owners.invoices.swapped, { expected: 4, received: 1 }));
  answered(await say(owners.invoices.superseded, { expected: 4, received: 4 }));
  const enough = answered(await analyst.get('/api/satisfaction/workshops'));
  expect(enough).toEqual({ items: [{ ...shop, answers: 5, percent: 90 }], next: null });
});

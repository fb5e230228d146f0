import { CaseDeadlinesService } from '../src/flags/case-deadlines.service.ts';
import { type Answer, answered, PART, type Person, VIN, World } from './support/actors.ts';

const DAY = 86_400_000;
let world: World;
let orders = 0;

beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.close());

interface Dispute {
  readonly token: string;
  readonly number: string;
  readonly dueAt: string;
}

/** An invoice that its owner disputes. */
async function dispute(): Promise<Dispute> {
  const { hz1 } = world;
  const order = `RO-C${++orders}`;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  await hz1.advisor.opens(order, [{ partNumber: PART.brakePads, unitPrice: '428.00' }]);
  await hz1.advisor.approves(order, 1);
  const position = `spot ${orders}`;
  answered(await hz1.technician.fits(order, { line: 1, code, vin: VIN, position, removedPart: { outcome: 'waived' } }));
  const line = { line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice: '428.00' };
  const invoice = { number: `I-${order}`, odometerOut: 31_010, lines: [line] };
  const token = String(answered(await hz1.supervisor.invoices(order, invoice)).token);
  return { token, ...(await says(token)) };
}

async function says(token: string, text?: string): Promise<{ number: string; dueAt: string }> {
  const answer = { kind: 'dispute', line: 1, reason: 'not_fitted', ...(text === undefined ? {} : { text }) };
  const { body } = await world.app.request.post(`/api/public/invoices/${token}/answers`).send(answer);
  return (body as { case: { number: string; dueAt: string } }).case;
}

const replies = ({ token, number }: Dispute, reply: Answer) =>
  world.app.request.post(`/api/public/invoices/${token}/cases/${number}/reply`).send(reply);
const writes = (by: Person, { number }: Dispute, kind: string) =>
  by.post(`/api/cases/${number}/entries`, { kind, text: `${kind} to ${number}` });
const caseOf = async (by: Person, { number }: Dispute): Promise<Answer> =>
  answered(await by.get(`/api/cases/${number}`));
const escalates = () => world.app.app.get(CaseDeadlinesService, { strict: false }).escalateLate();
const toldOf = async ({ number }: Dispute): Promise<string[]> => {
  const rows = await world.database.rows<{ told: string }>(
    `SELECT o.code || ' ' || e.type AS told FROM outbox_event e JOIN organisation o ON o.id = e.organisation_id
      WHERE e.data ->> 'case' = $1 AND e.type LIKE 'case.%' `,
    [number],
  );
  return rows.map(({ told }) => told).sort();
};

test('an answer in time that the owner accepts ends the case', async () => {
  const own = await dispute();
  expect(await replies(own, { isAccepted: true })).toMatchObject({ status: 409, body: { code: 'CASE_NOT_ANSWERED' } });
  answered(await writes(world.hz1.advisor, own, 'answer'));
  const invoice = answered(await world.app.request.get(`/api/public/invoices/${own.token}`));
  expect(invoice.cases).toMatchObject([{ status: 'answered', entries: [{ kind: 'answer' }] }]);
  const reply = await replies(own, { isAccepted: true, text: 'Thank you.' });
  expect(reply).toMatchObject({ status: 200, body: { status: 'closed', dueAt: null } });
  expect((await caseOf(world.hz1.advisor, own)).entries).toMatchObject([{ kind: 'answer' }, { kind: 'accepted' }]);
  expect(await replies(own, { isAccepted: false })).toMatchObject({ status: 409, body: { code: 'CASE_CLOSED' } });
  const steps = ['opened', 'answered', 'accepted', 'closed'];
  expect(await toldOf(own)).toEqual(
    ['CH', 'WS-HZ-01'].flatMap((house) => steps.map((step) => `${house} case.${step}`)).sort(),
  );
});

test('a call-back meets the deadline too, and the owner reads of it', async () => {
  const own = await dispute();
  answered(await writes(world.hz1.advisor, own, 'call_back'));
  const invoice = answered(await world.app.request.get(`/api/public/invoices/${own.token}`));
  expect(invoice.cases).toMatchObject([{ status: 'answered', entries: [{ kind: 'call_back' }] }]);
});

test('an answer that is not accepted must be given anew, by a new day', async () => {
  const own = await dispute();
  answered(await writes(world.hz1.advisor, own, 'answer'));
  world.app.clock.advance(2 * DAY);
  const reply = await replies(own, { isAccepted: false, text: 'Still not there.' });
  const dueAt = new Date(world.app.clock.now().getTime() + 3 * DAY).toISOString();
  expect(reply.body).toEqual({ status: 'open', dueAt });
  expect(await caseOf(world.hz1.advisor, own)).toMatchObject({ status: 'open', dueAt, isLate: false });
});

test('who disputes the same again after an answer says that it is none', async () => {
  const own = await dispute();
  answered(await writes(world.hz1.advisor, own, 'answer'));
  world.app.clock.advance(DAY);
  const again = await says(own.token, 'It is still not there.');
  expect(again.number).toBe(own.number);
  expect(new Date(again.dueAt).getTime()).toBe(new Date(own.dueAt).getTime() + DAY);
  expect(await caseOf(world.analyst, own)).toMatchObject({ status: 'open' });
});

test('a workshop closes what it has answered, and the owner reads how it ended', async () => {
  const own = await dispute();
  const owed = { status: 409, body: { code: 'ANSWER_OWED' } };
  expect(await writes(world.hz1.supervisor, own, 'resolution')).toMatchObject(owed);
  answered(await writes(world.hz1.advisor, own, 'answer'));
  answered(await replies(own, { isAccepted: false }));
  expect(await writes(world.hz1.supervisor, own, 'resolution')).toMatchObject(owed);
  expect(await caseOf(world.hz1.supervisor, own)).toMatchObject({ status: 'open' });
  answered(await writes(world.hz1.advisor, own, 'call_back'));
  answered(await writes(world.hz1.supervisor, own, 'resolution'));
  const invoice = answered(await world.app.request.get(`/api/public/invoices/${own.token}`));
  const shown = [{ kind: 'answer' }, { kind: 'declined' }, { kind: 'call_back' }];
  expect(invoice.cases).toMatchObject([
    { status: 'closed', entries: [...shown, { kind: 'resolution', text: `resolution to ${own.number}` }] },
  ]);
});

test('what the workshop leaves unanswered is passed on to the maker, once, who may then end it', async () => {
  const own = await dispute();
  expect(await writes(world.analyst, own, 'resolution')).toMatchObject({ body: { code: 'NOT_YOURS_TO_CLOSE' } });
  world.app.clock.advance(6 * DAY - 1_000);
  await escalates();
  expect(await caseOf(world.analyst, own)).toMatchObject({ escalatedAt: null, isLate: true });
  world.app.clock.advance(1_000);
  const two = await Promise.all([escalates(), escalates()]);
  expect(two.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(1);
  expect(await escalates()).toBe(0);
  const file = await caseOf(world.analyst, own);
  expect(file).toMatchObject({ escalatedAt: expect.any(String), entries: [{ kind: 'escalated', by: null }] });
  expect((await toldOf(own)).filter((told) => told.endsWith('escalated'))).toEqual([
    'CH case.escalated',
    'WS-HZ-01 case.escalated',
  ]);
  const invoice = answered(await world.app.request.get(`/api/public/invoices/${own.token}`));
  expect(invoice.cases).toMatchObject([{ entries: [{ kind: 'escalated' }] }]);
  answered(await writes(world.analyst, own, 'resolution'));
  expect(await caseOf(world.hz1.supervisor, own)).toMatchObject({ status: 'closed' });
});

test('what was answered is never passed on, however late it is', async () => {
  const own = await dispute();
  answered(await writes(world.hz1.advisor, own, 'answer'));
  world.app.clock.advance(60 * DAY);
  await escalates();
  expect(await caseOf(world.analyst, own)).toMatchObject({ status: 'answered', escalatedAt: null, isLate: false });
});

test('a maker’s own policy says how late is too late', async () => {
  const own = await dispute();
  const policy = { isOn: true, thresholds: { escalateDays: 0 } };
  answered(await world.analyst.put('/api/policies/U04', policy));
  world.app.clock.advance(3 * DAY + 1_000);
  await escalates();
  expect(await caseOf(world.analyst, own)).toMatchObject({ escalatedAt: expect.any(String) });
  answered(await world.analyst.put('/api/policies/U04', { isOn: true }));
});

test('the link of another invoice opens no door to a case', async () => {
  const own = await dispute();
  const other = await dispute();
  answered(await writes(world.hz1.advisor, own, 'answer'));
  const reply = await replies({ ...own, token: other.token }, { isAccepted: true });
  expect(reply).toMatchObject({ status: 404, body: { code: 'CASE_NOT_FOUND' } });
});

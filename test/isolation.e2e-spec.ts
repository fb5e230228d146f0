import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Response } from 'supertest';
import type { OrganisationKind } from '../src/auth/actor.ts';
import { MAKER_TARGETS } from './isolation/maker-targets.ts';
import { PEOPLE_TARGETS } from './isolation/people-targets.ts';
import { PUBLIC_TARGETS } from './isolation/public-targets.ts';
import { changesBetween, type Snapshot, snapshotOf } from './isolation/snapshot.ts';
import type { Heard, Target } from './isolation/target.ts';
import { OTHER_PART, type OutsiderKind, OWN_VIN, Tenants } from './isolation/tenants.ts';
import { TRADE_TARGETS } from './isolation/trade-targets.ts';
import { type Answer, answered, type Person } from './support/actors.ts';
import { type Call, kindsOf, type Operation, operationsOf } from './support/openapi-walk.ts';

/**
 * Every operation of the contract is called with real things of one house by strangers, by people of that house whose
 * role does not allow it, and by people of another house who hold the right role there. None of them learns or changes
 * anything of the owner's. In the end the rightful caller does the very same, which shows that each attack was aimed well.
 */
const TARGETS = { ...PUBLIC_TARGETS, ...PEOPLE_TARGETS, ...TRADE_TARGETS, ...MAKER_TARGETS };

/** What anybody's sighting of a unit may leave behind. */
const SIGHTINGS = [
  'scan',
  'flag',
  'flag_source',
  'case_file',
  'case_entry',
  'audit_entry',
  'unit_hold',
  'unit_event',
  'unit',
  // Its owners are told.
  'outbox_event',
  'webhook_delivery',
];

let tenants: Tenants;
let dataDir: string;
let operations: ReadonlyMap<string, Operation>;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'truepart-isolation-'));
  tenants = await Tenants.start({ DATA_DIR: dataDir });
  operations = operationsOf(
    answered(await tenants.world.app.request.get('/api/openapi.json')) as unknown as OpenAPIObject,
  );
}, 120_000);
afterAll(async () => {
  await tenants.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const now = (): Promise<Snapshot> => snapshotOf(tenants.world.database);
const codeOf = ({ body }: Response): unknown => (body as Answer).code;

test('every operation of the contract is attacked, and for every kind of organisation that may call it', () => {
  expect(Object.keys(TARGETS).sort()).toEqual([...operations.keys()].sort());
  for (const [id, { access }] of operations) {
    const callers = access === 'public' ? [] : kindsOf(access).filter((kind) => kind !== 'platform');
    expect({ id, callers: Object.keys(TARGETS[id]!.outsiders).sort() }).toEqual({ id, callers: callers.sort() });
  }
});

test('there are secrets to be told', async () => {
  await tenants.invoiced();
  const secrets = await tenants.secrets('workshop');
  expect(secrets.length).toBeGreaterThan(50);
  for (const secret of [OWN_VIN, '浙A·HZ771', '王芳', '13900007731', '杭州西湖汽车维修'])
    expect(secrets).toContain(secret);
});

test.each(Object.entries(TARGETS))('%s', async (id, target) => {
  const operation = operations.get(id)!;
  const aim = await target.aim(tenants);
  await tenants.settled();
  if (operation.access === 'public') return letAnybodyIn(operation, target, aim);
  await refuse(operation, aim);
  await fendOffAll(operation, aim, target.outsiders);
  if (target.disguise) await fendOffAll(operation, await target.disguise.aim(tenants), target.disguise.outsiders);
  await doRightly(operation, target, aim);
});

test('a scan’s id that another house used is no key to its answer', async () => {
  const { workshop } = tenants.owners;
  const scan = { id: randomUUID(), code: tenants.unit(), purpose: 'check', partNumberSeen: OTHER_PART };
  await workshop.does('/api/scans/bulk', { scans: [scan] });
  const { items } = (await tenants.outsiders.workshop.does('/api/scans/bulk', { scans: [scan] })) as {
    items: Answer[];
  };
  expect(items).toMatchObject([{ status: 'recorded', verdict: { scanId: expect.not.stringContaining(scan.id) } }]);
});

test('one key with two different scans at once is one scan', async () => {
  const { workshop } = tenants.owners;
  const codes = [tenants.unit(), tenants.unit()];
  const send = async (key: string, code: string) => workshop.post('/api/scans', { code, purpose: 'check' }, key);
  const keys = Array.from({ length: 30 }, () => randomUUID());
  const pairs = await Promise.all(keys.map((key) => Promise.all(codes.map((code) => send(key, code)))));
  for (const pair of pairs) expect(pair.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
});

async function letAnybodyIn(operation: Operation, target: Target, aim: Call): Promise<void> {
  const secrets = await tenants.secrets('nobody');
  const before = await now();
  const answer = await tenants.call(operation, aim, undefined);
  expect(answer.status).toBe(target.anybody);
  expect(leaks(answer, aim, secrets)).toEqual([]);
  expect(changesBetween(before, await now()).gone).toEqual([]);
}

/** Strangers, and people of the house itself whose role does not allow it. */
async function refuse(operation: Operation, aim: Call): Promise<void> {
  const before = await now();
  const secrets = await tenants.secrets('nobody');
  const stranger = await tenants.call(operation, aim, undefined);
  expect({ status: stranger.status, code: codeOf(stranger) }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  expect(leaks(stranger, aim, secrets)).toEqual([]);
  for (const kind of ['maker', 'warehouse', 'workshop', 'platform'] as const) {
    const insider = await tenants.withoutRoles(kind, operation.access === 'public' ? [] : operation.access);
    if (!insider) continue;
    const answer = await tenants.call(operation, aim, insider);
    expect({ kind, status: answer.status, code: codeOf(answer) }).toEqual({ kind, status: 403, code: 'FORBIDDEN' });
    expect(leaks(answer, aim, secrets)).toEqual([]);
  }
  expect(changesBetween(await withoutNewKeys(before), await withoutNewKeys(await now()))).toEqual({
    gone: [],
    come: [],
  });
}

async function fendOffAll(operation: Operation, aim: Call, outsiders: Target['outsiders']): Promise<void> {
  for (const [kind, heard] of Object.entries(outsiders)) await fendOff(operation, aim, kind as OutsiderKind, heard);
}

/** People with the same roles in an organisation that it is no business of. */
async function fendOff(operation: Operation, aim: Call, kind: OutsiderKind, heard: Heard): Promise<void> {
  const caller = tenants.outsiders[kind];
  const secrets = await tenants.secrets(kind);
  const before = await now();
  const answer = await tenants.call(operation, aim, caller);
  const what = { kind, call: JSON.stringify(aim), answer: answer.text };
  if (typeof heard === 'number') expect({ ...what, status: answer.status }).toEqual({ ...what, status: heard });
  else if (heard === 'own')
    expect({ ...what, status: Math.floor(answer.status / 100) }).toEqual({ ...what, status: 2 });
  else expect([200, 201, 409]).toContain(answer.status);
  expect({ ...what, leaks: leaks(answer, aim, secrets) }).toEqual({ ...what, leaks: [] });
  await tenants.settled();
  const { gone, come } = changesBetween(before, await now());
  expect({ ...what, gone: await notOf(caller, gone) }).toEqual({ ...what, gone: [] });
  if (typeof heard === 'number') expect({ ...what, come }).toEqual({ ...what, come: [] });
  if (heard === 'seen')
    expect(come.map((row) => row.split(' ', 1)[0]!).filter((table) => !SIGHTINGS.includes(table))).toEqual([]);
}

async function doRightly(operation: Operation, { rightful }: Target, aim: Call): Promise<void> {
  if (typeof rightful === 'object') return;
  const kinds: OrganisationKind[] = operation.access === 'public' ? [] : kindsOf(operation.access);
  const answer = await tenants.call(operation, aim, tenants.owners[rightful ?? kinds[0]!]);
  expect({ answer: answer.text, isDone: answer.status < 300 }).toEqual({ answer: answer.text, isDone: true });
  if (operation.method === 'GET' && 'items' in (answer.body as object)) {
    expect((answer.body as { items: unknown[] }).items.length).toBeGreaterThan(0);
  }
}

/** Secrets that the answer tells and that the caller did not bring along. */
function leaks(answer: Response, call: Call, secrets: readonly string[]): string[] {
  const told = `${answer.text ?? ''}${JSON.stringify(answer.headers)}`;
  const brought = JSON.stringify(call);
  return secrets.filter((secret) => told.includes(secret) && !brought.includes(secret));
}

/** Rows that name the caller's own organisation are the caller's to change. */
async function notOf(caller: Person, rows: readonly string[]): Promise<string[]> {
  const own = await tenants.world.database.first<{ id: string }>('SELECT id FROM organisation WHERE code = $1', [
    caller.organisation,
  ]);
  return rows.filter((row) => !row.includes(own!.id));
}

/** Keys for people without the right role are made while the walk goes on. */
async function withoutNewKeys(snapshot: Snapshot): Promise<Snapshot> {
  return new Map([...snapshot].filter(([key]) => !key.startsWith('api_key ')));
}

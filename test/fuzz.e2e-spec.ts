import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import * as fc from 'fast-check';
import { addressOf, kindsOf, type Operation, operationsOf } from './support/openapi-walk.ts';
import { changedTables, keepChangeLog } from './fuzz/change-log.ts';
import { hangUp, type Heard, say, send } from './fuzz/send.ts';
import { certainCallsOf, type WildCall, wildCallsOf } from './fuzz/wild-calls.ts';
import { MAKER_TARGETS } from './isolation/maker-targets.ts';
import { PEOPLE_TARGETS } from './isolation/people-targets.ts';
import { PUBLIC_TARGETS } from './isolation/public-targets.ts';
import { Tenants } from './isolation/tenants.ts';
import { TRADE_TARGETS } from './isolation/trade-targets.ts';
import { answered } from './support/actors.ts';

/**
 * Every operation of the contract is sent what nobody should send: each answer is a success or a problem document that
 * puts the blame on the caller, and what is refused has stored nothing.
 */
const TARGETS = { ...PUBLIC_TARGETS, ...PEOPLE_TARGETS, ...TRADE_TARGETS, ...MAKER_TARGETS };

/** `FUZZ_SEED=… npx jest test/fuzz.e2e-spec.ts` repeats a run; `FUZZ_MILLISECONDS` is how long each operation is tried. */
// The same requests in every run, so that a red one can be repeated; FUZZ_SEED looks further.
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_123);
const MILLISECONDS = Number(process.env['FUZZ_MILLISECONDS'] ?? 250);

/**
 * Where a refusal leaves something behind, because it is a sighting: a step that was stopped is kept as prevented, with
 * the scan, the flags and what follows from them.
 */
const KEPT_ALL_THE_SAME: Readonly<Record<string, readonly string[]>> = {
  fittingsFit: ['scan', 'flag', 'case_file', 'case_entry', 'unit', 'unit_hold', 'unit_event'],
  fittingsIssue: ['scan', 'flag', 'case_file', 'case_entry', 'unit', 'unit_hold', 'unit_event'],
  invoicesIssue: ['flag', 'case_file', 'case_entry'],
};

let tenants: Tenants;
let document: OpenAPIObject;
let operations: ReadonlyMap<string, Operation>;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'truepart-fuzz-'));
  tenants = await Tenants.start({ DATA_DIR: dataDir, THROTTLE_SIGN_INS: '1000000', LOG_LEVEL: 'error' });
  document = answered(await tenants.world.app.request.get('/api/openapi.json')) as unknown as OpenAPIObject;
  operations = operationsOf(document);
  await keepChangeLog(tenants.world.database);
}, 120_000);
afterAll(async () => {
  hangUp();
  await tenants.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe(`with the seed ${seed}`, () => {
  test.each(Object.keys(TARGETS))('%s', async (id) => {
    const operation = operations.get(id)!;
    const aim = await TARGETS[id]!.aim(tenants);
    await tenants.settled();
    for (const call of certainCallsOf(operation, {
      path: addressOf(operation, aim),
      ...(aim.type && { type: aim.type }),
    })) {
      await expectBlame(operation, call);
    }
    await expectOfMany(
      fc.asyncProperty(wildCallsOf(operation, aim, document), async (call) => {
        await expectBlame(operation, call);
      }),
    );
  });
});

/** As many as there is time for, and one where a single one takes longer. */
async function expectOfMany(property: fc.IAsyncProperty<[WildCall]>): Promise<void> {
  const runs = { seed, numRuns: 5000, interruptAfterTimeLimit: MILLISECONDS, endOnFailure: true };
  const result = await fc.check(property, runs);
  if (result.interrupted && result.numRuns === 0) return fc.assert(property, { seed, numRuns: 1, endOnFailure: true });
  if (result.failed) throw new Error(await fc.asyncDefaultReportMessage(result));
}

test.each([
  { name: 'no HTTP at all', text: 'GARBAGE\r\n\r\n', status: 400 },
  {
    name: 'a length that is no number',
    text: 'POST /check HTTP/1.1\r\nhost: x\r\ncontent-length: 1e3\r\n\r\n',
    status: 400,
  },
  {
    name: 'two lengths',
    text: 'POST /check HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
    status: 400,
  },
  {
    name: 'a smuggled length',
    text: 'POST /check HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n',
    status: 400,
  },
  { name: 'a header without end', text: `GET / HTTP/1.1\r\nhost: x\r\na: ${'a'.repeat(40_000)}\r\n\r\n`, status: 431 },
  {
    name: 'a chunk that is none',
    text: 'POST /check HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    status: 400,
  },
])('$name is refused as everything is', async ({ text, status }) => {
  const heard = await say(tenants.world.app.url, text);
  expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(heard).toMatch(/^content-type: application\/problem\+json/im);
  expect(JSON.parse(heard.slice(heard.indexOf('\r\n\r\n')))).toMatchObject({ status, code: expect.any(String) });
});

const CALLER = { maker: 'maker', warehouse: 'warehouse', workshop: 'workshop', platform: 'platform' } as const;

function credentialFor({ access, id }: Operation): string | undefined {
  if (access === 'public') return undefined;
  const { rightful } = TARGETS[id]!;
  const kind = typeof rightful === 'string' ? rightful : kindsOf(access)[0]!;
  return tenants.owners[CALLER[kind]].credential;
}

async function expectBlame(operation: Operation, call: WildCall): Promise<void> {
  const { database, app } = tenants.world;
  await changedTables(database);
  const heard = await send(app.url, call, credentialFor(operation));
  const told = describeCall(call, heard);
  if (heard.status >= 500) throw new Error(`${told}\n${lastFault()}`);
  if (heard.status < 400) return tenants.settled();
  if (!isProblem(heard)) throw new Error(`${told}\nis no problem document`);
  const wrong = await wronglyStored(operation, heard);
  if (wrong.length === 0) return;
  // What an earlier call left to do in the background may have been done just now. This one was refused and so it is again.
  await new Promise((resolve) => setTimeout(resolve, 200));
  await changedTables(database);
  const again = await wronglyStored(operation, await send(app.url, call, credentialFor(operation)));
  if (again.length > 0) throw new Error(`${told}\nwrote into ${again.join(', ')}`);
}

async function wronglyStored({ id }: Operation, { status }: Heard): Promise<string[]> {
  const allowed = status === 409 || status === 422 ? (KEPT_ALL_THE_SAME[id] ?? []) : [];
  const stored = await changedTables(tenants.world.database);
  return stored.filter((table) => !allowed.includes(table.replace(/_\d+$/, '')));
}

function isProblem({ status, headers, text }: Heard): boolean {
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8') return false;
  const problem = JSON.parse(text) as Record<string, unknown>;
  return problem.status === status && typeof problem.code === 'string' && typeof problem.detail === 'string';
}

function describeCall({ method, path, headers, body }: WildCall, { status, text }: Heard): string {
  const sent = body === undefined ? '' : JSON.stringify(body.subarray(0, 1500).toString());
  return `${method} ${path.slice(0, 1500)} ${JSON.stringify(headers)} ${sent}\nanswered ${status} ${text.slice(0, 800)}`;
}

const lastFault = (): string =>
  tenants.world.app.logged.findLast((line) => line.includes('"err"'))?.slice(0, 3000) ?? '';

import { createPrivateKey, sign } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config } from '../src/config/config.ts';
import { keyHintOf } from '../src/labels/label-signature.ts';
import { labelText, signedText } from '../src/labels/label-text.ts';
import { type Answer, answered, OTHER_VIN, PART, VIN, World } from './support/actors.ts';

/** What the analyst sees of what is beyond doubt. */
const OPEN_CASE = { level: 5, status: 'open', case: expect.stringMatching(/^C-2026-/) as string };

/** Each story ends with what the technician, the owner and the analyst see. */
let world: World;
beforeAll(async () => (world = await World.start()));
afterAll(() => world.close());

const rulesOf = (verdict: Answer): string[] => (verdict.findings as { rule: string }[]).map(({ rule }) => rule);
const flagsOf = async (rule: string): Promise<Answer[]> =>
  answered(await world.analyst.get(`/api/flags?rule=${rule}`)).items as Answer[];
const publicCheck = async (code: string): Promise<Answer> =>
  answered(await world.app.request.post('/api/public/checks').send({ code }));
const unitOf = (code: string) => {
  const [, gtin, serial] = /\/01\/(\d{14})\/21\/(\w{12})/.exec(code)!;
  return { gtin: gtin!, serial: serial!, path: `/api/units/${gtin}/${serial}` };
};
const unitNow = async (code: string): Promise<Answer> => answered(await world.analyst.get(unitOf(code).path));
const holdsOf = async (code: string): Promise<string[]> =>
  ((await unitNow(code)).holds as { kind: string }[]).map((hold) => hold.kind);

let orders = 100;
/** An approved order for one part in one car; gives its number. */
async function order(partNumber: string = PART.brakePads, line: Answer = {}, more: Answer = {}) {
  const number = `RO-${orders++}`;
  await world.hz1.advisor.opens(number, [{ partNumber, unitPrice: '428.00', ...line }], more);
  await world.hz1.advisor.approves(number, 1);
  return number;
}
const bill = (more: Record<string, unknown> = {}) => ({
  number: `INV-${orders}`,
  odometerOut: 31010,
  lines: [{ line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice: '428.00', ...more }],
});
const fitted = (code: string, more: Record<string, unknown> = {}) => ({
  line: 1,
  code,
  vin: VIN,
  removedPart: { outcome: 'with_owner' },
  ...more,
});
const ownerSees = async (token: unknown): Promise<Answer> =>
  answered(await world.app.request.get(`/api/public/invoices/${String(token)}`));

test('a cloned label: the copy is suspect, the unit is held, a case opens, and the honest owner learns of it', async () => {
  const { hz1, nb1 } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  const number = await order();
  answered(await hz1.technician.fits(number, fitted(code!)));
  const invoice = answered(await hz1.advisor.invoices(number, bill()));

  const copy = await nb1.technician.scans(code!, 'fit');
  expect(copy).toMatchObject({ outcome: 'suspect', claims: { issuedByMaker: true, recordsAgree: false } });
  expect(rulesOf(copy)).toContain('K05');
  expect(JSON.stringify(copy)).not.toContain('WS-HZ-01');
  const [flag] = await flagsOf('K05');
  expect(flag).toMatchObject({ ...OPEN_CASE, workshop: 'WS-NB-01' });
  expect(await holdsOf(code!)).toEqual(['clone_suspected']);
  expect(await ownerSees(invoice.token)).toMatchObject({
    outcome: 'caution',
    lines: [{ findings: [{ rule: 'K05', level: 3, message: { en: expect.stringMatching(/somewhere else/) } }] }],
  });
});

test('a moved label: the box tells another part number than the code', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  const verdict = await world.hz1.technician.scans(code!, 'check', { partNumberSeen: PART.oilFilter });
  expect(verdict).toMatchObject({ outcome: 'suspect', claims: { issuedByMaker: true, physicallyChecked: false } });
  expect(rulesOf(verdict)).toContain('C08');
  expect((await holdsOf(code!)).length).toBe(1);
  const refused = await world.hz1.technician.fits(await order(), fitted(code!));
  expect(refused.body).toMatchObject({ status: 409, code: 'UNIT_ON_HOLD' });
  expect(await publicCheck(code!)).toMatchObject({
    outcome: 'caution',
    findings: [],
    nextStep: { en: expect.stringContaining('The maker is looking into this part') },
  });
  const { serial } = unitOf(code!);
  expect((await flagsOf('C08'))[0]).toMatchObject({ ...OPEN_CASE, unit: { serial }, workshop: 'WS-HZ-01' });
});

test('a forged signature: suspect for everybody, yet the real unit whose number it borrowed stays good', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  // Bytes in the middle of the signature, so that only the curve can tell.
  const forged = code!.slice(0, -40) + code!.slice(-40).replace(/^../, (two) => (two === '00' ? '11' : '00'));
  const verdict = await world.hz1.technician.scans(forged, 'fit');
  expect(verdict).toMatchObject({ outcome: 'suspect', claims: { issuedByMaker: false } });
  expect(rulesOf(verdict)).toContain('C02');
  expect(await publicCheck(forged)).toMatchObject({ outcome: 'suspect' });
  expect(await holdsOf(code!)).toEqual([]);
  const number = await order();
  expect((await world.hz1.technician.fits(number, fitted(forged))).status).toBe(409);
  answered(await world.hz1.technician.fits(number, fitted(code!)));
  expect((await flagsOf('C02'))[0]).toMatchObject({ level: 5, unit: null });
});

test('a leaked key: a true signature on a serial that was never minted', async () => {
  const keys = join(world.app.app.get(Config).dataDir, 'keys');
  const [kid] = answered(await world.maker.get('/api/keys')).items as { kid: string; status: string }[];
  const file = readdirSync(keys).find((name) => name.includes(kid!.kid))!;
  const stored = JSON.parse(readFileSync(join(keys, file), 'utf8')) as Record<string, unknown>;
  const jwk = (stored.d === undefined ? stored.privateKey : stored) as JsonWebKey;
  const origin = world.app.app.get(Config).publicUrl;
  const signed = signedText(origin, { gtin: '09521234100003', serial: 'ZZZZZZZZZZZZ' });
  const encode = (text: string) => Buffer.from(text).toString('base64url');
  const jws = `${encode(JSON.stringify({ alg: 'ES256', kid: kid!.kid }))}.${encode(signed)}`;
  const key = createPrivateKey({ key: jwk as never, format: 'jwk' });
  const signature = sign('sha256', Buffer.from(jws), { key, dsaEncoding: 'ieee-p1363' });
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const s = BigInt(`0x${signature.subarray(32).toString('hex')}`);
  if (s > order / 2n) signature.set(Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex'), 32);
  const leaked = labelText(signed, keyHintOf(kid!.kid), signature);

  const verdict = await world.hz1.technician.scans(leaked, 'fit');
  expect(verdict).toMatchObject({ outcome: 'suspect', claims: { issuedByMaker: true }, unit: null });
  expect(rulesOf(verdict)).toContain('C03');
  expect(await publicCheck(leaked)).toMatchObject({ outcome: 'suspect', unit: null, findings: [{ rule: 'C03' }] });
  expect((await flagsOf('C03'))[0]).toMatchObject({ ...OPEN_CASE, unit: null });
});

test('a voided label that turns up on a part', async () => {
  const { codes } = await world.warehouse.issues(PART.oilFilter, 1);
  await world.warehouse.does(`${unitOf(codes[0]!).path}/void`, { reason: 'misprint' });
  const verdict = await world.hz1.technician.scans(codes[0]!, 'check');
  expect(rulesOf(verdict)).toContain('C07');
  expect(verdict.outcome).toBe('suspect');
  expect(await publicCheck(codes[0]!)).toMatchObject({
    outcome: 'caution',
    findings: [{ rule: 'C07', level: 3, message: { en: 'The maker has withdrawn this label.' } }],
  });
  expect((await flagsOf('C07'))[0]).toMatchObject({ ...OPEN_CASE, workshop: 'WS-HZ-01' });
});

test('a printed label that nobody stuck on anything is met in the field, but not at the warehouse', async () => {
  const { codes } = await world.warehouse.issues(PART.oilFilter, 1);
  expect((await world.warehouse.scans(codes[0]!, 'check')).findings).toEqual([]);
  expect(rulesOf(await world.hz1.technician.scans(codes[0]!, 'check'))).toContain('C06');
});

test('a unit shipped to one workshop and received by another', async () => {
  const [code] = await world.warehouse.mints(PART.brakePads, 1);
  await world.warehouse.ships('WS-HZ-01', [code!]);
  const verdict = await world.nb1.technician.scans(code!, 'receive');
  expect(verdict.outcome).toBe('caution');
  expect(rulesOf(verdict)).toContain('K02');
  expect(await unitNow(code!)).toMatchObject({ state: 'in_transit' });
  expect((await flagsOf('K02'))[0]).toMatchObject({ workshop: 'WS-NB-01', level: 4, status: 'open', case: null });
  // Where it was to go is no business of the owner's: the part itself is the maker's.
  expect(await publicCheck(code!)).toMatchObject({ outcome: 'consistent', claims: { issuedByMaker: true } });
});

test('one unit into two cars: the second is refused, the analyst has a case, the first owner is told calmly', async () => {
  const { hz1 } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  const first = await order();
  answered(await hz1.technician.fits(first, fitted(code!)));
  const { token } = answered(await hz1.advisor.invoices(first, bill()));
  const second = await order(PART.brakePads, {}, { vehicle: { vin: OTHER_VIN } });
  const refused = await hz1.technician.fits(second, fitted(code!, { vin: OTHER_VIN }));
  expect(refused.body).toMatchObject({ status: 409, code: 'UNIT_ALREADY_FITTED' });
  expect(JSON.stringify(refused.body)).not.toContain(VIN);
  const { serial } = unitOf(code!);
  const flag = (await flagsOf('K05')).find(({ unit }) => (unit as Answer | null)?.serial === serial);
  expect(flag).toMatchObject({ ...OPEN_CASE, workshop: 'WS-HZ-01' });
  expect(await ownerSees(token)).toMatchObject({
    outcome: 'caution',
    lines: [{ findings: [{ rule: 'K05', level: 3, message: { en: expect.stringMatching(/somewhere else/) } }] }],
  });
});

test('two technicians fit one unit at the same instant: exactly one succeeds', async () => {
  const { hz1 } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  const numbers = [await order(), await order()];
  const attempts = await Promise.all(numbers.map((number) => hz1.technician.fits(number, fitted(code!))));
  expect(attempts.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
  expect(attempts.find(({ status }) => status === 409)!.body.code).toBe('UNIT_ALREADY_FITTED');
});

test('the same fitting sent twice at once is one fitting', async () => {
  const { hz1 } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  const number = await order();
  const path = `/api/repair-orders/${number}/fittings`;
  const [one, two] = await Promise.all(
    [1, 2].map(() => hz1.technician.post(path, fitted(code!), 'fit-1').then((r) => r)),
  );
  expect([one!.status, two!.status]).toEqual([201, 201]);
  expect(one!.body).toEqual(two!.body);
});

test('a supersession in force is no substitution, and the path is shown; the old number is asked about', async () => {
  const { hz1 } = world;
  const [newer] = await world.stock(hz1, PART.brakePads, 1);
  const forward = await order(PART.brakePadsOld);
  const verdict = answered(await hz1.technician.fits(forward, fitted(newer!))).verdict as Answer;
  expect(verdict).toMatchObject({ outcome: 'consistent', findings: [{ rule: 'R03', level: 1 }] });
  const { token } = answered(await hz1.advisor.invoices(forward, bill()));
  expect(await ownerSees(token)).toMatchObject({
    outcome: 'consistent',
    lines: [
      {
        name: { en: 'Brake pad set, front' },
        listPrice: '428.00',
        units: [{ supersession: { kind: 'forward', path: [PART.brakePadsOld, PART.brakePads] } }],
      },
    ],
  });
  const [older] = await world.stock(hz1, PART.brakePadsOld, 1);
  const refused = await hz1.technician.fits(await order(PART.brakePads), fitted(older!));
  expect(refused.body).toMatchObject({ code: 'SUPERVISOR_REQUIRED', findings: [{ rule: 'R04' }] });
});

test('the wrong car: stopped before it is fitted, and nothing is held against the right one', async () => {
  const { hz1 } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  const number = await order();
  const wrong = await hz1.technician.fits(number, fitted(code!, { vin: OTHER_VIN }));
  expect(wrong.body).toMatchObject({ status: 409, findings: [{ rule: 'R06' }] });
  expect(JSON.stringify(wrong.body)).not.toMatch(new RegExp(`${VIN}|${OTHER_VIN}`));
  answered(await hz1.technician.fits(number, fitted(code!)));
  expect(answered(await hz1.advisor.invoices(number, bill())).findings).toEqual([]);
  expect((await flagsOf('R06'))[0]).toMatchObject({ status: 'prevented' });
});

test('billed more than fitted: the invoice is blocked, and issued once it is right', async () => {
  const { hz1 } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  const number = await order(PART.brakePads, { quantity: 2 });
  answered(await hz1.technician.fits(number, fitted(code!)));
  const blocked = await hz1.advisor.invoices(number, bill({ quantity: 2 }));
  expect(blocked.body).toMatchObject({ status: 422, code: 'INVOICE_BLOCKED' });
  expect(rulesOf(blocked.body as Answer)).toContain('R09');
  const issued = answered(await hz1.advisor.invoices(number, bill()));
  expect(await ownerSees(issued.token)).toMatchObject({ outcome: 'consistent', totals: { total: '428.00' } });
  expect((await flagsOf('R09'))[0]).toMatchObject({ status: 'prevented', level: 4 });
});

test('billed as original with no unit behind it', async () => {
  const { hz1 } = world;
  const number = await order(PART.oilFilter);
  answered(
    await hz1.technician.fits(number, { line: 1, vin: VIN, reason: '标签缺失', removedPart: { outcome: 'waived' } }),
  );
  const blocked = await hz1.supervisor.invoices(number, bill({ partNumber: PART.oilFilter, unitPrice: '42.00' }));
  expect(blocked.status).toBe(422);
  expect(rulesOf(blocked.body as Answer)).toContain('R08');
  expect((await flagsOf('R08'))[0]).toMatchObject({ level: 5, status: 'prevented', workshop: 'WS-HZ-01' });
  const honest = bill({ partNumber: PART.oilFilter, unitPrice: '42.00', category: 'matching_quality' });
  const overrides = [{ rule: 'R07', reason: '原厂件缺货' }];
  const { token } = answered(await hz1.supervisor.invoices(number, { ...honest, overrides }));
  expect(await ownerSees(token)).toMatchObject({
    outcome: 'caution',
    claims: { issuedByMaker: { count: 0, of: 1 } },
    lines: [{ category: 'matching_quality', findings: [{ rule: 'R07', workshopSays: '原厂件缺货' }] }],
  });
});

test('an old part that nobody accounts for blocks the invoice until it is told', async () => {
  const { hz1 } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  const number = await order();
  answered(await hz1.technician.fits(number, { line: 1, code, vin: VIN }));
  const blocked = await hz1.advisor.invoices(number, bill());
  expect(rulesOf(blocked.body as Answer)).toContain('R13');
  await hz1.advisor.does(`/api/repair-orders/${number}/old-parts`, {
    line: 1,
    outcome: 'waived',
    note: '车主当面放弃',
  });
  const { token } = answered(await hz1.advisor.invoices(number, bill()));
  expect(await ownerSees(token)).toMatchObject({
    outcome: 'consistent',
    lines: [{ units: [{ oldPart: { outcome: 'waived', note: '车主当面放弃' } }] }],
  });
  expect((await flagsOf('R13'))[0]).toMatchObject({ level: 4, status: 'prevented', workshop: 'WS-HZ-01' });
});

test('an invoice changed afterwards: the owner sees both versions, the maker gets a case', async () => {
  const { hz1 } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  const number = await order();
  answered(await hz1.technician.fits(number, fitted(code!)));
  const first = answered(await hz1.advisor.invoices(number, { ...bill(), number: 'INV-C' }));
  const again = answered(await hz1.advisor.invoices(number, { ...bill(), number: 'INV-C' }));
  expect(again).toMatchObject({ token: first.token, version: 1 });
  const changed = answered(await hz1.advisor.invoices(number, { ...bill({ unitPrice: '427.00' }), number: 'INV-C' }));
  expect(changed).toMatchObject({ token: first.token, version: 2 });
  expect(rulesOf(changed)).toContain('R25');
  expect(await ownerSees(first.token)).toMatchObject({
    outcome: 'suspect',
    version: 2,
    earlierVersions: [{ version: 1, total: '428.00' }],
    findings: [{ rule: 'R25' }],
  });
  expect((await flagsOf('R25'))[0]).toMatchObject(OPEN_CASE);
});

test('a recall after fitting: stock is held, the owner is told on the same link', async () => {
  const { hz1, analyst } = world;
  const shelf = await world.warehouse.mints(PART.battery, 2, { lot: 'L26K90' });
  const shipment = await world.warehouse.ships('WS-HZ-01', shelf);
  await hz1.clerk.receives(shipment, shelf);
  const number = await order(PART.battery, { unitPrice: '620.00' });
  answered(await hz1.technician.fits(number, fitted(shelf[0]!)));
  const paid = bill({ partNumber: PART.battery, unitPrice: '620.00' });
  const invoice = answered(await hz1.advisor.invoices(number, paid));
  const title = { zh: '电池极柱召回', en: 'Battery terminal recall' };
  await analyst.does('/api/recalls', { number: 'S2026-1', partNumber: PART.battery, lot: 'L26K90', title });
  expect(await ownerSees(invoice.token)).toMatchObject({
    lines: [{ units: [{ recall: { number: 'S2026-1', title } }] }],
  });
  const verdict = await hz1.technician.scans(shelf[1]!, 'check');
  expect(verdict.outcome).toBe('suspect');
  expect(rulesOf(verdict)).toContain('Q01');
  const refused = await hz1.technician.fits(await order(PART.battery), fitted(shelf[1]!));
  expect(refused.body).toMatchObject({ code: 'UNIT_ON_HOLD' });
});

test('an offline queue delivered twice and out of order has one effect and the same answers', async () => {
  const { hz1 } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  const at = (minutes: number) => new Date(world.app.clock.now().getTime() - minutes * 60_000).toISOString();
  const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
  const queue = [
    { id: id(1), code, purpose: 'check', scannedAt: at(50) },
    { id: id(2), code: 'not a label', purpose: 'check', scannedAt: at(40) },
    { id: id(3), code, purpose: 'check', scannedAt: at(30) },
  ];
  const send = async (scans: unknown[]) =>
    answered(await hz1.technician.post('/api/scans/bulk', { scans })).items as Answer[];
  const first = await send(queue.toReversed());
  const again = await send(queue);
  expect(first.map(({ status }) => status)).toEqual(['recorded', 'recorded', 'recorded']);
  expect(again.map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'duplicate']);
  expect(again.toReversed().map(({ verdict }) => verdict)).toEqual(first.map(({ verdict }) => verdict));
  const [row] = await world.database.rows<{ count: string }>(
    "SELECT count(*) FROM scan WHERE id::text LIKE '00000000-0000-4000-8000-%'",
  );
  expect(row!.count).toBe('3');
  const replay = await send([{ ...queue[0], purpose: 'fit' }]);
  expect(rulesOf(replay[0]!.verdict as Answer)).toContain('B06');
});

test('a late scan is judged by the records of its own time: a check before the fitting is no clone', async () => {
  const { hz1, nb1 } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  world.app.clock.advance(3_600_000);
  const before = world.app.clock.now().toISOString();
  world.app.clock.advance(3_600_000);
  answered(await hz1.technician.fits(await order(), fitted(code!)));
  const late = { id: '00000000-0000-4000-9000-000000000001', code, purpose: 'fit', scannedAt: before };
  const [item] = answered(await hz1.technician.post('/api/scans/bulk', { scans: [late] })).items as Answer[];
  expect(rulesOf(item!.verdict as Answer)).not.toContain('K05');
  const now = { ...late, id: '00000000-0000-4000-9000-000000000002', scannedAt: undefined };
  const [clone] = answered(await nb1.technician.post('/api/scans/bulk', { scans: [now] })).items as Answer[];
  expect(rulesOf(clone!.verdict as Answer)).toContain('K05');
});

test('the owner disputes a line, the workshop answers, and the owner reads the answer', async () => {
  const { hz1, hz2, analyst } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  const number = await order();
  answered(await hz1.technician.fits(number, fitted(code!)));
  const { token } = answered(await hz1.advisor.invoices(number, bill()));
  const path = `/api/public/invoices/${String(token)}/answers`;
  const dispute = { kind: 'dispute', line: 1, reason: 'old_part_not_shown', text: '没给我看旧件' };
  const opened = answered(await world.app.request.post(path).send(dispute)).case as Answer;
  expect(opened).toMatchObject({ number: expect.stringMatching(/^C-2026-/), dueAt: expect.any(String) });
  expect(answered(await world.app.request.post(path).send(dispute)).case).toEqual(opened);
  const file = `/api/cases/${String(opened.number)}`;
  expect(answered(await hz1.advisor.get(file))).toMatchObject({ kind: 'dispute', status: 'open' });
  expect(answered(await analyst.get(file))).toMatchObject({ workshop: 'WS-HZ-01' });
  expect((await hz2.advisor.get(file)).status).toBe(404);
  await hz1.advisor.does(`${file}/entries`, { kind: 'answer', text: '旧件照片已补发' });
  expect(await ownerSees(token)).toMatchObject({
    cases: [
      { number: opened.number, status: 'answered', entries: [{}, {}, { kind: 'answer', text: '旧件照片已补发' }] },
    ],
  });
});

test('a copy met elsewhere before the bill does not stop an honest workshop from billing', async () => {
  const { hz1, nb1 } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  const number = await order();
  answered(await hz1.technician.fits(number, fitted(code!)));
  expect(rulesOf(await nb1.technician.scans(code!, 'fit'))).toContain('K05');
  const invoice = answered(await hz1.advisor.invoices(number, bill()));
  expect(await ownerSees(invoice.token)).toMatchObject({
    outcome: 'caution',
    lines: [{ findings: [{ rule: 'K05' }] }],
  });
});

test('an analyst holds a unit by hand, opens a case on it, and lets it go with that case', async () => {
  const { analyst, hz1 } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  const { gtin, serial, path } = unitOf(code!);
  await analyst.does(`${path}/holds`, { kind: 'quarantine', reason: '供方来函' });
  const opened = await analyst.does('/api/cases', { title: '一批包装异样', unit: { gtin, serial }, text: '门店来电' });
  expect(opened).toMatchObject({
    kind: 'investigation',
    status: 'open',
    unit: { serial },
    entries: [{ text: '门店来电' }],
  });
  await analyst.does(`${path}/holds/quarantine/clearance`, { reason: '核对无误', case: opened.number });
  expect(await holdsOf(code!)).toEqual([]);
  answered(await hz1.technician.fits(await order(), fitted(code!)));
  const elsewhere = await analyst.post('/api/cases', {
    title: '不存在的件',
    unit: { gtin, serial: 'ZZZZZZZZZZZZ' },
    text: 'x',
  });
  expect(elsewhere.status).toBe(404);
});

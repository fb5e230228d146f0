import { digestOf } from '../src/auth/secrets.ts';
import { type Answer, answered, OTHER_VIN, PART, VIN, World, type Workshop } from './support/actors.ts';

const DAY = 86_400_000;
const THIRD_VIN = 'LCHARE3K6AN100213';
let world: World;
/** Invoice links of one car, the latest last. */
let older: string;
let latest: string;
/** Of another car. */
let stranger: string;

interface Repair {
  readonly order: string;
  readonly partNumber: string;
  readonly price: string;
  readonly vin?: string;
  readonly fitted?: string;
}

/** A repair from order to invoice. @returns the invoice's link and the fitting */
async function repair(workshop: Workshop, { order, partNumber, price, vin = VIN, fitted = partNumber }: Repair) {
  const [code] = await world.stock(workshop, fitted, 1);
  const vehicle = { vin, plate: '浙A·A1000', model: 'E300' };
  await workshop.advisor.opens(order, [{ partNumber, unitPrice: price }], { vehicle });
  await workshop.advisor.approves(order, 1);
  const fitting = { line: 1, code, vin, odometer: 31_005, reason: 'as agreed', removedPart: { outcome: 'waived' } };
  const { fitting: made } = answered(await workshop.supervisor.fits(order, fitting)) as { fitting: { id: string } };
  const line = { line: 1, partNumber, category: 'original', quantity: 1, unitPrice: price };
  const overrides = ['R02', 'R07', 'R10', 'R21'].map((rule) => ({ rule, reason: 'as agreed' }));
  const invoice = { number: `I-${order}`, odometerOut: 31_010, lines: [line], overrides };
  const { token } = answered(await workshop.supervisor.invoices(order, invoice));
  return { token: String(token), code: code!, fitting: made.id };
}

beforeAll(async () => {
  world = await World.start();
  const { hz1, hz2, nb1 } = world;
  older = (await repair(hz2, { order: 'RO-1', partNumber: PART.brakePads, price: '428.00' })).token;
  const battery = await repair(hz1, { order: 'RO-2', partNumber: PART.battery, price: '620.00' });
  const swap = { order: 'RO-3', partNumber: PART.brakeDisc, price: '560.00', fitted: PART.shockRight };
  world.app.clock.advance(DAY);
  latest = (await repair(nb1, swap)).token;
  stranger = (await repair(hz1, { order: 'RO-4', partNumber: PART.oilFilter, price: '40.00', vin: OTHER_VIN })).token;
  const out = { line: 1, odometer: 31_500, outcome: 'warranty_return' };
  await hz1.advisor.opens('RO-5', [{ partNumber: PART.battery, payType: 'warranty' }], { odometerIn: 31_500 });
  await hz1.technician.does(`/api/repair-orders/RO-5/fittings/${battery.fitting}/removal`, out);
  const title = { zh: '制动片开裂', en: 'Cracking brake pads' };
  await world.analyst.does('/api/recalls', { number: 'S2026-9', partNumber: PART.brakePads, title });
});
afterAll(() => world.close());

const request = () => world.app.request;
const links = (token: string) => `/api/public/invoices/${token}/history-links`;
const make = (token: string, days = 7) => request().post(links(token)).send({ days });
const history = (token: string) => request().get(`/api/public/histories/${token}`);
const made = async (token: string, days?: number) =>
  answered(await make(token, days)) as { id: string; token: string; url: string };

describe('what a buyer reads', () => {
  test('every labelled part of every workshop, and of workshops only the one on the owner’s own invoice', async () => {
    const { parts } = answered(await history((await made(latest)).token)) as { parts: Answer[] };
    expect(parts).toMatchObject([
      {
        partNumber: PART.shockRight,
        category: 'original',
        fittedOn: '2026-11-24',
        odometer: 31_005,
        removedOn: null,
        workshop: { en: expect.stringContaining('Ningbo') },
        flags: [{ rule: 'R02', message: { en: expect.stringContaining('names part CH-43512-0E040') } }],
      },
      { partNumber: PART.battery, removedOn: '2026-11-24', warranty: null, workshop: null, flags: [] },
      {
        partNumber: PART.brakePads,
        fittedOn: '2026-11-23',
        removedOn: null,
        workshop: null,
        recall: { number: 'S2026-9', title: { en: 'Cracking brake pads' } },
        warranty: { until: '2028-11-23', daysLeft: 730 },
      },
    ]);
  });

  test('nobody’s name, no number of the car, no order, invoice or serial, and no price', async () => {
    const { text } = await history((await made(latest)).token);
    for (const secret of [VIN, '浙A', '王芳', '13900000000', 'RO-', 'I-RO', 'WS-', 'Xihu', 'E300', '560', '"serial"'])
      expect(text).not.toContain(secret);
  });

  test('a copy of a label met elsewhere is told as on the owner’s page', async () => {
    const { code } = await repair(world.hz1, {
      order: 'RO-9',
      partNumber: PART.oilFilter,
      price: '40.00',
      vin: THIRD_VIN,
    });
    await world.nb1.technician.scans(code, 'fit');
    const { token } = answered(
      await world.app.request
        .get('/api/repair-orders/RO-9/invoice')
        .set('Authorization', world.hz1.supervisor.credential),
    );
    const { parts } = answered(await history((await made(String(token))).token)) as { parts: Answer[] };
    expect(parts[0]!.flags).toMatchObject([
      { rule: 'K05', level: 3, message: { en: expect.stringContaining('somewhere else') } },
    ]);
  });

  test('whether it is this car’s, to somebody who has read its number', async () => {
    const { token } = await made(latest);
    const check = async (vin: string) =>
      (await request().post(`/api/public/histories/${token}/vehicle-checks`).send({ vin })).body as Answer;
    expect(await check(VIN.toLowerCase())).toEqual({ isMatch: true });
    expect(await check(OTHER_VIN)).toEqual({ isMatch: false });
    const refused = await check('not a VIN');
    expect(refused).toMatchObject({ status: 400 });
    expect(JSON.stringify(refused)).not.toContain('not a VIN');
  });
});

describe('whose right it is', () => {
  test('the latest invoice’s, of whichever workshop; an older one’s holder may have sold the car', async () => {
    expect(await make(older)).toMatchObject({ status: 409, body: { code: 'NOT_LATEST_INVOICE' } });
    expect(await request().get(links(older))).toMatchObject({ status: 409 });
    expect(await make('0'.repeat(26))).toMatchObject({ status: 404, body: { code: 'INVOICE_LINK_UNKNOWN' } });
  });

  test('another car’s owner neither sees nor ends a link', async () => {
    const { id } = await made(latest);
    expect(answered(await request().get(links(stranger)))).toMatchObject({ items: [] });
    expect(await request().delete(`${links(stranger)}/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'HISTORY_LINK_UNKNOWN' },
    });
  });

  test('an old invoice that is corrected does not win it back', async () => {
    const line = { line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice: '427.00' };
    world.app.clock.advance(1_000);
    const changed = { number: 'I-RO-1', odometerOut: 31_010, lines: [line] };
    answered(await world.hz2.supervisor.invoices('RO-1', changed));
    expect((await make(older)).status).toBe(409);
  });

  test('with the next repair’s invoice it passes on, and links made before it end', async () => {
    const before = await made(stranger);
    expect((await history(before.token)).status).toBe(200);
    world.app.clock.advance(1_000);
    const { token } = await repair(world.hz2, {
      order: 'RO-6',
      partNumber: PART.oilFilter,
      price: '40.00',
      vin: OTHER_VIN,
    });
    expect(await history(before.token)).toMatchObject({ status: 404, body: { code: 'HISTORY_LINK_UNKNOWN' } });
    expect((await make(token)).status).toBe(201);
  });
});

describe('a link', () => {
  test('is shown once and stored as a digest', async () => {
    const once = () => make(latest).set('Idempotency-Key', 'history-link-1');
    const { token, url } = answered(await once()) as { token: string; url: string };
    expect((await once()).body).toMatchObject({ token: null, url: null });
    expect(new URL(url).pathname).toBe(`/h/${token}`);
    const row = await world.database.first<{ row: string; token_hash: Buffer }>(
      'SELECT to_jsonb(l)::text AS row, token_hash FROM history_link l ORDER BY made_at DESC, id DESC LIMIT 1',
    );
    expect(row!.row).not.toContain(token);
    expect(row!.token_hash).toEqual(digestOf(token));
    expect(world.app.logged.join('\n')).not.toContain(token);
  });

  test('says how often it was opened, ends when it is taken back, and at its time', async () => {
    await endAll();
    const [one, other] = [await made(latest, 1), await made(latest, 30)];
    await history(other.token);
    await history(other.token.toLowerCase());
    const { items } = answered(await request().get(links(latest))) as { items: Answer[] };
    expect(items).toMatchObject([
      { id: other.id, timesOpened: 2 },
      { id: one.id, timesOpened: 0 },
    ]);
    expect(items[0]).not.toHaveProperty('token');

    expect((await request().delete(`${links(latest)}/${other.id}`)).status).toBe(204);
    expect((await request().delete(`${links(latest)}/${other.id}`)).status).toBe(404);
    expect((await history(other.token)).status).toBe(404);
    world.app.clock.advance(DAY - 1);
    expect((await history(one.token)).status).toBe(200);
    world.app.clock.advance(1);
    expect((await history(one.token)).status).toBe(404);
  });

  test('is one of five at the most, also of those asked for at once', async () => {
    await endAll();
    const all = await Promise.all(Array.from({ length: 8 }, () => make(latest)));
    expect(all.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 201, 201, 201, 201, 409, 409, 409]);
    expect(all.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'TOO_MANY_HISTORY_LINKS' });
  });
});

describe('pages', () => {
  const page = async (path: string) => {
    const answer = await request().get(path).set('Accept', 'text/html').set('Accept-Language', 'en');
    return { status: answer.status, headers: answer.headers, html: answer.text, text: textOf(answer.text) };
  };
  const submit = (path: string, form: Record<string, string>) =>
    request().post(path).set('Accept', 'text/html').set('Accept-Language', 'en').type('form').send(form);

  test('the owner makes a link on a page of the bill, sees it once, and takes it back', async () => {
    await endAll();
    expect((await page(`/i/${latest}`)).html).toContain(`href="/i/${latest}/history"`);
    const done = await submit(`/i/${latest}/history`, { days: '7' });
    expect(done.status).toBe(201);
    const [, path] = /href="[^"]*(\/h\/\w{26})"/.exec(done.text)!;
    expect(textOf(done.text)).toContain('It is shown only now');
    expect((await page(path!)).status).toBe(200);

    const later = await page(`/i/${latest}/history`);
    expect(later.html).not.toContain(path!);
    expect(later.text).toMatch(/Made Nov \d+, 2026, .*, works until Dec \d+, 2026, .* opened once/);
    const [, revocation] = /action="(\/i\/\w+\/history\/[\w-]+\/revocation)"/.exec(later.html)!;
    const revoked = await submit(revocation!, {});
    expect(revoked).toMatchObject({ status: 303, headers: { location: `/i/${latest}/history?done=revoked` } });
    const gone = await page(path!);
    expect(gone.status).toBe(404);
    expect(gone.text).toContain('This link is not valid, or has ended.');
  });

  test('who holds an older bill is told why not', async () => {
    const refused = await page(`/i/${older}/history`);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Only the invoice of this car’s latest repair');
    expect((await submit(`/i/${latest}/history`, { days: '400' })).status).toBe(400);
  });

  test('the buyer’s page is small, has no script, and names nobody', async () => {
    await endAll();
    const { token } = await made(latest);
    const { html, text, headers } = await page(`/h/${token}`);
    for (const words of [
      'The records name 3 labelled parts.',
      '1 part in the car is under recall.',
      'Something stands against 1 part.',
      'Taken out on Nov 24, 2026',
      'Fitted Nov 24, 2026, at 31,005 km',
      'Workshop not named',
      'Recall S2026-9: Cracking brake pads',
    ])
      expect(text).toContain(words);
    for (const secret of [VIN, '浙A', '王芳', 'RO-', 'WS-', 'Xihu', 'E300']) expect(html).not.toContain(secret);
    expect(html).not.toMatch(/<script|genuine/i);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(15_000);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect((await page(`/H/${token}`)).status).toBe(200);
  });

  test.each([
    { name: 'this car’s', vin: VIN.toLowerCase(), says: 'Yes: this is that car’s history' },
    { name: 'another car’s', vin: OTHER_VIN, says: 'No: this is another car’s history' },
    { name: 'none', vin: 'LCHARE', says: 'No: this is another car’s history' },
  ])('a number that is $name', async ({ vin, says }) => {
    await endAll();
    const { token } = await made(latest);
    const compared = await submit(`/h/${token}`, { vin });
    expect(textOf(compared.text)).toContain(says);
    expect(compared.text).not.toContain(vin);
  });

  test('a link that cannot be one', async () => expect((await page('/h/x')).status).toBe(404));
});

async function endAll(): Promise<void> {
  const { items } = answered(await request().get(links(latest))) as { items: { id: string }[] };
  for (const { id } of items) await request().delete(`${links(latest)}/${id}`);
}

/** What a reader sees of a page. */
const textOf = (html: string): string =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

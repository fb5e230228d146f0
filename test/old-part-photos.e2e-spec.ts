import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { claiming, phonePhoto, TOLD_BY_PHONE } from '../src/repair-orders/picture.builder.ts';
import { type Answer, answered, PART, type Person, VIN, World } from './support/actors.ts';
import { textsOf } from './support/paper.ts';

let world: World;
let photo: Buffer;
beforeAll(async () => ([world, photo] = await Promise.all([World.start(), phonePhoto()])));
afterAll(() => world.close());

let orders = 800;
let photos = 0;
/** No two are alike. */
const another = () => phonePhoto(300, 200 + ++photos);
const codeOf = ({ status, body }: Response) => [status, (body as Answer).code];

interface Told {
  readonly order: string;
  readonly oldPart: string;
  readonly fit: Answer;
}

/** A part was fitted, and its old one told of under an id that the phone chose. */
async function told(outcome = 'waived', id: string = randomUUID()): Promise<Told> {
  const order = `RO-${orders++}`;
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  await world.hz1.advisor.opens(order, [{ partNumber: PART.brakePads, unitPrice: '428.00' }]);
  await world.hz1.advisor.approves(order, 1);
  const fitting = { line: 1, code, vin: VIN, position: order, removedPart: { id, outcome } };
  answered(await world.hz1.supervisor.fits(order, fitting));
  return { order, oldPart: id, fit: fitting };
}

const send = ({ order, oldPart }: Omit<Told, 'fit'>, picture: Buffer, query = '', by: Person = world.hz1.technician) =>
  by.photographs(order, oldPart, picture, query);

const oldPartOn = async (order: string) => {
  const { lines } = answered(await world.hz1.advisor.get(`/api/repair-orders/${order}`)) as {
    lines: { fittings: { oldPart: { id: string; photos: Answer[] } }[] }[];
  };
  return lines[0]!.fittings[0]!.oldPart;
};

async function billed({ order }: Pick<Told, 'order'>): Promise<string> {
  const line = { line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice: '428.00' };
  const answer = await world.hz1.advisor.invoices(order, {
    number: `INV-${order}`,
    odometerOut: 31_010,
    lines: [line],
  });
  return String(answered(answer).token);
}

test('a photo is kept without what its file told, is seen on the order, and stays as it is', async () => {
  const part = await told();
  const taken = answered(await send(part, photo, '?takenAt=2026-11-23T09:30:00%2B08:00'));
  expect(taken).toEqual({
    id: expect.any(String),
    width: 200,
    height: 300,
    takenAt: '2026-11-23T01:30:00.000Z',
    recordedAt: '2026-11-23T02:00:00.000Z',
  });
  const { id, takenAt, recordedAt } = taken;
  expect(await oldPartOn(part.order)).toMatchObject({ id: part.oldPart, photos: [{ id, takenAt, recordedAt }] });
  const shown = await world.hz1.advisor.get(`/api/repair-orders/${part.order}/old-part-photos/${String(id)}`);
  expect(shown.headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'no-store' });
  expect((shown.body as Buffer).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  for (const secret of TOLD_BY_PHONE) expect((shown.body as Buffer).includes(secret)).toBe(false);
  for (const change of ['DELETE FROM', 'TRUNCATE', 'UPDATE']) {
    const statement =
      change === 'UPDATE' ? 'UPDATE old_part_photo SET taken_at = taken_at' : `${change} old_part_photo`;
    await expect(world.database.run(statement)).rejects.toThrow(/append-only|never/);
  }
});

test.each([
  {
    name: 'no picture',
    type: 'image/jpeg',
    body: async () => Buffer.from('\0\0 no'),
    refused: [400, 'PICTURE_UNREADABLE'],
  },
  {
    name: 'a bomb',
    type: 'image/png',
    body: () => claiming(60_000, 60_000),
    refused: [400, 'PICTURE_TOO_MANY_PIXELS'],
  },
  {
    name: '5 MB and more',
    type: 'image/webp',
    body: async () => Buffer.alloc(5_242_881),
    refused: [413, 'BODY_TOO_LARGE'],
  },
  { name: 'a film', type: 'video/mp4', body: async () => photo, refused: [415, 'UNSUPPORTED_MEDIA_TYPE'] },
])('$name is refused in both languages, and nothing is kept', async ({ type, body, refused }) => {
  const part = await told();
  const answer = await send(part, await body()).set('Content-Type', type);
  expect(codeOf(answer)).toEqual(refused);
  expect(answer.body).toMatchObject({ words: { zh: expect.any(String), en: expect.any(String) } });
  expect((await oldPartOn(part.order)).photos).toEqual([]);
});

test('delivered again it is one photo; taken again it is two, and the newer counts', async () => {
  const part = await told();
  const key = randomUUID();
  const first = answered(await send(part, photo).set('Idempotency-Key', key));
  world.app.clock.advance(60_000);
  expect(answered(await send(part, photo).set('Idempotency-Key', key))).toEqual(first);
  expect(answered(await send(part, photo))).toEqual(first);
  const other = await another();
  expect(codeOf(await send(part, other).set('Idempotency-Key', key))).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
  const second = answered(await send(part, other));
  const ids = (await oldPartOn(part.order)).photos.map(({ id }) => id);
  expect(ids).toEqual([second.id, first.id]);
  for (let more = 3; more <= 10; more++) answered(await send(part, await another()));
  expect(codeOf(await send(part, await another()))).toEqual([409, 'OLD_PART_PHOTOS_FULL']);
});

test('there must be an old part of the own workshop’s', async () => {
  const part = await told();
  const { id } = answered(await send(part, photo));
  expect(codeOf(await send(part, photo, '', world.hz2.technician))).toEqual([404, 'OLD_PART_NOT_FOUND']);
  const address = `/api/repair-orders/${part.order}/old-part-photos/${String(id)}`;
  expect(codeOf(await world.hz2.advisor.get(address))).toEqual([404, 'REPAIR_ORDER_NOT_FOUND']);
  const elsewhere = await told();
  const wrong = `/api/repair-orders/${elsewhere.order}/old-part-photos/${String(id)}`;
  expect(codeOf(await world.hz1.advisor.get(wrong))).toEqual([404, 'PHOTO_NOT_FOUND']);
  expect(codeOf(await send(await told('none'), photo))).toEqual([409, 'NO_OLD_PART']);
  const again = { line: 1, outcome: 'waived', id: part.oldPart };
  const taken = await world.hz1.advisor.post(`/api/repair-orders/${elsewhere.order}/old-parts`, again);
  expect(codeOf(taken)).toEqual([409, 'OLD_PART_ID_TAKEN']);
});

test('sooner than what became of the old part it is refused, and later it is taken', async () => {
  const { order } = await told();
  const id = randomUUID();
  const part = { order, oldPart: id };
  expect(codeOf(await send(part, photo))).toEqual([404, 'OLD_PART_NOT_FOUND']);
  await world.hz1.technician.does(`/api/repair-orders/${order}/old-parts`, { id, line: 1, outcome: 'with_owner' });
  const taken = answered(await send(part, photo, '?takenAt=2031-01-01T00:00:00Z'));
  expect(taken.takenAt).toBe(taken.recordedAt);
});

test('the analyst of a case sees all photos of its order, and those of no other', async () => {
  const part = await told();
  const ids = [answered(await send(part, photo)).id, answered(await send(part, await another())).id];
  const elsewhere = answered(await send(await told(), photo)).id;
  const dispute = { kind: 'dispute', line: 1, reason: 'old_part_not_shown' };
  const url = `/api/public/invoices/${await billed(part)}/answers`;
  const opened = answered(await world.app.request.post(url).send(dispute)) as { case: { number: string } };
  const file = `/desk/cases/${opened.case.number}`;
  const { text } = await world.analyst.get(file).set('Accept', 'text/html').set('Accept-Language', 'en');
  for (const id of ids) expect(text).toContain(`<img loading="lazy" src="${file}/old-part-photos/${String(id)}"`);
  expect(text).toContain('Photo of the old part: taken');
  const shown = await world.analyst.get(`${file}/old-part-photos/${String(ids[0])}`);
  expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/jpeg']);
  expect((await world.analyst.get(`${file}/old-part-photos/${String(elsewhere)}`)).status).toBe(404);
});

describe('the owner', () => {
  const page = async (token: string, language: string) =>
    (await world.app.request.get(`/i/${token}`).set('Accept', 'text/html').set('Accept-Language', language)).text;

  test('sees the newest on the line, with what it cannot tell, by the link alone', async () => {
    const part = await told('with_owner');
    answered(await send(part, photo));
    const { id } = answered(await send(part, await another()));
    const token = await billed(part);
    const address = `/i/${token}/old-part-photos/${String(id)}`;
    const [chinese, english] = [await page(token, 'zh'), await page(token, 'en')];
    expect(english.match(/<img/g)).toHaveLength(1);
    expect(english).toContain(`<img class="photo" loading="lazy" src="${address}"`);
    expect(english).toContain('alt="Photo of an old part (Brake pad set, front)"');
    expect(english).toContain('Photo taken by the workshop on');
    expect(english).toContain('cannot show which car');
    expect(chinese).toContain('alt="旧件照片（前制动片组）"');
    expect(chinese).toContain('不能说明它来自哪辆车');
    const shown = await world.app.request.get(address);
    expect([shown.status, shown.headers['content-type'], shown.headers['cache-control']]).toEqual([
      200,
      'image/jpeg',
      'no-store',
    ]);
    const sheet = Buffer.from(await (await fetch(`${world.app.url}/i/${token}/evidence.pdf?lang=en`)).arrayBuffer());
    expect(sheet.includes(shown.body as Buffer)).toBe(true);
    expect((await textsOf(sheet)).join()).toContain('Photo of an old part (Brake pad set, front)');
    const stranger = await billed(await told());
    expect(codeOf(await world.app.request.get(`/i/${stranger}/old-part-photos/${String(id)}`))).toEqual([
      404,
      'INVOICE_LINK_UNKNOWN',
    ]);
  });

  test('is told of a photo that came after the bill, and sees none of a fitting that was undone', async () => {
    const part = await told();
    const token = await billed(part);
    world.app.clock.advance(86_400_000);
    answered(await send(part, photo, '?takenAt=2026-11-23T01:00:00Z'));
    expect(await page(token, 'en')).toContain('as it says; it came after the bill');

    const undone = await told();
    answered(await send(undone, photo));
    const { lines } = answered(await world.hz1.advisor.get(`/api/repair-orders/${undone.order}`)) as {
      lines: { fittings: { id: string }[] }[];
    };
    const fitting = `/api/repair-orders/${undone.order}/fittings/${lines[0]!.fittings[0]!.id}`;
    await world.hz1.supervisor.does(`${fitting}/undo`, { reason: 'wrong line' });
    answered(await world.hz1.supervisor.fits(undone.order, { ...undone.fit, removedPart: { outcome: 'waived' } }));
    expect(await page(await billed(undone), 'en')).not.toContain('<img');
  });
});

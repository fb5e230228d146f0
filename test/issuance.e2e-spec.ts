import type { Test } from 'supertest';
import { BatchProgressFeed } from '../src/issuance/batch-progress.ts';
import { IssuanceStage, type Who } from './support/issuance-stage.ts';
import { exactly, FOREIGN_PART, PADS } from './support/issuance-world.ts';
import { expectSoundLedgers } from './support/ledger.ts';

let stage: IssuanceStage;
beforeAll(async () => {
  stage = await IssuanceStage.open();
});
afterAll(() => stage.close());

describe('a batch', () => {
  it('is minted in the background: every unit once, signed, in the warehouse’s hands', async () => {
    const batchId = await stage.minted({
      quantity: 2_500,
      lot: 'l26k01',
      consignee: 'WS-HZ-01',
      expiresOn: '2029-01-31',
    });
    expect(await stage.truthOf(batchId)).toEqual(exactly(2_500));
    expect(await stage.signersOf(await stage.codesOf(batchId))).toHaveProperty('size', 1);
    expect((await stage.get('lead', `/api/batches/${batchId}`)).body).toMatchObject({
      status: 'issued',
      quantity: 2_500,
      issued: 2_500,
      partNumber: PADS,
      lot: 'L26K01',
      order: null,
      consignee: 'WS-HZ-01',
      warehouse: 'WH-HZ',
      expiresOn: '2029-01-31',
      failure: null,
    });
    const unit = await stage.database.first(
      `SELECT u.state, o.code AS custodian, u.lot, u.expires_on AS "expiresOn", u.last_seq AS seq
         FROM unit u JOIN organisation o ON o.id = u.custodian_id WHERE batch_id = $1 LIMIT 1`,
      [batchId],
    );
    expect(unit).toEqual({ state: 'issued', custodian: 'WH-HZ', lot: 'L26K01', expiresOn: '2029-01-31', seq: 1 });
  });

  it('of a maker that labels its parts itself is in the maker’s hands', async () => {
    const batchId = await stage.begin('maker', { quantity: 3 });
    await stage.until(async () => (await stage.truthOf(batchId))?.units === 3);
    expect((await stage.get('maker', `/api/batches/${batchId}`)).body).toMatchObject({ warehouse: 'CH' });
    expect((await stage.get('lead', `/api/batches/${batchId}`)).status).toBe(404);
  });

  it('tells how it comes on until it is done, and lets go of listeners who leave', async () => {
    const batchId = await stage.begin('lead', { quantity: 6_000 });
    const gone = new AbortController();
    const headers = { authorization: stage.world.lead };
    const left = await fetch(`${stage.running.url}/api/batches/${batchId}/progress`, { headers, signal: gone.signal });
    expect(left.headers.get('content-type')).toBe('text/event-stream');
    gone.abort();
    const answer = await fetch(`${stage.running.url}/api/batches/${batchId}/progress`, { headers });
    const events = [...(await answer.text()).matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as object);
    expect(events.at(-1)).toEqual({ issued: 6_000, quantity: 6_000, status: 'issued' });
    await stage.until(async () => stage.running.app.get(BatchProgressFeed).listeners === 0);
    const again = await fetch(`${stage.running.url}/api/batches/${batchId}/progress`, { headers });
    expect(await again.text()).toContain('id: settled\ndata: {"issued":6000,"quantity":6000,"status":"issued"}\n\n');
    const reconnected = { ...headers, 'last-event-id': 'settled' };
    const enough = await fetch(`${stage.running.url}/api/batches/${batchId}/progress`, { headers: reconnected });
    expect(enough.status).toBe(204);
  });

  it('asked for twice with one idempotency key is made once', async () => {
    const wish = { partNumber: PADS, quantity: 7, lot: 'L-ONCE' };
    const ask = () => stage.post('lead', '/api/batches', wish).set('Idempotency-Key', 'one-batch-please');
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    await stage.reaches((answers[0].body as { id: string }).id, 'issued');
    expect(await stage.database.rows(`SELECT id FROM batch WHERE lot = 'L-ONCE'`)).toHaveLength(1);
  });

  it.each([
    { name: 'no such part', wish: { partNumber: 'CH-NONE', quantity: 1 }, status: 404, code: 'PART_NOT_FOUND' },
    {
      name: 'another maker’s part',
      wish: { partNumber: FOREIGN_PART, quantity: 1 },
      status: 404,
      code: 'PART_NOT_FOUND',
    },
    { name: 'none at all', wish: { partNumber: PADS, quantity: 0 }, status: 400, code: 'INVALID_INPUT' },
    { name: 'too many', wish: { partNumber: PADS, quantity: 1_000_001 }, status: 400, code: 'INVALID_INPUT' },
    {
      name: 'a lot no label can carry',
      wish: { partNumber: PADS, quantity: 1, lot: 'a b' },
      status: 400,
      code: 'INVALID_INPUT',
    },
    {
      name: 'no such day',
      wish: { partNumber: PADS, quantity: 1, expiresOn: '2026-02-30' },
      status: 400,
      code: 'INVALID_INPUT',
    },
    {
      name: 'no such consignee',
      wish: { partNumber: PADS, quantity: 1, consignee: 'WS-XX' },
      status: 400,
      code: 'CONSIGNEE_UNKNOWN',
    },
  ])('refused: $name', async ({ wish, status, code }) => {
    const { body, ...answer } = await stage.post('lead', '/api/batches', wish);
    expect({ status: answer.status, body: body as unknown }).toMatchObject({ status, body: { code } });
  });

  it('of a part that is sold no more is refused; one with a shelf life expires by itself', async () => {
    const part = (await stage.get('maker', `/api/parts/CH-88888-00001`)).body as object;
    expect(part).toMatchObject({ code: 'PART_NOT_FOUND' });
    const put = (isActive: boolean) =>
      stage.running.request
        .put('/api/parts/CH-88888-00001')
        .set('Authorization', stage.world.maker)
        .send({
          name: { zh: '密封胶', en: 'Sealant' },
          class: 'fluid',
          tracking: 'serial',
          listPrice: '58.00',
          currency: 'CNY',
          shelfLifeDays: 365,
          isActive,
        });
    await put(true);
    const batchId = await stage.begin('lead', { partNumber: 'CH-88888-00001', quantity: 1 });
    expect((await stage.get('lead', `/api/batches/${batchId}`)).body).toMatchObject({ expiresOn: '2027-11-23' });
    await put(false);
    const refused = await stage.post('lead', '/api/batches', { partNumber: 'CH-88888-00001', quantity: 1 });
    expect(refused.body).toMatchObject({ code: 'PART_INACTIVE', status: 409 });
  });
});

describe('what belongs to others', () => {
  let batchId: string;
  beforeAll(async () => {
    batchId = await stage.minted({ quantity: 3 });
  });

  const ROUTES = ['', '/progress', '/labels.csv', '/labels.pdf', '/cancel', '/retry', '/commission', '/reprints'];
  const call = (who: Who, route: string): Test => {
    const path = `/api/batches/${batchId}${route}`;
    return ['', '/progress', '/labels.csv', '/labels.pdf'].includes(route)
      ? stage.get(who, path)
      : stage.post(who, path, { '/cancel': { reason: 'no' }, '/reprints': { from: 1, to: 1, reason: 'no' } }[route]);
  };

  it.each(ROUTES)('does not exist for a stranger: batch%s', async (route) => {
    expect((await call('stranger', route)).body).toMatchObject({ status: 404, code: 'BATCH_NOT_FOUND' });
  });

  it.each(ROUTES)('is not for a workshop: batch%s', async (route) => {
    expect((await call('technician', route)).status).toBe(403);
  });

  it.each(['/cancel', '/commission', '/reprints'])(
    'is the warehouse’s to do, not the maker’s: batch%s',
    async (route) => {
      expect((await call('maker', route)).body).toMatchObject({ status: 403, code: 'NOT_THE_REGISTRAR' });
    },
  );

  it('is listed for its warehouse and its maker, page by page', async () => {
    expect((await stage.get('stranger', '/api/batches')).body).toMatchObject({ items: [], next: null });
    const ids = async (who: Who): Promise<string[]> => {
      const found: string[] = [];
      for (let after = ''; ;) {
        const { body } = await stage.get(who, `/api/batches?limit=2${after}`);
        const page = body as { items: { id: string }[]; next: string | null };
        found.push(...page.items.map(({ id }) => id));
        if (page.next === null) return found;
        after = `&after=${page.next}`;
      }
    };
    const [warehouse, maker] = [await ids('operator'), await ids('analyst')];
    expect(warehouse).toContain(batchId);
    expect(new Set(warehouse).size).toBe(warehouse.length);
    expect(maker).toEqual(maker.toSorted().toReversed());
    expect(maker).toEqual(expect.arrayContaining(warehouse));
    expect(maker.length).toBeGreaterThan(warehouse.length);
    const mine = await stage.get('lead', `/api/batches?status=issued&partNumber=${PADS}&order=DO-NONE`);
    expect(mine.body).toEqual({ items: [], next: null });
  });
});

describe('a batch that is cancelled', () => {
  it('is minted no further, and what is on no part is voided', async () => {
    const batchId = await stage.begin('lead', { quantity: 30_000 });
    await stage.until(async () => ((await stage.truthOf(batchId))?.units ?? 0) >= 2_000);
    const early = await stage.post('operator', `/api/batches/${batchId}/commission`, { from: 11, to: 20 });
    expect(early.body).toMatchObject({ commissioned: 10 });
    const tooFar = await stage.post('operator', `/api/batches/${batchId}/commission`, { to: 30_000 });
    expect(tooFar.body).toMatchObject({ code: 'LABELS_NOT_ISSUED', status: 409 });
    const cancelled = await stage.post('lead', `/api/batches/${batchId}/cancel`, { reason: 'wrong lot' });
    expect(cancelled.body).toMatchObject({ status: 'cancelled', cancelReason: 'wrong lot' });
    const { issued } = cancelled.body as { issued: number };
    expect(issued).toBeLessThan(30_000);
    expect((await stage.running.request.get('/metrics')).text).toMatch(/^truepart_queue_size\{queue="batches"\} \d+$/m);
    await stage.until(async () => {
      const batch = (await stage.get('lead', `/api/batches/${batchId}`)).body as { finishedAt: string | null };
      return batch.finishedAt !== null;
    });
    expect(await stage.statesOf(batchId)).toEqual({ in_stock: 10, voided: issued - 10 });
    const again = await stage.post('lead', `/api/batches/${batchId}/cancel`, { reason: 'again' });
    expect(again.body).toMatchObject({ status: 'cancelled', cancelReason: 'wrong lot', issued });
    const labels = await stage.get('lead', `/api/batches/${batchId}/labels.csv`);
    expect(labels.body).toMatchObject({ code: 'BATCH_CANCELLED', status: 409 });
    await expectSoundLedgers(stage.running.app);
  });
});

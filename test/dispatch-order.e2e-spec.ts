import type { Response } from 'supertest';
import { IssuanceStage } from './support/issuance-stage.ts';
import { DISPATCH_ORDER, PADS } from './support/issuance-world.ts';

let stage: IssuanceStage;
beforeAll(async () => {
  stage = await IssuanceStage.open();
});
afterAll(() => stage.close());

const byNumber = (one: number, other: number): number => one - other;

describe('a dispatch order', () => {
  const HEADINGS = 'order,partNumber,quantity,lot,consignee\n';
  const errorsOf = ({ body }: Response) => (body as { errors: { row: number; code: string }[] }).errors;

  it('first only tells what it would do', async () => {
    const told = await stage.sendOrder('operator', DISPATCH_ORDER, '?dryRun=true');
    expect(told.body).toMatchObject({ orders: ['DO-2026-1123'], created: 34, units: 3_172, dryRun: true, errors: [] });
    expect((await stage.get('lead', '/api/batches?order=DO-2026-1123')).body).toMatchObject({ items: [] });
  });

  it('becomes one batch a row, and sent again nothing more', async () => {
    const [one, other] = await Promise.all([
      stage.sendOrder('operator', DISPATCH_ORDER),
      stage.sendOrder('operator', DISPATCH_ORDER),
    ]);
    const answers = [one.body, other.body] as { created: number; unchanged: number; units: number }[];
    expect(answers.map(({ created }) => created).sort(byNumber)).toEqual([0, 34]);
    expect(answers.map(({ unchanged }) => unchanged).sort(byNumber)).toEqual([0, 34]);
    await stage.until(async () => {
      const page = await stage.get('lead', '/api/batches?order=DO-2026-1123&status=issued&limit=100');
      return (page.body as { items: object[] }).items.length === 34;
    });
    const minted = await stage.database.first(
      `SELECT count(*)::int AS units, count(DISTINCT u.batch_id)::int AS batches, count(DISTINCT u.lot)::int AS lots
         FROM unit u JOIN batch b ON b.id = u.batch_id WHERE b.order_number = 'DO-2026-1123'`,
    );
    expect(minted).toEqual({ units: 3_172, batches: 34, lots: 28 });
    expect((await stage.sendOrder('lead', DISPATCH_ORDER)).body).toMatchObject({
      created: 0,
      unchanged: 34,
      units: 0,
      batches: [],
    });
  });

  it('bounds what is minted: more is refused, and the attempt is kept as prevented', async () => {
    const over = await stage.post('lead', '/api/batches', {
      partNumber: PADS,
      quantity: 1,
      lot: 'L26K01',
      order: 'DO-2026-1123',
    });
    expect(over.body).toMatchObject({
      status: 409,
      code: 'MINT_OVER_ORDER',
      findings: [{ rule: 'I01', level: 5, evidence: { ordered: 40, alreadyMinted: 40, requested: 1 } }],
    });
    const strange = await stage.post('operator', '/api/batches', {
      partNumber: PADS,
      quantity: 1,
      lot: 'L26K99',
      order: 'DO-2026-1123',
    });
    expect(strange.body).toMatchObject({ code: 'MINT_OVER_ORDER', findings: [{ evidence: { ordered: 0 } }] });
    const flags = await stage.get('analyst', '/api/flags?rule=I01');
    expect(flags.body).toMatchObject({ items: [{ rule: 'I01', status: 'prevented', count: 2 }] });
  });

  it('leaves room for as many as were voided, and for no two who ask at once', async () => {
    const page = await stage.get('lead', '/api/batches?order=DO-2026-1123&limit=100');
    const { items } = page.body as { items: { id: string; partNumber: string; lot: string }[] };
    const { id } = items.find(({ partNumber }) => partNumber === PADS)!;
    await stage.post('lead', `/api/batches/${id}/cancel`, { reason: 'printed on the wrong roll' });
    await stage.until(async () => (await stage.statesOf(id))['voided'] === 40);
    const wish = { partNumber: PADS, quantity: 25, lot: 'L26K01', order: 'DO-2026-1123' };
    const both = await Promise.all([1, 2].map(() => stage.post('operator', '/api/batches', wish)));
    expect(both.map(({ status }) => status).sort(byNumber)).toEqual([202, 409]);
  });

  it('is needed by an operator, and by nobody who answers for the house', async () => {
    const alone = await stage.post('operator', '/api/batches', { partNumber: PADS, quantity: 1 });
    expect(alone.body).toMatchObject({ code: 'ORDER_NEEDED', status: 403 });
    const unknown = await stage.post('operator', '/api/batches', {
      partNumber: PADS,
      quantity: 1,
      order: 'DO-UNKNOWN',
    });
    expect(unknown.body).toMatchObject({ code: 'ORDER_NEEDED', status: 403 });
    await stage.minted({ quantity: 10, lot: 'L1', order: 'DO-LATE' });
    const late = await stage.sendOrder('operator', `${HEADINGS}DO-LATE,${PADS},30,L1,WS-HZ-01`);
    expect(late.body).toMatchObject({ created: 1, units: 20, batches: [{ row: 2, order: 'DO-LATE', quantity: 20 }] });
  });

  it('grows only by a lead’s hand', async () => {
    await stage.sendOrder('operator', `${HEADINGS}DO-GROW,${PADS},5,L1,`);
    const grown = `${HEADINGS}DO-GROW,${PADS},8,L1,`;
    expect(errorsOf(await stage.sendOrder('operator', grown))).toMatchObject([{ row: 2, code: 'LINE_CHANGED' }]);
    expect((await stage.sendOrder('lead', grown)).body).toMatchObject({ created: 1, amended: 1, units: 3 });
    expect(errorsOf(await stage.sendOrder('lead', `${HEADINGS}DO-GROW,${PADS},7,L1,`))).toMatchObject([
      { code: 'LESS_THAN_MINTED' },
    ]);
  });

  it('with any error makes nothing, and tells every error in both languages', async () => {
    const file = `${HEADINGS}DO-BAD,${PADS},5,L1,WS-HZ-01\nDO-BAD,CH-NONE,5,L1,WS-XX\nDO-BAD,${PADS},many,L1,\n`;
    const answer = await stage.sendOrder('operator', file).set('Accept-Language', 'zh-CN');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      errorCount: 3,
      errors: [
        { row: 3, column: 'partNumber', value: 'CH-NONE', code: 'PART_UNKNOWN', message: '目录中没有这个零件' },
        { row: 3, column: 'consignee', value: 'WS-XX', words: { en: 'No organisation has this code' } },
        { row: 4, column: 'quantity', value: 'many' },
      ],
    });
    expect((await stage.get('lead', '/api/batches?order=DO-BAD')).body).toMatchObject({ items: [] });
  });

  it('comes as Chinese Excel saves it, as a form’s file, but not as a picture', async () => {
    const gb = Buffer.from('b7a2bbf5b5a5bac52cc1e3bcfebac52ccafdc1bf0d0a', 'hex');
    const file = Buffer.concat([gb, Buffer.from(`DO-EXCEL,${PADS},2\r\n`)]);
    const answer = await stage.running.request
      .post('/api/batches/imports')
      .set('Authorization', stage.world.operator)
      .attach('file', file, { filename: '发货单.csv', contentType: 'text/csv' });
    expect(answer.body).toMatchObject({ orders: ['DO-EXCEL'], created: 1, units: 2 });
    const picture = await stage.running.request
      .post('/api/batches/imports')
      .set({ Authorization: stage.world.operator, 'Content-Type': 'text/csv' })
      .send('PNG\0');
    expect(picture.status).toBe(400);
    expect((await stage.post('operator', '/api/batches/imports')).status).toBe(415);
  });
});

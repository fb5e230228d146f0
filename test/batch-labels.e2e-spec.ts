import { IssuanceStage } from './support/issuance-stage.ts';
import { PADS } from './support/issuance-world.ts';
import { expectSoundLedgers } from './support/ledger.ts';

let stage: IssuanceStage;
beforeAll(async () => {
  stage = await IssuanceStage.open();
});
afterAll(() => stage.close());

const asText = (answer: unknown, done: (error: Error | null, text: string) => void): void => {
  let text = '';
  (answer as NodeJS.ReadableStream).on('data', (chunk: Buffer) => (text += chunk.toString()));
  (answer as NodeJS.ReadableStream).on('end', () => done(null, text));
};

describe('labels', () => {
  let batchId: string;
  beforeAll(async () => {
    batchId = await stage.minted({ quantity: 1_200, lot: 'L26K07' });
  });

  it('leave as CSV, whole or a range', async () => {
    const csv = await stage.get('operator', `/api/batches/${batchId}/labels.csv`).buffer(true);
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="labels-${PADS}-L26K07-1-1200.csv"`,
    });
    const rows = csv.text.trim().split('\r\n');
    expect(rows[0]).toBe('serial,gtin,lot,partNumber,code');
    expect(rows).toHaveLength(1_201);
    const codes = await stage.codesOf(batchId);
    expect(await stage.codesOf(batchId, '?from=999&to=1002')).toEqual(codes.slice(998, 1_002));
    const fields = rows[1]!.split(',');
    expect(fields.slice(1, 4)).toEqual(['09521234100003', 'L26K07', PADS]);
    expect(fields[4]).toContain(`/01/09521234100003/21/${fields[0]}?S=`);
  });

  it('leave as PDF and ZPL', async () => {
    const pdf = await stage.get('lead', `/api/batches/${batchId}/labels.pdf?template=a4-24&to=30&start=5&copies=2`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    const zpl = await stage
      .get('lead', `/api/batches/${batchId}/labels.zpl?from=5&to=9&dpi=300`)
      .buffer(true)
      .parse(asText);
    expect((zpl.body as string).match(/\^XA/g)).toHaveLength(5);
    expect(zpl.headers['content-disposition']).toMatch(/-5-9\.zpl"$/);
  });

  it.each([
    { query: 'labels.csv?from=0', code: 'INVALID_INPUT', status: 400 },
    { query: 'labels.csv?from=9&to=8', code: 'RANGE_OUTSIDE_BATCH', status: 400 },
    { query: 'labels.csv?to=1201', code: 'RANGE_OUTSIDE_BATCH', status: 400 },
    { query: 'labels.pdf?template=a3', code: 'INVALID_INPUT', status: 400 },
    { query: 'labels.pdf?template=a4-24&start=25', code: 'SHEET_OPTIONS_REFUSED', status: 400 },
    { query: 'labels.zpl?template=a4-24', code: 'TEMPLATE_NOT_FOR_ZPL', status: 400 },
    { query: 'labels.doc', code: 'INVALID_INPUT', status: 400 },
  ])('refused: $query', async ({ query, status, code }) => {
    expect((await stage.get('lead', `/api/batches/${batchId}/${query}`)).body).toMatchObject({ status, code });
  });

  it('that are printed again are on record with the reason', async () => {
    const made = await stage.post('operator', `/api/batches/${batchId}/reprints`, {
      from: 3,
      to: 5,
      reason: 'smeared',
    });
    expect(made.body).toMatchObject({ from: 3, to: 5, reason: 'smeared' });
    expect(made.status).toBe(201);
    const recorded = await stage.database.first(
      'SELECT from_ordinal, to_ordinal, reason FROM label_reprint WHERE batch_id = $1',
      [batchId],
    );
    expect(recorded).toEqual({ from_ordinal: 3, to_ordinal: 5, reason: 'smeared' });
    const audit = await stage.get('lead', `/api/audit?subject=${batchId}&action=labels.reprinted`);
    expect(audit.body).toMatchObject({ items: [{ detail: { from: 3, to: 5 } }] });
    const refused = await stage.post('operator', `/api/batches/${batchId}/reprints`, { from: 3, to: 5, reason: ' ' });
    expect(refused.status).toBe(400);
    const beyond = await stage.post('operator', `/api/batches/${batchId}/reprints`, {
      from: 3,
      to: 9_999,
      reason: 'smeared',
    });
    expect(beyond.body).toMatchObject({ code: 'RANGE_OUTSIDE_BATCH' });
  });

  it('come into stock with their parts, once', async () => {
    const some = await stage.post('operator', `/api/batches/${batchId}/commission`, { from: 1, to: 100 });
    expect(some.body).toEqual({ commissioned: 100, passedOver: 0, from: 1, to: 100 });
    expect(await stage.statesOf(batchId)).toEqual({ issued: 1_100, in_stock: 100 });
    const [first] = await stage.database.rows<{ serial: string }>(
      'SELECT serial FROM unit WHERE batch_id = $1 AND ordinal = 101',
      [batchId],
    );
    await stage.post('lead', `/api/units/09521234100003/${first!.serial}/void`, { reason: 'misprint' });
    const both = await Promise.all([1, 2].map(() => stage.post('operator', `/api/batches/${batchId}/commission`)));
    const counts = both.map(({ body }) => body as { commissioned: number; passedOver: number });
    expect(counts.reduce((sum, { commissioned }) => sum + commissioned, 0)).toBe(1_099);
    expect(counts.every(({ commissioned, passedOver }) => commissioned + passedOver === 1_200)).toBe(true);
    const again = await stage.post('operator', `/api/batches/${batchId}/commission`);
    expect(again.body).toEqual({ commissioned: 0, passedOver: 1_200, from: 1, to: 1_200 });
    expect(await stage.statesOf(batchId)).toEqual({ in_stock: 1_199, voided: 1 });
    expect(await stage.codesOf(batchId)).toHaveLength(1_199);
    await expectSoundLedgers(stage.running.app);
    const refused = await stage.post('lead', `/api/batches/${batchId}/cancel`, { reason: 'too late' });
    expect(refused.body).toMatchObject({ code: 'BATCH_IN_USE', status: 409 });
  });
});

/** How supertest is told to read what it does not know. */

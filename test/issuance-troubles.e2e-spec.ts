import { Client } from 'pg';
import { BatchRunner } from '../src/issuance/batch-runner.ts';
import { Clock } from '../src/kernel/clock.ts';
import { SigningPool } from '../src/labels/signing-pool.ts';
import { SigningService } from '../src/labels/signing.service.ts';
import { IssuanceStage } from './support/issuance-stage.ts';
import { exactly, FOREIGN_PART } from './support/issuance-world.ts';
import { expectSoundLedgers } from './support/ledger.ts';

let stage: IssuanceStage;
beforeAll(async () => {
  stage = await IssuanceStage.open();
});
afterAll(() => stage.close());

describe('whatever happens meanwhile', () => {
  it('a database that drops its connections loses and doubles nothing', async () => {
    const batchId = await stage.begin('lead', { quantity: 20_000 });
    const hasCutSomething = () => stage.running.logged.some((line) => line.includes(`Batch ${batchId} is in trouble`));
    // Not through the pool: it may lend out a connection that was just cut and has not heard of it.
    const operator = new Client({ connectionString: stage.running.databaseUrl });
    await operator.connect();
    for (let cut = 0; cut < 2_000 && !hasCutSomething(); cut++) {
      await operator.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    await operator.end();
    expect(hasCutSomething()).toBe(true);
    await stage.reaches(batchId, 'issued');
    expect(await stage.truthOf(batchId)).toEqual(exactly(20_000));
  });

  it('two servers on one batch mint it once', async () => {
    const others = [0, 1].map(
      () =>
        new BatchRunner(
          stage.database,
          stage.running.app.get(SigningService),
          new SigningPool(),
          stage.running.app.get(Clock),
        ),
    );
    for (const runner of others) runner.onApplicationBootstrap();
    const batchId = await stage.begin('lead', { quantity: 12_000 });
    for (const runner of others) runner.wake(batchId);
    await stage.reaches(batchId, 'issued');
    expect(await stage.truthOf(batchId)).toEqual(exactly(12_000));
    await Promise.all(others.map((runner) => runner.beforeApplicationShutdown()));
  });

  it('a rotated key signs no more from that moment on', async () => {
    const batchId = await stage.begin('lead', { quantity: 20_000 });
    await stage.until(async () => ((await stage.truthOf(batchId))?.units ?? 0) >= 2_000);
    const rotated = await stage.post('custodian', '/api/keys/rotation');
    expect(rotated.status).toBe(201);
    const { kid } = rotated.body as { kid: string };
    const byTheOldOne = () =>
      stage.database.first('SELECT count(*)::int AS units FROM unit WHERE batch_id = $1 AND kid <> $2', [batchId, kid]);
    const before = await byTheOldOne();
    await stage.reaches(batchId, 'issued');
    expect(await byTheOldOne()).toEqual(before);
    expect(await stage.truthOf(batchId)).toEqual(exactly(20_000));
    const codes = await stage.codesOf(batchId);
    expect(await stage.signersOf([codes[0]!, codes.at(-1)!])).toHaveProperty('size', 2);
    expect(await stage.signersOf(codes.slice(0, 2_000))).toHaveProperty('size', 1);
  });

  it('a batch whose key is lost says so, and goes on when there is one again', async () => {
    await stage.database.run(
      `INSERT INTO signing_key (kid, maker_id, alg, public_jwk, status, not_before, created_at)
       SELECT repeat('a', 43), id, 'ES256', '{"kty": "EC", "crv": "P-256", "x": "lost", "y": "lost"}', 'active', now(), now()
         FROM organisation WHERE code = 'XX'`,
    );
    const made = await stage.post('stranger', '/api/batches', { partNumber: FOREIGN_PART, quantity: 5 });
    const path = `/api/batches/${(made.body as { id: string }).id}`;
    const hasStatus = (status: string) => async () =>
      ((await stage.get('stranger', path)).body as { status: string }).status === status;
    await stage.until(hasStatus('failed'));
    const { failure } = (await stage.get('stranger', path)).body as {
      failure: { code: string; zh: string; en: string };
    };
    expect(failure).toMatchObject({ code: 'SIGNING_KEY_UNAVAILABLE', zh: expect.any(String) as string });
    expect(failure.en).not.toContain(stage.dataDir);
    await stage.post('strangersCustodian', '/api/keys/rotation');
    expect((await stage.post('stranger', `${path}/retry`)).status).toBe(202);
    await stage.until(hasStatus('issued'));
    expect((await stage.post('stranger', `${path}/retry`)).body).toMatchObject({ code: 'BATCH_NOT_FAILED' });
  });

  it('every ledger is sound', () => expectSoundLedgers(stage.running.app));
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Test } from 'supertest';
import { Database } from '../../src/database/database.ts';
import { LabelKeys, type PublishedKey, verifyLabel } from '../../src/labels/label-signature.ts';
import { parseLabel } from '../../src/labels/label-text.ts';
import { type RunningApp, startApp } from './app.ts';
import {
  BATCH_TRUTH,
  type BatchTruth,
  importCatalogue,
  type IssuanceWorld,
  issuanceWorld,
  PADS,
} from './issuance-world.ts';

export type Who = keyof IssuanceWorld;

/** The whole application with the people who issue labels, and what their stories do over and over. */
export class IssuanceStage {
  private constructor(
    readonly running: RunningApp,
    readonly world: IssuanceWorld,
    readonly dataDir: string,
  ) {}

  static async open(): Promise<IssuanceStage> {
    const dataDir = mkdtempSync(join(tmpdir(), 'truepart-issuance-'));
    const running = await startApp({ environment: { DATA_DIR: dataDir } });
    const world = await issuanceWorld(running.databaseUrl);
    await importCatalogue(running.url, world);
    return new IssuanceStage(running, world, dataDir);
  }

  async close(): Promise<void> {
    await this.running.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  get database(): Database {
    return this.running.app.get(Database);
  }

  get(who: Who, path: string): Test {
    return this.running.request.get(path).set('Authorization', this.world[who]);
  }

  post(who: Who, path: string, body: object = {}): Test {
    return this.running.request.post(path).set('Authorization', this.world[who]).send(body);
  }

  /** A dispatch order's file, as the warehouse system sends it. */
  sendOrder(who: Who, file: string | Buffer, query = ''): Test {
    const headers = { Authorization: this.world[who], 'Content-Type': 'text/csv' };
    return this.running.request.post(`/api/batches/imports${query}`).set(headers).send(file.toString());
  }

  async until(holds: () => Promise<boolean>): Promise<void> {
    for (const since = Date.now(); Date.now() - since < 25_000;) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    throw new Error('it never came to pass');
  }

  /** Asks for a batch, of brake pads unless the wish says otherwise. */
  async begin(who: Who, wish: object): Promise<string> {
    const { status, text, body } = await this.post(who, '/api/batches', { partNumber: PADS, ...wish });
    if (status !== 202) throw new Error(`no batch was begun: ${status} ${text}`);
    return (body as { id: string }).id;
  }

  async reaches(batchId: string, status: string, who: Who = 'lead'): Promise<void> {
    await this.until(async () => {
      const { body } = await this.get(who, `/api/batches/${batchId}`);
      return (body as { status: string }).status === status;
    });
  }

  async minted(wish: object): Promise<string> {
    const batchId = await this.begin('lead', wish);
    await this.reaches(batchId, 'issued');
    return batchId;
  }

  async truthOf(batchId: string): Promise<BatchTruth> {
    const truth = await this.database.first<BatchTruth & { [name: string]: unknown }>(BATCH_TRUTH, [batchId]);
    return truth!;
  }

  async hasMinted(batchId: string, least: number): Promise<void> {
    await this.until(async () => (await this.truthOf(batchId)).units >= least);
  }

  /** How many units of the batch are in which state. */
  async statesOf(batchId: string): Promise<Record<string, number>> {
    const rows = await this.database.rows<{ state: string; units: number }>(
      'SELECT state, count(*)::int AS units FROM unit WHERE batch_id = $1 GROUP BY state',
      [batchId],
    );
    return Object.fromEntries(rows.map(({ state, units }) => [state, units]));
  }

  /** Label texts, in the order of the ordinals. */
  async codesOf(batchId: string, query = ''): Promise<string[]> {
    const { text } = await this.get('lead', `/api/batches/${batchId}/labels.csv${query}`).buffer(true);
    const rows = text.trim().split('\r\n').slice(1);
    return rows.map((row) => row.split(',').at(-1) ?? '');
  }

  /** The keys that signed these labels, as anybody can check. */
  async signersOf(codes: readonly string[]): Promise<Set<string>> {
    const { body } = await this.running.request.get('/.well-known/jwks.json');
    const keys = await LabelKeys.from((body as { keys: PublishedKey[] }).keys);
    const kids = new Set<string>();
    for (const code of codes) {
      const check = await verifyLabel(parseLabel(code, 'http://localhost:3000'), keys);
      if (check.signature !== 'true') throw new Error(`not signed by the maker: ${code}`);
      kids.add(check.kid);
    }
    return kids;
  }
}

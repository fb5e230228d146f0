import { Pool } from 'pg';
import { atATime } from './rounds.ts';
import type { Recording, SentStatement } from './wire-recorder.ts';

/** What one request asked of the database. */
export type Trace = readonly SentStatement[];

/** The statements of recorded requests, sent again through `pg` with nothing around them. */
export class StatementsAlone {
  private readonly pool: Pool;

  constructor(databaseUrl: string, connections: number) {
    this.pool = new Pool({ connectionString: databaseUrl, max: connections });
  }

  async drive(traces: readonly Trace[], concurrency: number): Promise<void> {
    await atATime(concurrency, traces, (trace) => this.send(trace));
  }

  /** The only value of the only row. */
  async ask(question: string): Promise<unknown> {
    const { rows } = await this.pool.query<[unknown]>({ text: question, rowMode: 'array' });
    return rows[0]?.[0];
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async send(trace: Trace): Promise<void> {
    const client = await this.pool.connect();
    try {
      for (const { name, text, values } of trace) {
        await client.query({ ...(name === '' ? {} : { name }), text, values: [...values] });
      }
    } finally {
      client.release();
    }
  }
}

/** The requests' own statements: what the server asks now and then for itself is in few of them, and left out. */
export function tracesOf(recordings: readonly Recording[]): Trace[] {
  const requestsWith = new Map<string, number>();
  for (const { statements } of recordings) {
    for (const text of new Set(statements.map(({ text }) => text))) {
      requestsWith.set(text, (requestsWith.get(text) ?? 0) + 1);
    }
  }
  const isTheirs = ({ text }: SentStatement) => requestsWith.get(text)! * 2 > recordings.length;
  return recordings.map(({ statements }) => statements.filter(isTheirs));
}

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Pool, PoolClient, QueryResultRow } from 'pg';

/** One statement that PostgreSQL plans once per connection. The name is its text's name: change both together. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
}

/** What a query file needs: rows for a text. Both a transaction and the database itself are one. */
export interface Sql {
  rows<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  first<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row | undefined>;
  /** Runs a statement and tells how many rows it touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>;
  named<Row extends QueryResultRow>(statement: NamedStatement, values: readonly unknown[]): Promise<Row[]>;
}

/** SQLSTATEs after which the same transaction may well succeed: serialization, deadlock, failover, lost connection. */
const WORTH_RETRYING = new Set(['40001', '40P01', '57P01', '57P02', '57P03', '25006', '08006', '08003']);
const ATTEMPTS = 4;

/** A transaction: plain SQL, and the entity manager of the same connection for ordinary rows. */
export class Tx implements Sql {
  constructor(
    private readonly client: PoolClient,
    readonly manager: EntityManager,
  ) {}

  async rows<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(text, [...values])).rows;
  }
  async first<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row | undefined> {
    return (await this.rows<Row>(text, values))[0];
  }
  async run(text: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.client.query(text, [...values])).rowCount ?? 0;
  }
  async named<Row extends QueryResultRow>(statement: NamedStatement, values: readonly unknown[]): Promise<Row[]> {
    return (await this.client.query<Row>({ ...statement, values: [...values] })).rows;
  }
}

/** The one way to PostgreSQL: TypeORM's pool, plain SQL where it is clearest or fastest, entities for ordinary rows. */
@Injectable()
export class Database implements Sql, OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  get pool(): Pool {
    return (this.dataSource.driver as PostgresDriver).master as Pool;
  }

  async rows<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(text, [...values])).rows;
  }
  async first<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row | undefined> {
    return (await this.rows<Row>(text, values))[0];
  }
  async run(text: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.pool.query(text, [...values])).rowCount ?? 0;
  }
  async named<Row extends QueryResultRow>(statement: NamedStatement, values: readonly unknown[]): Promise<Row[]> {
    return (await this.pool.query<Row>({ ...statement, values: [...values] })).rows;
  }

  /**
   * Runs `work` in one transaction and again from the start when PostgreSQL says that a retry may succeed. So `work`
   * must have no effect outside the transaction.
   */
  async transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      const runner = this.dataSource.createQueryRunner();
      try {
        const client = (await runner.connect()) as PoolClient;
        await runner.startTransaction();
        const result = await work(new Tx(client, runner.manager));
        await runner.commitTransaction();
        return result;
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        if (attempt === ATTEMPTS || !WORTH_RETRYING.has((error as { code?: string }).code ?? '')) throw error;
        await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 10 * (0.5 + Math.random())));
      } finally {
        await runner.release();
      }
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

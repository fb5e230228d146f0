import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { JoinedTransaction } from './joined-transaction.ts';
import { SharedStatement } from './shared-statement.ts';

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
  /**
   * Asks a statement that answers many questions at once: `$1` is a JSON list of them, each with its place `n` in the list, and a
   * row tells by its own `n` which it answers. Outside of transactions, those who ask at the same time share one statement.
   * @returns the row that answers `question`, if there is one.
   */
  shared<Row extends QueryResultRow>(statement: NamedStatement, question: object): Promise<Row | undefined>;
  /** The same for questions that come as a list. @returns their answers in their order. */
  answers<Row extends QueryResultRow>(
    statement: NamedStatement,
    questions: readonly object[],
  ): Promise<(Row | undefined)[]>;
}

/** SQLSTATEs after which the same transaction may well succeed: serialization, deadlock, failover, lost connection. */
const WORTH_RETRYING = new Set(['40001', '40P01', '57P01', '57P02', '57P03', '25006', '08006', '08003']);
const ATTEMPTS = 4;

/** Whatever can run one statement can answer every way of asking. */
abstract class Statements implements Sql {
  /** All ways below are this one. */
  abstract query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>>;

  async rows<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.query<Row>({ text, values: [...values] })).rows;
  }
  async first<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row | undefined> {
    return (await this.rows<Row>(text, values))[0];
  }
  async run(text: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.query({ text, values: [...values] })).rowCount ?? 0;
  }
  async named<Row extends QueryResultRow>(statement: NamedStatement, values: readonly unknown[]): Promise<Row[]> {
    return (await this.query<Row>({ ...statement, values: [...values] })).rows;
  }
  async shared<Row extends QueryResultRow>(statement: NamedStatement, question: object): Promise<Row | undefined> {
    return (await this.answers<Row>(statement, [question]))[0];
  }

  async answers<Row extends QueryResultRow>(
    statement: NamedStatement,
    questions: readonly object[],
  ): Promise<(Row | undefined)[]> {
    const asked = questions.map((question, n) => ({ n, ...question }));
    const rows = await this.named<Row & { n: number }>(statement, [JSON.stringify(asked)]);
    const byPlace = new Map(rows.map((row) => [row.n, row]));
    return questions.map((_, n) => byPlace.get(n));
  }
}

/** A transaction: plain SQL, and the entity manager of the same connection for ordinary rows. */
export class Tx extends Statements {
  constructor(
    private readonly client: PoolClient,
    readonly manager: EntityManager,
  ) {
    super();
  }

  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>> {
    return this.client.query<Row>(statement);
  }
}

/** The one way to PostgreSQL: TypeORM's pool, plain SQL where it is clearest or fastest, entities for ordinary rows. */
@Injectable()
export class Database extends Statements implements OnApplicationShutdown {
  private readonly sharedStatements = new Map<string, SharedStatement<object, QueryResultRow | undefined>>();

  constructor(private readonly dataSource: DataSource) {
    super();
    // A connection that breaks between the pool's listener and TypeORM's would end the process; whoever asks it next is told.
    this.pool.on('connect', (client) => void client.on('error', () => undefined));
  }

  get manager(): EntityManager {
    return JoinedTransaction.current()?.runner.manager ?? this.dataSource.manager;
  }

  get pool(): Pool {
    return (this.dataSource.driver as PostgresDriver).master as Pool;
  }

  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>> {
    const joined = JoinedTransaction.current();
    return joined ? joined.inTurn(() => joined.tx.query<Row>(statement)) : this.pool.query<Row>(statement);
  }

  override shared<Row extends QueryResultRow>(statement: NamedStatement, question: object): Promise<Row | undefined> {
    // What belongs to a transaction is said on its connection: to others' statements its rows are not there yet.
    if (JoinedTransaction.current()) return super.shared(statement, question);
    const { name } = statement;
    const shared = this.sharedStatements.get(name) ?? new SharedStatement((all) => this.answers(statement, all));
    this.sharedStatements.set(name, shared);
    return shared.ask(question) as Promise<Row | undefined>;
  }

  /**
   * Runs `work` in one transaction and again from the start when PostgreSQL says that a retry may succeed. So `work`
   * must have no effect outside the transaction; what must follow it goes through `afterCommit`.
   */
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return JoinedTransaction.current()?.nested(work) ?? this.attempt((tx) => work(tx));
  }

  /**
   * Like `transaction`, but every statement and transaction that anything inside asks this class for becomes part of
   * it: for a caller that must commit its own row together with effects it does not know.
   */
  async unite<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    let joined: JoinedTransaction | undefined;
    const result = await this.attempt((tx, runner) => {
      const attempt = (joined = new JoinedTransaction(runner, tx));
      return attempt.run(() => work(tx));
    });
    joined?.runEffects();
    return result;
  }

  /**
   * Runs `effect` as soon as what was written so far is committed: now, or after the united transaction this code is
   * inside of. For waking workers and telling listeners; it must not throw.
   */
  afterCommit(effect: () => void): void {
    const joined = JoinedTransaction.current();
    if (joined) joined.afterCommit(effect);
    else effect();
  }

  private async attempt<Result>(work: (tx: Tx, runner: QueryRunner) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      const runner = this.dataSource.createQueryRunner();
      try {
        const client = (await runner.connect()) as PoolClient;
        await runner.startTransaction();
        const result = await work(new Tx(client, runner.manager), runner);
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

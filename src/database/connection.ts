import { type CustomTypesConfig, types } from 'pg';
import type { DataSourceOptions } from 'typeorm';

/**
 * A calendar day has no time zone, so it stays text (`2026-11-23`); `pg` would make it midnight of this machine.
 * timestamptz is a Date, numeric and bigint are text: no digit is lost.
 */
const valueTypes: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === types.builtins.DATE ? (text: string) => text : types.getTypeParser(oid, format),
};

/** How every connection of ours is made. A statement that runs longer than its limit was not meant for a request. */
export function connectionOptions(url: string, poolSize: number): DataSourceOptions & { type: 'postgres' } {
  return {
    type: 'postgres',
    url,
    applicationName: 'truepart',
    poolSize,
    connectTimeoutMS: 10_000,
    installExtensions: false,
    synchronize: false,
    migrationsTableName: 'schema_migration',
    extra: {
      types: valueTypes,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      keepAlive: true,
    },
  };
}

import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.ts';
import { connectionOptions } from './connection.ts';
import { Database } from './database.ts';

/** Hands `Database` to everybody. `Config.databaseUrl` must be set and migrated by then: `openDatabase` does both. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        ...connectionOptions(config.databaseUrl ?? '', config.databasePoolSize),
        autoLoadEntities: true,
        retryAttempts: 1,
      }),
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}

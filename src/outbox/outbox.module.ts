import { Module } from '@nestjs/common';
import { Relay } from './relay.ts';

/** What happened → who wants to know. */
@Module({ providers: [Relay], exports: [Relay] })
export class OutboxModule {}

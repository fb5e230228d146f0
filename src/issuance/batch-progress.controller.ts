import { Controller, type MessageEvent, Param, Sse } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { endWith, ignoreElements, interval, map, merge, type Observable, share, takeUntil } from 'rxjs';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { IdParam } from '../http/id-param.dto.ts';
import { BatchProgressFeed } from './batch-progress.ts';
import { batchOf } from './batches.query.ts';
import { ONLOOKERS, REGISTRARS } from './issuance-roles.ts';

/** More often than proxies give up a silent connection. In milliseconds. */
const HEARTBEAT = 15_000;

@ApiTags('issuance')
@Controller('api/batches')
export class BatchProgressController {
  constructor(
    private readonly database: Database,
    private readonly feed: BatchProgressFeed,
  ) {}

  @Sse(':id/progress')
  @Allow(...REGISTRARS, ...ONLOOKERS)
  @ApiOperation({
    summary: 'How a batch comes on, as Server-Sent Events',
    description:
      'Each event is `{"issued", "quantity", "status"}`, the first at once. The stream ends when the batch is issued, ' +
      'cancelled or failed: close the EventSource then, or it will ask again.',
  })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  async progress(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<Observable<MessageEvent>> {
    await batchOf(this.database, actor, id);
    const progress = this.feed.of(id).pipe(share());
    const isOver = progress.pipe(ignoreElements(), endWith(true));
    const heartbeats = interval(HEARTBEAT).pipe(
      map((): MessageEvent => ({ comment: 'still here' })),
      takeUntil(isOver),
    );
    return merge(progress.pipe(map((data): MessageEvent => ({ data }))), heartbeats);
  }
}

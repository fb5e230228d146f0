import { Readable } from 'node:stream';
import { Controller, Get, Header, Headers, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { endWith, ignoreElements, interval, map, merge, type Observable, share, takeUntil } from 'rxjs';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { IdParam } from '../http/id-param.dto.ts';
import { type BatchProgress, isSettled } from './batch.ts';
import { BatchProgressFeed } from './batch-progress.ts';
import { batchOf } from './batches.query.ts';
import { ONLOOKERS, REGISTRARS } from './issuance-roles.ts';

/** More often than proxies give up a silent connection. In milliseconds. */
const HEARTBEAT = 15_000;
/** Id of the event after which there is none. */
const LAST = 'settled';

@ApiTags('issuance')
@Controller('api/batches')
export class BatchProgressController {
  constructor(
    private readonly database: Database,
    private readonly feed: BatchProgressFeed,
  ) {}

  // Not Nest's @Sse: by the time it calls the handler the answer has begun, and a refusal would come as an event.
  @Get(':id/progress')
  @Allow(...REGISTRARS, ...ONLOOKERS)
  @Header('Cache-Control', 'no-store')
  @Header('X-Accel-Buffering', 'no')
  @ApiOperation({
    summary: 'How a batch comes on, as Server-Sent Events',
    description:
      'Each event is `{"issued", "quantity", "status"}`, the first at once. The stream ends when the batch is issued, ' +
      'cancelled or failed; an EventSource that asks again then is told to stop.',
  })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @ApiNoContentResponse({ description: 'You have heard the end of it' })
  async progress(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('last-event-id') lastEventId?: string,
  ): Promise<StreamableFile | undefined> {
    const { status } = await batchOf(this.database, actor, id);
    if (lastEventId === LAST && isSettled(status)) {
      void reply.code(204);
      return undefined;
    }
    return new StreamableFile(streamOf(eventsOf(this.feed.of(id))), { type: 'text/event-stream' });
  }
}

function eventsOf(feed: Observable<BatchProgress>): Observable<string> {
  const progress = feed.pipe(share());
  const isOver = progress.pipe(ignoreElements(), endWith(true));
  const heartbeats = interval(HEARTBEAT).pipe(
    map(() => ': still here\n\n'),
    takeUntil(isOver),
  );
  return merge(progress.pipe(map(eventOf)), heartbeats);
}

const eventOf = (progress: BatchProgress): string =>
  `${isSettled(progress.status) ? `id: ${LAST}\n` : ''}data: ${JSON.stringify(progress)}\n\n`;

/** Events are few and small: a client that reads slowly gets them late. One that leaves destroys the stream. */
function streamOf(events: Observable<string>): Readable {
  const stream = new Readable({
    read: () => undefined,
    destroy: (error, done) => {
      subscription.unsubscribe();
      done(error);
    },
  });
  const subscription = events.subscribe({
    next: (event) => stream.push(event),
    error: (error: Error) => stream.destroy(error),
    complete: () => stream.push(null),
  });
  return stream;
}

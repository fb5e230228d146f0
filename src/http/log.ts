import { types } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino, stdSerializers } from 'pino';
import { actorOf } from '../auth/access.ts';

/** Asked many times a minute by machines that only want to hear yes. */
const QUIET_ROUTES = new Set(['/health/live', '/health/ready', '/metrics']);

/**
 * One JSON line an event. Nothing of a person and nothing that opens a door: no bodies, no headers, no raw addresses
 * (those carry serials and owners' tokens), and of errors no values that PostgreSQL quotes.
 */
export function createLog(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: {
      err: withoutValues,
      req: ({ method }: { method?: string }) => ({ method }),
      res: ({ statusCode }: { statusCode?: number }) => ({ statusCode }),
    },
    redact: ['*.authorization', '*.cookie', '*["set-cookie"]', 'headers', '*.headers', 'email', '*.email'],
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code: unknown;
  readonly constraint: unknown;
  readonly table: unknown;
  readonly cause: LoggedError | undefined;
}

/** Type, place and cause. Messages of PostgreSQL end in the offending value, and its `detail` repeats whole rows. */
function withoutValues(error: unknown): LoggedError | undefined {
  if (!types.isNativeError(error)) return undefined;
  const { type, message, stack } = stdSerializers.err(Object.assign(new Error(error.message), { stack: error.stack }));
  const { code, constraint, table, routine } = error as unknown as Record<string, unknown>;
  const isOfPostgres = routine !== undefined || 'driverError' in error;
  return {
    type: error.name || type,
    message: isOfPostgres ? message.replace(/"[^"]*"|'[^']*'/g, '"…"') : message,
    stack: framesOf(stack),
    code,
    constraint,
    table,
    cause: withoutValues(error.cause),
  };
}

/** The first lines of a stack repeat the message. */
const framesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

/** One line an answer: the route's pattern, never the address that was asked for. */
export function logAnswers(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(none)';
    const level = QUIET_ROUTES.has(route) ? 'debug' : 'info';
    request.log[level](
      {
        method: request.method,
        route,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        caller: actorOf(request)?.id,
      },
      'answered',
    );
    done();
  });
}

/** Nest's own messages go the same way. */
export class NestLog implements LoggerService {
  constructor(private readonly sink: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: 'debug' | 'warn' | 'error' | 'fatal', message: unknown, rest: readonly unknown[]): void {
    const context = rest.findLast((part) => typeof part === 'string' && !part.includes('\n'));
    const err = [message, ...rest].find((part) => part instanceof Error);
    const text =
      message instanceof Error ? message.message : typeof message === 'string' ? message : JSON.stringify(message);
    this.sink[level]({ context, err }, text);
  }
}

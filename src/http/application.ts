import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyError, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Config } from '../config/config.ts';
import { registerBodyParsers } from './body-parsers.ts';
import { refuseUncleanText } from './clean-text.ts';
import { BODY_LIMIT, refuseOtherBodies } from './consumes.ts';
import { createLog, logAnswers, NestLog } from './log.ts';
import { Metrics } from './metrics.ts';
import { OpenApi } from './openapi.ts';
import { troubleOf } from './problem.ts';
import { answerTrouble } from './refusal.filter.ts';
import { openRequestContext, requestIdFrom } from './request-context.ts';
import { registerSecurityHeaders } from './security-headers.ts';
import { passOverExpectations, refuseUnreadable } from './unreadable-requests.ts';
import { InputPipe } from './validation.pipe.ts';

/** The owner's link and a label's longest address fit many times over. */
const LONGEST_PARAMETER = 512;

/**
 * The application as the server and the tests run it, ready but not listening.
 * @param root the root module, made for the same `config`.
 * @param log where log lines go; by default to standard output.
 */
export async function createApplication(
  root: DynamicModule,
  config: Config,
  log = createLog(config.logLevel),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    genReqId: ({ headers }: IncomingMessage) => requestIdFrom(headers['x-request-id']),
    trustProxy: config.trustProxy,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    return503OnClosing: false,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      answerTrouble(troubleOf(error), error, request, reply),
    clientErrorHandler: refuseUnreadable,
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLog(log),
    abortOnError: false,
    bodyParser: false,
  });
  const server = adapter.getInstance();
  passOverExpectations(server.server);
  openRequestContext(server);
  logAnswers(server);
  app.get(Metrics).observeAnswers(server);
  refuseOtherBodies(server);
  await app.register(cookie);
  await registerSecurityHeaders(app, config.publicUrl.startsWith('https:'));
  await registerBodyParsers(app);
  refuseUncleanText(server);
  app.useGlobalPipes(new InputPipe());
  app.get(OpenApi).build(app);
  await app.init();
  await server.ready();
  return app;
}

import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * `?lang=` is every page's, and page-request.ts reads it from the address. It is taken out of the query before a route
 * looks at that, so that no filter need name it among its own fields, and none refuses it.
 */
@Injectable()
export class PageLanguage {
  constructor({ httpAdapter }: HttpAdapterHost) {
    httpAdapter.getInstance<FastifyInstance>().addHook('preValidation', (request, _reply, done) => {
      if (!/^\/api(\/|$)/i.test(request.url)) forgetChoice(request);
      done();
    });
  }
}

function forgetChoice({ query }: FastifyRequest): void {
  if (typeof query === 'object' && query !== null) Reflect.deleteProperty(query, 'lang');
}

import { applyDecorators, BadRequestException } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes } from '@nestjs/swagger';
import { errorCodes, type FastifyInstance } from 'fastify';

/** What bodies besides JSON a route can ask for. */
export type MediaType =
  'application/json' | 'text/csv' | 'multipart/form-data' | 'application/x-www-form-urlencoded' | PictureType;

/** Pictures that browsers and phones make. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
type PictureType = (typeof PICTURE_TYPES)[number];

interface RouteBodies {
  readonly consumes?: readonly MediaType[];
}

const MEGABYTE = 1_048_576;
export const BODY_LIMIT = MEGABYTE;
export const FILE_LIMIT = 10 * MEGABYTE;
export const PICTURE_LIMIT = 5 * MEGABYTE;

/**
 * Bodies that a route takes instead of JSON alone; anything else is refused with 415 before it is read. `text/csv`
 * arrives as a Buffer, `multipart/form-data` as an object of texts and, for files, Buffers, each up to 10 MB; a picture as a
 * Buffer of up to 5 MB.
 */
export const Consumes = (...types: readonly [MediaType, ...MediaType[]]) =>
  applyDecorators(RouteConfig({ consumes: types } satisfies RouteBodies), ApiConsumes(...types));

export function refuseOtherBodies(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const { consumes = ['application/json'] } = request.routeOptions.config as RouteBodies;
    const isTaken = type === undefined || (consumes as readonly string[]).includes(type);
    // Node hands such a request on before it finds that its end cannot be told: a refused one would have its effect.
    const coding = request.headers['transfer-encoding'];
    if (coding !== undefined && coding.toLowerCase() !== 'chunked') done(new BadRequestException());
    else done(isTaken || request.is404 ? undefined : new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(type));
  });
}

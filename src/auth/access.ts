import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ACCESS as ACCESS_DOC } from '../http/openapi-extensions.ts';
import type { Actor, Role } from './actor.ts';

/** `'public'`, or the roles of which one is needed. A route without it is refused: forgetting is safe. */
export const ACCESS = Symbol('access');
export type Access = 'public' | readonly Role[];

const ACTOR = Symbol('actor');
type RequestWithActor = FastifyRequest & { [ACTOR]?: Actor };

/** Who calls, once the guard has found out; `undefined` for strangers. */
export const actorOf = (request: FastifyRequest): Actor | undefined => (request as RequestWithActor)[ACTOR];

/** The guard's alone. */
export function setActor(request: FastifyRequest, actor: Actor): void {
  (request as RequestWithActor)[ACTOR] = actor;
}

/** Anybody may call this route. A caller who is signed in is still known to it. */
export const Public = () =>
  applyDecorators(SetMetadata<symbol, Access>(ACCESS, 'public'), ApiExtension(ACCESS_DOC, 'public'));

/** Only callers who hold one of these roles. */
export const Allow = (...roles: readonly Role[]) =>
  applyDecorators(SetMetadata<symbol, Access>(ACCESS, roles), ApiExtension(ACCESS_DOC, [...roles]));

/** The actor of the request; on a `@Public()` route it may be `undefined`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor | undefined =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Also strangers must come from our own pages: for sign-in, or another site could sign a visitor in as itself. */
export const REFUSE_CROSS_SITE = Symbol('refuse cross-site');
export const RefuseCrossSite = () => SetMetadata(REFUSE_CROSS_SITE, true);

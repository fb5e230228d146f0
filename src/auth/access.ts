import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, Role } from './actor.ts';

/** `'public'`, or the roles of which one is needed. A route without it is refused: forgetting is safe. */
export const ACCESS = Symbol('access');
export type Access = 'public' | readonly Role[];

/** Where the guard leaves the actor on the request. */
export const ACTOR = Symbol('actor');
export type RequestWithActor = FastifyRequest & { [ACTOR]?: Actor };

/** Anybody may call this route. A caller who is signed in is still known to it. */
export const Public = () => SetMetadata<symbol, Access>(ACCESS, 'public');

/** Only callers who hold one of these roles. */
export const Allow = (...roles: [Role, ...Role[]]) => SetMetadata<symbol, Access>(ACCESS, roles);

/** The actor of the request; on a `@Public()` route it may be `undefined`. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | undefined =>
    context.switchToHttp().getRequest<RequestWithActor>()[ACTOR],
);

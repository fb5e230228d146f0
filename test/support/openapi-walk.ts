import type { OpenAPIObject } from '@nestjs/swagger';
import { type OrganisationKind, type Role, ROLES } from '../../src/auth/actor.ts';

type DocumentedOperation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** One route as the contract describes it. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  /** With its parameters in braces. */
  readonly path: string;
  readonly access: 'public' | readonly Role[];
  readonly document: DocumentedOperation;
}

/** What goes into one call of an operation. */
export interface Call {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object | string;
  /** Of a body that is no JSON. */
  readonly type?: string;
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Every operation of the document, by its id. */
export function operationsOf(document: OpenAPIObject): Map<string, Operation> {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method): Operation[] => {
      const documented: (DocumentedOperation & { 'x-access'?: 'public' | Role[] }) | undefined = item[method];
      if (!documented) return [];
      const { operationId: id = '', 'x-access': access = [] } = documented;
      return [{ id, method: method.toUpperCase() as Operation['method'], path, access, document: documented }];
    }),
  );
  return new Map(operations.map((operation) => [operation.id, operation]));
}

/** The address of a call. @throws Error for a path parameter that the call does not fill. */
export function addressOf({ path }: Operation, call: Call): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = call.path?.[name];
    if (value === undefined) throw new Error(`${path}: nothing for ${name}`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams(call.query).toString();
  return query === '' ? filled : `${filled}?${query}`;
}

/** Kinds of organisation in which somebody holds one of these roles. */
export const kindsOf = (roles: readonly Role[]): OrganisationKind[] =>
  (Object.keys(ROLES) as OrganisationKind[]).filter((kind) => ROLES[kind].some((role) => roles.includes(role)));

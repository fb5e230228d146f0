import type { FastifyInstance } from 'fastify';

interface Address {
  readonly pattern: RegExp;
  readonly method: string;
}

/** The routes there are, to tell "no such address" from "not with this method": Fastify's router says 404 for both. */
export class Addresses {
  private readonly addresses: Address[] = [];

  constructor(server: FastifyInstance) {
    server.addHook('onRoute', ({ method, url }) => {
      const pattern = patternOf(url);
      for (const each of [method].flat()) this.addresses.push({ pattern, method: each });
    });
  }

  /** Methods that `path` can be asked with; none when there is no such address. */
  methodsOf(path: string): string[] {
    return [...new Set(this.addresses.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))].sort();
  }
}

/** `/api/batches/:id/labels.csv` → `^/api/batches/[^/]+/labels\.csv$`; a parameter's own pattern counts as any text. */
export function patternOf(route: string): RegExp {
  const source = route
    .split(/(:\w+(?:\([^/]*\))?\??|\*)/)
    .map((piece) =>
      piece.startsWith(':') ? '[^/]+' : piece === '*' ? '.*' : piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${source}$`);
}

import { createServer } from 'node:net';
import { CannotStart, EXIT } from './config/cannot-start.ts';
import type { Config } from './config/config.ts';

/**
 * The port that the server will take: the one asked for, or a free one for 0. Tried before the database is started, so
 * that a port in use is told at once.
 * @throws CannotStart in plain words.
 */
export async function settlePort(config: Config): Promise<Config> {
  const probe = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(config, error)));
    probe.listen(config.port, config.host, () => {
      const address = probe.address();
      resolve(address !== null && typeof address === 'object' ? address.port : config.port);
    });
  });
  await new Promise((resolve) => probe.close(resolve));
  if (port === config.port) return config;
  return config.with({ port, publicUrl: config.publicUrl.replace(/:0$/, `:${port}`) });
}

/** Plain words for why nobody can listen there. */
export function cannotListen({ host, port }: Config, error: NodeJS.ErrnoException): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CannotStart(
        `Port ${port} on ${host} is taken by another program (perhaps another Truepart).`,
        `Stop that one, or choose another port: PORT=${port === 65_535 ? 3000 : port + 1} npm start`,
      );
    case 'EACCES':
      return new CannotStart(
        `This user may not listen on port ${port}.`,
        'Ports below 1024 are for root: set PORT to a higher one, such as 3000.',
        EXIT.badConfiguration,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new CannotStart(
        `HOST is ${host}, but this machine has no such address.`,
        'Set HOST to an address of this machine, such as 127.0.0.1.',
        EXIT.badConfiguration,
      );
    default:
      return error;
  }
}

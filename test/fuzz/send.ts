import { connect } from 'node:net';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { WildCall } from './wild-calls.ts';

export interface Heard {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });
/** Whoever makes the server think longer than this over one request can stop it. In milliseconds. */
const PATIENCE = 20_000;

/** Sends a request just as it is; a polite client would refuse half of them. */
export function send(
  origin: string,
  { method, path, headers, body }: WildCall,
  authorization?: string,
): Promise<Heard> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(body.length) };
    const credentials = authorization === undefined ? {} : { authorization };
    const options = {
      hostname,
      port,
      method,
      path,
      agent,
      timeout: PATIENCE,
      headers: { ...credentials, ...length, ...headers },
    };
    const outgoing = request(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
      incoming.on('error', reject);
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${PATIENCE} ms`)));
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export const hangUp = (): void => agent.destroy();

/** Says something to the port, whatever it is, and listens until the other side hangs up. */
export function say(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text));
    const chunks: Buffer[] = [];
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error(`no answer within ${PATIENCE} ms`)));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
  });
}

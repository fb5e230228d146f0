import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** One request as it arrived. */
export interface Received {
  readonly path: string;
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: { readonly type: string; readonly timestamp: string; readonly data: Record<string, unknown> };
}

/** A status, or: never answer · take the message and cut the line before the answer · answer well, after a while. */
export type Behaviour = number | 'hang' | 'lose' | 'slow';
const A_WHILE = 300;

/** Somebody else's server that webhooks are sent to, as good or bad as a story wants it. */
export class Receiver {
  readonly received: Received[] = [];
  /** By path; others answer 204. */
  readonly behaviours = new Map<string, Behaviour>();
  /** Header fields of every answer. */
  headers: Record<string, string> = {};

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const receiver = new Receiver(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const path = request.url ?? '';
        const text = Buffer.concat(chunks).toString();
        const id = String(request.headers['webhook-id']);
        receiver.received.push({
          path,
          id,
          headers: request.headers,
          text,
          body: JSON.parse(text) as Received['body'],
        });
        const behaviour = receiver.behaviours.get(path) ?? 204;
        if (behaviour === 'lose') request.socket.destroy();
        else if (behaviour === 'slow') setTimeout(() => response.writeHead(204).end(), A_WHILE);
        else if (behaviour !== 'hang') response.writeHead(behaviour, receiver.headers).end();
      });
    });
    return receiver;
  }

  at(path: string): Received[] {
    return this.received.filter((each) => each.path === path);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => void this.server.close(() => resolve()));
  }
}

/** Which of the signatures that a message carries are this secret's. Its time is not judged: stories have their own. */
export function isSignedWith(secret: string, { headers, text, id }: Received): boolean {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  const expected = new Webhook(secret).sign(id, at, text);
  return String(headers['webhook-signature']).split(' ').includes(expected);
}

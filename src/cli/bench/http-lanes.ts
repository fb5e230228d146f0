import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly cookie?: string;
}

/** The whole request as it goes over the wire. */
export function bytesOf({ method, path, body, cookie }: HttpRequest): Buffer {
  const json = body === undefined ? '' : JSON.stringify(body);
  const head = [
    `${method} ${path} HTTP/1.1`,
    'host: localhost',
    ...(cookie === undefined ? [] : [`cookie: ${cookie}`]),
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(json)}`]),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${json}`);
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** One kept-alive connection with one request under way at a time. It must be answered with 2xx. */
class Lane {
  private received: Buffer = Buffer.alloc(0);
  private settle: { readonly done: () => void; readonly failed: (reason: Error) => void } | undefined;

  constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('close', () => this.settle?.failed(new Error('the server closed the connection')));
  }

  send(request: Buffer): Promise<void> {
    return new Promise((done, failed) => {
      this.settle = { done, failed };
      this.socket.write(request);
    });
  }

  close(): void {
    this.settle = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headEnds = this.received.indexOf(END_OF_HEAD);
    if (headEnds < 0) return;
    const head = this.received.toString('latin1', 0, headEnds);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (this.received.length < headEnds + END_OF_HEAD.length + length) return;
    const answer = this.received;
    this.received = Buffer.alloc(0);
    // 'HTTP/1.1 2…'
    if (head[9] === '2' && length >= 0) this.settle?.done();
    else this.settle?.failed(new Error(`not an answer to measure:\n${answer.toString()}`));
  }
}

/**
 * Connections that send ready-made bytes and look at no more of an answer than its status and length: the client runs on the
 * cores that it measures.
 */
export class HttpLanes {
  private constructor(private readonly lanes: readonly Lane[]) {}

  static async open(url: string, count: number): Promise<HttpLanes> {
    const { hostname, port } = new URL(url);
    const lanes = Array.from({ length: count }, async () => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      await once(socket, 'connect');
      return new Lane(socket);
    });
    return new HttpLanes(await Promise.all(lanes));
  }

  /** Every lane sends its next request as soon as the last was answered. */
  async drive(requests: readonly Buffer[]): Promise<void> {
    let next = 0;
    const work = async (lane: Lane) => {
      while (next < requests.length) await lane.send(requests[next++]!);
    };
    await Promise.all(this.lanes.map(work));
  }

  /**
   * Sends at a steady pace, whatever the answers do.
   * @returns milliseconds until each answer, from the moment its request was due: one that had to wait for a free lane waited.
   */
  async driveSteadily(requests: readonly Buffer[], perSecond: number): Promise<number[]> {
    const free = [...this.lanes];
    const queue: ((lane: Lane) => void)[] = [];
    const send = async (request: Buffer, dueAt: number): Promise<number> => {
      const lane = free.pop() ?? (await new Promise<Lane>((take) => queue.push(take)));
      await lane.send(request);
      const waited = performance.now() - dueAt;
      const next = queue.shift();
      if (next) next(lane);
      else free.push(lane);
      return waited;
    };
    const began = performance.now();
    const answers: Promise<number>[] = [];
    for (const [place, request] of requests.entries()) {
      const dueAt = began + (place * 1000) / perSecond;
      const early = dueAt - performance.now();
      if (early > 0) await sleep(early);
      const answer = send(request, dueAt);
      // Awaited below, with all others.
      answer.catch(() => undefined);
      answers.push(answer);
    }
    return Promise.all(answers);
  }

  close(): void {
    for (const lane of this.lanes) lane.close();
  }
}

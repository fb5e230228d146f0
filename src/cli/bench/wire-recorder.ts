import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** One statement as a client sent it. */
export interface SentStatement {
  /** Of a statement that is prepared once a connection; '' for one that is not. */
  readonly name: string;
  readonly text: string;
  /** Text as a string, binary as bytes, NULL as null. */
  readonly values: readonly (string | Buffer | null)[];
}

/** What came over the wire since somebody last asked. */
export interface Recording {
  readonly statements: readonly SentStatement[];
  /** How often the client waited for an answer. */
  readonly roundTrips: number;
}

/** Frontend messages, by their first byte (PostgreSQL documentation, "Message Formats"). */
const PARSE = 0x50;
const BIND = 0x42;
const SYNC = 0x53;
const QUERY = 0x51;

/**
 * Stands between a client and its PostgreSQL and writes down what is asked. So what is said about round trips is what was on
 * the wire, and a statement can be sent again exactly as it was, without the program that made it.
 */
export class WireRecorder {
  private statements: SentStatement[] = [];
  private roundTrips = 0;

  private constructor(
    private readonly listener: Server,
    private readonly target: URL,
  ) {}

  static async listen(databaseUrl: string): Promise<WireRecorder> {
    const listener = createServer();
    const recorder = new WireRecorder(listener, new URL(databaseUrl));
    listener.on('connection', (client) => recorder.join(client));
    await once(listener.listen(0, '127.0.0.1'), 'listening');
    return recorder;
  }

  /** The same database, by way of this recorder. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.listener.address() as AddressInfo).port);
    return url.href;
  }

  /** Everything since it was last called. */
  take(): Recording {
    const { statements, roundTrips } = this;
    this.statements = [];
    this.roundTrips = 0;
    return { statements, roundTrips };
  }

  /** After the client closed its connections. */
  async close(): Promise<void> {
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private join(client: Socket): void {
    const server = connect({ host: this.target.hostname, port: Number(this.target.port), noDelay: true });
    client.setNoDelay(true);
    const prepared = new Map<string, string>();
    const messages = new MessageReader((type, body) => this.note(prepared, type, body));
    client.on('data', (chunk) => {
      messages.feed(chunk);
      server.write(chunk);
    });
    server.on('data', (chunk) => client.write(chunk));
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  }

  private note(prepared: Map<string, string>, type: number, body: Buffer): void {
    if (type === PARSE) {
      prepared.set(textAt(body, 0), textAt(body, body.indexOf(0) + 1));
    } else if (type === BIND) {
      const { name, values } = boundIn(body);
      this.statements.push({ name, text: prepared.get(name) ?? '', values });
    } else if (type === QUERY) {
      this.statements.push({ name: '', text: textAt(body, 0), values: [] });
    }
    if (type === SYNC || type === QUERY) this.roundTrips++;
  }
}

/** Cuts a client's stream into messages. The first one has no type. */
class MessageReader {
  private rest: Buffer = Buffer.alloc(0);
  private isStarted = false;

  constructor(private readonly found: (type: number, body: Buffer) => void) {}

  feed(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const typeBytes = this.isStarted ? 1 : 0;
      if (this.rest.length < typeBytes + 4) return;
      const end = typeBytes + this.rest.readInt32BE(typeBytes);
      if (this.rest.length < end) return;
      if (this.isStarted) this.found(this.rest[0]!, this.rest.subarray(5, end));
      this.isStarted = true;
      this.rest = this.rest.subarray(end);
    }
  }
}

const textAt = (body: Buffer, start: number): string => body.toString('utf8', start, body.indexOf(0, start));

/** Bind: portal, statement, the parameters' formats, the parameters, the results' formats. */
function boundIn(body: Buffer): { name: string; values: SentStatement['values'] } {
  let at = body.indexOf(0) + 1;
  const name = textAt(body, at);
  at = body.indexOf(0, at) + 1;
  const int16 = (): number => {
    at += 2;
    return body.readInt16BE(at - 2);
  };
  const formats = Array.from({ length: int16() }, int16);
  const values = Array.from({ length: int16() }, (_, place) => {
    const length = body.readInt32BE(at);
    const start = at + 4;
    at = start + Math.max(0, length);
    if (length < 0) return null;
    const isBinary = (formats.length === 1 ? formats[0] : formats[place]) === 1;
    return isBinary ? Buffer.from(body.subarray(start, at)) : body.toString('utf8', start, at);
  });
  return { name, values };
}

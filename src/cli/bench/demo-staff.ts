import { DEMO_PASSWORD } from '../../demo/demo-people.ts';
import type { HttpRequest } from './http-lanes.ts';

type Answer = Readonly<Record<string, unknown>>;
type Body = Readonly<Record<string, unknown>>;

/** What is measured with: an everyday part that no rule asks anything special of. */
export const PART = 'CH-90915-YZZD4';
export const WORKSHOP = 'WS-HZ-01';

/** Units that a shipment holds at most. */
const MOST_A_SHIPMENT = 5_000;

/** Somebody of the demo world, signed in. The session lives in the database, so it is good in every copy of the world. */
export class DemoStaff {
  private constructor(
    private readonly url: string,
    readonly cookie: string,
  ) {}

  /** @param who the part of the address before the `@`. */
  static async signIn(url: string, who: string): Promise<DemoStaff> {
    const body = JSON.stringify({ email: `${who}@demo.truepart.test`, password: DEMO_PASSWORD });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/api/session`, { method: 'POST', headers, body });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie === undefined) throw new Error(`${who} cannot sign in: ${await response.text()}`);
    return new DemoStaff(url, cookie);
  }

  /** The same person at another server. */
  at(url: string): DemoStaff {
    return new DemoStaff(url, this.cookie);
  }

  /** A request of this person's, to be sent later. */
  request(path: string, body: Body): HttpRequest {
    return { method: 'POST', path, body, cookie: this.cookie };
  }

  post(path: string, body: Body = {}): Promise<Answer> {
    return this.send('POST', path, body);
  }

  put(path: string, body: Body): Promise<Answer> {
    return this.send('PUT', path, body);
  }

  async get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** The answer's body, unread. */
  async download(path: string): Promise<Response> {
    const response = await fetch(this.url + path, { headers: { cookie: this.cookie } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  }

  private async send(method: string, path: string, body?: Body): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Answer);
  }
}

/** Mints labels and waits for the last one. */
export async function mint(warehouse: DemoStaff, quantity: number): Promise<string> {
  const { id } = await warehouse.post('/api/batches', { partNumber: PART, quantity });
  for (;;) {
    const { status } = await warehouse.get(`/api/batches/${String(id)}`);
    if (status === 'issued') return String(id);
    if (status !== 'queued' && status !== 'running') throw new Error(`the batch is ${String(status)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The texts of a batch's labels. */
export async function codesOf(warehouse: DemoStaff, batch: string): Promise<string[]> {
  const csv = await (await warehouse.download(`/api/batches/${batch}/labels.csv`)).text();
  const [, ...rows] = csv.trim().split(/\r?\n/);
  return rows.map((row) => row.split(',').at(-1)!);
}

/** The codes of units that went the whole way onto the workshop's shelf: minted, commissioned, shipped, received. */
export async function stock(warehouse: DemoStaff, clerk: DemoStaff, quantity: number): Promise<string[]> {
  const batch = await mint(warehouse, quantity);
  await warehouse.post(`/api/batches/${batch}/commission`);
  const codes = await codesOf(warehouse, batch);
  for (let at = 0; at < codes.length; at += MOST_A_SHIPMENT) {
    const units = codes.slice(at, at + MOST_A_SHIPMENT);
    const { id } = await warehouse.post('/api/shipments', { to: WORKSHOP, units });
    await clerk.post(`/api/shipments/${String(id)}/receipts`, { codes: units });
  }
  return codes;
}

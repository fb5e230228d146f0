import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { contentHash } from '../kernel/canonical-json.ts';

type Body = Readonly<Record<string, unknown>>;
export type Answer = Readonly<Record<string, unknown>>;

/** Somebody of the demo world at work: signed in, over the public contract, as any client would be. */
export class DemoPerson {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly cookie: string,
  ) {}

  static async signIn(app: NestFastifyApplication, email: string, password: string): Promise<DemoPerson> {
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { email, password } });
    const cookie = answer.headers['set-cookie'];
    if (answer.statusCode !== 201 || cookie === undefined) throw new Error(`${email} cannot sign in: ${answer.body}`);
    return new DemoPerson(app, String(cookie).split(';')[0]!);
  }

  /** Who has no account: an owner with the link of an invoice. */
  static withoutAccount(app: NestFastifyApplication): DemoPerson {
    return new DemoPerson(app, '');
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }
  put(path: string, body: Body): Promise<Answer> {
    return this.send('PUT', path, body);
  }
  /** The key is made of what is asked, so a loading that was cut off is taken up where it stopped. */
  post(path: string, body: Body = {}): Promise<Answer> {
    return this.send('POST', path, body, `demo-${contentHash([path, body]).slice(0, 40)}`);
  }
  /** A whole file as text. */
  async download(path: string): Promise<string> {
    return (await this.app.inject({ method: 'GET', url: path, headers: { cookie: this.cookie } })).body;
  }
  async upload(path: string, csv: string): Promise<Answer> {
    const headers = { cookie: this.cookie, 'content-type': 'text/csv' };
    return answerOf(path, await this.app.inject({ method: 'POST', url: path, headers, payload: csv }));
  }

  private async send(method: 'GET' | 'PUT' | 'POST', path: string, payload?: Body, key?: string): Promise<Answer> {
    const headers = { cookie: this.cookie, ...(key === undefined ? {} : { 'idempotency-key': key }) };
    const request = { method, url: path, headers, ...(payload === undefined ? {} : { payload }) };
    return answerOf(path, await this.app.inject(request));
  }
}

function answerOf(path: string, { statusCode, body }: { statusCode: number; body: string }): Answer {
  if (statusCode >= 400) throw new Error(`the demo world could not be loaded: ${path} answered ${statusCode}: ${body}`);
  return body === '' ? {} : (JSON.parse(body) as Answer);
}

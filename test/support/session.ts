import type { BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../src/demo/demo-people.ts';
import { type Picture, printPdf } from './paper.ts';

type Body = Readonly<Record<string, unknown>>;

/** Somebody of the demo world in a browser of their own, signed in; over the API they do what the story needs done. */
export class Session {
  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  /** @param who `technician` of technician@demo.truepart.test */
  static async of(page: Page, url: string, who: string): Promise<Session> {
    const session = new Session(page, url);
    await session.does('/api/session', { email: `${who}@demo.truepart.test`, password: DEMO_PASSWORD });
    return session;
  }

  does(path: string, body: Body = {}): Promise<Body> {
    return this.send(path, { method: 'POST', data: body });
  }
  puts(path: string, body: Body): Promise<Body> {
    return this.send(path, { method: 'PUT', data: body });
  }
  asks(path: string): Promise<Body> {
    return this.send(path, { method: 'GET' });
  }

  /** New units of a part, their labels as they come out of a label printer: one picture each. */
  async prints(partNumber: string, quantity: number): Promise<{ readonly batch: string; readonly labels: Picture[] }> {
    const { id } = await this.does('/api/batches', { partNumber, quantity });
    const path = `/api/batches/${String(id)}`;
    while ((await this.asks(path))['status'] !== 'issued') await this.page.waitForTimeout(50);
    const answer = await this.page.context().request.get(`${this.url}${path}/labels.pdf?template=roll-50x25`);
    return { batch: String(id), labels: await printPdf(await answer.body(), LABEL_PRINTER) };
  }

  private async send(path: string, more: Parameters<BrowserContext['request']['fetch']>[1]): Promise<Body> {
    const answer = await this.page.context().request.fetch(this.url + path, more);
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
    return (await answer.json()) as Body;
  }
}

/** Dots an inch. */
export const LABEL_PRINTER = 203.2;

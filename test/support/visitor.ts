import type { Response } from 'supertest';
import { DEMO_PASSWORD } from '../../src/demo/demo-people.ts';
import type { RunningApp } from './app.ts';

/** `analyst` → the address of that account of the demo world. */
export const emailOf = (who: string): string => `${who}@demo.truepart.test`;

/** A field of a form; several of one name are boxes that are ticked. */
type Form = Readonly<Record<string, string | readonly string[]>>;

/** Somebody with a browser: pages, forms, and the cookie that comes of signing in. Nothing else. Reads English. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly app: RunningApp) {}

  static async signedIn(app: RunningApp, who: string): Promise<Visitor> {
    const visitor = new Visitor(app);
    expect((await visitor.signsIn(who)).status).toBe(303);
    return visitor;
  }

  async opens(path: string): Promise<Response> {
    return this.kept(await this.app.request.get(path).set(this.headers));
  }

  async sends(path: string, form: Form, headers: Record<string, string> = {}): Promise<Response> {
    const own = { ...this.headers, origin: this.app.url, ...headers };
    return this.kept(await this.app.request.post(path).set(own).type('form').send(form));
  }

  /** Chooses a file in a form. */
  async chooses(path: string, name: string, bytes: Buffer, form: Form = {}): Promise<Response> {
    const request = this.app.request.post(path).set({ ...this.headers, origin: this.app.url });
    for (const [field, value] of Object.entries(form)) void request.field(field, [value].flat());
    return this.kept(await request.attach(name, bytes, 'file.csv'));
  }

  async signsIn(who: string, password = DEMO_PASSWORD): Promise<Response> {
    return this.sends('/sign-in', { email: emailOf(who), password });
  }

  private get headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { cookie, accept: 'text/html', 'accept-language': 'en' };
  }

  private kept(response: Response): Response {
    for (const line of [response.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = line.split(';')[0]!.split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}

/** Where the first link to something goes. */
export function linkIn(page: Response, pattern: RegExp): string {
  const found = [...page.text.matchAll(/href="([^"]+)"/g)].map(([, path]) => path!).find((path) => pattern.test(path));
  if (found === undefined) throw new Error(`no link like ${pattern} on the page:\n${page.text.slice(0, 4000)}`);
  return found;
}

/** What a form would send back by itself. */
export function hiddenIn(page: Response, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1];
  if (found === undefined) throw new Error(`no hidden ${name} on the page:\n${page.text.slice(0, 4000)}`);
  return found;
}

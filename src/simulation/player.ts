import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FixedClock } from '../kernel/clock.ts';
import { Codes } from './codes.ts';
import type { Credentials } from './settlers.ts';
import { type Body, isGiven, isReading, type Plan, type Step, type Value } from './step.ts';
import { DAY } from './time.ts';

type Json = string | number | boolean | null | Json[] | { [member: string]: Json };

/** What the server said to one step. */
export interface Answered {
  readonly step: Step;
  readonly status: number;
  readonly body: string;
}

/** What a player is handed: where to play, who may do what, and what is to happen at each nightfall. */
export interface Theatre {
  readonly app: NestFastifyApplication;
  readonly clock: FixedClock;
  readonly credentials: Credentials;
  readonly night?: (at: number) => Promise<void>;
}

/** Runs a plan through the HTTP contract, step by step, with the clock set to each step's time. */
export class Player {
  readonly codes: Codes;
  private readonly given = new Map<string, string>();
  private sent = 0;

  constructor(private readonly theatre: Theatre) {
    this.codes = new Codes(theatre.app);
  }

  /** @returns what the server said, step by step. A no is an answer like another; a fault of the server ends it. */
  async play({ steps, startsAt, endsAt }: Plan, seen: (answered: Answered) => void): Promise<void> {
    let nightfall = startsAt + DAY;
    for (const step of steps) {
      for (; step.at >= nightfall; nightfall += DAY) await this.rest(nightfall);
      this.theatre.clock.set(new Date(step.at));
      const answered = await this.take(step);
      if (answered.status >= 500)
        throw new Error(`${step.method} ${step.path} answered ${answered.status}: ${answered.body}`);
      seen(answered);
    }
    // Also after the last step: what is overdue by then is found then.
    for (; nightfall <= endsAt + DAY; nightfall += DAY) await this.rest(nightfall);
  }

  private async rest(at: number): Promise<void> {
    this.theatre.clock.set(new Date(at));
    await this.theatre.night?.(at);
  }

  private async take(step: Step): Promise<Answered> {
    let answered: Answered | undefined;
    let key: string | undefined;
    for (let time = 0; time < (step.times ?? 1); time++) {
      key ??= `step-${this.sent++}`;
      answered = await this.ask(step, key);
    }
    const { status, body } = answered!;
    if (status < 400) await this.keep(step, JSON.parse(body === '' ? '{}' : body) as Record<string, unknown>);
    return answered!;
  }

  private async ask(step: Step, key: string): Promise<Answered> {
    const authorization = this.theatre.credentials.get(step.who);
    if (authorization === undefined && step.who !== 'public') throw new Error(`nobody is called ${step.who}`);
    const headers = {
      ...(authorization === undefined ? {} : { authorization }),
      'content-type': typeof step.body === 'string' ? 'text/csv' : 'application/json',
      ...(step.method === 'POST' ? { 'idempotency-key': key } : {}),
    };
    const payload = typeof step.body === 'string' ? step.body : JSON.stringify(await this.filled(step.body));
    const { statusCode, body } = await this.theatre.app.inject({
      method: step.method,
      url: this.pathOf(step),
      headers,
      payload,
    });
    return { step, status: statusCode, body };
  }

  /** A name in a path that nothing was kept under belongs to a step that was refused: it is asked for all the same. */
  private pathOf({ path }: Step): string {
    return path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => this.nameInPath(name));
  }

  private nameInPath(name: string): string {
    if (!/^U-\d+$/.test(name)) return this.given.get(name) ?? NOBODY;
    const { gtin, serial } = this.codes.labelOf(name);
    return `${gtin}/${serial}`;
  }

  private async filled(value: Value): Promise<Json> {
    if (typeof value !== 'object' || value === null) return value;
    if (isReading(value)) return this.codes.read(value.read, value.as);
    if (isGiven(value)) return this.given.get(value.given) ?? NOBODY;
    if (Array.isArray(value)) return Promise.all((value as readonly Value[]).map((each) => this.filled(each)));
    const filled: { [member: string]: Json } = {};
    for (const [name, member] of Object.entries(value as Body))
      if (member !== undefined) filled[name] = await this.filled(member);
    return filled;
  }

  private async keep({ keeps, labels, who }: Step, answer: Record<string, unknown>): Promise<void> {
    if (keeps) {
      const [first, second] = keeps.member.split('.') as [string, string?];
      const value = second === undefined ? answer[first] : (answer[first] as Record<string, unknown>)[second];
      this.given.set(keeps.name, String(value));
    }
    if (labels) await this.collect(String(answer['id']), labels, this.theatre.credentials.get(who)!);
  }

  /** Minting is a job of the server's own, by the real clock: it is waited for. */
  private async collect(batch: string, units: readonly string[], authorization: string): Promise<void> {
    const { app } = this.theatre;
    const url = `/api/batches/${batch}`;
    for (let status = ''; status !== 'issued';) {
      ({ status } = (await app.inject({ url, headers: { authorization } })).json<{ status: string }>());
      if (status === 'failed') throw new Error(`batch ${batch} failed`);
      if (status !== 'issued') await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const { body } = await app.inject({ url: `${url}/labels.csv`, headers: { authorization } });
    const rows = body.trim().split('\n').slice(1);
    units.forEach((unit, index) => {
      const [serial, gtin, , , text] = rows[index]!.split(',').map((cell) => cell.replaceAll('"', '').trim());
      this.codes.add(unit, { serial: serial!, gtin: gtin!, text: text! });
      this.given.set(`batch/${unit}`, batch);
    });
  }
}

/** An id that nothing has. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

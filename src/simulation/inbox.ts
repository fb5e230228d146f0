import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Codes } from './codes.ts';
import type { Country } from './country.ts';
import type { Credentials } from './settlers.ts';
import type { UnitName } from './step.ts';

/** A flag as makers and workshops see it, with the names that the plan uses. */
export interface SeenFlag {
  readonly id: string;
  readonly rule: string;
  readonly level: number;
  readonly status: 'open' | 'prevented' | 'confirmed' | 'dismissed';
  readonly unit: UnitName | null;
  readonly order: string | null;
  readonly workshop: string | null;
  /** What it says to the person who acts. */
  readonly message: string;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Of the first evening on which somebody could read it in the inbox. */
  readonly seenAt: number;
}

interface FlagAnswer {
  readonly id: string;
  readonly rule: string;
  readonly level: number;
  readonly status: SeenFlag['status'];
  readonly unit: { readonly serial: string } | null;
  readonly code: { readonly serial: string | null } | null;
  readonly workshop: string | null;
  readonly repairOrder: string | null;
  readonly finding: { readonly message: { readonly en: string } };
  readonly firstAt: string;
  readonly lastAt: string;
}

/** Reads the inboxes of every analyst and every supervisor, as those people would. */
export class Inbox {
  private readonly seenAt = new Map<string, number>();

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly country: Country,
    private readonly credentials: Credentials,
  ) {}

  /** What is new this evening. */
  async glance(at: number): Promise<void> {
    for (const who of this.readers())
      for (let after: string | null = ''; after !== null;) {
        const page = await this.page(who, after);
        const isAllKnown = page.items.every(({ id }) => this.seenAt.has(id));
        for (const { id } of page.items) if (!this.seenAt.has(id)) this.seenAt.set(id, at);
        after = isAllKnown ? null : page.next;
      }
  }

  /** Everything that was ever flagged. A workshop's own supervisor sees which order it is about. */
  async all(codes: Codes): Promise<SeenFlag[]> {
    const flags = new Map<string, SeenFlag>();
    for (const who of this.readers())
      for (let after: string | null = ''; after !== null;) {
        const page = await this.page(who, after);
        for (const flag of page.items) {
          const known = flags.get(flag.id);
          flags.set(flag.id, known?.order ? known : this.seen(flag, codes));
        }
        after = page.next;
      }
    return [...flags.values()];
  }

  private readers(): string[] {
    return this.country.people
      .filter(({ roles }) => roles.includes('analyst') || roles.includes('supervisor'))
      .map(({ who }) => who);
  }

  private seen(flag: FlagAnswer, codes: Codes): SeenFlag {
    const serial = flag.unit?.serial ?? flag.code?.serial ?? null;
    const { id, rule, level, status, workshop } = flag;
    return {
      id,
      rule,
      level,
      status,
      unit: serial === null ? null : (codes.unitOf(serial) ?? null),
      order: flag.repairOrder,
      workshop,
      message: flag.finding.message.en,
      firstAt: Date.parse(flag.firstAt),
      lastAt: Date.parse(flag.lastAt),
      seenAt: this.seenAt.get(id) ?? Date.parse(flag.lastAt),
    };
  }

  private async page(who: string, after: string): Promise<{ items: FlagAnswer[]; next: string | null }> {
    const headers = { authorization: this.credentials.get(who)! };
    const url = `/api/flags?limit=200${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`;
    const answer = await this.app.inject({ url, headers });
    if (answer.statusCode !== 200) throw new Error(`${who} cannot read flags: ${answer.body}`);
    return answer.json();
  }
}

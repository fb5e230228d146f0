import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-people.ts';
import { DemoPerson } from './demo-person.ts';

export type Workshop = 'WS-HZ-01' | 'WS-HZ-02' | 'WS-NB-01';

const CLERKS: Readonly<Record<Workshop, string>> = {
  'WS-HZ-01': 'advisor',
  'WS-HZ-02': 'technician2',
  'WS-NB-01': 'technician3',
};
const ADVISORS: Readonly<Record<Workshop, string>> = {
  'WS-HZ-01': 'advisor',
  'WS-HZ-02': 'supervisor2',
  'WS-NB-01': 'supervisor3',
};

const SUPERVISORS: Readonly<Record<Workshop, string>> = {
  'WS-HZ-01': 'supervisor',
  'WS-HZ-02': 'supervisor2',
  'WS-NB-01': 'supervisor3',
};

/** Who plays in the demo world, and what lies on which shelf: codes of labels, by part in the warehouse or by workshop. */
export class DemoCast {
  private readonly shelves = new Map<string, string[]>();

  private constructor(
    private readonly people: ReadonlyMap<string, DemoPerson>,
    /** Of any car: who holds the link is the owner. */
    readonly owner: DemoPerson,
  ) {}

  static async signIn(app: NestFastifyApplication): Promise<DemoCast> {
    const people = new Map<string, DemoPerson>();
    for (const { email } of DEMO_ACCOUNTS)
      people.set(email.split('@')[0]!, await DemoPerson.signIn(app, email, DEMO_PASSWORD));
    return new DemoCast(people, DemoPerson.withoutAccount(app));
  }

  /** By what stands before the `@`. */
  who(name: string): DemoPerson {
    return this.people.get(name)!;
  }
  clerk(workshop: Workshop): DemoPerson {
    return this.who(CLERKS[workshop]);
  }
  advisor(workshop: Workshop): DemoPerson {
    return this.who(ADVISORS[workshop]);
  }

  supervisor(workshop: Workshop): DemoPerson {
    return this.who(SUPERVISORS[workshop]);
  }

  shelve(where: string, codes: readonly string[]): void {
    this.shelves.set(where, [...codes]);
  }

  /** Codes from the warehouse’s shelf, each taken once. */
  take(partNumber: string, quantity: number): string[] {
    return this.shelves.get(partNumber)?.splice(0, quantity) ?? [];
  }

  /** Codes of one part that a workshop was sent, whatever became of them since. */
  async onShelf(workshop: Workshop, partNumber: string): Promise<string[]> {
    const { gtin } = await this.who('maker').get(`/api/parts/${partNumber}`);
    return this.shelves.get(workshop)!.filter((code) => code.includes(`/01/${String(gtin)}/`));
  }
}

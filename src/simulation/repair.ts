import type { Vehicle, Workshop } from './country.ts';
import type { Part } from './parts.ts';
import { type Body, type Manner, reading, type Reading, type UnitName, type Value } from './step.ts';
import { type Affair, kmOn, post, scan, type Story, type StepToTell } from './story.ts';
import { iso, MINUTE, SECOND } from './time.ts';

/** One part on an order. `unit` is null where the part carries no code. */
export interface Job {
  readonly part: Part;
  readonly seat?: string;
  readonly quantity?: number;
  readonly unit: UnitName | null;
  /** Further members of the order line: price, pay type, category. */
  readonly more?: Body;
}

export interface RepairWish {
  readonly workshop: Workshop;
  readonly technician: string;
  readonly car: Vehicle;
  readonly at: number;
  readonly jobs: readonly Job[];
  readonly affair?: Affair | null;
}

const CAUSES: Readonly<Record<Part['class'], string>> = {
  safety: '磨损到极限',
  wear: '到更换里程',
  main: '检测不合格',
  body: '碰撞损坏',
  fluid: '到更换里程',
  small: '随保养更换',
};

/** One visit of one car, told step by step. Every method does one thing and lets the clock run on. */
export class Repair {
  readonly number: string;
  readonly workshop: Workshop;
  readonly technician: string;
  readonly car: Vehicle;
  readonly jobs: Job[];
  /** What these steps belong to from here on; null while all is well. */
  affair: Affair | null;

  at: number;
  private bill: StepToTell | null = null;

  constructor(
    private readonly story: Story,
    { workshop, technician, car, at, jobs, affair = null }: RepairWish,
  ) {
    this.number = story.next(workshop.code.replace('WS', 'RO'));
    this.at = at;
    this.affair = affair;
    this.workshop = workshop;
    this.technician = technician;
    this.car = car;
    this.jobs = [...jobs];
    affair?.orders.add(this.number);
    affair?.workshops.add(workshop.code);
  }

  get path(): string {
    return `/api/repair-orders/${this.number}`;
  }

  wait(minutes: number): this {
    this.at += minutes * MINUTE;
    return this;
  }

  opens(more: Body = {}): this {
    const { vin, plate, model } = this.car;
    const lines = this.jobs.map(({ part, seat, quantity = 1, more: own }, index) => ({
      line: index + 1,
      partNumber: part.number,
      category: 'original',
      quantity,
      unitPrice: part.price,
      payType: 'customer',
      concern: '例行保养与检查',
      cause: CAUSES[part.class],
      correction: '更换',
      ...(seat === undefined ? {} : { position: seat }),
      ...own,
    }));
    const body = {
      version: 1,
      openedAt: iso(this.at),
      vehicle: { vin, plate, model },
      owner: { name: '车主', phone: '13900000000' },
      repairCategory: 'minor',
      odometerIn: kmOn(this.car, this.at),
      lines,
      ...more,
    };
    return this.does({ who: this.workshop.advisor, method: 'PUT', path: this.path, body }, 12);
  }

  approves(lines: readonly Body[] = this.jobs.map((_, index) => ({ line: index + 1 }))): this {
    return this.does(post(this.workshop.advisor, `${this.path}/approvals`, { lines, channel: 'in_person' }), 9);
  }

  /** The clerk hands the unit of a line out of the store. */
  issues(line: number, more: Body = {}): this {
    const code = this.codeOf(line);
    return this.does(post(this.workshop.clerk, `${this.path}/allocations`, { line, code, ...more }), 6);
  }

  givesBack(code: Reading): this {
    return this.does(post(this.workshop.clerk, `${this.path}/allocations/return`, { code, seal: 'intact' }), 5);
  }

  scans(line: number, more: Body = {}, as: Manner = 'printed'): this {
    const wish = { purpose: 'fit', repairOrder: this.number, line, more } as const;
    return this.does(scan(this.technician, this.codeOf(line, as), wish), 0.4);
  }

  /** Records a line as fitted: all its units, or a part without a code. */
  fits(line: number, more: Body = {}, who = this.technician): this {
    const { seat, quantity = 1, unit, part } = this.jobs[line - 1]!;
    const body: Record<string, Value | undefined> = {
      line,
      ...(unit === null ? { quantity } : { code: reading(unit) }),
      ...(unit === null && part.tracking === 'lot' ? { lot: 'L26A' } : {}),
      vin: this.car.vin,
      ...(seat === undefined ? {} : { position: seat }),
      odometer: kmOn(this.car, this.at),
      removedPart: { outcome: 'with_owner' },
      ...more,
    };
    return this.does(
      { ...post(who, `${this.path}/fittings`, body), keeps: { name: `${this.number}/${line}`, member: 'fitting.id' } },
      1,
    );
  }

  undoes(line: number, reason: string): this {
    return this.does(
      post(this.workshop.supervisor, `${this.path}/fittings/{${this.number}/${line}}/undo`, { reason }),
      3,
    );
  }

  tellsOldPart(line: number, more: Body = { outcome: 'with_owner' }): this {
    return this.does(post(this.workshop.advisor, `${this.path}/old-parts`, { line, ...more }), 2);
  }

  bills(more: Body = {}, change: (line: Body) => Body = (line) => line, who = this.workshop.advisor): this {
    const lines = this.jobs.map(({ part, quantity = 1, more: own }, index) =>
      change({
        line: index + 1,
        partNumber: part.number,
        category: own?.['category'] ?? 'original',
        quantity,
        unitPrice: own?.['unitPrice'] ?? part.price,
      }),
    );
    const body = {
      number: this.number.replace('RO', 'INV'),
      odometerOut: kmOn(this.car, this.at) + 2,
      lines,
      labour: [{ description: '工时', hours: 1, amount: '180.00' }],
      ...more,
    };
    this.bill = {
      ...post(who, `${this.path}/invoice`, body),
      keeps: { name: `token/${this.number}`, member: 'token' },
    };
    return this.does(this.bill, 8);
  }

  /** The very same bill once more: nothing changes by it. */
  billsAgain(): this {
    return this.bill === null ? this : this.does(this.bill, 1);
  }

  becomes(status: string): this {
    return this.does(post(this.workshop.advisor, `${this.path}/status`, { status }), 2);
  }

  /** The owner answers by the link on the invoice. */
  answers(body: Body): this {
    return this.does(post('public', `/api/public/invoices/{token/${this.number}}/answers`, body), 1);
  }

  /** Another unit for a line than the one that was meant for it. */
  takes(line: number, unit: UnitName): this {
    this.jobs[line - 1] = { ...this.jobs[line - 1]!, unit };
    this.affair?.units.add(unit);
    return this;
  }

  codeOf(line: number, as: Manner = 'printed'): Reading {
    const { unit } = this.jobs[line - 1]!;
    if (unit === null) throw new Error(`line ${line} of ${this.number} has no unit`);
    return reading(unit, as);
  }

  /** The last request again under its own key, as when an answer got lost on the way. */
  repeatsLast(): this {
    const last = this.story.told.at(-1)!;
    this.story.told[this.story.told.length - 1] = { ...last, step: { ...last.step, times: 2 } };
    return this;
  }

  /** Something that comes in at a time of its own, while the repair goes on. */
  later(at: number, step: StepToTell): this {
    this.story.tell(at, step, this.affair);
    return this;
  }

  /** Seconds never fall on the minute, nor two people's work into one. */
  does(step: StepToTell, minutes: number): this {
    this.story.tell(this.at, step, this.affair);
    this.at += minutes * MINUTE + 7 * SECOND;
    return this;
  }
}

/** From the first word to the keys handed back, with nothing wrong. */
export function repairWhole(
  repair: Repair,
  work: (line: number) => void = (line) => void repair.scans(line).fits(line),
): Repair {
  repair.opens().approves();
  repair.jobs.forEach(({ unit, part }, index) => {
    if (part.tracking === 'none') return;
    repair.wait(11);
    if (unit === null) repair.fits(index + 1);
    else work(index + 1);
  });
  return repair.wait(6).bills().becomes('delivered');
}

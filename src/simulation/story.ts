import { type Country, type Vehicle, type Workshop } from './country.ts';
import type { Part } from './parts.ts';
import type { Random } from './random.ts';
import type { Body, Reading, Step, UnitName } from './step.ts';
import { BEGINNING, DAY, HOUR, OPENING, WEEK } from './time.ts';
import type { Incident } from './truth.ts';

/** An incident while it is being told. */
export interface Affair {
  readonly id: string;
  readonly kind: string;
  readonly isFraud: boolean;
  /** Moved to when the record can first show it. */
  since: number;
  readonly units: Set<UnitName>;
  readonly orders: Set<string>;
  readonly workshops: Set<string>;
}

/** A unit that must exist somewhere by some time; supply.ts makes and sends it. */
export interface Wanted {
  readonly unit: UnitName;
  readonly part: Part;
  /** A workshop's code, or where on the way it stays: `warehouse` made and not sent, `label` printed and on nothing yet. */
  readonly site: string;
  readonly neededAt: number;
}

export type StepToTell = Omit<Step, 'at'>;

/** What the generator knows while it tells the country's story: who has what, which car was where, and what was wrong. */
export class Story {
  readonly told: { readonly at: number; readonly step: StepToTell; readonly affair: Affair | null }[] = [];
  readonly affairs: Affair[] = [];
  readonly wanted: Wanted[] = [];
  private readonly garages = new Map<string, Vehicle[]>();
  private readonly counts = new Map<string, number>();

  constructor(
    readonly country: Country,
    readonly days: number,
    random: Random,
  ) {
    for (const { code } of country.workshops) {
      const cars = country.vehicles.filter(({ workshop }) => workshop === code);
      this.garages.set(code, random.shuffled(cars));
    }
  }

  get endsAt(): number {
    return OPENING + this.days * DAY;
  }

  tell(at: number, step: StepToTell, affair: Affair | null = null): void {
    this.told.push({ at: Math.round(at), step, affair });
  }

  /** `RO-17`: one more of its kind. */
  next(prefix: string): string {
    const count = (this.counts.get(prefix) ?? 0) + 1;
    this.counts.set(prefix, count);
    return `${prefix}-${count}`;
  }

  begin(kind: string, isFraud: boolean, since: number): Affair {
    const id = this.next(isFraud ? 'F' : 'S');
    const affair = {
      id,
      kind,
      isFraud,
      since,
      units: new Set<string>(),
      orders: new Set<string>(),
      workshops: new Set<string>(),
    };
    this.affairs.push(affair);
    return affair;
  }

  /** A new unit of this part, on the shelf at `site` in time. */
  unit(part: Part, site: Wanted['site'], neededAt: number, affair?: Affair): UnitName {
    const unit = this.next('U');
    this.wanted.push({ unit, part, site, neededAt });
    affair?.units.add(unit);
    return unit;
  }

  /** A car that was not here lately; of one model where it matters. Its owner will not be back before the story ends. */
  car(workshop: Workshop, fits: (car: Vehicle) => boolean = () => true): Vehicle {
    const garage = this.garages.get(workshop.code)!;
    const place = garage.findIndex(fits);
    const [car] = place < 0 ? [] : garage.splice(place, 1);
    if (!car) throw new RangeError(`${workshop.code} has no such customer left`);
    return car;
  }
}

/** The beginning of the week of supply that covers a moment, and when its goods leave and arrive. */
export function supplyFor(neededAt: number): { week: number; mintedAt: number; shippedAt: number; receivedAt: number } {
  const week = Math.max(0, Math.floor((neededAt - OPENING) / WEEK));
  const opens = OPENING + week * WEEK;
  return { week, mintedAt: opens - 3 * DAY, shippedAt: opens - 2 * DAY, receivedAt: opens - 15 * HOUR };
}

export const kmOn = (car: Vehicle, at: number): number =>
  car.kmAtStart + Math.floor((car.kmPerDay * (at - BEGINNING)) / DAY);

export const post = (who: string, path: string, body: Body = {}, more: Partial<StepToTell> = {}): StepToTell => ({
  who,
  method: 'POST',
  path,
  body,
  ...more,
});

export interface ScanWish {
  readonly purpose: 'receive' | 'check' | 'fit' | 'return' | 'audit';
  readonly repairOrder?: string;
  readonly line?: number;
  readonly more?: Body;
}

export const scan = (who: string, code: Reading, { purpose, repairOrder, line, more }: ScanWish): StepToTell =>
  post(who, '/api/scans', { code, purpose, repairOrder, line, ...more });

export const toIncident = ({ units, orders, workshops, ...affair }: Affair): Incident => ({
  ...affair,
  units: [...units],
  orders: [...orders],
  workshops: [...workshops],
});

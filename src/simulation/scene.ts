import type { Vehicle, Workshop } from './country.ts';
import { type Maker, MAKERS, type Part, partOf } from './parts.ts';
import type { Random } from './random.ts';
import { type Job, Repair } from './repair.ts';
import type { Body, UnitName } from './step.ts';
import { type Affair, post, type Story } from './story.ts';
import { mint, receive, ship } from './supply.ts';
import { DAY, HOUR, onDay } from './time.ts';

/** A kind of fraud: which rules may see it, and how it is done. */
export interface FraudKind {
  readonly kind: string;
  /** Rules of the catalogue of which any may tell of it. Empty: no record can show it, and `unseen` says why. */
  readonly rules: readonly string[];
  /** Seen by comparing with others or by a pattern in time, not by one contradiction. */
  readonly isStatistical?: true;
  readonly unseen?: string;
  /** Days from the first act until a record can show it, where that is long; a shorter country does without. */
  readonly room?: number;
  /** Days that must have gone by first. */
  readonly notBefore?: number;
  /** Workshops that a comparison takes. */
  readonly peers?: number;
  commit(scene: Scene): void;
}

/** Days that most schemes take. */
const ROOM = 14;

/** Where and when one fraud happens, and by whom: honest people's places, and helping hands for the telling. */
export class Scene {
  readonly affair: Affair;
  readonly workshop: Workshop;
  readonly elsewhere: Workshop;
  readonly technician: string;
  readonly maker: Maker;
  readonly warehouse: string;
  /** In working hours of the workshop. */
  readonly at: number;

  constructor(
    readonly story: Story,
    readonly random: Random,
    { kind, room = ROOM, notBefore = 0 }: FraudKind,
  ) {
    const [workshop, elsewhere] = random.some(story.country.workshops, 2);
    if (!workshop || !elsewhere) throw new RangeError('a country has two workshops at least');
    this.workshop = workshop;
    this.elsewhere = elsewhere;
    this.technician = random.pick(workshop.technicians);
    this.maker = random.pick(MAKERS);
    this.warehouse = `${this.maker.warehouse}/lead`;
    const lastDay = Math.max(notBefore, story.days - 1 - Math.min(room, story.days - 1));
    this.at = onDay(random.whole(notBefore, lastDay), 9.5) + random.whole(0, 5 * 3600) * 1000;
    this.affair = story.begin(kind, true, this.at);
    this.affair.workshops.add(workshop.code);
  }

  part(stem: string): Part {
    return partOf(this.maker, stem);
  }

  /** A genuine unit on the shelf of the workshop, or where else it is wanted. */
  unit(stem: string, site = this.workshop.code, at = this.at): UnitName {
    return this.story.unit(this.part(stem), site, at, this.affair);
  }

  job(stem: string, more: Partial<Job> = {}, at = this.at): Job {
    const part = this.part(stem);
    const seat = part.seats[0];
    const isCoded = part.tracking === 'serial' && more.unit === undefined;
    return {
      part,
      unit: isCoded ? this.unit(stem, this.workshop.code, at) : null,
      ...(seat === undefined ? {} : { seat }),
      ...more,
    };
  }

  /** An order here, of a customer whose car is of this scene's maker; what is told on it belongs to the fraud. */
  repair(
    jobs: readonly Job[],
    wish: { at?: number; workshop?: Workshop; technician?: string; car?: Vehicle } = {},
  ): Repair {
    const { at = this.at, workshop = this.workshop } = wish;
    const technician = wish.technician ?? (workshop === this.workshop ? this.technician : workshop.technicians[0]!);
    const car = wish.car ?? this.car(workshop, jobs);
    return new Repair(this.story, { workshop, technician, car, at, jobs, affair: this.affair });
  }

  /** Of a model that the parts fit. */
  car(workshop: Workshop, jobs: readonly Job[]): Vehicle {
    const fits = ({ maker, model }: Vehicle): boolean =>
      maker === this.maker && jobs.every(({ part }) => part.models.includes(model));
    return this.story.car(workshop, fits);
  }

  /** A unit of a batch of its own, in stock where it was made. */
  ownBatch(stem: string, more: Body = {}): { unit: UnitName; batch: string } {
    const { story, affair, warehouse: lead, at } = this;
    const unit = story.next('U');
    affair.units.add(unit);
    const batch = mint(story, { lead, part: this.part(stem), at: at - 20 * HOUR, units: [unit] }, more, affair);
    story.tell(at - 18 * HOUR, post(lead, `/api/batches/{${batch}}/commission`), affair);
    return { unit, batch };
  }

  /** Sent to the workshop and received there, before the scene begins. */
  delivered(unit: UnitName): UnitName {
    const { story, affair, workshop, warehouse: lead, at } = this;
    const shipment = ship(story, { units: [unit], workshop, lead, at: at - 17 * HOUR }, affair);
    receive(story, workshop, shipment, [unit], at - HOUR, { affair });
    return unit;
  }

  /** The record could not show it before now. */
  showsFrom(at: number): void {
    this.affair.since = at;
  }

  days(count: number): number {
    return this.at + count * DAY;
  }
}

/** A supervisor's reason, as the honest give and the others borrow. */
export const because = (reason: string): Body => ({ reason });
export const overriding = (...rules: readonly string[]): Body => ({
  overrides: rules.map((rule) => ({ rule, reason: '客户已知情' })),
});

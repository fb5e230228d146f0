import type { Vehicle, Workshop } from './country.ts';
import { type Part, partOf } from './parts.ts';
import type { Random } from './random.ts';
import { type Job, Repair } from './repair.ts';
import { honestLine } from './honest-line.ts';
import { ORDER_RATES, slip } from './slips.ts';
import { reading } from './step.ts';
import { kmOn, post, type Story } from './story.ts';
import { DAY, HOUR, onDay } from './time.ts';

/** When a technician takes the next car, in hours of a day in China; a repair is done well before the next. */
const SLOTS: readonly number[] = [8.4, 10.6, 13.4, 15.6];

/** Every visit of every car, with nothing wrong but what goes wrong among honest people. */
export function honestWork(story: Story, random: Random, busy: number): void {
  for (const workshop of story.country.workshops)
    for (const technician of workshop.technicians)
      for (let day = 0; day < story.days; day++)
        for (const hour of SLOTS) {
          if (!random.chance(busy)) continue;
          visit(story, random, workshop, technician, onDay(day, hour) + random.whole(0, 1200) * 1000);
        }
}

function visit(story: Story, random: Random, workshop: Workshop, technician: string, at: number): void {
  const car = story.car(workshop);
  const jobs = jobsFor(story, random, car, workshop, at);
  const repair = new Repair(story, { workshop, technician, car, at, jobs });
  repair.opens().approves();
  const forgets = random.chance(ORDER_RATES.oldPartForgotten);
  jobs.forEach(({ part }, index) => {
    if (part.tracking !== 'none') honestLine(story, random, repair, index + 1, forgets);
  });
  billing(story, random, repair, forgets);
  if (random.chance(ORDER_RATES.comeback)) comeback(story, random, repair);
}

function billing(story: Story, random: Random, repair: Repair, hasForgotten: boolean): void {
  repair.wait(random.whole(4, 25));
  if (hasForgotten) {
    slip(story, repair, 'oldPartForgotten', () => repair.bills());
    repair.jobs.forEach(({ part }, index) => part.tracking !== 'none' && repair.tellsOldPart(index + 1));
  }
  if (random.chance(ORDER_RATES.billTypo)) {
    const typo = random.whole(2, 9);
    slip(story, repair, 'billTypo', () => repair.bills({}, (line) => ({ ...line, quantity: typo })));
  }
  repair.bills();
  if (random.chance(ORDER_RATES.billSentAgain)) repair.billsAgain();
  repair.becomes('delivered');
  afterwards(story, random, repair);
}

function afterwards(story: Story, random: Random, repair: Repair): void {
  const unit = repair.jobs.find((job) => job.unit !== null)?.unit;
  const later = repair.at + random.whole(1, 40) * HOUR;
  if (later > story.endsAt) return;
  if (unit != null && random.chance(ORDER_RATES.ownerChecks))
    story.tell(later, post('public', '/api/public/checks', { code: reading(unit) }));
  if (random.chance(ORDER_RATES.ownerConfirms))
    story.tell(
      later + 90_000,
      post('public', `/api/public/invoices/{token/${repair.number}}/answers`, { kind: 'confirm' }),
    );
}

/** The same part failed again within days: a new order that names its parent, and the owner pays nothing. */
function comeback(story: Story, random: Random, first: Repair): void {
  const line = first.jobs.findIndex(({ unit, part }) => unit !== null && part.class === 'main') + 1;
  const at = first.at + random.whole(4, 12) * DAY;
  if (line === 0 || at > story.endsAt - DAY) return;
  const { part, seat } = first.jobs[line - 1]!;
  const { workshop, technician, car } = first;
  const unit = story.unit(part, workshop.code, at);
  const jobs = [
    { part, unit, ...(seat === undefined ? {} : { seat }), more: { payType: 'warranty', concern: '返修：故障再现' } },
  ];
  const again = new Repair(story, { workshop, technician, car, at, jobs, affair: story.begin('comeback', false, at) });
  again.opens({ parent: first.number }).approves().wait(20);
  const removal = { line: 1, odometer: kmOn(car, at), outcome: 'warranty_return' };
  again.does(
    post(technician, `/api/repair-orders/${again.number}/fittings/{${first.number}/${line}}/removal`, removal),
    15,
  );
  again
    .scans(1)
    .fits(1, { removedPart: { outcome: 'none' } })
    .wait(10)
    .bills({}, (each) => ({ ...each, unitPrice: '0.00' }));
  again.becomes('delivered');
}

const JOBS: readonly (readonly [weight: number, stems: readonly string[]])[] = [
  [45, ['OILF', 'OIL', 'GASK']],
  [14, ['OILF', 'AIRF', 'CABF']],
  [14, ['PADF']],
  [7, ['PADR']],
  [5, ['DISC']],
  [5, ['PLUG']],
  [6, ['BATT']],
  [2, ['ALT']],
  [3, ['PUMP']],
  [2, ['SHOCK']],
  [2, ['TIE']],
  [1, ['LAMP']],
];
const WEIGHT = JOBS.reduce((sum, [weight]) => sum + weight, 0);
/** How often the desk still asks for the number that was superseded. */
const OLD_NUMBER = 0.12;

function jobsFor(story: Story, random: Random, car: Vehicle, workshop: Workshop, at: number): Job[] {
  let drawn = random.next() * WEIGHT;
  const [, stems] = JOBS.find(([weight]) => (drawn -= weight) < 0) ?? JOBS[0]!;
  const parts = stems.map((stem) => partOf(car.maker, stem)).filter(({ models }) => models.includes(car.model));
  return (parts.length > 0 ? parts : [partOf(car.maker, 'OILF')]).flatMap((part) =>
    placesOf(random, part).map((seat) => jobFor(story, random, part, seat, workshop, at)),
  );
}

/** One of the seats mostly, all of them for plugs. */
function placesOf(random: Random, { seats }: Part): (string | undefined)[] {
  if (seats.length === 0) return [undefined];
  return seats.length > 2 || random.chance(0.3) ? [...seats] : [random.pick(seats)];
}

function jobFor(
  story: Story,
  random: Random,
  part: Part,
  seat: string | undefined,
  workshop: Workshop,
  at: number,
): Job {
  const unit = part.tracking === 'serial' ? story.unit(part, workshop.code, at) : null;
  const asked = random.chance(OLD_NUMBER) ? part.supersedes : undefined;
  return {
    part,
    unit,
    ...(seat === undefined ? {} : { seat }),
    ...(asked === undefined ? {} : { more: { partNumber: asked } }),
  };
}

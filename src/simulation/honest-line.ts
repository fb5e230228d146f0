import { partOf } from './parts.ts';
import type { Random } from './random.ts';
import type { Repair } from './repair.ts';
import { type LineSlip, slip, SLIP_RATES } from './slips.ts';
import { reading } from './step.ts';
import { kmOn, post, scan, type Story } from './story.ts';
import { receive, ship } from './supply.ts';
import { HOUR, iso, MINUTE } from './time.ts';

const ISSUED_BY_CLERK = 0.45;

type Work = (line: number, story: Story, random: Random, repair: Repair) => void;

/** One line done by honest hands, with at most one slip. */
export function honestLine(story: Story, random: Random, repair: Repair, line: number, forgetsOldPart: boolean): void {
  repair.wait(random.whole(9, 22));
  const old = forgetsOldPart ? { removedPart: undefined } : {};
  if (repair.jobs[line - 1]!.unit === null) {
    repair.fits(line, old);
    return;
  }
  const drawn = drawSlip(random);
  const isIssued = random.chance(ISSUED_BY_CLERK) && drawn !== 'fittedBeforeReceipt' && drawn !== 'offline';
  if (isIssued) repair.issues(line).wait(random.whole(8, 18));
  if (drawn === null || forgetsOldPart) {
    repair.scans(line).fits(line, old);
    return;
  }
  slip(story, repair, drawn, (affair) => {
    const { unit } = repair.jobs[line - 1]!;
    if (unit !== null) affair.units.add(unit);
    SLIPS[drawn](line, story, random, repair);
  });
}

function drawSlip(random: Random): LineSlip | null {
  let drawn = random.next();
  for (const [kind, rate] of Object.entries(SLIP_RATES)) {
    drawn -= rate;
    if (drawn < 0) return kind as LineSlip;
  }
  return null;
}

/** What the slip looks like, and how the same people mend it. */
const SLIPS: Readonly<Record<LineSlip, Work>> = {
  doubleScan: (line, _story, random, repair) => {
    repair.scans(line).wait(random.next()).scans(line).fits(line);
  },
  mangledRead: (line, _story, _random, repair) => {
    repair.scans(line, {}, 'cutShort').scans(line).fits(line);
  },
  wrongKeyboard: (line, _story, _random, repair) => {
    repair.scans(line, { entryMode: 'wedge' }, 'fullWidth').scans(line).fits(line);
  },
  lowerCase: (line, _story, _random, repair) => {
    repair.scans(line, { entryMode: 'wedge' }, 'lowerCase').fits(line);
  },
  typed: (line, _story, _random, repair) => {
    repair.scans(line, { entryMode: 'typed' }, 'typed').fits(line);
  },
  mistyped: (line, _story, _random, repair) => {
    repair
      .scans(line, { entryMode: 'typed' }, 'mistyped')
      .wait(1)
      .scans(line, { entryMode: 'typed' }, 'typed')
      .fits(line);
  },
  wrongPart: (line, story, random, repair) => {
    const { part } = repair.jobs[line - 1]!;
    const other = partOf(
      repair.car.maker,
      random.pick(['AIRF', 'CABF', 'BATT', 'PADR'].filter((stem) => !part.number.endsWith(stem))),
    );
    const mixedUp = story.unit(other, repair.workshop.code, repair.at);
    const wish = { purpose: 'fit', repairOrder: repair.number, line } as const;
    repair
      .does(scan(repair.technician, reading(mixedUp), wish), 3)
      .scans(line)
      .fits(line);
  },
  wrongVin: (line, _story, random, repair) => {
    const { vin } = repair.car;
    const slipped = vin.slice(0, -1) + String((Number.parseInt(vin.slice(-1), 36) + random.whole(1, 8)) % 10);
    repair.scans(line).fits(line, { vin: slipped }).wait(1).fits(line);
  },
  offline: offlineScans,
  clockAhead: (line, _story, random, repair) => {
    repair.scans(line, { scannedAt: iso(repair.at + random.whole(2, 25) * MINUTE + random.whole(1, 999)) }).fits(line);
  },
  givenBack: (line, story, _random, repair) => {
    const { part } = repair.jobs[line - 1]!;
    const spare = story.unit(part, repair.workshop.code, repair.at);
    const issue = post(repair.workshop.clerk, `/api/repair-orders/${repair.number}/allocations`, {
      line,
      code: reading(spare),
    });
    repair.does(issue, 9).givesBack(reading(spare)).scans(line).fits(line);
  },
  undone: (line, _story, _random, repair) => {
    repair.scans(line).fits(line).wait(2).undoes(line, '登记早了，零件还没装上').wait(14).fits(line);
  },
  sealBroken: (line, story, _random, repair) => {
    const { part } = repair.jobs[line - 1]!;
    const damaged = story.unit(part, repair.workshop.code, repair.at);
    const wish = { purpose: 'check', more: { seal: 'broken' } } as const;
    repair
      .does(scan(repair.technician, reading(damaged), wish), 5)
      .scans(line)
      .fits(line);
  },
  fittedBeforeReceipt: (line, story, _random, repair) => {
    const { part } = repair.jobs[line - 1]!;
    const { workshop, affair, at } = repair;
    const [unit, rest] = [story.unit(part, 'warehouse', at), story.unit(part, 'warehouse', at)];
    const parcel = { units: [unit, rest], workshop, lead: `${repair.car.maker.warehouse}/lead`, at: at - 9 * HOUR };
    const shipment = ship(story, parcel, affair ?? undefined);
    repair.takes(line, unit).fits(line, { reason: '货刚到，尚未登记收货' });
    receive(story, workshop, shipment, [rest], at + 4 * HOUR, affair === null ? {} : { affair });
  },
  sentTwice: (line, _story, _random, repair) => {
    repair.scans(line).fits(line);
    repair.repeatsLast();
  },
};

/** No network in the pit: what was read there arrives hours later, sometimes twice. The desk records the fitting meanwhile. */
function offlineScans(line: number, _story: Story, random: Random, repair: Repair): void {
  const { number, technician } = repair;
  const readings = [
    { purpose: 'check', minutes: 3 },
    { purpose: 'fit', minutes: 2 },
  ] as const;
  const scans = readings.map(({ purpose, minutes }) => ({
    id: random.uuid(),
    code: repair.codeOf(line),
    purpose,
    repairOrder: number,
    line,
    scannedAt: iso(repair.at - minutes * MINUTE + random.whole(0, 900)),
  }));
  repair.fits(line, { odometer: kmOn(repair.car, repair.at) });
  const sentAt = repair.at + random.whole(20, 20 * 60) * MINUTE;
  const queue = post(technician, '/api/scans/bulk', { scans: random.shuffled(scans) });
  repair.later(sentAt, queue);
  if (random.chance(0.3)) repair.later(sentAt + 40_000, queue);
}

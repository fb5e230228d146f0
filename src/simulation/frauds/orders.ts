import { repairWhole } from '../repair.ts';
import { because, type FraudKind, overriding } from '../scene.ts';
import { reading } from '../step.ts';
import { kmOn, scan } from '../story.ts';
import { DAY, HOUR, iso } from '../time.ts';

/** What is done around the car. A supervisor who is in it lets pass what a technician may not. */
export const ORDER_FRAUDS: readonly FraudKind[] = [
  {
    kind: 'fitted_twice',
    rules: ['K05'],
    commit(scene) {
      // The label was kept and is to bill a second, cheap part.
      const first = repairWhole(scene.repair([scene.job('OILF')]));
      const { unit } = first.jobs[0]!;
      const second = scene
        .repair([scene.job('OILF', { unit })], { at: first.at + 26 * HOUR })
        .opens()
        .approves();
      scene.showsFrom(second.at);
      second.scans(1).fits(1);
    },
  },
  {
    kind: 'two_orders',
    rules: ['R01', 'K02'],
    commit(scene) {
      const here = scene
        .repair([scene.job('TIE')])
        .opens()
        .approves()
        .issues(1);
      const { unit } = here.jobs[0]!;
      const there = scene.repair([scene.job('TIE', { unit })], { at: here.at, workshop: scene.elsewhere });
      scene.affair.workshops.add(scene.elsewhere.code);
      there.opens().approves();
      scene.showsFrom(there.at);
      there.scans(1);
    },
  },
  {
    kind: 'substitution',
    rules: ['R02'],
    commit(scene) {
      const wrong = scene.unit('PADR');
      const repair = scene
        .repair([scene.job('PADF')])
        .opens()
        .approves()
        .wait(15);
      scene.showsFrom(repair.at);
      repair.takes(1, wrong).fits(1, because('缺货，先用这个'), scene.workshop.supervisor);
      repair.wait(10).bills(overriding('R02'), (line) => line, scene.workshop.supervisor);
    },
  },
  {
    kind: 'old_number_sold_as_new',
    rules: ['R04'],
    commit(scene) {
      const older = scene.unit('PUMP-A');
      const repair = scene
        .repair([scene.job('PUMP')])
        .opens()
        .approves()
        .wait(15);
      scene.showsFrom(repair.at);
      repair.takes(1, older).fits(1, because('新号缺货'), scene.workshop.supervisor);
      repair.wait(10).bills({}, (line) => line, scene.workshop.supervisor);
    },
  },
  {
    kind: 'wrong_car',
    rules: ['R06'],
    commit(scene) {
      const repair = scene
        .repair([scene.job('DISC')])
        .opens()
        .approves()
        .wait(15);
      const other = scene.car(scene.workshop, repair.jobs);
      scene.showsFrom(repair.at);
      repair.fits(1, { vin: other.vin, ...because('车架号看错') }, scene.workshop.supervisor);
    },
  },
  {
    kind: 'not_approved',
    rules: ['R07'],
    commit(scene) {
      const repair = scene
        .repair([scene.job('CABF'), scene.job('AIRF')])
        .opens()
        .approves([{ line: 1 }])
        .wait(10);
      repair.scans(1).fits(1).wait(10);
      scene.showsFrom(repair.at);
      repair.fits(2, because('顺带换了'), scene.workshop.supervisor).wait(5);
      repair.bills(overriding('R07'), (line) => line, scene.workshop.supervisor);
    },
  },
  {
    kind: 'seat_twice',
    rules: ['R20'],
    commit(scene) {
      const jobs = [scene.job('SHOCK', { seat: 'front left' }), scene.job('SHOCK', { seat: 'front left' })];
      const repair = scene.repair(jobs).opens().approves().wait(10).scans(1).fits(1).wait(14);
      scene.showsFrom(repair.at);
      repair.fits(2, because('两侧都换'), scene.workshop.supervisor);
    },
  },
  {
    kind: 'safety_part_without_code',
    rules: ['R22'],
    commit(scene) {
      const repair = scene
        .repair([scene.job('TIE', { unit: null })])
        .opens()
        .approves()
        .wait(10);
      scene.showsFrom(repair.at);
      repair.fits(1, because('标签掉了'), scene.workshop.supervisor);
    },
  },
  {
    kind: 'closed_order',
    rules: ['R24'],
    commit(scene) {
      const repair = repairWhole(scene.repair([scene.job('OILF')]));
      const late = scene.unit('AIRF');
      repair.wait(9 * 60);
      scene.showsFrom(repair.at);
      const wish = { purpose: 'fit', repairOrder: repair.number, line: 1 } as const;
      repair.does(scan(scene.technician, reading(late), wish), 1);
    },
  },
  {
    kind: 'old_part_kept',
    rules: ['R13'],
    commit(scene) {
      const repair = scene
        .repair([scene.job('ALT')])
        .opens()
        .approves()
        .wait(12);
      repair.scans(1).fits(1, { removedPart: undefined }).wait(9);
      scene.showsFrom(repair.at);
      repair.bills(overriding('R13'), (line) => line, scene.workshop.supervisor);
    },
  },
  {
    kind: 'other_old_part_shown',
    rules: ['R14'],
    commit(scene) {
      const other = repairWhole(scene.repair([scene.job('BATT')]));
      const code = other.codeOf(1);
      const repair = scene
        .repair([scene.job('BATT', {}, other.at + DAY)], { at: other.at + DAY })
        .opens()
        .approves()
        .wait(12);
      scene.showsFrom(repair.at);
      repair.fits(1, { removedPart: { outcome: 'with_owner', code } });
    },
  },
  {
    kind: 'part_of_another_model',
    rules: ['R05'],
    commit(scene) {
      const model = scene.maker.models.at(-1)!;
      const car = scene.story.car(scene.workshop, (each) => each.maker === scene.maker && each.model === model);
      const repair = scene
        .repair([scene.job('LAMP', { seat: 'left' })], { car })
        .opens()
        .approves()
        .wait(12);
      scene.showsFrom(repair.at);
      repair.scans(1).fits(1, because('能装上'), scene.workshop.supervisor);
    },
  },
  {
    kind: 'needless_replacement',
    rules: ['R15'],
    commit(scene) {
      const first = repairWhole(scene.repair([scene.job('PADF')]));
      const at = first.at + 9 * DAY;
      const again = scene.repair([scene.job('PADF', {}, at)], { at, car: first.car });
      scene.showsFrom(at + 15 * 60_000);
      again.opens().approves().wait(12).scans(1).fits(1, because('客户要求'), scene.workshop.supervisor).wait(9);
      again.bills(overriding('R15', 'Q03'), (line) => line, scene.workshop.supervisor);
    },
  },
  {
    kind: 'no_diagnosis',
    rules: ['R16'],
    commit(scene) {
      const blank = { concern: undefined, cause: undefined, correction: undefined };
      const repair = scene
        .repair([scene.job('ALT', { more: blank })])
        .opens()
        .approves()
        .wait(12);
      scene.showsFrom(repair.at);
      repair
        .scans(1)
        .fits(1, because('直接更换'))
        .wait(10)
        .bills(overriding('R16'), (line) => line, scene.workshop.supervisor);
    },
  },
  {
    kind: 'odometer_turned_back',
    rules: ['R19'],
    commit(scene) {
      const first = repairWhole(scene.repair([scene.job('OILF')]));
      const at = first.at + 6 * DAY;
      const again = scene.repair([scene.job('AIRF', {}, at)], { at, car: first.car });
      const odometer = Math.floor(kmOn(first.car, at) * 0.6);
      again.opens({ odometerIn: odometer }).approves().wait(12).scans(1);
      scene.showsFrom(again.at);
      again.fits(1, { odometer, ...because('里程表已更换') }).wait(5);
      again.bills({ odometerOut: odometer + 2, ...overriding('R19') }, (line) => line, scene.workshop.supervisor);
    },
  },
  {
    kind: 'backdated',
    rules: ['R23'],
    commit(scene) {
      const repair = scene
        .repair([scene.job('PADR')], { at: scene.at })
        .opens()
        .approves()
        .wait(15);
      scene.showsFrom(repair.at);
      repair.fits(1, { fittedAt: iso(repair.at - 12 * DAY + 321), ...because('补录') });
    },
  },
  {
    kind: 'sold_on_after_fitting',
    rules: ['K05', 'R12', 'K02'],
    commit(scene) {
      // Scanned and recorded as fitted; a fake went in, and the genuine unit turns up for sale days later.
      const repair = repairWhole(scene.repair([scene.job('SHOCK')]));
      const { elsewhere } = scene;
      scene.affair.workshops.add(elsewhere.code);
      const at = repair.at + 3 * DAY;
      const sold = scene.repair([scene.job('SHOCK', { unit: repair.jobs[0]!.unit })], { at, workshop: elsewhere });
      sold.opens().approves();
      scene.showsFrom(sold.at);
      sold.scans(1, { seal: 'intact' });
    },
  },
  {
    kind: 'sold_on_and_never_seen',
    rules: [],
    unseen:
      'A genuine unit is scanned, a fake is fitted, and neither is ever seen again: every record is that of an honest repair.',
    commit(scene) {
      repairWhole(scene.repair([scene.job('LAMP', { seat: 'left' })]));
    },
  },
];

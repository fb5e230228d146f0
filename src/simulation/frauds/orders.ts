import { repairWhole } from '../repair.ts';
import { because, type FraudKind, overriding } from '../scene.ts';
import { reading } from '../step.ts';
import { scan } from '../story.ts';
import { DAY, HOUR } from '../time.ts';

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
];

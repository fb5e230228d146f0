import { repairWhole } from '../repair.ts';
import { because, type FraudKind, overriding } from '../scene.ts';
import { kmOn } from '../story.ts';
import { DAY, iso } from '../time.ts';

/** What shows only beside what the car has been through before, or what comes of it later. */
export const HISTORY_FRAUDS: readonly FraudKind[] = [
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

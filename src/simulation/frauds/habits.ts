import type { FraudKind } from '../scene.ts';
import { repairWhole } from '../repair.ts';
import { because } from '../scene.ts';
import { reading } from '../step.ts';
import { post, scan } from '../story.ts';
import { DAY, iso, MINUTE, SECOND } from '../time.ts';

/** What shows only in the pattern, and tricks with devices. */
export const HABIT_FRAUDS: readonly FraudKind[] = [
  {
    kind: 'replaces_far_above_peers',
    rules: ['R17'],
    isStatistical: true,
    peers: 3,
    commit(scene) {
      for (let visit = 0; visit < 24; visit++) {
        const at = scene.at + Math.floor(visit / 4) * DAY + (visit % 4) * 70 * MINUTE;
        const jobs = [scene.job('ALT', {}, at), scene.job('BATT', {}, at)];
        const repair = scene.repair(jobs, { at });
        repair.affair = null;
        repairWhole(repair);
      }
    },
  },
  {
    kind: 'override_abuse',
    rules: ['I04'],
    isStatistical: true,
    peers: 3,
    commit(scene) {
      for (let visit = 0; visit < 10; visit++) {
        const at = scene.at + Math.floor(visit / 2) * DAY + (visit % 2) * 90 * MINUTE;
        const repair = scene
          .repair([scene.job('CABF', { unit: null }, at)], { at })
          .opens()
          .approves()
          .wait(10);
        repair.fits(1, because('标签损坏'), scene.workshop.supervisor);
        repair.undoes(1, '改登记').wait(10).fits(1, because('标签损坏'), scene.workshop.supervisor);
      }
    },
  },
  {
    kind: 'scanned_at_the_desk',
    rules: ['B09', 'R18'],
    isStatistical: true,
    commit(scene) {
      const repairs = Array.from({ length: 8 }, () =>
        scene
          .repair([scene.job('OILF')])
          .opens()
          .approves(),
      );
      const at = Math.max(...repairs.map((repair) => repair.at)) + 30 * MINUTE;
      scene.showsFrom(at);
      repairs.forEach((repair, index) => {
        repair.at = at + index * 6 * SECOND;
        repair.fits(1);
      });
    },
  },
  {
    kind: 'fitted_in_no_time',
    rules: ['R18'],
    isStatistical: true,
    commit(scene) {
      for (const [visit, stem] of ['ALT', 'TIE', 'PADR', 'PUMP'].entries()) {
        const at = scene.at + visit * 65 * MINUTE;
        const repair = scene
          .repair([scene.job(stem, {}, at)], { at })
          .opens()
          .approves()
          .wait(10)
          .issues(1);
        repair.at -= 6 * MINUTE - 30 * SECOND;
        repair.fits(1, because('熟练')).wait(6).bills().becomes('delivered');
        if (visit === 2) scene.showsFrom(repair.at);
      }
    },
  },
  {
    kind: 'queue_tampered_with',
    rules: ['B06'],
    commit(scene) {
      const { story, affair, at, technician } = scene;
      const [first, second] = [scene.unit('AIRF'), scene.unit('AIRF')];
      const id = scene.random.uuid();
      const one = { id, code: reading(first), purpose: 'check', scannedAt: iso(at - 30 * MINUTE) };
      const other = { ...one, code: reading(second), scannedAt: iso(at - 20 * MINUTE) };
      story.tell(at, post(technician, '/api/scans/bulk', { scans: [one] }), affair);
      scene.showsFrom(at + 5 * MINUTE);
      story.tell(at + 5 * MINUTE, post(technician, '/api/scans/bulk', { scans: [other] }), affair);
    },
  },
  {
    kind: 'box_opened',
    rules: ['C12'],
    commit(scene) {
      const code = reading(scene.unit('LAMP'));
      scene.story.tell(
        scene.at,
        post(scene.technician, '/api/scans', { code, purpose: 'check', seal: 'broken' }),
        scene.affair,
      );
    },
  },
  {
    kind: 'serials_guessed',
    rules: [],
    unseen:
      'B04 and B05 only log (level 1): what strangers guess must change nothing. Sixty random bits are not guessed.',
    commit(scene) {
      const units = Array.from({ length: 12 }, () => scene.unit('OILF', 'warehouse'));
      units.forEach((unit, index) =>
        scene.story.tell(
          scene.at + index * 4 * SECOND,
          post('public', '/api/public/checks', { code: reading(unit, 'mistyped') }),
          scene.affair,
        ),
      );
    },
  },
  {
    kind: 'given_back_after_fitting',
    rules: ['R12', 'K05'],
    commit(scene) {
      const repair = repairWhole(scene.repair([scene.job('PADR')])).wait(5 * 60);
      scene.showsFrom(repair.at);
      repair.does(scan(scene.workshop.clerk, repair.codeOf(1), { purpose: 'return' }), 1);
    },
  },
  {
    kind: 'nothing_scanned_at_all',
    rules: [],
    unseen: 'A repair for cash, with no order, no scan and no invoice link: the record begins with the first of them.',
    commit: () => undefined,
  },
];

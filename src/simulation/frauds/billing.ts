import { repairWhole } from '../repair.ts';
import { because, type FraudKind, overriding, type Scene } from '../scene.ts';
import { post } from '../story.ts';
import { DAY, HOUR } from '../time.ts';

const same = <Line>(line: Line): Line => line;
/** A repair that is honest up to the bill. */
const upToTheBill = (scene: Scene, stem: string) => {
  const repair = scene
    .repair([scene.job(stem)])
    .opens()
    .approves()
    .wait(12)
    .scans(1)
    .fits(1)
    .wait(9);
  scene.showsFrom(repair.at);
  return repair;
};

/** What is done on paper. */
export const BILLING_FRAUDS: readonly FraudKind[] = [
  {
    kind: 'billed_not_fitted',
    rules: ['R09'],
    commit(scene) {
      const repair = scene
        .repair([scene.job('OILF'), scene.job('CABF')])
        .opens()
        .approves()
        .wait(12)
        .scans(1)
        .fits(1)
        .wait(9);
      scene.showsFrom(repair.at);
      repair.bills(overriding('R09'), same, scene.workshop.supervisor);
    },
  },
  {
    kind: 'category_misrepresented',
    rules: ['R08'],
    commit(scene) {
      const repair = scene
        .repair([scene.job('PLUG', { unit: null })])
        .opens()
        .approves()
        .wait(12);
      repair.fits(1, because('无码'), scene.workshop.supervisor).wait(9);
      scene.showsFrom(repair.at);
      repair.bills();
    },
  },
  {
    kind: 'issued_not_fitted',
    rules: ['R10'],
    commit(scene) {
      const repair = scene
        .repair([scene.job('AIRF')])
        .opens()
        .approves()
        .issues(1)
        .wait(10)
        .fits(1);
      const second = scene.unit('AIRF');
      repair.takes(1, second).issues(1).wait(5);
      scene.showsFrom(repair.at);
      repair.bills(overriding('R10'), same, scene.workshop.supervisor);
    },
  },
  {
    kind: 'fitted_not_billed',
    rules: ['R11'],
    commit(scene) {
      const repair = scene
        .repair([scene.job('OILF'), scene.job('BATT')])
        .opens()
        .approves()
        .wait(12)
        .scans(1)
        .fits(1)
        .wait(9)
        .scans(2)
        .fits(2)
        .wait(9);
      scene.showsFrom(repair.at);
      repair.jobs.pop();
      repair.bills();
    },
  },
  {
    kind: 'over_list_price',
    rules: ['R21'],
    commit(scene) {
      upToTheBill(scene, 'PUMP').bills(
        overriding('R21'),
        (line) => ({ ...line, unitPrice: '990.00' }),
        scene.workshop.supervisor,
      );
    },
  },
  {
    kind: 'own_part_billed',
    rules: ['R26'],
    commit(scene) {
      const more = { category: 'customer_supplied', unitPrice: '0.00' };
      const repair = scene
        .repair([scene.job('CABF', { unit: null, more })])
        .opens()
        .approves()
        .wait(12);
      repair.fits(1, because('客户自带'), scene.workshop.supervisor).wait(9);
      scene.showsFrom(repair.at);
      repair.bills(overriding('R26'), (line) => ({ ...line, unitPrice: '88.00' }), scene.workshop.supervisor);
    },
  },
  {
    kind: 'invoice_changed',
    rules: ['R25'],
    commit(scene) {
      const repair = upToTheBill(scene, 'BATT')
        .bills()
        .wait(20 * 60);
      scene.showsFrom(repair.at);
      repair.bills({}, (line) => ({ ...line, unitPrice: '610.00' }));
    },
  },
  {
    kind: 'covered_but_charged',
    rules: ['Q03', 'R15'],
    commit(scene) {
      const first = repairWhole(scene.repair([scene.job('PUMP')]));
      const at = first.at + 11 * DAY;
      const again = scene.repair([scene.job('PUMP', {}, at)], { at, car: first.car });
      again.opens().approves().wait(12).scans(1).fits(1, because('客户要求'), scene.workshop.supervisor).wait(9);
      scene.showsFrom(again.at);
      again.bills(overriding('Q03', 'R15'), same, scene.workshop.supervisor);
    },
  },
  {
    kind: 'owner_disputes',
    rules: ['U01'],
    commit(scene) {
      const repair = repairWhole(scene.repair([scene.job('PADR')])).wait(26 * 60);
      scene.showsFrom(repair.at);
      repair.answers({ kind: 'dispute', line: 1, reason: 'not_fitted', text: '旧件还在车上' });
    },
  },
  {
    kind: 'other_label_handed_over',
    rules: ['U02'],
    commit(scene) {
      const repair = repairWhole(scene.repair([scene.job('PADF')])).wait(26 * 60);
      const other = repairWhole(scene.repair([scene.job('PADF')]));
      scene.showsFrom(repair.at);
      const invoice = { given: `token/${repair.number}` };
      repair.does(post('public', '/api/public/checks', { code: other.codeOf(1), invoice }), 1);
    },
  },
  {
    kind: 'complaint_ignored',
    rules: ['U04'],
    room: 9,
    commit(scene) {
      const repair = repairWhole(scene.repair([scene.job('TIE')])).wait(20 * 60);
      // Three days to answer, three more until it is the maker's matter, and nobody does.
      scene.showsFrom(repair.at + 6 * DAY);
      repair.answers({ kind: 'dispute', line: 1, reason: 'old_part_not_shown', text: '没给我看旧件' });
    },
  },
  {
    kind: 'warranty_part_kept',
    rules: ['Q05'],
    room: 66,
    commit(scene) {
      const first = repairWhole(scene.repair([scene.job('ALT')]));
      const at = first.at + 2 * DAY;
      const again = scene.repair([scene.job('ALT', { more: { payType: 'warranty' } }, at)], { at, car: first.car });
      again.opens({ parent: first.number }).approves().wait(12);
      const removedPart = { outcome: 'warranty_return', code: first.codeOf(1) };
      again
        .scans(1)
        .fits(1, { removedPart })
        .wait(9)
        .bills({}, (line) => ({ ...line, unitPrice: '0.00' }));
      scene.showsFrom(again.at);
    },
  },
  {
    kind: 'fourth_repair_of_one_fault',
    rules: ['Q04'],
    commit(scene) {
      const { car } = scene.repair([]);
      for (let visit = 0; visit < 4; visit++) {
        const at = scene.at + visit * 3 * DAY + HOUR;
        const more = { payType: 'warranty', faultCodes: ['P0301'] };
        const repair = scene.repair([scene.job('PUMP', { more }, at)], { at, car });
        repair.opens().approves().wait(12).scans(1).fits(1).wait(9);
        scene.showsFrom(repair.at);
        repair.bills({}, (line) => ({ ...line, unitPrice: '0.00' })).becomes('delivered');
      }
    },
  },
];

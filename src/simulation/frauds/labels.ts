import { reading } from '../step.ts';
import { post, scan } from '../story.ts';
import type { FraudKind } from '../scene.ts';
import { HOUR, iso, MINUTE } from '../time.ts';
import { repairWhole } from '../repair.ts';

/** What is done to the code itself. */
export const LABEL_FRAUDS: readonly FraudKind[] = [
  {
    kind: 'cloned_label',
    rules: ['K05', 'R12'],
    commit(scene) {
      const repair = repairWhole(scene.repair([scene.job('PADF')]));
      const { elsewhere } = scene;
      const copyAt = repair.at + 20 * HOUR;
      const fake = scene.repair([scene.job('PADF', { unit: repair.jobs[0]!.unit })], {
        at: copyAt,
        workshop: elsewhere,
      });
      scene.affair.workshops.add(elsewhere.code);
      fake.opens().approves();
      scene.showsFrom(fake.at);
      fake.scans(1);
    },
  },
  {
    kind: 'cloned_before_sale',
    rules: ['K02', 'R01', 'K05', 'B01'],
    commit(scene) {
      const unit = scene.unit('BATT');
      scene.affair.workshops.add(scene.elsewhere.code);
      const fake = scene.repair([scene.job('BATT', { unit })], { workshop: scene.elsewhere });
      fake.opens().approves();
      scene.showsFrom(fake.at);
      fake.scans(1).fits(1);
    },
  },
  {
    kind: 'moved_label',
    rules: ['C08'],
    commit(scene) {
      const unit = scene.unit('PADF');
      const look = { purpose: 'check', more: { partNumberSeen: scene.part('PADR').number } } as const;
      scene.story.tell(scene.at, scan(scene.technician, reading(unit), look), scene.affair);
    },
  },
  {
    kind: 'forged_signature',
    rules: ['C02'],
    commit(scene) {
      const unit = scene.unit('OILF');
      const repair = scene
        .repair([scene.job('OILF', { unit })])
        .opens()
        .approves();
      scene.showsFrom(repair.at);
      repair.scans(1, {}, 'forged');
    },
  },
  {
    kind: 'leaked_key',
    rules: ['C03'],
    commit(scene) {
      const unit = scene.unit('ALT');
      const repair = scene
        .repair([scene.job('ALT', { unit })])
        .opens()
        .approves();
      scene.showsFrom(repair.at);
      repair.scans(1, {}, 'leakedKey');
    },
  },
  {
    kind: 'minted_with_stolen_key',
    rules: ['C11'],
    commit(scene) {
      const { story, affair, maker, at } = scene;
      const custodian = `${maker.code}/editor`;
      const key = story.next('KEY');
      const mintedAt = at - 20 * HOUR;
      const rotation = post(custodian, '/api/keys/rotation');
      // The key is a fresh one, and nothing honest is signed with it.
      story.tell(mintedAt - 2 * MINUTE, { ...rotation, keeps: { name: key, member: 'kid' } }, affair);
      const { unit } = scene.ownBatch('LAMP');
      story.tell(mintedAt + 2 * MINUTE, rotation, affair);
      scene.delivered(unit);
      const revocation = { cutOff: iso(mintedAt - MINUTE), reason: '密钥失窃' };
      story.tell(at - HOUR / 2, post(custodian, `/api/keys/{${key}}/revocation`, revocation), affair);
      story.tell(at, scan(scene.technician, reading(unit), { purpose: 'check' }), affair);
    },
  },
  {
    kind: 'look_alike_host',
    rules: ['C05'],
    commit(scene) {
      const unit = scene.unit('AIRF');
      scene.story.tell(
        scene.at,
        scan(scene.technician, reading(unit, 'foreignHost'), { purpose: 'check' }),
        scene.affair,
      );
    },
  },
  {
    kind: 'invented_serial',
    rules: ['C04'],
    commit(scene) {
      // A serial that forgers print turns up wherever they sold.
      const unit = scene.unit('PLUG', 'warehouse');
      const code = reading(unit, 'mistyped');
      const look = { purpose: 'check', more: { entryMode: 'typed' } } as const;
      const places = scene.random.some(scene.story.country.workshops, 5);
      places.forEach(({ code: workshop, technicians }, index) => {
        scene.affair.workshops.add(workshop);
        scene.story.tell(scene.at + index * 5 * HOUR, scan(technicians[0]!, code, look), scene.affair);
      });
    },
  },
  {
    kind: 'voided_label_reused',
    rules: ['C07'],
    commit(scene) {
      const unit = scene.unit('OILF', 'label');
      const { story, affair } = scene;
      story.tell(
        scene.at - 8 * HOUR,
        post(scene.warehouse, `/api/units/{${unit}}/void`, { reason: 'damaged' }),
        affair,
      );
      const repair = scene
        .repair([scene.job('OILF', { unit })])
        .opens()
        .approves();
      scene.showsFrom(repair.at);
      repair.scans(1);
    },
  },
  {
    kind: 'stolen_label_roll',
    rules: ['C06'],
    commit(scene) {
      const unit = scene.unit('CABF', 'label');
      const repair = scene
        .repair([scene.job('CABF', { unit })])
        .opens()
        .approves();
      scene.showsFrom(repair.at);
      repair.scans(1);
    },
  },
];

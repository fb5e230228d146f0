import { reading } from '../step.ts';
import { post, scan } from '../story.ts';
import { because, type FraudKind } from '../scene.ts';
import { receive, sendBack, ship } from '../supply.ts';
import { DAY, HOUR, iso } from '../time.ts';

/** What is done to the way of goods. */
export const SUPPLY_FRAUDS: readonly FraudKind[] = [
  {
    kind: 'diverted',
    rules: ['K02'],
    commit(scene) {
      const unit = scene.unit('PADF');
      const { elsewhere, story, affair } = scene;
      affair.workshops.add(elsewhere.code);
      story.tell(scene.at, scan(elsewhere.clerk, reading(unit), { purpose: 'receive' }), affair);
    },
  },
  {
    kind: 'ghost_receipt',
    rules: ['K01'],
    commit(scene) {
      const unit = scene.unit('TIE', 'warehouse');
      scene.story.tell(scene.at, scan(scene.workshop.clerk, reading(unit), { purpose: 'receive' }), scene.affair);
    },
  },
  {
    kind: 'stolen_unit',
    rules: ['K04'],
    commit(scene) {
      const unit = scene.unit('ALT', 'warehouse');
      const { story, affair, elsewhere } = scene;
      story.tell(scene.at, post(scene.warehouse, `/api/units/{${unit}}/missing`, { reason: 'stolen' }), affair);
      scene.showsFrom(scene.at + 5 * HOUR);
      affair.workshops.add(elsewhere.code);
      story.tell(scene.at + 5 * HOUR, scan(elsewhere.technicians[0]!, reading(unit), { purpose: 'check' }), affair);
    },
  },
  {
    kind: 'stranger_in_the_box',
    rules: ['K07', 'K01', 'K02'],
    commit(scene) {
      const { story, affair, workshop } = scene;
      const [sent, slipped] = [scene.unit('PUMP', 'warehouse'), scene.unit('OILF', 'warehouse')];
      const shipment = ship(story, { units: [sent], workshop, lead: scene.warehouse, at: scene.at }, affair);
      scene.showsFrom(scene.at + 6 * HOUR);
      receive(story, workshop, shipment, [sent, slipped], scene.at + 6 * HOUR, { affair });
    },
  },
  {
    kind: 'return_swap',
    rules: ['K08'],
    commit(scene) {
      const unit = scene.unit('BATT');
      const { story, workshop, maker, affair } = scene;
      scene.showsFrom(scene.at + 2 * DAY);
      sendBack(story, { workshop, maker, units: [unit], at: scene.at, kind: 'return_new', isAsNew: false, affair });
    },
  },
  {
    kind: 'lost_on_the_road',
    rules: ['K09'],
    room: 32,
    commit(scene) {
      const unit = scene.unit('LAMP', 'warehouse', scene.at);
      ship(scene.story, { units: [unit], workshop: scene.workshop, lead: scene.warehouse, at: scene.at }, scene.affair);
    },
  },
  {
    kind: 'carton_broken',
    rules: ['K06'],
    commit(scene) {
      const { story, affair, elsewhere, workshop, at } = scene;
      const units = [0, 1, 2].map(() => scene.unit('AIRF', 'warehouse'));
      const name = story.next('CT');
      const carton = { units: units.map((unit) => reading(unit)) };
      story.tell(at, { ...post(scene.warehouse, '/api/cartons', carton), keeps: { name, member: 'sscc' } }, affair);
      story.tell(at + HOUR / 2, post(scene.warehouse, `/api/cartons/{${name}}/seal`), affair);
      const goods = { to: workshop.code, cartons: [{ given: name }] };
      const shipment = story.next('SH');
      story.tell(
        at + HOUR,
        { ...post(scene.warehouse, '/api/shipments', goods), keeps: { name: shipment, member: 'id' } },
        affair,
      );
      receive(story, workshop, shipment, units, at + 26 * HOUR, { affair });
      scene.showsFrom(at + 4 * HOUR);
      affair.workshops.add(elsewhere.code);
      story.tell(at + 4 * HOUR, scan(elsewhere.technicians[0]!, reading(units[0]!), { purpose: 'check' }), affair);
    },
  },
  {
    kind: 'recalled_part_sold',
    rules: ['Q01'],
    commit(scene) {
      const lot = scene.story.next('LR').toUpperCase();
      const unit = scene.delivered(scene.ownBatch('BATT', { lot }).unit);
      const { story, affair, maker, at } = scene;
      const number = scene.story.next('S2026');
      const title = { zh: '电池极柱召回', en: 'Battery terminal recall' };
      const campaign = { number, partNumber: scene.part('BATT').number, lot, title };
      story.tell(at - HOUR / 2, post(`${maker.code}/analyst`, '/api/recalls', campaign), affair);
      const repair = scene
        .repair([scene.job('BATT', { unit })])
        .opens()
        .approves()
        .wait(10);
      scene.showsFrom(repair.at);
      repair.fits(1);
    },
  },
  {
    kind: 'expired_part_sold',
    rules: ['Q02'],
    commit(scene) {
      const expiresOn = iso(scene.at - 12 * HOUR).slice(0, 10);
      const unit = scene.delivered(scene.ownBatch('TIE', { expiresOn }).unit);
      const repair = scene
        .repair([scene.job('TIE', { unit })], { at: scene.at + 2 * DAY })
        .opens()
        .approves()
        .wait(10);
      scene.showsFrom(repair.at);
      repair.fits(1, because('还能用'), scene.workshop.supervisor);
    },
  },
  {
    kind: 'shown_before_sale',
    rules: ['B03'],
    isStatistical: true,
    commit(scene) {
      const unit = scene.unit('BATT', 'warehouse');
      for (let i = 0; i < 3; i++)
        scene.story.tell(
          scene.at + i * HOUR,
          post('public', '/api/public/checks', { code: reading(unit) }),
          scene.affair,
        );
    },
  },
  {
    kind: 'photographed_label',
    rules: ['B02', 'B01'],
    isStatistical: true,
    commit(scene) {
      const unit = scene.unit('SHOCK');
      const staff = scene.story.country.workshops.flatMap(({ technicians, clerk, supervisor, advisor }) => [
        ...technicians,
        clerk,
        supervisor,
        advisor,
      ]);
      const phones = scene.random.shuffled(staff).slice(0, 11);
      phones.forEach((who, index) =>
        scene.story.tell(scene.at + index * 20 * 60_000, scan(who, reading(unit), { purpose: 'check' }), scene.affair),
      );
    },
  },
  {
    kind: 'in_two_cities_at_once',
    rules: ['B01', 'K02'],
    commit(scene) {
      const unit = scene.unit('DISC');
      const { story, affair, workshop, elsewhere, at } = scene;
      affair.workshops.add(elsewhere.code);
      const near = { purpose: 'check', more: { location: { ...workshop.place } } } as const;
      const far = { purpose: 'check', more: { location: { latitude: 43.82, longitude: 87.62 } } } as const;
      story.tell(at, scan(scene.technician, reading(unit), near), affair);
      scene.showsFrom(at + 20 * 60_000);
      story.tell(at + 20 * 60_000, scan(elsewhere.technicians[0]!, reading(unit), far), affair);
    },
  },
];

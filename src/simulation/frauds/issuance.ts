import type { FraudKind } from '../scene.ts';
import { reading } from '../step.ts';
import { post, scan } from '../story.ts';
import { mint } from '../supply.ts';
import { HOUR } from '../time.ts';

/** What is done where labels are made. */
export const ISSUANCE_FRAUDS: readonly FraudKind[] = [
  {
    kind: 'mint_over_order',
    rules: ['I01'],
    commit(scene) {
      const { story, affair, at, warehouse: lead, maker } = scene;
      const part = scene.part('OILF');
      const order = story.next(`DO-${maker.code}`);
      const csv = `order,partNumber,quantity\n${order},${part.number},3\n`;
      story.tell(at, { who: lead, method: 'POST', path: '/api/batches/imports', body: csv }, affair);
      scene.showsFrom(at + HOUR);
      mint(story, { lead, part, at: at + HOUR, units: ['nobody', 'nothing'] }, { order }, affair);
    },
  },
  {
    kind: 'bulk_without_second',
    rules: ['I03'],
    // What is usual for a part, only a long history of batches tells.
    notBefore: 64,
    commit(scene) {
      const body = { partNumber: scene.part('OILF').number, quantity: 25_000 };
      scene.story.tell(scene.at, post(scene.warehouse, '/api/batches', body), scene.affair);
    },
  },
  {
    kind: 'reprint_on_a_fake',
    rules: ['I02'],
    commit(scene) {
      // The part lies in the warehouse under one of its two labels; the other is on something else.
      const { unit, batch } = scene.ownBatch('BATT');
      const { story, affair, at } = scene;
      const again = { from: 1, to: 1, reason: '打印模糊' };
      story.tell(at - 19 * HOUR, post(scene.warehouse, `/api/batches/{${batch}}/reprints`, again), affair);
      story.tell(at, scan(scene.technician, reading(unit), { purpose: 'check' }), affair);
    },
  },
  {
    kind: 'stolen_stock_of_labels_unseen',
    rules: [],
    unseen:
      'A voided label leaves the warehouse, goes onto a fake, and is sold where nobody scans: no reading, no record.',
    commit(scene) {
      const unit = scene.unit('AIRF', 'label');
      scene.story.tell(
        scene.at,
        post(scene.warehouse, `/api/units/{${unit}}/void`, { reason: 'not_used' }),
        scene.affair,
      );
    },
  },
];

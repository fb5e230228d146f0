import { OTHER_PART, PAD, type Tenants, unitOf } from './tenants.ts';
import type { Target, Targets } from './target.ts';

const CSV = 'text/csv';
const NEW_PART = {
  name: { zh: '新件', en: 'New part' },
  class: 'wear',
  tracking: 'serial',
  listPrice: '12.00',
  currency: 'CNY',
};
const BATCH = { lot: 'L26X79', quantity: 2 };

/** To be told of a part of the maker's. Workshops see every maker's: theirs is to order them. */
const readingOfPart = { maker: 404, warehouse: 404, workshop: 'own' } as const;
const partAim = () => ({ path: { partNumber: PAD }, query: { maker: 'CH' } });

const ofBatch = (
  more: Omit<Awaited<ReturnType<Target['aim']>>, 'path'> = {},
  path: Record<string, string> = {},
): Target => ({
  aim: async (tenants) => ({ path: { id: (await tenants.batch()).id, ...path }, ...more }),
  outsiders: { maker: 404, warehouse: 404 },
  rightful: 'warehouse',
});
const onlookers = (target: Target): Target => ({ ...target, outsiders: { maker: 404, warehouse: 404 } });

/** The catalogue, signing keys, batches and policies: a maker's and its warehouses'. */
export const MAKER_TARGETS: Targets = {
  catalogueImportImport: {
    aim: () => ({
      type: CSV,
      body: 'partNumber,nameZh,nameEn,class,tracking,listPrice,currency\nCH-ISO-0001,件,Part,wear,serial,9.00,CNY\n',
    }),
    outsiders: { maker: 'own' },
  },
  partsSearch: {
    aim: () => ({ query: { query: PAD } }),
    outsiders: { maker: 'own', warehouse: 'own', workshop: 'own' },
  },
  partsRead: { aim: partAim, outsiders: readingOfPart },
  partsPrices: { aim: partAim, outsiders: readingOfPart },
  partsSupersessions: { aim: partAim, outsiders: readingOfPart },
  partsPut: { aim: () => ({ path: { partNumber: 'CH-ISO-0002' }, body: NEW_PART }), outsiders: { maker: 'own' } },
  partsWithdrawPrice: {
    aim: async (tenants) => ({ path: { partNumber: PAD, validFrom: await announcedPrice(tenants) } }),
    outsiders: { maker: 404 },
  },
  partsPutSupersessions: {
    aim: () => ({
      path: { partNumber: PAD },
      body: { supersedes: [{ partNumber: 'CH-04465-02240', kind: 'one_way' }] },
    }),
    outsiders: { maker: 404 },
    disguise: {
      aim: async () => ({
        path: { partNumber: OTHER_PART },
        body: { supersedes: [{ partNumber: PAD, kind: 'one_way' }] },
      }),
      outsiders: { maker: 400 },
    },
  },
  policiesList: { aim: () => ({}), outsiders: { maker: 'own' } },
  policiesPut: { aim: () => ({ path: { rule: 'B10' }, body: { isOn: false } }), outsiders: { maker: 'own' } },
  recallsList: {
    aim: async (tenants) => {
      await tenants.recall();
      return {};
    },
    outsiders: { maker: 'own' },
  },
  recallsOpen: {
    aim: () => ({
      body: {
        number: 'R-ISO-1',
        partNumber: 'CH-28800-31250',
        lot: 'L0',
        title: { zh: '电池 7731', en: 'Battery 7731' },
      },
    }),
    outsiders: { maker: 404 },
  },
  recallsGet: { aim: async (tenants) => ({ path: { number: await tenants.recall() } }), outsiders: { maker: 404 } },
  recallsClose: { aim: async (tenants) => ({ path: { number: await tenants.recall() } }), outsiders: { maker: 404 } },

  dispatchImportImport: {
    aim: () => ({ type: CSV, body: `order,partNumber,quantity,lot,consignee\nDO-ISO-1,${PAD},1,L26X80,WS-HZ-01\n` }),
    outsiders: { maker: 'own', warehouse: 'own' },
    rightful: 'warehouse',
  },
  batchesCreate: {
    aim: () => ({ body: { partNumber: PAD, ...BATCH } }),
    outsiders: { maker: 404, warehouse: 404 },
    rightful: 'warehouse',
  },
  batchesList: {
    aim: async (tenants) => {
      await tenants.batch();
      return { query: { partNumber: PAD } };
    },
    outsiders: { maker: 'own', warehouse: 'own' },
  },
  batchesRead: onlookers(ofBatch()),
  batchProgressProgress: onlookers(ofBatch()),
  batchesCancel: ofBatch({ body: { reason: 'isolation' } }),
  batchesRetry: {
    ...ofBatch(),
    aim: async (tenants) => ({ path: { id: await failedBatch(tenants) } }),
  },
  batchesCommission: ofBatch({ body: {} }),
  batchesReprint: ofBatch({ body: { reason: 'smeared', from: 1, to: 1 } }),
  labelFilesLabels: ofBatch({}, { format: 'csv' }),
  unitLabelLabel: {
    aim: (tenants) => ({ path: { ...unitOf(tenants.unit()), format: 'svg' } }),
    outsiders: { maker: 404, warehouse: 404 },
    rightful: 'warehouse',
  },

  signingKeysList: { aim: () => ({}), outsiders: { maker: 'own' } },
  signingKeysRotate: { aim: () => ({ body: {} }), outsiders: { maker: 'own' } },
  signingKeysRevoke: {
    aim: async (tenants) => {
      const now = tenants.world.app.clock.now().toISOString();
      return { path: { kid: await retiredKey(tenants) }, body: { cutOff: now, reason: 'lost notebook' } };
    },
    outsiders: { maker: 404 },
  },
};

async function announcedPrice({ world }: Tenants): Promise<string> {
  const day = '2099-01-01';
  await world.database.run(
    `INSERT INTO part_price (part_id, valid_from, list_price, currency)
     SELECT id, $2, 500, 'CNY' FROM part WHERE part_number = $1 ON CONFLICT DO NOTHING`,
    [PAD, day],
  );
  return day;
}

async function failedBatch({ world }: Tenants): Promise<string> {
  const failed = await world.database.first<{ id: string }>(
    `INSERT INTO batch (id, maker_id, warehouse_id, part_id, quantity, status, failure, created_by, created_at, finished_at)
     SELECT gen_random_uuid(), p.maker_id, w.id, p.id, 1, 'failed', $2, w.id, $3, $3
       FROM part p JOIN organisation w ON w.maker_id = p.maker_id AND w.code = 'WH-HZ' WHERE p.part_number = $1
     RETURNING id`,
    [PAD, JSON.stringify({ code: 'INTERNAL_FAULT', zh: '故障', en: 'A fault' }), world.app.clock.now()],
  );
  return failed!.id;
}

async function retiredKey({ owners }: Tenants): Promise<string> {
  await owners.maker.does('/api/keys/rotation', {});
  const { items } = (await owners.maker.get('/api/keys')).body as { items: { kid: string; status: string }[] };
  return items.find(({ status }) => status === 'retired')!.kid;
}

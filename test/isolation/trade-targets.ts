import { randomUUID } from 'node:crypto';
import { phonePhoto } from '../../src/repair-orders/picture.builder.ts';
import { answered } from '../support/actors.ts';
import { OTHER_VIN, OWN_VIN, PAD, type Tenants, unitOf } from './tenants.ts';
import type { Target, Targets } from './target.ts';

type Body = Readonly<Record<string, unknown>>;

const NOT_THEIRS = { maker: 404, warehouse: 404, workshop: 404 } as const;
const PACKERS = { maker: 404, warehouse: 404 } as const;
const OWN_LISTS = { maker: 'own', warehouse: 'own', workshop: 'own' } as const;

/** Something done to a unit on the owner workshop's shelf. */
const toUnit = (body: Body, outsiders: Target['outsiders'], rightful: Target['rightful'] = 'workshop'): Target => ({
  aim: (tenants) => ({ path: unitOf(tenants.unit()), body }),
  outsiders,
  rightful,
});

/** Something done on an order of the owner's. */
const onOrder = (
  wanted: { lines?: number; fitted?: number },
  call: (
    order: Awaited<ReturnType<Tenants['order']>>,
    tenants: Tenants,
  ) => { body?: Body; path?: Record<string, string> },
): Target => ({
  aim: async (tenants) => {
    const order = await tenants.order(wanted);
    const { body, path } = call(order, tenants);
    return { path: { number: order.number, ...path }, ...(body && { body }) };
  },
  outsiders: { workshop: 404 },
});

/** Units, their way through the trade, scans, repair orders and what came of them. */
export const TRADE_TARGETS: Targets = {
  unitsSearch: { aim: (tenants) => ({ query: unitOf(tenants.unit()) }), outsiders: OWN_LISTS },
  unitsTell: { aim: (tenants) => ({ path: unitOf(tenants.unit()) }), outsiders: NOT_THEIRS },
  unitsVoid: {
    aim: async (tenants) => ({ path: unitOf((await tenants.batch()).codes[0]!), body: { reason: 'misprint' } }),
    outsiders: PACKERS,
    rightful: 'warehouse',
  },
  unitsReportMissing: toUnit({ reason: 'lost', note: 'isolation' }, NOT_THEIRS),
  unitsFound: {
    aim: async (tenants) => {
      const path = unitOf(tenants.unit());
      await tenants.owners.workshop.does(`/api/units/${path.gtin}/${path.serial}/missing`, { reason: 'lost' });
      return { path, body: { note: 'behind the shelf' } };
    },
    outsiders: { maker: 404 },
  },
  unitsHold: toUnit({ kind: 'quarantine', reason: 'wet box' }, NOT_THEIRS),
  unitsClear: {
    aim: async (tenants) => {
      const { code, kind, case: number } = await tenants.troubled();
      return { path: { ...unitOf(code), kind }, body: { reason: 'box was swapped by mistake', case: number } };
    },
    outsiders: { maker: 404 },
  },
  unitsDestroy: toUnit({ reason: 'crushed', witness: '李梅' }, NOT_THEIRS),

  shipmentsShip: {
    aim: (tenants) => ({ body: { to: 'WS-NB-01', units: [tenants.warehouseUnit()] } }),
    outsiders: { maker: 409, warehouse: 409, workshop: 400 },
    rightful: 'warehouse',
    disguise: {
      aim: async (tenants) => ({ body: { to: 'WH-HZ', kind: 'return_new', units: [tenants.unit()] } }),
      outsiders: { workshop: 409 },
    },
  },
  shipmentsCheck: {
    aim: (tenants) => ({ body: { codes: [tenants.warehouseUnit()] } }),
    outsiders: { maker: 200, warehouse: 200, workshop: 200 },
    rightful: 'warehouse',
  },
  shipmentsList: { aim: () => ({}), outsiders: OWN_LISTS },
  shipmentsTell: { aim: ofShipment, outsiders: NOT_THEIRS, rightful: 'workshop' },
  shipmentsReceive: {
    aim: async (tenants) => {
      const { id, codes } = await tenants.shipment();
      return { path: { id }, body: { codes } };
    },
    outsiders: NOT_THEIRS,
    rightful: 'workshop',
  },
  shipmentsVoid: {
    aim: async (tenants) => ({ ...(await ofShipment(tenants)), body: { reason: 'wrong lorry' } }),
    outsiders: NOT_THEIRS,
    rightful: 'warehouse',
  },
  cartonsPack: {
    aim: (tenants) => ({ body: { units: [tenants.warehouseUnit()] } }),
    outsiders: { maker: 409, warehouse: 409 },
    rightful: 'warehouse',
  },
  cartonsTell: { aim: (tenants) => ofCarton(tenants, false), outsiders: NOT_THEIRS, rightful: 'warehouse' },
  cartonsAdd: {
    aim: async (tenants) => ({ ...(await ofCarton(tenants, false)), body: { units: [tenants.warehouseUnit()] } }),
    outsiders: PACKERS,
    rightful: 'warehouse',
  },
  cartonsTakeOut: {
    aim: async (tenants) => {
      const { sscc, codes } = await tenants.carton(false);
      return { path: { sscc }, body: { units: codes } };
    },
    outsiders: PACKERS,
    rightful: 'warehouse',
  },
  cartonsSeal: { aim: (tenants) => ofCarton(tenants, false), outsiders: PACKERS, rightful: 'warehouse' },
  cartonsBreakSeal: { aim: (tenants) => ofCarton(tenants, true), outsiders: PACKERS, rightful: 'warehouse' },

  scansScan: {
    aim: (tenants) => ({ body: { code: tenants.unit(), purpose: 'check' } }),
    outsiders: { maker: 'seen', warehouse: 'seen', workshop: 'seen' },
    rightful: 'workshop',
    disguise: {
      aim: async (tenants) => {
        const { number, codes } = await tenants.order();
        return { body: { code: codes[0], purpose: 'check', repairOrder: number, line: 1 } };
      },
      outsiders: { maker: 'seen', warehouse: 'seen', workshop: 'seen' },
    },
  },
  scansBulk: {
    aim: async (tenants) => ({ body: { scans: [await queuedScan(tenants)] } }),
    outsiders: { maker: 'seen', warehouse: 'seen', workshop: 'seen' },
    rightful: 'workshop',
  },

  repairOrdersList: {
    aim: async (tenants) => {
      await tenants.order();
      return { query: { vin: OWN_VIN } };
    },
    outsiders: { workshop: 'own' },
  },
  repairOrdersGet: onOrder({}, () => ({})),
  repairOrdersPush: {
    ...onOrder({}, ({ number }) => ({
      body: {
        number,
        version: 2,
        openedAt: '2026-11-22T01:00:00Z',
        vehicle: { vin: OTHER_VIN },
        lines: [{ line: 1, partNumber: PAD, category: 'original', quantity: 1, payType: 'customer' }],
      },
    })),
    // Numbers are each workshop's own: this makes an order of the caller's with the same one.
    outsiders: { workshop: 'own' },
  },
  repairOrdersApprove: onOrder({}, () => ({ body: { lines: [{ line: 1, quantity: 1 }], channel: 'phone' } })),
  repairOrdersStatus: onOrder({}, () => ({ body: { status: 'on_hold' } })),
  fittingsFit: {
    ...onOrder({}, ({ codes }) => ({
      body: { line: 1, code: codes[0], vin: OWN_VIN, removedPart: { outcome: 'waived' } },
    })),
    disguise: {
      aim: async (tenants) => ({
        path: { number: await tenants.foreignOrder() },
        body: { line: 1, code: tenants.unit(), vin: OTHER_VIN, removedPart: { outcome: 'waived' } },
      }),
      outsiders: { workshop: 'seen' },
    },
  },
  fittingsUndo: {
    ...onOrder({ fitted: 1 }, ({ fittings }) => ({ path: { id: fittings[0]! }, body: { reason: 'wrong line' } })),
    disguise: {
      aim: async (tenants) => ({
        path: { number: await tenants.foreignOrder(), id: (await tenants.order({ fitted: 1 })).fittings[0]! },
        body: { reason: 'wrong line' },
      }),
      outsiders: { workshop: 404 },
    },
  },
  fittingsRemove: {
    aim: async (tenants) => {
      const earlier = await tenants.order({ fitted: 1 });
      const later = await tenants.order();
      const removal = { line: 1, vin: OWN_VIN, odometer: 32000, outcome: 'with_owner' };
      return { path: { number: later.number, id: earlier.fittings[0]! }, body: removal };
    },
    outsiders: { workshop: 404 },
    // Another car than the one that the part is in.
    disguise: {
      aim: async (tenants) => ({
        path: { number: await tenants.foreignOrder(), id: (await tenants.order({ fitted: 1 })).fittings[0]! },
        body: { line: 1, vin: OTHER_VIN, odometer: 32000, outcome: 'with_owner' },
      }),
      outsiders: { workshop: 404 },
    },
  },
  fittingsIssue: {
    ...onOrder({}, ({ codes }) => ({ body: { line: 1, code: codes[0] } })),
    disguise: {
      aim: async (tenants) => ({
        path: { number: await tenants.foreignOrder() },
        body: { line: 1, code: tenants.unit() },
      }),
      outsiders: { workshop: 'seen' },
    },
  },
  fittingsGiveBack: {
    aim: async (tenants) => {
      const { number, codes } = await tenants.order();
      await tenants.owners.workshop.does(`/api/repair-orders/${number}/allocations`, { line: 1, code: codes[0] });
      return { path: { number }, body: { code: codes[0], seal: 'intact' } };
    },
    outsiders: { workshop: 404 },
  },
  fittingsOldPart: onOrder({ fitted: 1 }, ({ fittings }) => ({
    body: { line: 1, outcome: 'waived', fitting: fittings[0] },
  })),
  oldPartPhotosAdd: {
    aim: async (tenants) => {
      const { number, oldPart } = await tenants.photographed();
      return { path: { number, id: oldPart }, type: 'image/jpeg', body: await phonePhoto(320, 200) };
    },
    outsiders: { workshop: 404 },
  },
  oldPartPhotosPicture: {
    aim: async (tenants) => {
      const { number, photo } = await tenants.photographed();
      return { path: { number, photo } };
    },
    outsiders: { workshop: 404 },
  },
  invoicesIssue: {
    aim: async (tenants) => {
      const { number } = await tenants.order({ fitted: 1 });
      await tenants.owners.workshop.does(`/api/repair-orders/${number}/old-parts`, { line: 1, outcome: 'waived' });
      return { path: { number }, body: tenants.bill(number) };
    },
    outsiders: { workshop: 404 },
  },
  invoicesSettlement: {
    aim: async (tenants) => ({ path: { number: (await tenants.invoiced()).number } }),
    outsiders: { workshop: 404 },
  },

  flagsList: {
    aim: async (tenants) => {
      await tenants.troubled();
      return { query: { workshop: 'WS-HZ-01', part: PAD } };
    },
    outsiders: { maker: 'own', workshop: 'own' },
  },
  flagsGet: {
    aim: async (tenants) => ({ path: { id: (await tenants.troubled()).flag } }),
    outsiders: { maker: 404, workshop: 404 },
  },
  flagsResolve: {
    aim: async (tenants) => ({
      path: { id: (await tenants.troubled()).flag },
      body: { outcome: 'dismissed', cause: 'human_error', note: 'two boxes swapped' },
    }),
    outsiders: { maker: 404 },
  },
  satisfactionOwn: { aim: ofRatedRepair, outsiders: { workshop: 'own' } },
  satisfactionByWorkshop: { aim: ofRatedRepair, outsiders: { maker: 'own' } },
  backTestRun: {
    aim: async (tenants) => {
      await tenants.troubled();
      return { path: { rule: 'C08' }, body: { isOn: true } };
    },
    outsiders: { maker: 'own' },
  },
  scorecardOfMaker: { aim: () => ({}), outsiders: { maker: 'own' } },
  scorecardScanners: {
    aim: async (tenants) => {
      await tenants.troubled();
      return {};
    },
    outsiders: { maker: 'own', warehouse: 'own', workshop: 'own' },
    rightful: 'workshop',
  },
  casesList: { aim: () => ({ query: { status: 'open' } }), outsiders: { maker: 'own', workshop: 'own' } },
  casesOpen: {
    aim: (tenants) => ({
      body: { title: 'Case 7731', text: 'the owner came by', unit: unitOf(tenants.unit()) },
    }),
    outsiders: { maker: 404 },
  },
  casesGet: {
    aim: async (tenants) => ({ path: { number: (await tenants.troubled()).case } }),
    outsiders: { maker: 404, workshop: 404 },
  },
  casesAdd: {
    aim: async (tenants) => ({
      path: { number: (await tenants.troubled()).case },
      body: { kind: 'note', text: 'asked the clerk' },
    }),
    outsiders: { maker: 404, workshop: 404 },
  },
};

async function ofRatedRepair(tenants: Tenants) {
  const { token } = await tenants.invoiced();
  const said = { expected: 5, received: 4 };
  answered(await tenants.world.app.request.post(`/api/public/invoices/${token}/satisfaction`).send(said));
  return {};
}

async function ofShipment(tenants: Tenants) {
  return { path: { id: (await tenants.shipment()).id } };
}

async function ofCarton(tenants: Tenants, isSealed: boolean) {
  return { path: { sscc: (await tenants.carton(isSealed)).sscc } };
}

/** A scan that the owner's device has sent in already, word for word: its answer must not be told to anybody else. */
async function queuedScan(tenants: Tenants): Promise<Body> {
  const { number, codes } = await tenants.order();
  const scan = {
    id: randomUUID(),
    code: codes[0],
    purpose: 'check',
    repairOrder: number,
    line: 1,
    device: 'scanner-hz1-7732',
  };
  await tenants.owners.workshop.does('/api/scans/bulk', { scans: [scan] });
  return scan;
}

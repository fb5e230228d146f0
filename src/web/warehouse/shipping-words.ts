import type { ShipmentKind } from '../../distribution/network.ts';
import type { ShipmentStatus } from '../../distribution/shipment-status.ts';
import type { Words } from '../../kernel/words.ts';
import { catalogue, counted } from '../design/catalogue.ts';

export const SHIPPING_WORDS = catalogue({
  shipments: { zh: '发货与收货', en: 'Shipments' },
  noShipments: { zh: '没有符合条件的发货单。', en: 'No shipments match.' },
  direction: { zh: '方向', en: 'Direction' },
  pack: { zh: '拣货装箱发运', en: 'Pick, pack and ship' },
  receive: { zh: '收货', en: 'Receive' },
  from: { zh: '发货单位', en: 'From' },
  to: { zh: '收货单位', en: 'To' },
  reference: { zh: '单号', en: 'Reference' },
  shipped: { zh: '已发', en: 'Shipped' },
  received: { zh: '已收', en: 'Received' },
  onTheRoad: { zh: '在途', en: 'On the road' },
  short: { zh: '短缺', en: 'Short' },
  carton: { zh: '箱', en: 'Carton' },
  cartons: { zh: '箱', en: 'Cartons' },
  loose: { zh: '散件', en: 'Loose' },
  serials: { zh: '序列号', en: 'Serials' },
  outcome: { zh: '结果', en: 'Outcome' },
  voided: { zh: '撤销原因', en: 'Voided because' },
  takeBack: { zh: '撤销发货', en: 'Void this shipment' },
  takeBackMeans: {
    zh: '仍在途的零件退回库存，已收货的不变。',
    en: 'What is still on the road is your stock again; what was received stays received.',
  },
  justShipped: { zh: '已发运', en: 'Shipped' },
  justReceived: {
    zh: (received: number, over: number, short: number) => `收货 ${received} 件，多 ${over} 件，少 ${short} 件`,
    en: (received: number, over: number, short: number) =>
      `${counted(received, 'unit')} received, ${over} over, ${short} short`,
  },

  whereTo: { zh: '发往哪里？', en: 'Where to?' },
  whereToHint: { zh: '单位代码，如 WS-HZ-01', en: 'A code such as WS-HZ-01' },
  forOrder: { zh: '按配送单拣货（可不填）', en: 'Picked for an order (may stay empty)' },
  begin: { zh: '开始拣货', en: 'Begin to pick' },
  packFor: { zh: (to: string) => `发往 ${to}`, en: (to: string) => `For ${to}` },
  codes: { zh: '每行一个标签、序列号或箱号', en: 'One label, serial or carton a line' },
  codesHint: { zh: '光标放在这里扫描', en: 'Put the cursor here and scan' },
  ship: { zh: '发运', en: 'Ship' },
  takeIn: { zh: '收货', en: 'Receive' },
  closing: { zh: '未扫描的算作短缺', en: 'What is not listed is short' },
  asNew: { zh: '完好，与新件一样', en: 'As new' },
  notAsNew: { zh: '不是完好的新件', en: 'Not as new' },
  note: { zh: '检验说明', en: 'What was seen' },

  cartonTitle: { zh: (sscc: string) => `箱 ${sscc}`, en: (sscc: string) => `Carton ${sscc}` },
  sealed: { zh: '已封箱', en: 'Sealed' },
  open: { zh: '未封箱', en: 'Open' },
  empty: { zh: '箱内没有零件。', en: 'There is nothing in it.' },
  seal: { zh: '封箱', en: 'Seal it' },
  breakSeal: { zh: '拆封', en: 'Break the seal' },
  takeOut: { zh: '取出', en: 'Take out' },
  printCarton: { zh: '打印箱标签', en: 'Print the carton’s label' },
  packedBy: { zh: '装箱单位', en: 'Packed by' },
  sealedAt: { zh: '封箱时间', en: 'Sealed' },
});

export const DIRECTION = catalogue({
  in: { zh: '发给我们', en: 'To us' },
  out: { zh: '由我们发出', en: 'From us' },
});

export const SHIPMENT_STATUS = catalogue({
  in_transit: { zh: '在途', en: 'On the road' },
  received: { zh: '已收货', en: 'Received' },
  voided: { zh: '已撤销', en: 'Voided' },
} satisfies Record<ShipmentStatus, Words>);

export const SHIPMENT_KIND = catalogue({
  supply: { zh: '供货', en: 'Supply' },
  return_new: { zh: '退回新件', en: 'Return of new parts' },
  return_old: { zh: '返还旧件', en: 'Return of old parts' },
} satisfies Record<ShipmentKind, Words>);

export const LINE_OUTCOME = catalogue({
  in_transit: { zh: '在途', en: 'On the road' },
  short: { zh: '短缺', en: 'Short' },
  received: { zh: '已收', en: 'Received' },
  not_received: { zh: '未到', en: 'Did not arrive' },
});

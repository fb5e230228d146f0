import type { BatchStatus } from '../../issuance/batch.ts';
import type { Words } from '../../kernel/words.ts';
import type { TemplateName } from '../../labels/sheets/sheet-template.ts';
import { catalogue, counted } from '../design/catalogue.ts';

/** What several pages of the warehouse say. */
export const WAREHOUSE_WORDS = catalogue({
  warehouse: { zh: '仓库', en: 'Warehouse' },
  findLabel: { zh: '查找零件、批号、序列号、配送单或箱号', en: 'Find a part, lot, serial, order or carton' },
  findHint: { zh: '可直接扫描标签', en: 'or scan a label here' },
  find: { zh: '查找', en: 'Find' },
  inStock: { zh: '在库', en: 'In stock' },
  unused: { zh: '已印未贴的标签', en: 'Labels not on a part yet' },
  onTheRoad: { zh: '在途', en: 'On the road' },
  held: { zh: (count: number) => `其中冻结 ${count} 件`, en: (count: number) => `${count} of them held` },
  toDo: { zh: '待办', en: 'What waits for you' },
  nothingToDo: { zh: '没有待办事项。', en: 'Nothing waits for you.' },
  importOrder: { zh: '导入配送单', en: 'Import an order' },
  register: { zh: '发码并打印', en: 'Register and print' },
  pack: { zh: '拣货装箱发运', en: 'Pick, pack and ship' },
  receive: { zh: '收货', en: 'Receive' },
  toReceive: {
    zh: (count: number, from: string) => `${from} 发来 ${count} 件，待收货`,
    en: (count: number, from: string) => `${counted(count, 'unit')} from ${from} to be received`,
  },
  cartonStands: {
    zh: (sscc: string, units: number) => `箱 ${sscc} 未发运，内有 ${units} 件`,
    en: (sscc: string, units: number) => `Carton ${sscc} with ${counted(units, 'unit')} is not shipped`,
  },
  batchFailed: {
    zh: (part: string) => `${part} 的批次发码失败`,
    en: (part: string) => `The batch of ${part} has failed`,
  },
  batchRunning: {
    zh: (part: string) => `${part} 的批次正在发码`,
    en: (part: string) => `The batch of ${part} is being minted`,
  },

  part: { zh: '零件', en: 'Part' },
  partNumber: { zh: '零件号', en: 'Part number' },
  lot: { zh: '批号', en: 'Lot' },
  order: { zh: '配送单', en: 'Dispatch order' },
  consignee: { zh: '收货单位', en: 'Consignee' },
  quantity: { zh: '数量', en: 'Quantity' },
  state: { zh: '状态', en: 'State' },
  status: { zh: '状态', en: 'Status' },
  all: { zh: '全部', en: 'All' },
  none: { zh: '无', en: 'None' },
  filter: { zh: '筛选', en: 'Filter' },
  reason: { zh: '原因', en: 'Reason' },
  saved: { zh: '已完成', en: 'Done' },
  at: { zh: '时间', en: 'When' },
  by: { zh: '操作人', en: 'By' },
  units: { zh: (count: string) => `${count} 件`, en: (count: string) => `${count} units` },
  more: { zh: '下一页', en: 'Next page' },
  first: { zh: '回到第一页', en: 'Back to the first page' },
});

export const BATCH_STATUS = catalogue({
  queued: { zh: '等待中', en: 'Waiting' },
  running: { zh: '发码中', en: 'Minting' },
  issued: { zh: '已发码', en: 'Minted' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  failed: { zh: '失败', en: 'Failed' },
} satisfies Record<BatchStatus, Words>);

export const TEMPLATE = catalogue({
  'a4-24': { zh: 'A4 整页 24 枚，70 × 37 毫米', en: 'A4 sheet of 24, 70 × 37 mm' },
  'a4-65': { zh: 'A4 整页 65 枚，38.1 × 21.2 毫米', en: 'A4 sheet of 65, 38.1 × 21.2 mm' },
  'roll-50x25': { zh: '卷筒，50 × 25 毫米', en: 'Roll, 50 × 25 mm' },
  'roll-70x35': { zh: '卷筒，70 × 35 毫米', en: 'Roll, 70 × 35 mm' },
} satisfies Record<TemplateName, Words>);

import type { Column } from '../../issuance/dispatch-order-columns.ts';
import type { Words } from '../../kernel/words.ts';
import { catalogue, counted } from '../design/catalogue.ts';

export const ORDER_WORDS = catalogue({
  orders: { zh: '配送单', en: 'Dispatch orders' },
  importTitle: { zh: '导入配送单', en: 'Import a dispatch order' },
  importMeans: {
    zh: 'CSV 文件，仓库系统导出的或 Excel 另存的都可以。先预览，确认后才会发码。',
    en: 'A CSV file, as your system exports it or as Excel saved it. You see what it does before anything is minted.',
  },
  file: { zh: '文件（CSV，不超过 10 MB）', en: 'File (CSV, up to 10 MB)' },
  look: { zh: '预览', en: 'Preview' },
  known: { zh: '已导入的配送单', en: 'Imported orders' },
  noOrders: { zh: '还没有导入过配送单。', en: 'No order has been imported yet.' },
  history: { zh: '导入记录', en: 'Imports' },
  imported: {
    zh: (orders: string, batches: number) => `${orders}：${batches} 个批次`,
    en: (orders: string, batches: number) => `${orders}: ${counted(batches, 'batch', 'batches')}`,
  },
  lines: { zh: '行数', en: 'Lines' },
  ordered: { zh: '订购', en: 'Ordered' },
  issued: { zh: '已发码', en: 'Minted' },
  importedAt: { zh: '导入时间', en: 'Imported' },

  previewTitle: { zh: '预览：尚未导入', en: 'Preview: nothing is imported yet' },
  willDo: {
    zh: (batches: number, units: string) => `将生成 ${batches} 个批次，共 ${units} 枚标签。`,
    en: (batches: number, units: string) => `This makes ${counted(batches, 'batch', 'batches')} and ${units} labels.`,
  },
  willDoNothing: {
    zh: '文件中的内容都已导入过，不会再生成标签。',
    en: 'Everything in this file has been imported before. No labels are made.',
  },
  unchanged: {
    zh: (count: number) => `${count} 行此前已导入，保持不变。`,
    en: (count: number) => `${counted(count, 'line')} imported before stay as they are.`,
  },
  amended: {
    zh: (count: number) => `${count} 行的数量有更改。`,
    en: (count: number) => `The quantity of ${counted(count, 'line')} changes.`,
  },
  faulty: {
    zh: (count: number) => `有 ${count} 处需要更正，更正前不会导入任何内容。`,
    en: (count: number) => `${counted(count, 'place')} must be mended first. Until then nothing is imported.`,
  },
  doImport: { zh: '导入并发码', en: 'Import and mint' },
  mend: { zh: '下载需更正的文件（CSV）', en: 'Download the file to mend (CSV)' },
  mendMeans: {
    zh: '整份文件，最后一列写明每行要改什么。改好后再上传。',
    en: 'The whole file, with what to mend at the end of each row. Send it again when it is mended.',
  },
  mapping: { zh: '各列的含义', en: 'What the columns mean' },
  mappingMeans: {
    zh: '认错了可以改，然后再次预览。',
    en: 'Change what was taken wrongly, then preview again.',
  },
  heading: { zh: '文件中的列', en: 'In the file' },
  example: { zh: '示例', en: 'For example' },
  meaning: { zh: '含义', en: 'Means' },
  ignored: { zh: '不使用', en: 'Not used' },
  again: { zh: '再次预览', en: 'Preview again' },
  other: { zh: '换一个文件', en: 'Another file' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  found: { zh: '内容', en: 'Found' },
  toMend: { zh: '需更正', en: 'To mend' },
  faults: { zh: '需更正的内容', en: 'What to mend' },
  rows: { zh: '将要发码的行', en: 'What will be minted' },
  leftOut: {
    zh: (count: number) => `另有 ${count} 行未列出。`,
    en: (count: number) => `${counted(count, 'more row')} not listed.`,
  },
  wholeRow: { zh: '整行', en: 'whole row' },
  tooLarge: {
    zh: '文件较大，请再选择一次以导入。',
    en: 'This file is large. Choose it once more to import it.',
  },

  unused: { zh: '未贴', en: 'Not on a part' },
  inStock: { zh: '在库', en: 'In stock' },
  sent: { zh: '已发', en: 'Shipped' },
  batches: { zh: '查看批次', en: 'Its batches' },
  units: { zh: '查看零件', en: 'Its units' },
  pickFor: { zh: (code: string) => `为 ${code} 拣货`, en: (code: string) => `Pick for ${code}` },
});

export const COLUMN = catalogue({
  order: { zh: '发货单号', en: 'Order number' },
  partNumber: { zh: '零件号', en: 'Part number' },
  quantity: { zh: '数量', en: 'Quantity' },
  lot: { zh: '批号', en: 'Lot' },
  consignee: { zh: '收货单位', en: 'Consignee' },
} satisfies Record<Column, Words>);

import type { PrintKind } from '../../issuance/label-prints.query.ts';
import type { Words } from '../../kernel/words.ts';
import { catalogue, counted } from '../design/catalogue.ts';

export const BATCH_WORDS = catalogue({
  batches: { zh: '标签批次', en: 'Batches' },
  batch: { zh: '标签批次', en: 'Batch' },
  noBatches: { zh: '没有符合条件的批次。', en: 'No batches match.' },
  madeAt: { zh: (at: string) => `${at} 提交`, en: (at: string) => `asked for ${at}` },

  registerTitle: { zh: '发码并打印', en: 'Register and print' },
  which: { zh: '哪种零件？', en: 'Which part?' },
  searchPart: { zh: '零件号、名称或 GTIN', en: 'Part number, name or GTIN' },
  noParts: { zh: '目录中没有这样的零件。', en: 'The catalogue has no such part.' },
  choose: { zh: '选择', en: 'Choose' },
  change: { zh: '换一种零件', en: 'Another part' },
  howMany: { zh: '数量', en: 'Quantity' },
  optional: { zh: '可不填', en: 'may stay empty' },
  expires: { zh: '有效期至', en: 'Best before' },
  template: { zh: '标签规格', en: 'Label' },
  start: { zh: '从第几枚开始', en: 'Begin at label' },
  startMeans: { zh: '整页标签用过几枚时', en: 'for a sheet that was begun' },
  go: { zh: '发码并打开标签', en: 'Mint, then open the labels' },
  goMeans: {
    zh: '发码完成后，标签文件会自动打开。',
    en: 'The file opens by itself as soon as the labels exist.',
  },

  progress: {
    zh: (issued: string, of: string) => `已生成 ${issued} / ${of} 枚`,
    en: (issued: string, of: string) => `${issued} of ${of} labels exist`,
  },
  ready: { zh: '标签已生成，可以打印', en: 'The labels are ready to print' },
  failed: { zh: '发码失败', en: 'Minting has failed' },
  retry: { zh: '重试', en: 'Go on' },
  cancelled: { zh: '该批次已取消', en: 'This batch was cancelled' },
  reloads: { zh: '本页会自动刷新。', en: 'This page loads again by itself.' },

  print: { zh: '打印', en: 'Print' },
  printAgain: { zh: '重印', en: 'Print again' },
  printed: { zh: '打印记录', en: 'What was printed' },
  againMeans: {
    zh: '这些标签打印过。重印要写明原因并留下记录：同一编码出现在两件零件上会立案调查。',
    en: 'These labels were printed before. Say why: one code on two parts opens a case.',
  },
  recordReprint: { zh: '记录并重印', en: 'Record it and print' },
  reprintRecorded: { zh: '重印已记录，现在可以打印', en: 'The reprint is recorded. Print now' },
  from: { zh: '从第', en: 'From' },
  to: { zh: '到第', en: 'To' },
  openPdf: { zh: '打开 PDF', en: 'Open PDF' },
  zpl: { zh: '下载 ZPL', en: 'Download ZPL' },
  csv: { zh: '下载 CSV', en: 'Download CSV' },
  settings: { zh: '打印设置', en: 'Settings' },
  toPrinter: { zh: '直接打印', en: 'Straight to a printer' },
  printer: { zh: '打印机', en: 'Printer' },
  send: { zh: '发送', en: 'Send' },
  sent: { zh: '已发送到打印机', en: 'Sent to the printer' },
  rollOnly: { zh: '打印机使用卷筒标签。', en: 'Printers take rolls.' },

  commission: { zh: '标签已贴好', en: 'The labels are on the parts' },
  commissionMeans: {
    zh: (count: string) => `还有 ${count} 枚标签未贴。贴好后零件入库，零件号和批号不能再改。`,
    en: (count: string) =>
      `${count} labels are on no part yet. Once they are, the parts are stock; part number and lot are then final.`,
  },
  allOn: { zh: '全部已贴好', en: 'All of them' },
  commissioned: {
    zh: (count: number) => `${count} 件已入库`,
    en: (count: number) => `${counted(count, 'unit')} taken into stock`,
  },

  cancel: { zh: '取消该批次', en: 'Cancel this batch' },
  cancelMeans: {
    zh: '不再发码，未贴的标签全部作废。已入库的零件不变。',
    en: 'No more is minted, and labels that are on no part are voided. Stock stays as it is.',
  },
  seeUnits: { zh: '查看这批零件', en: 'Its units' },
});

export const PRINT_KIND = catalogue({
  downloaded: { zh: '取得文件', en: 'File taken' },
  reprinted: { zh: '重印', en: 'Reprint' },
  sent: { zh: '已送打印机', en: 'Sent to a printer' },
  failed: { zh: '打印中断', en: 'Printer broke off' },
} satisfies Record<PrintKind, Words>);

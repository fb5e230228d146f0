import { catalogue, counted } from '../design/catalogue.ts';

export const STOCK_WORDS = catalogue({
  stock: { zh: '库存', en: 'Stock' },
  nothingFound: {
    zh: (text: string) => `没有找到“${text}”。`,
    en: (text: string) => `Nothing was found for “${text}”.`,
  },
  noStock: { zh: '这里没有零件。', en: 'There is nothing in stock.' },
  available: { zh: '可用', en: 'Free' },
  inStock: { zh: '在库', en: 'In stock' },
  held: { zh: '冻结', en: 'Held' },
  unused: { zh: '标签未贴', en: 'Labels unused' },
  onTheRoad: { zh: '在途', en: 'On the road' },
  searchPart: { zh: '零件号或名称', en: 'Part number or name' },
  units: { zh: '零件', en: 'Units' },
  noUnits: { zh: '没有符合条件的零件。', en: 'No units match.' },
  custodian: { zh: '保管方', en: 'In the hands of' },
  allUnits: { zh: '逐件查看', en: 'See each unit' },
  heldOrNot: { zh: '不限', en: 'held or not' },
  anyHold: { zh: '已冻结', en: 'held' },
  noHold: { zh: '未冻结', en: 'not held' },

  life: { zh: '零件的经历', en: 'The unit’s life' },
  serial: { zh: '序列号', en: 'Serial' },
  expires: { zh: '有效期至', en: 'Expires' },
  label: { zh: '标签', en: 'Label' },
  labelAlt: { zh: '这个零件的二维码', en: 'The code of this unit' },
  since: { zh: (at: string) => `自 ${at}`, en: (at: string) => `since ${at}` },
  doVoid: { zh: '作废标签', en: 'Void this label' },
  voidMeans: {
    zh: '标签不再使用，序列号作废，不能恢复。',
    en: 'The label will not be used. Its serial is spent for good.',
  },
  doMissing: { zh: '报告遗失或被盗', en: 'Report it missing' },
  missingMeans: {
    zh: '之后任何人扫到它都会立案。找到后由分析员恢复。',
    en: 'Whoever scans it from now on opens a case. An analyst brings it back once it is found.',
  },
  doHold: { zh: '隔离', en: 'Quarantine it' },
  holdMeans: {
    zh: '不能发货和安装，直到分析员解除。',
    en: 'It cannot be shipped or fitted until an analyst clears it.',
  },
  doDestroy: { zh: '销毁', en: 'Destroy it' },
  destroyMeans: { zh: '需要另一人见证，不能恢复。', en: 'Somebody else has to watch. It cannot be undone.' },
  witness: { zh: '见证人', en: 'Witness' },
  note: { zh: '说明', en: 'Note' },
  count: { zh: (count: number) => `共 ${count} 件`, en: (count: number) => counted(count, 'unit') },
});

export const VOID_REASON = catalogue({
  misprint: { zh: '印坏了', en: 'Misprint' },
  damaged: { zh: '损坏', en: 'Damaged' },
  lost_label: { zh: '标签丢失', en: 'Label lost' },
  not_used: { zh: '没有使用', en: 'Not used' },
});

export const MISSING_REASON = catalogue({
  lost: { zh: '遗失', en: 'Lost' },
  stolen: { zh: '被盗', en: 'Stolen' },
});

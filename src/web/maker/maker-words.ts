import type { PartClass, PartField, PriceState, SuppliedAs, Tracking } from '../../catalogue/part.ts';
import type { SupersessionKind } from '../../catalogue/supersession.ts';
import type { Words } from '../../kernel/words.ts';
import { catalogue, counted } from '../design/catalogue.ts';

export const MAKER_WORDS = catalogue({
  parts: { zh: '零件目录', en: 'Parts' },
  search: { zh: '零件号、名称或 GTIN', en: 'Part number, name or GTIN' },
  find: { zh: '查找', en: 'Search' },
  noParts: { zh: '没有符合条件的零件。', en: 'No parts match.' },
  newPart: { zh: '新增零件', en: 'New part' },
  importList: { zh: '导入目录', en: 'Import a list' },
  inactive: { zh: '已停售', en: 'Not sold any more' },
  active: { zh: '在售', en: 'Sold' },
  activeMeans: {
    zh: '停售的零件不能再发码，维修店也查不到。',
    en: 'No labels are issued for a part that is not sold; workshops do not see it.',
  },
  saved: { zh: '已保存', en: 'Saved' },
  save: { zh: '保存', en: 'Save' },

  partNumber: { zh: '零件号', en: 'Part number' },
  nameZh: { zh: '中文名称', en: 'Name in Chinese' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  class: { zh: '类别', en: 'Class' },
  tracking: { zh: '追溯方式', en: 'Tracked by' },
  suppliedAs: { zh: '原厂或再制造', en: 'Original or remanufactured' },
  gtin: { zh: 'GTIN', en: 'GTIN' },
  allocated: { zh: '由平台从贵厂前缀中分配', en: 'allocated from your prefix' },
  ownGtin: { zh: '贵厂自己的 GTIN（留空则沿用）', en: 'Your own GTIN (empty: keep this one)' },
  newGtin: { zh: 'GTIN（留空则自动分配）', en: 'GTIN (empty: one is allocated)' },
  models: { zh: '适用车型（用逗号分隔）', en: 'Vehicle models, separated by commas' },
  fits: { zh: '适用车型', en: 'Fits' },
  perVehicle: { zh: '单车用量', en: 'Pieces per vehicle' },
  warrantyMonths: { zh: '质保（月）', en: 'Warranty in months' },
  warrantyKm: { zh: '质保（公里）', en: 'Warranty in km' },
  warranty: { zh: '质保', en: 'Warranty' },
  shelfLifeDays: { zh: '保质期（天）', en: 'Shelf life in days' },
  shelfLife: { zh: '保质期', en: 'Shelf life' },
  days: { zh: (count: number) => `${count} 天`, en: (count: number) => counted(count, 'day') },
  months: { zh: (count: number) => `${count} 个月`, en: (count: number) => counted(count, 'month') },
  changedAt: { zh: '最近修改', en: 'Last changed' },
  edit: { zh: '修改零件资料', en: 'Change this part' },

  prices: { zh: '建议零售价', en: 'List prices' },
  listPrice: { zh: '建议零售价', en: 'List price' },
  currency: { zh: '币种', en: 'Currency' },
  from: { zh: '生效日期', en: 'In force from' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  earlier: { zh: '更早的价格', en: 'Earlier prices' },
  newPrice: { zh: '新价格', en: 'A new price' },
  priceFrom: { zh: '生效日期（留空：今天）', en: 'In force from (empty: today)' },
  priceMeans: {
    zh: '以前的价格会保留，已开的发票不变。公布的价格在生效之前可以撤回；日期按世界时（UTC）计。',
    en: 'Earlier prices stay on record, and invoices already issued do not change. An announced price can be withdrawn until it begins; days are those of UTC.',
  },

  supersessions: { zh: '替代关系', en: 'Supersession' },
  replaces: { zh: '替代的旧号', en: 'Replaces' },
  replacedBy: { zh: '已被新号替代', en: 'Replaced by' },
  replacesNone: { zh: '不替代任何旧号。', en: 'It replaces no older number.' },
  ratio: {
    zh: (old: number, fresh: number) => `${old} 旧 → ${fresh} 新`,
    en: (old: number, fresh: number) => `${old} old → ${fresh} new`,
  },
  between: {
    zh: (first: string, last: string) => `${first} 至 ${last}`,
    en: (first: string, last: string) => `${first} to ${last}`,
  },
  since: { zh: (first: string) => `自 ${first} 起`, en: (first: string) => `from ${first}` },
  until: { zh: (last: string) => `至 ${last}`, en: (last: string) => `until ${last}` },
  addOld: { zh: '添加被替代的旧号', en: 'Add a number that it replaces' },
  oldNumber: { zh: '旧零件号', en: 'Older part number' },
  kind: { zh: '方式', en: 'How' },
  ratioOld: { zh: '旧件数', en: 'Old pieces' },
  ratioNew: { zh: '新件数', en: 'New pieces' },
  validFrom: { zh: '第一天（可留空）', en: 'First day (may be empty)' },
  validTo: { zh: '最后一天（可留空）', en: 'Last day (may be empty)' },
  remove: { zh: (number: string) => `不再替代 ${number}`, en: (number: string) => `No longer replaces ${number}` },

  importLead: {
    zh: 'CSV 文件，Excel 存出来的也行：UTF-8 或 GB18030，逗号、分号或制表符，中英文表头，列序不限；加一列“价格生效日”，即可提前公布价格。先检查，后导入；有一行错误就什么都不会写入。',
    en: 'A CSV file, also as Excel saves it: UTF-8 or GB18030; commas, semicolons or tabs; headings in Chinese or English in any order; a column “price valid from” announces prices ahead. It is checked first and imported afterwards; with one wrong row nothing is written.',
  },
  file: { zh: '目录文件（CSV）', en: 'Parts list (CSV)' },
  check: { zh: '检查文件', en: 'Check the file' },
  checkAnother: { zh: '检查另一个文件', en: 'Check another file' },
  checked: { zh: '检查结果', en: 'What the file would do' },
  imported: { zh: '已导入', en: 'Imported' },
  nothingYet: { zh: '还没有写入任何内容。', en: 'Nothing has been written yet.' },
  created: { zh: '新增', en: 'New' },
  updated: { zh: '修改', en: 'Changed' },
  unchanged: { zh: '不变', en: 'Unchanged' },
  wrong: { zh: '错误', en: 'Errors' },
  importNow: { zh: '导入', en: 'Import' },
  chooseAgain: {
    zh: '文件太大，页面带不过来。请再选一次同一个文件。',
    en: 'The file is too large for this page to carry. Please choose the same file once more.',
  },
  hasErrors: {
    zh: (count: number) => `有 ${count} 处错误，什么都没有写入。改好后再检查一次。`,
    en: (count: number) => `${counted(count, 'error')}: nothing was written. Mend the file and check it again.`,
  },
  downloadErrors: { zh: '下载错误清单（CSV）', en: 'Download the errors (CSV)' },
  firstOnly: {
    zh: (count: number) => `这里只列出前 ${count} 项。`,
    en: (count: number) => `Only the first ${count} are listed here.`,
  },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  value: { zh: '内容', en: 'Value' },
  error: { zh: '错误', en: 'Error' },
  changes: { zh: '会修改的零件', en: 'Parts that change' },
  changed: { zh: '修改的零件', en: 'Parts that changed' },
  additions: { zh: '会新增的零件', en: 'Parts that are new' },
  added: { zh: '新增的零件', en: 'New parts' },
  notes: { zh: '提示', en: 'Worth knowing' },
  newRelations: {
    zh: (count: number) => `替代关系 ${count} 条`,
    en: (count: number) => counted(count, 'supersession'),
  },
  was: { zh: '原来', en: 'Before' },
  becomes: { zh: '之后', en: 'After' },
  field: { zh: '项目', en: 'Field' },
  none: { zh: '无', en: 'none' },
});

export const PART_CLASS = catalogue({
  safety: { zh: '安全件', en: 'Safety part' },
  main: { zh: '主要件', en: 'Main part' },
  wear: { zh: '易损件', en: 'Wear part' },
  body: { zh: '车身件', en: 'Body part' },
  fluid: { zh: '油液', en: 'Fluid' },
  small: { zh: '小件', en: 'Small part' },
} satisfies Record<PartClass, Words>);

export const SUPPLIED = catalogue({
  original: { zh: '原厂件', en: 'Original' },
  remanufactured: { zh: '再制造件', en: 'Remanufactured' },
} satisfies Record<SuppliedAs, Words>);

export const TRACKING = catalogue({
  serial: { zh: '序列号（一件一码）', en: 'serial, piece by piece' },
  lot: { zh: '批次', en: 'lot' },
  none: { zh: '不追溯', en: 'not at all' },
} satisfies Record<Tracking, Words>);

export const PRICE_STATE = catalogue({
  announced: { zh: '待生效', en: 'announced' },
  in_force: { zh: '现行', en: 'in force' },
} satisfies Record<Exclude<PriceState, 'past'>, Words>);

export const SUPERSESSION_KIND = catalogue({
  one_way: { zh: '新替旧，不可反用', en: 'New for old, never back' },
  two_way: { zh: '互相替代', en: 'Either for either' },
  kit: { zh: '几个旧号合为一个新号', en: 'Several old numbers became this one' },
  split: { zh: '一个旧号拆成几个新号', en: 'One old number became several' },
} satisfies Record<SupersessionKind, Words>);

/** What a change to a part is a change of. */
export const PART_FIELD = catalogue({
  nameZh: { zh: '中文名称', en: 'Name in Chinese' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  class: { zh: '类别', en: 'Class' },
  tracking: { zh: '追溯方式', en: 'Tracked by' },
  suppliedAs: { zh: '原厂或再制造', en: 'Original or remanufactured' },
  listPrice: { zh: '建议零售价', en: 'List price' },
  currency: { zh: '币种', en: 'Currency' },
  gtin: { zh: 'GTIN', en: 'GTIN' },
  models: { zh: '适用车型', en: 'Fits' },
  quantityPerVehicle: { zh: '单车用量', en: 'Pieces per vehicle' },
  warrantyMonths: { zh: '质保（月）', en: 'Warranty in months' },
  warrantyKm: { zh: '质保（公里）', en: 'Warranty in km' },
  shelfLifeDays: { zh: '保质期（天）', en: 'Shelf life in days' },
  isActive: { zh: '在售', en: 'Sold' },
} satisfies Record<PartField, Words>);

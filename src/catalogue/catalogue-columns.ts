import type { Words } from '../kernel/words.ts';
import type { PartClass, PartContent, SuppliedAs, Tracking } from './part.ts';

/** A column of a catalogue file: a field of the part, when its price begins, or the old numbers that it supersedes. */
export type ColumnName = keyof PartContent | 'priceValidFrom' | 'supersedes';

export interface Column {
  readonly name: ColumnName;
  readonly words: Words;
  /** Without it a row is no part. Other columns may be left out: then what is stored stays as it is. */
  readonly isRequired: boolean;
  /** Further headings that mean it, as `wordKey` folds them. */
  readonly alsoKnownAs: readonly string[];
}

/** The columns in the order in which we would write them. Headings as makers' and dealers' systems export them. */
export const COLUMNS: readonly Column[] = [
  column(
    'partNumber',
    '零件号',
    'part number',
    true,
    '零件编号 零件号码 零件代码 配件号 配件编号 配件编码 件号 图号 料号 物料编码 oe号 oem号',
    'partno part partnr partcode pn number sku oe oem oenumber oemnumber',
  ),
  column(
    'nameZh',
    '中文名称',
    'Chinese name',
    true,
    '名称 零件名称 配件名称 品名 中文名 中文品名 零件中文名称',
    'namezh namecn zh namechinese',
  ),
  column(
    'nameEn',
    '英文名称',
    'English name',
    true,
    '英文名 英文品名 零件英文名称',
    'nameen name en description partname nameenglish',
  ),
  column('class', '类别', 'class', true, '零件类别 配件类别 分类 种类', 'partclass category type'),
  column('tracking', '追溯方式', 'tracking', true, '追溯 追踪方式 管理方式', 'traceability trackedby'),
  // 类别 and category are the class of a part in the files that makers have.
  column(
    'suppliedAs',
    '原厂或再制造',
    'original or remanufactured',
    false,
    '配件性质 零件性质 配件来源 零件来源 再制造',
    'partorigin origin remanufactured',
  ),
  column(
    'listPrice',
    '建议零售价',
    'list price',
    true,
    '零售价 价格 单价 指导价 市场价 建议零售价格 建议零售价元 零售价元',
    'price retailprice recommendedprice recommendedretailprice rrp msrp',
  ),
  column('currency', '币种', 'currency', true, '货币 币别', 'ccy currencycode'),
  column(
    'priceValidFrom',
    '价格生效日',
    'price valid from',
    false,
    '价格生效日期 生效日 生效日期 价格执行日 价格执行日期 执行日期 调价日期',
    'validfrom pricefrom effectivedate effectivefrom priceeffectivedate priceeffectivefrom',
  ),
  column(
    'gtin',
    'GTIN',
    'GTIN',
    false,
    '条码 条形码 商品条码 商品条形码 商品编码 国际条码',
    'gtin14 gtin13 ean ean13 upc barcode',
  ),
  column(
    'supersedes',
    '替代旧号',
    'supersedes',
    false,
    '替代 旧号 旧件号 旧零件号 被替代号 原零件号',
    'replaces oldnumber oldpartnumber supersededpartnumber replacedpartnumber',
  ),
  column('models', '适用车型', 'models', false, '车型 适配车型', 'model vehicles vehiclemodels fits fitment'),
  column(
    'quantityPerVehicle',
    '单车用量',
    'quantity per vehicle',
    false,
    '每车用量 用量 单车数量',
    'qtypervehicle quantity qty pervehicle',
  ),
  column('warrantyMonths', '质保月', 'warranty months', false, '质保月数 质保期月 保修月 保修月数 质保月份', ''),
  column(
    'warrantyKm',
    '质保公里',
    'warranty km',
    false,
    '质保公里数 质保里程 质保里程公里 质保里程km 保修公里 保修里程',
    'warrantykilometres warrantykilometers warrantymileage',
  ),
  column('shelfLifeDays', '保质期天', 'shelf life days', false, '保质期 保质天数 保质期天数', 'shelflife'),
  column('isActive', '在售', 'active', false, '启用 有效 是否有效 是否启用 是否在售', 'active enabled'),
];

/** What is longer is no heading, and not worth folding. */
const LONGEST_HEADING = 100;

const COLUMN_BY_HEADING: ReadonlyMap<string, Column> = new Map(
  COLUMNS.flatMap((one) =>
    [one.name, one.words.zh, one.words.en, ...one.alsoKnownAs].map((heading) => [wordKey(heading), one] as const),
  ),
);

/** The column that a heading of a file means; undefined for one that we do not know. */
export const columnOf = (heading: string): Column | undefined =>
  heading.length > LONGEST_HEADING ? undefined : COLUMN_BY_HEADING.get(wordKey(heading));

export const columnNamed = (name: ColumnName): Column => COLUMNS.find((one) => one.name === name)!;

/** `Part No.`, `part_no` and `ＰＡＲＴ－ＮＯ` are one word: letters and digits count, nothing else does. */
export function wordKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function column(name: ColumnName, zh: string, en: string, isRequired: boolean, alsoZh: string, alsoEn: string): Column {
  return { name, words: { zh, en }, isRequired, alsoKnownAs: `${alsoZh} ${alsoEn}`.trim().split(' ') };
}

/** What people write for a class of part, as `wordKey` folds it, beside the class's own name. */
export const CLASS_WORDS: Readonly<Record<PartClass, string>> = {
  safety: '安全件 安全 安全部件 safetypart',
  main: '主要件 主件 总成 总成件 主要总成 主要部件 mainpart assembly',
  wear: '易损件 易损 磨损件 保养件 易耗件 wearpart wearing consumable',
  body: '车身件 车身 外观件 覆盖件 车身覆盖件 bodypart',
  fluid: '油液 油液类 油品 液体 化学品 fluids oil liquid',
  small: '小件 标准件 辅料 紧固件 smallpart smallparts hardware',
};

/** What people write for a way of tracking. */
export const TRACKING_WORDS: Readonly<Record<Tracking, string>> = {
  serial: '序列号 序列 单件 单件追溯 逐件 一物一码 一件一码 serialnumber serialised serialized unit',
  lot: '批次 批号 批 按批 批次追溯 batch lotnumber',
  none: '无 不追溯 否 不 no untracked',
};

/** What people write for the way in which the maker sells a part. */
export const SUPPLIED_AS_WORDS: Readonly<Record<SuppliedAs, string>> = {
  original: '原厂 原厂件 新件 new oem',
  remanufactured: '再制造 再制造件 reman remanufacturedpart',
};

export const YES_NO_WORDS = {
  yes: 'true y 1 是 启用 有效 在售 active enabled',
  no: 'false n 0 否 停用 无效 停售 停产 inactive disabled',
};

/** A row that adds up the rows above it is not a part. */
export const TOTAL_WORDS: ReadonlySet<string> = new Set(
  '合计 总计 小计 共计 汇总 total totals grandtotal subtotal sum'.split(' '),
);

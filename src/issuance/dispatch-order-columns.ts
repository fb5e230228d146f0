import { wordKey } from '../catalogue/catalogue-columns.ts';
import type { Words } from '../kernel/words.ts';

export const COLUMNS = ['order', 'partNumber', 'quantity', 'lot', 'consignee'] as const;
export type Column = (typeof COLUMNS)[number];

/** A row without these is no line of an order. */
export const REQUIRED: readonly Column[] = ['order', 'partNumber', 'quantity'];

export const COLUMN_WORDS: Readonly<Record<Column, Words>> = {
  order: { zh: '发货单号', en: 'order number' },
  partNumber: { zh: '零件号', en: 'part number' },
  quantity: { zh: '数量', en: 'quantity' },
  lot: { zh: '批次', en: 'lot' },
  consignee: { zh: '收货单位', en: 'consignee' },
};

/** Further headings, as warehouse systems export them and `wordKey` folds them. */
const HEADINGS: Readonly<Record<Column, string>> = {
  order:
    '订单 订单号 单号 发货单 发货单编号 出库单 出库单号 配送单号 交货单号 ' +
    'orderno dispatchorder dispatchordernumber deliveryorder delivery do donumber',
  partNumber:
    '零件编号 零件号码 零件代码 配件号 配件编号 配件编码 件号 图号 料号 物料编码 ' +
    'partno part partnr partcode pn sku material item',
  quantity: '件数 发货数量 出库数量 订货数量 应发数量 qty pieces pcs ordered orderquantity',
  lot: '批号 批次号 生产批次 生产批号 lotno lotnumber batch batchno batchnumber',
  consignee:
    '收货方 收货单位代码 收货人 收货网点 网点 网点代码 服务站 服务站代码 经销商 客户 客户代码 ' +
    'shipto receiver destination customer dealer workshop consigneecode',
};

/** What is longer is no heading, and not worth folding. */
const LONGEST_HEADING = 100;

const COLUMN_BY_HEADING: ReadonlyMap<string, Column> = new Map(
  COLUMNS.flatMap((column) =>
    [column, COLUMN_WORDS[column].zh, COLUMN_WORDS[column].en, ...HEADINGS[column].split(' ')].map(
      (heading) => [wordKey(heading), column] as const,
    ),
  ),
);

/** The column that a heading means; undefined for one that we do not know. */
export const columnOfOrder = (heading: string): Column | undefined =>
  heading.length > LONGEST_HEADING ? undefined : COLUMN_BY_HEADING.get(wordKey(heading));

/** What somebody says that headings mean, by the heading as it stands in the file: a column, or null for none of them. */
export type ChosenColumns = ReadonlyMap<string, Column | null>;

/** Reads headings as they were chosen; those that nobody chose, as we know them. */
export function headingsAs(chosen: ChosenColumns): (heading: string) => Column | undefined {
  return (heading) => {
    const choice = chosen.get(heading.trim());
    return choice === undefined ? columnOfOrder(heading) : (choice ?? undefined);
  };
}

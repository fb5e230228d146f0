import type { InputFault } from '../kernel/refusal.ts';
import { Refusal } from '../kernel/refusal.ts';

/** The bytes are no text in any encoding that a spreadsheet writes. */
export const fileNotText = () =>
  new Refusal('FILE_NOT_TEXT', 'invalid', {
    zh: '文件不是文本：请在表格软件中另存为 CSV（UTF-8、UTF-16 或 GB18030）',
    en: 'The file is not text: save it from the spreadsheet as CSV (UTF-8, UTF-16 or GB18030)',
  });

/** A quotation mark opens and nothing closes it. `row` is the row it opens in, where that is known. */
export const fileNotCsv = (row: number) =>
  new Refusal(
    'FILE_NOT_CSV',
    'invalid',
    { zh: `第 ${row} 行起引号没有成对，无法分列`, en: `A quotation mark opened near row ${row} is never closed` },
    { row },
  );

export const fileWithoutHeadings = () =>
  new Refusal('FILE_WITHOUT_HEADINGS', 'invalid', {
    zh: '没有找到表头：前几行中应有一行写明各列的名称',
    en: 'No heading row found: one of the first rows must name the columns',
  });

export const fileTooLong = (most: number) =>
  new Refusal(
    'FILE_TOO_LONG',
    'invalid',
    { zh: `文件超过 ${most} 行：请分成几个文件`, en: `The file has more than ${most} rows: split it` },
    { most },
  );

/** Nothing can be signed or labelled without a GTIN, and GTINs come from the maker's own prefix. */
export const makerWithoutPrefix = () =>
  new Refusal('MAKER_WITHOUT_GS1_PREFIX', 'conflict', {
    zh: '贵组织还没有登记 GS1 厂商识别代码，请联系平台管理员',
    en: 'No GS1 company prefix is on record for your organisation: ask the platform administrator',
  });

export const gtinsExhausted = (prefix: string) =>
  new Refusal(
    'GTINS_EXHAUSTED',
    'conflict',
    { zh: `厂商识别代码 ${prefix} 下已没有可用的 GTIN`, en: `No GTIN is left under the company prefix ${prefix}` },
    { prefix },
  );

export const noSuchPart = (partNumber: string) =>
  new Refusal(
    'PART_NOT_FOUND',
    'missing',
    { zh: `目录中没有零件 ${partNumber}`, en: `The catalogue has no part ${partNumber}` },
    { partNumber },
  );

/** Part numbers are unique within a maker only; a workshop that sees several makers must say whose it means. */
export const partNumberAmbiguous = (partNumber: string, makers: readonly string[]) =>
  new Refusal(
    'PART_NUMBER_AMBIGUOUS',
    'conflict',
    {
      zh: `${makers.join('、')} 都有零件 ${partNumber}：请注明厂商`,
      en: `${makers.join(', ')} each have a part ${partNumber}: say whose`,
    },
    { partNumber, makers },
  );

export const partStale = (partNumber: string, version: number) =>
  new Refusal(
    'PART_CHANGED_MEANWHILE',
    'conflict',
    {
      zh: `零件 ${partNumber} 已被改为第 ${version} 版：请在其上重做`,
      en: `Part ${partNumber} has moved on to version ${version}: make the change on that one`,
    },
    { partNumber, version },
  );

export const noSuchPrice = (validFrom: string) =>
  new Refusal(
    'PRICE_NOT_FOUND',
    'missing',
    { zh: `没有从 ${validFrom} 起的价格`, en: `No price begins on ${validFrom}` },
    { validFrom },
  );

/** It may have been billed by, and what was billed is judged by the price of its day. */
export const priceBegun = (validFrom: string) =>
  new Refusal(
    'PRICE_BEGUN',
    'conflict',
    {
      zh: `${validFrom} 起的价格已生效，不能撤回：请改为公布新价格`,
      en: `The price of ${validFrom} has begun and stays on record: give a new one`,
    },
    { validFrom },
  );

/** The part itself contradicts the trade; each fault names its field. */
export const partFaulty = (errors: readonly InputFault[]) =>
  new Refusal('PART_FAULTY', 'invalid', { zh: '零件资料有误', en: 'The part is not right as given' }, {}, errors);

export const supersessionRing = (ring: readonly string[]) =>
  new Refusal(
    'SUPERSESSION_RING',
    'conflict',
    {
      zh: `替代关系成环：${ring.join(' → ')}`,
      en: `These supersessions close a ring: ${ring.join(' → ')}`,
    },
    { ring },
  );

export const supersessionTwice = () =>
  new Refusal('SUPERSESSION_TWICE', 'conflict', {
    zh: '这两个零件之间已有从同一天起的替代关系',
    en: 'These two parts already stand in a supersession that begins on the same day',
  });

/** Another maker under an overlapping prefix was faster: no more than bad luck, but nobody may share a GTIN. */
export const gtinGivenAway = () =>
  new Refusal('GTIN_GIVEN_AWAY', 'conflict', {
    zh: '其中一个 GTIN 已属于另一零件',
    en: 'One of these GTINs belongs to another part',
  });

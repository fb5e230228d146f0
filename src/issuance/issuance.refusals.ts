import type { Finding } from '../flags/rule.ts';
import { type InputFault, Refusal } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import type { BatchStatus } from './batch.ts';

export const batchNotFound = (): Refusal =>
  new Refusal('BATCH_NOT_FOUND', 'missing', { zh: '没有这个批次任务。', en: 'There is no such batch.' });

export const orderNotFound = (): Refusal =>
  new Refusal('ORDER_NOT_FOUND', 'missing', {
    zh: '没有导入过这张配送单。',
    en: 'No such dispatch order was imported.',
  });

export const partInactive = (partNumber: string): Refusal =>
  new Refusal(
    'PART_INACTIVE',
    'conflict',
    {
      zh: `零件 ${partNumber} 已停售，不能再发码。`,
      en: `Part ${partNumber} is no longer sold: no labels are issued for it.`,
    },
    { partNumber },
  );

export const consigneeUnknown = (code: string): Refusal => {
  const words = { zh: `没有代码为 ${code} 的收货单位`, en: `no organisation has the code ${code}` };
  return invalid('CONSIGNEE_UNKNOWN', words, [{ path: 'consignee', message: words.en, words }]);
};

/** Without an order nothing bounds what is minted, so somebody who answers for the organisation must ask for it. */
export const orderNeeded = (): Refusal =>
  new Refusal('ORDER_NEEDED', 'forbidden', {
    zh: '没有已导入的发货单时，只有仓库主管或厂商目录编辑可以发码。',
    en: 'Without an imported dispatch order only a warehouse lead or the maker’s catalogue editor may issue labels.',
  });

/** More than the order says: stopped before it took effect, and kept as a prevented finding. */
export const mintOverOrder = (findings: readonly Finding[]): Refusal =>
  new Refusal(
    'MINT_OVER_ORDER',
    'conflict',
    findings[0]?.message ?? { zh: '超出发货单数量。', en: 'This is more than was ordered.' },
    {
      findings: findings.map(({ rule, name, level, message, next, evidence }) => ({
        rule,
        name,
        level,
        message,
        next,
        evidence,
      })),
    },
  );

export const batchCancelled = (): Refusal =>
  new Refusal('BATCH_CANCELLED', 'conflict', {
    zh: '该批次已取消，其标签已作废。',
    en: 'This batch was cancelled and its labels are void.',
  });

export const batchInUse = (): Refusal =>
  new Refusal('BATCH_IN_USE', 'conflict', {
    zh: '该批次的标签都已贴上零件，不能再取消；请逐件处理。',
    en: 'Every label of this batch is already on a part: it can no longer be cancelled as a whole.',
  });

export const batchNotFailed = (status: BatchStatus): Refusal =>
  new Refusal(
    'BATCH_NOT_FAILED',
    'conflict',
    { zh: '只有失败的批次可以重试。', en: 'Only a batch that failed can be tried again.' },
    { status },
  );

/** Roles say as much already; this is for an organisation that belongs to no maker. */
export const notARegistrar = (): Refusal =>
  new Refusal('NOT_A_REGISTRAR', 'forbidden', {
    zh: '只有厂商及其仓库可以发码。',
    en: 'Only makers and their warehouses issue labels.',
  });

/** The labels lie at the warehouse that registered them: nobody else can know that they are on the parts. */
export const notTheRegistrar = (): Refusal =>
  new Refusal('NOT_THE_REGISTRAR', 'forbidden', {
    zh: '只有登记该批次的仓库可以进行此操作。',
    en: 'Only the warehouse that registered this batch can do this.',
  });

export const nothingIssued = (issued: number): Refusal =>
  new Refusal(
    'LABELS_NOT_ISSUED',
    'conflict',
    {
      zh: `所选标签尚未生成（已生成 ${issued} 枚）。`,
      en: `These labels do not exist yet: ${issued} have been issued so far.`,
    },
    { issued },
  );

export const rangeOutside = (path: 'from' | 'to', quantity: number): Refusal => {
  const words = {
    zh: `应在 1 至 ${quantity} 之间，且 from 不大于 to`,
    en: `must be within 1 to ${quantity}, with from not above to`,
  };
  return invalid('RANGE_OUTSIDE_BATCH', { zh: '序号范围有误。', en: 'The range is not within the batch.' }, [
    { path, message: words.en, words },
  ]);
};

export const printerUnknown = (printer: string): Refusal => {
  const words = { zh: `没有名为 ${printer} 的打印机。`, en: `There is no printer named ${printer}.` };
  return invalid('PRINTER_UNKNOWN', words, [{ path: 'printer', message: words.en, words }]);
};

export const printerBusy = (printer: string): Refusal =>
  new Refusal(
    'PRINTER_BUSY',
    'conflict',
    {
      zh: `打印机 ${printer} 正在打印另一份标签，请等它打完再试。`,
      en: `Printer ${printer} is printing other labels. Wait until it has finished.`,
    },
    { printer },
  );

export const printerUnreachable = (printer: string): Refusal =>
  new Refusal(
    'PRINTER_UNREACHABLE',
    'conflict',
    {
      zh: `打印机 ${printer} 没有应答，什么都没有打印。请检查电源、网线和纸，或下载 ZPL 文件打印。`,
      en: `Printer ${printer} does not answer; nothing was printed. Check its power, cable and paper, or print the ZPL file.`,
    },
    { printer },
  );

const invalid = (code: string, words: Words, errors: readonly InputFault[]): Refusal =>
  new Refusal(code, 'invalid', words, {}, errors);

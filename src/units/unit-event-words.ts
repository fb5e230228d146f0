import type { Words } from '../kernel/words.ts';
import type { UnitEventType } from './ledger.ts';

/** What happened, for people, before it is said by whom and to whom. */
export const EVENT_WORDS: Readonly<Record<UnitEventType, Words>> = {
  minted: { zh: '签发标签', en: 'Label issued' },
  commissioned: { zh: '贴标入库', en: 'Labelled and taken into stock' },
  voided: { zh: '标签作废', en: 'Label voided' },
  shipped: { zh: '发货', en: 'Shipped' },
  received: { zh: '收货', en: 'Received' },
  shipment_voided: { zh: '发货撤销，退回库存', en: 'Shipment voided, back in stock' },
  allocated: { zh: '分配到工单', en: 'Allocated to a repair order' },
  released: { zh: '从工单退回库存', en: 'Returned from a repair order to stock' },
  fitted: { zh: '装车', en: 'Fitted' },
  fitting_undone: { zh: '撤销装车', en: 'Fitting undone' },
  removed: { zh: '从车上拆下', en: 'Removed from the vehicle' },
  removal_undone: { zh: '撤销拆下', en: 'Removal undone' },
  old_part: { zh: '旧件处理', en: 'Old part disposed of' },
  received_old: { zh: '旧件收回', en: 'Received as an old part' },
  hold_placed: { zh: '冻结', en: 'Put on hold' },
  hold_clearance_proposed: { zh: '第一人同意解除冻结', en: 'First of two agreed to clear a hold' },
  hold_cleared: { zh: '解除冻结', en: 'Hold cleared' },
  reported_missing: { zh: '报失', en: 'Reported missing' },
  found: { zh: '找回', en: 'Found' },
  inspected: { zh: '检验', en: 'Inspected' },
  relabelled: { zh: '重新贴标', en: 'Relabelled' },
  destroyed: { zh: '销毁', en: 'Destroyed' },
};

/** What somebody read the label for. */
export const SIGHTING_WORDS: Readonly<Record<string, Words>> = {
  receive: { zh: '收货时扫描', en: 'Scanned at receipt' },
  check: { zh: '查验扫描', en: 'Scanned for a check' },
  fit: { zh: '装车前扫描', en: 'Scanned before fitting' },
  return: { zh: '退货扫描', en: 'Scanned at return' },
  audit: { zh: '盘点扫描', en: 'Scanned at an audit' },
  public: { zh: '公众扫描', en: 'Scanned by the public' },
};

export const UNTOLD_SIGHTING: Words = { zh: '标签被扫描', en: 'Label scanned' };

/** `Shipped by Hangzhou warehouse to West Lake service`: the parts that this reader may not know are `null`. */
export function sayWho(what: Words, by: Words | null, to: Words | null): Words {
  return {
    zh: `${by ? `${by.zh}：` : ''}${what.zh}${to ? `，收货方 ${to.zh}` : ''}`,
    en: `${what.en}${by ? ` by ${by.en}` : ''}${to ? ` to ${to.en}` : ''}`,
  };
}

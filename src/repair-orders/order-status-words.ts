import type { Words } from '../kernel/words.ts';

/** How far a repair order has come, as a workshop says it. */
export const ORDER_STATUS_WORDS = {
  draft: { zh: '草稿', en: 'Draft' },
  checked_in: { zh: '已进厂', en: 'Checked in' },
  estimated: { zh: '已报价', en: 'Estimated' },
  approved: { zh: '已确认', en: 'Approved' },
  in_progress: { zh: '维修中', en: 'In progress' },
  on_hold: { zh: '暂停', en: 'On hold' },
  ready: { zh: '可交车', en: 'Ready' },
  invoiced: { zh: '已开票', en: 'Invoiced' },
  delivered: { zh: '已交车', en: 'Delivered' },
  closed: { zh: '已结束', en: 'Closed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Readonly<Record<string, Words>>;

import type { Words } from '../kernel/words.ts';

/** A unit as its label names it. */
interface UnitKey {
  readonly gtin: string;
  readonly serial: string;
}

/** A bill whose owner may want to know: the workshop's own, by the numbers that its own system gave it. */
export interface BillTold {
  readonly repairOrder: string;
  readonly number: string;
}

/** Only to the workshop that made the bills: the newest first, of many the first fifty. */
interface BillsTold {
  readonly bills?: readonly BillTold[];
  readonly billCount?: number;
}

export interface FlagTold extends BillsTold {
  /** As in `GET /api/flags/{id}`. */
  readonly flag: string;
  readonly rule: string;
  readonly name: string;
  readonly level: number;
  readonly partNumber: string | null;
  /** Code of the workshop where it came up. */
  readonly workshop: string | null;
  readonly unit: UnitKey | null;
  /** Only to who may read the case. */
  readonly case?: string | null;
}

export interface CaseTold {
  /** As in `GET /api/cases/{number}`. */
  readonly case: string;
  readonly kind: string;
  readonly status: string;
  readonly workshop: string | null;
  readonly unit: UnitKey | null;
  readonly openedAt: string;
  readonly dueAt: string;
}

export interface RecallTold extends BillsTold {
  readonly recall: string;
  /** Code of the maker. */
  readonly maker: string;
  readonly partNumber: string;
  readonly lot: string | null;
  readonly title: Words;
}

interface InvoiceTold {
  readonly repairOrder: string;
  readonly number: string;
  readonly version: number;
  readonly contentHash: string;
}

interface WebhookTold {
  readonly webhook: string;
}

/**
 * Everything that organisations are told, by type: the contract of webhooks. Members are named one by one and are ids,
 * codes, numbers and times: never free text that people typed, never a vehicle, a plate or an owner. Who wants more asks
 * the API, which checks whether they may know.
 */
export interface EventData {
  'flag.opened': FlagTold;
  'case.opened': CaseTold;
  'case.answered': CaseTold;
  'case.accepted': CaseTold;
  'case.declined': CaseTold;
  'case.escalated': CaseTold;
  'case.closed': CaseTold;
  'recall.opened': RecallTold;
  'invoice.issued': InvoiceTold;
  'invoice.changed': InvoiceTold;
  'webhook.disabled': WebhookTold;
  'webhook.test': WebhookTold;
}
export type EventType = keyof EventData;

const WHAT_HAPPENED: Readonly<Record<EventType, Words>> = {
  'flag.opened': { zh: '新的 4 级或 5 级疑点', en: 'A new flag of level 4 or 5' },
  'case.opened': { zh: '新案件', en: 'A new case' },
  'case.answered': { zh: '案件已答复', en: 'A case was answered' },
  'case.accepted': { zh: '车主接受了答复', en: 'The owner accepted the answer' },
  'case.declined': { zh: '车主不接受答复', en: 'The owner did not accept the answer' },
  'case.escalated': { zh: '案件逾期未答复，已上报厂家', en: 'A case is late and was passed on to the maker' },
  'case.closed': { zh: '案件已结束', en: 'A case was closed' },
  'recall.opened': { zh: '新的召回', en: 'A new recall' },
  'invoice.issued': { zh: '已开具结算单', en: 'An invoice was issued' },
  'invoice.changed': { zh: '结算单有新版本', en: 'An invoice was issued again with other content' },
  'webhook.disabled': { zh: 'Webhook 已停用', en: 'A webhook was disabled' },
  'webhook.test': { zh: 'Webhook 测试', en: 'A test of a webhook' },
};
export const EVENT_TYPES = Object.keys(WHAT_HAPPENED) as readonly EventType[];
export const wordsOfEvent = (type: EventType): Words => WHAT_HAPPENED[type];

/** One event as one organisation is told it. */
export interface OutboxEvent<Type extends EventType = EventType> {
  readonly id: string;
  readonly type: Type;
  readonly at: Date;
  readonly data: EventData[Type];
}

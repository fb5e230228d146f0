import type { EventData, OutboxEvent } from '../outbox/events.ts';
import { wordsOfEvent } from '../outbox/events.ts';
import type { Language, Words } from '../kernel/words.ts';
import type { MailedType } from './mail-readers.ts';

/** A plain text message. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

type Fact = readonly [name: Words, value: string | number | null];

const NAME = {
  rule: { zh: '规则', en: 'Rule' },
  part: { zh: '零件号', en: 'Part number' },
  workshop: { zh: '维修店', en: 'Workshop' },
  case: { zh: '案件', en: 'Case' },
  due: { zh: '答复期限', en: 'Answer due' },
  recall: { zh: '召回', en: 'Recall' },
  lot: { zh: '批号', en: 'Lot' },
  title: { zh: '内容', en: 'About' },
  order: { zh: '工单', en: 'Repair order' },
  invoice: { zh: '结算单', en: 'Invoice' },
  version: { zh: '版本', en: 'Version' },
  webhook: { zh: 'Webhook 编号', en: 'Webhook' },
} as const satisfies Record<string, Words>;

const TIMES: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }),
  en: new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }),
};

const caseFacts = (told: EventData['case.opened'], language: Language): readonly Fact[] => [
  [NAME.case, told.case],
  [NAME.workshop, told.workshop],
  [NAME.due, told.status === 'closed' ? null : TIMES[language].format(new Date(told.dueAt))],
];
const invoiceFacts = (told: EventData['invoice.issued']): readonly Fact[] => [
  [NAME.order, told.repairOrder],
  [NAME.invoice, told.number],
  [NAME.version, told.version],
];

/** What each type tells; the first fact stands in the subject. */
const FACTS: { readonly [Type in MailedType]: (told: EventData[Type], language: Language) => readonly Fact[] } = {
  'flag.opened': (told) => [
    [NAME.rule, `${told.rule} ${told.name} (L${told.level})`],
    [NAME.part, told.partNumber],
    [NAME.workshop, told.workshop],
    [NAME.case, told.case ?? null],
  ],
  'case.opened': caseFacts,
  'case.answered': caseFacts,
  'case.accepted': caseFacts,
  'case.declined': caseFacts,
  'case.escalated': caseFacts,
  'case.closed': caseFacts,
  'recall.opened': (told, language) => [
    [NAME.recall, told.recall],
    [NAME.title, told.title[language]],
    [NAME.part, told.partNumber],
    [NAME.lot, told.lot],
  ],
  'invoice.issued': invoiceFacts,
  'invoice.changed': invoiceFacts,
  'webhook.disabled': (told) => [[NAME.webhook, told.webhook]],
};

const SIGNATURE: Words = {
  zh: '您收到此邮件是因为您在真件的角色。在“账号”页可以选择接收哪些通知：',
  en: 'You get this because of your role at Truepart. Choose what you are told on your account page:',
};
const SEE: Words = { zh: '登录查看：', en: 'Sign in to see it:' };
const BRAND: Words = { zh: '真件', en: 'Truepart' };

/**
 * A message about one event in its reader’s language. It holds what the event holds and nothing more: no vehicle, no plate,
 * no owner travels by mail.
 * @param place path of the page where the reader can see it.
 */
export function mailText(
  event: OutboxEvent<MailedType>,
  language: Language,
  publicUrl: string,
  place: string,
): MailText {
  const factsOf = FACTS[event.type] as (told: EventData[MailedType], language: Language) => readonly Fact[];
  const facts = factsOf(event.data, language).filter(([, value]) => value !== null);
  const what = wordsOfEvent(event.type)[language];
  const colon = language === 'zh' ? '：' : ': ';
  return {
    subject: `[${BRAND[language]}] ${what}${colon}${facts[0]?.[1] ?? ''}`,
    text: [
      `${what}${language === 'zh' ? '。' : '.'}`,
      '',
      ...facts.map(([name, value]) => `${name[language]}${colon}${value}`),
      '',
      SEE[language],
      `${publicUrl}${place}`,
      '',
      '-- ',
      SIGNATURE[language],
      `${publicUrl}/account`,
      '',
    ].join('\n'),
  };
}

/** Where it can be seen: a case on the analyst’s desk, or where its workshop answers owners. What has no page begins at home. */
export function placeOf({ type, data }: OutboxEvent<MailedType>, isAnalyst: boolean): string {
  if (type.startsWith('case.'))
    return `${isAnalyst ? '/desk/cases' : '/questions'}/${(data as EventData['case.opened']).case}`;
  if (!isAnalyst) return '/home';
  if (type === 'flag.opened') return `/desk/flags/${(data as EventData['flag.opened']).flag}`;
  return type === 'recall.opened' ? '/desk/recalls' : '/home';
}

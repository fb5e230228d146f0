import type { Language } from '../../kernel/words.ts';
import { catalogue, counted } from '../design/catalogue.ts';

export const NOTIFICATION_WORDS = catalogue({
  title: { zh: '邮件通知', en: 'E-mail' },
  events: { zh: '发生以下事情时，发邮件告诉我', en: 'Write to me when this happens' },
  language: { zh: '邮件语言', en: 'Language of the messages' },
  means: {
    zh: '发到您登录用的邮箱。邮件里只有编号、时间和链接，没有车辆和车主的信息。',
    en: 'To the address that you sign in with. Messages carry numbers, times and a link, and nothing of a vehicle or an owner.',
  },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  savedSome: {
    zh: (count: number) => `${count} 种事情会发邮件告诉您。`,
    en: (count: number) => `You will be written to about ${counted(count, 'kind of event', 'kinds of events')}.`,
  },
  savedNone: { zh: '不会给您发邮件。', en: 'You will not be written to.' },
  notSent: {
    zh: '这里目前没有配置发信服务器，不会发出邮件。您的选择会保存，等配置好后生效。',
    en: 'No mail server is set up here, so nothing is sent. What you choose is kept and holds once there is one.',
  },
});

/** Each in its own language: who cannot read the page finds theirs all the same. */
export const LANGUAGE_NAME: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

import { catalogue } from '../design/catalogue.ts';

export const SATISFACTION_WORDS = catalogue({
  ask: { zh: '服务是否如您所愿？', en: 'Was the service what you expected?' },
  why: {
    zh: '两个问题，点完提交。维修店和厂家只看到数字，您只能评一次。',
    en: 'Two questions. The workshop and the maker see the figures alone, and you can answer once.',
  },
  expected: { zh: '您期望的服务', en: 'The service you expected' },
  received: { zh: '您得到的服务', en: 'The service you received' },
  least: { zh: '一般', en: 'modest' },
  most: { zh: '非常好', en: 'excellent' },
  send: { zh: '提交', en: 'Send' },
  thanks: { zh: '谢谢，已记下', en: 'Thank you, that is recorded' },
  said: {
    zh: (expected: number, received: number, percent: string) =>
      `您期望 ${expected} 分，得到 ${received} 分（满分 5 分）：满意度 ${percent}。`,
    en: (expected: number, received: number, percent: string) =>
      `You expected ${expected} and received ${received} of 5: satisfaction ${percent}.`,
  },
});

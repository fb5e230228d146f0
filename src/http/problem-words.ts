import type { RefusalKind } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';

export const TITLE_OF_KIND: Readonly<Record<RefusalKind, Words>> = {
  invalid: { zh: '提交内容有误', en: 'Bad input' },
  unauthenticated: { zh: '需要登录', en: 'Sign-in needed' },
  forbidden: { zh: '无权操作', en: 'Not allowed' },
  missing: { zh: '未找到', en: 'Not found' },
  conflict: { zh: '业务规则不允许', en: 'Refused by the rules of the trade' },
  blocked: { zh: '被未结问题阻止', en: 'Blocked by open findings' },
  throttled: { zh: '请求过于频繁', en: 'Too many requests' },
};

export const FAULT_TITLE: Words = { zh: '系统故障', en: 'A fault of ours' };

interface StatusProblem {
  readonly code: string;
  readonly words: Words;
}

/** What transport itself refuses, by status. */
export const PROBLEM_OF_STATUS: Readonly<Record<number, StatusProblem>> = {
  400: {
    code: 'MALFORMED_REQUEST',
    words: {
      zh: '请求无法解析：请检查地址、编码和 JSON 格式。',
      en: 'The request cannot be read: look at its address, its encoding (UTF-8) and its JSON.',
    },
  },
  401: { code: 'UNAUTHENTICATED', words: { zh: '请先登录。', en: 'Sign in first.' } },
  403: { code: 'FORBIDDEN', words: { zh: '您无权进行此操作。', en: 'You may not do this.' } },
  404: { code: 'NOT_FOUND', words: { zh: '没有这个地址或对象。', en: 'There is no such address or thing.' } },
  405: {
    code: 'METHOD_NOT_ALLOWED',
    words: {
      zh: '此地址不支持该方法；可用方法见 Allow 头。',
      en: 'This address has other methods: see the Allow header.',
    },
  },
  406: {
    code: 'NOT_ACCEPTABLE',
    words: { zh: '无法以所要求的格式回答。', en: 'No answer in a media type you accept.' },
  },
  408: { code: 'REQUEST_TIMEOUT', words: { zh: '请求接收超时。', en: 'The request did not arrive in time.' } },
  413: { code: 'BODY_TOO_LARGE', words: { zh: '提交的内容过大。', en: 'The body is larger than this route takes.' } },
  414: { code: 'ADDRESS_TOO_LONG', words: { zh: '地址过长。', en: 'The address is too long.' } },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    words: {
      zh: '不支持此内容类型；通常应为 application/json。',
      en: 'This content type is not taken; mostly application/json is.',
    },
  },
  429: {
    code: 'TOO_MANY_REQUESTS',
    words: { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests; try again later.' },
  },
  431: { code: 'HEADERS_TOO_LARGE', words: { zh: '请求头过大。', en: 'The headers are too large.' } },
  500: {
    code: 'INTERNAL_FAULT',
    words: {
      zh: '系统发生故障，已记录。请凭请求编号联系我们。',
      en: 'Something broke on our side and was recorded. Quote the request id.',
    },
  },
  503: {
    code: 'UNAVAILABLE',
    words: { zh: '系统暂时不可用，请稍后重试。', en: 'Not available at the moment; please try again.' },
  },
};

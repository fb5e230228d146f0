import { type InputFault, Refusal } from '../kernel/refusal.ts';

/** The input is malformed: `errors` says where, what was expected and what was found. */
export const invalidInput = (errors: readonly InputFault[]): Refusal =>
  new Refusal(
    'INVALID_INPUT',
    'invalid',
    { zh: '提交的内容有误，请按所列位置更正。', en: 'The input is not valid; see each place that is listed.' },
    {},
    errors,
  );

export const fileMissing = (): Refusal =>
  new Refusal('FILE_MISSING', 'invalid', {
    zh: '请求中没有文件：请以 text/csv 发送，或用 multipart 附上一个文件',
    en: 'There is no file in the request: send it as text/csv, or attach one as multipart',
  });

export const tooManyRequests = (secondsLeft: number): Refusal =>
  new Refusal(
    'TOO_MANY_REQUESTS',
    'throttled',
    {
      zh: `请求过于频繁，请在 ${secondsLeft} 秒后再试。`,
      en: `Too many requests. Try again in ${secondsLeft} seconds.`,
    },
    { retryAfter: secondsLeft },
  );

export const badCursor = (): Refusal =>
  invalidInput([
    {
      path: 'after',
      message: 'expected the "next" of an earlier page of this list',
      words: { zh: '应为本列表上一页返回的 next', en: 'expected the "next" of an earlier page of this list' },
    },
  ]);

export const idempotencyKeyReused = (): Refusal =>
  new Refusal('IDEMPOTENCY_KEY_REUSED', 'conflict', {
    zh: '该 Idempotency-Key 已用于另一个请求。',
    en: 'This Idempotency-Key was used for another request.',
  });

export const stillInProgress = (secondsToWait: number): Refusal =>
  new Refusal(
    'IDEMPOTENCY_IN_PROGRESS',
    'conflict',
    {
      zh: '使用该 Idempotency-Key 的请求仍在处理中，请稍后以相同的键重试。',
      en: 'A request with this Idempotency-Key is still under way: retry later with the same key.',
    },
    { retryAfter: secondsToWait },
  );

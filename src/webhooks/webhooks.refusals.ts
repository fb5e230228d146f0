import { Refusal } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';

export const webhookNotFound = (): Refusal =>
  new Refusal('WEBHOOK_NOT_FOUND', 'missing', { zh: '没有这个 webhook。', en: 'There is no such webhook.' });

export const tooManyWebhooks = (most: number): Refusal =>
  new Refusal('TOO_MANY_WEBHOOKS', 'conflict', {
    zh: `每个组织最多 ${most} 个 webhook，请先删除不用的。`,
    en: `An organisation has at most ${most} webhooks. Delete one that is not needed.`,
  });

export const webhookDisabled = (): Refusal =>
  new Refusal('WEBHOOK_DISABLED', 'conflict', {
    zh: '该 webhook 已停用，请先恢复。',
    en: 'This webhook is disabled. Resume it first.',
  });

const badAddress = (code: string, words: Words): Refusal =>
  new Refusal(code, 'invalid', words, {}, [{ path: 'url', message: words.en, words }]);

export const addressNotAllowed = (): Refusal =>
  badAddress('WEBHOOK_ADDRESS_NOT_ALLOWED', {
    zh: '应为公网上的 https 地址；内部网络由系统管理员在 WEBHOOK_NETWORKS 中开放',
    en: 'expected an https address on the public internet; the operator opens other networks by WEBHOOK_NETWORKS',
  });

export const addressWithSecrets = (): Refusal =>
  badAddress('WEBHOOK_ADDRESS_WITH_PASSWORD', {
    zh: '地址中不能有用户名、密码或 # 片段；请用签名验证来源',
    en: 'expected no user name, password or # in the address; the signature tells where a message is from',
  });

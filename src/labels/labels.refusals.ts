import type { ConstraintRefusals } from '../database/constraints.ts';
import { Refusal } from '../kernel/refusal.ts';

/** The same whether there is no such key or it is another maker's. */
export const signingKeyNotFound = () =>
  new Refusal('SIGNING_KEY_NOT_FOUND', 'missing', {
    zh: '没有找到该签名密钥。',
    en: 'There is no such signing key.',
  });

export const notAMaker = () =>
  new Refusal('NOT_A_MAKER', 'conflict', {
    zh: '只有厂商才有签名密钥。',
    en: 'Only a maker has signing keys.',
  });

export const cutOffInFuture = () =>
  new Refusal(
    'KEY_CUT_OFF_IN_FUTURE',
    'invalid',
    { zh: '截止时间不能晚于现在。', en: 'The cut-off cannot lie in the future.' },
    {},
    [
      {
        path: 'cutOff',
        message: 'a time that has passed',
        words: { zh: '须为已经过去的时间', en: 'must be a time that has passed' },
      },
    ],
  );

/** Moving it later would make labels good again that were already refused. */
export const cutOffOnlyEarlier = (cutOff: Date) =>
  new Refusal(
    'KEY_ALREADY_REVOKED',
    'conflict',
    {
      zh: '该密钥已吊销，截止时间只能再提前，不能推后。',
      en: 'This key is revoked already; its cut-off can be moved earlier, not later.',
    },
    { cutOff: cutOff.toISOString() },
  );

export const keyChangedMeanwhile = () =>
  new Refusal('SIGNING_KEY_CHANGED', 'conflict', {
    zh: '签名密钥刚刚被他人更换，请重新查看后再试。',
    en: 'Somebody else changed the signing key just now: look again, then retry.',
  });

export const LABELS_CONSTRAINTS: ConstraintRefusals = { signing_key_active_once: keyChangedMeanwhile };

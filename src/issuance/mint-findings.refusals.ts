import type { Finding } from '../flags/rule.ts';
import { Refusal } from '../kernel/refusal.ts';

/** Far more than is usual, and one person alone behind it: stopped before it took effect, and kept as a prevented finding. */
export const mintNeedsAnother = (findings: readonly Finding[]): Refusal =>
  new Refusal(
    'MINT_NEEDS_SECOND_PERSON',
    'conflict',
    {
      zh: '数量远超以往，需由另一位负责人导入订单后再发码。',
      en: 'This is far more than usual. Another person has to import the order for it first.',
    },
    {
      findings: findings.map(({ rule, name, level, message, next, evidence }) => ({
        rule,
        name,
        level,
        message,
        next,
        evidence,
      })),
    },
  );

import type { Words } from '../../kernel/words.ts';
import type { HoldKind } from '../../units/unit-lifecycle.ts';
import { catalogue } from '../design/catalogue.ts';

export const HOLD = catalogue({
  recall: { zh: '召回', en: 'Recall' },
  quarantine: { zh: '隔离', en: 'Quarantine' },
  stolen: { zh: '报失窃', en: 'Reported stolen' },
  clone_suspected: { zh: '疑似复制标签', en: 'Cloned label suspected' },
  clone_confirmed: { zh: '确认复制标签', en: 'Cloned label confirmed' },
  dispute: { zh: '争议', en: 'Dispute' },
  expired: { zh: '过期', en: 'Expired' },
  key_compromised: { zh: '密钥泄露', en: 'Key compromised' },
} satisfies Record<HoldKind, Words>);

import type { Words } from '../../kernel/words.ts';
import type { MissingReason, VoidReason } from '../../units/unit-reasons.ts';
import { catalogue } from '../design/catalogue.ts';

export const VOID_REASON = catalogue({
  misprint: { zh: '印坏了', en: 'Misprint' },
  damaged: { zh: '损坏', en: 'Damaged' },
  lost_label: { zh: '标签丢失', en: 'Label lost' },
  not_used: { zh: '没有使用', en: 'Not used' },
} satisfies Record<VoidReason, Words>);

export const MISSING_REASON = catalogue({
  lost: { zh: '遗失', en: 'Lost' },
  stolen: { zh: '被盗', en: 'Stolen' },
} satisfies Record<MissingReason, Words>);

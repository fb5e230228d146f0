import type { LineCategory, PayType } from '../../flags/evidence.ts';
import type { Words } from '../../kernel/words.ts';
import { catalogue } from '../design/catalogue.ts';

/** The four categories of 汽车销售管理办法 and the owner’s own part: what a line of a bill calls it. */
export const CATEGORY = catalogue({
  original: { zh: '原厂件', en: 'Original part' },
  matching_quality: { zh: '质量相当件', en: 'Part of matching quality' },
  remanufactured: { zh: '再制造件', en: 'Remanufactured part' },
  reused: { zh: '回用件', en: 'Reused part' },
  customer_supplied: { zh: '自配件', en: 'Your own part' },
} satisfies Record<LineCategory, Words>);

/** The same in plain words, for somebody who hears them for the first time. */
export const CATEGORY_MEANS = catalogue({
  original: { zh: '汽车厂家提供的零件', en: 'supplied by the maker of the car' },
  matching_quality: {
    zh: '不是汽车厂家提供的，质量与原厂件相当',
    en: 'not from the maker of the car, of the same quality',
  },
  remanufactured: { zh: '旧件经专业修复，恢复到新件的性能', en: 'a used part restored to work like a new one' },
  reused: { zh: '从别的车上拆下、还能继续用的零件', en: 'taken from another car and still fit for use' },
  customer_supplied: { zh: '您自己带来的零件', en: 'you brought it yourself' },
} satisfies Record<LineCategory, Words>);

/** Who pays, where it is not the owner. */
export const PAID_BY = catalogue({
  customer: { zh: '由您支付', en: 'Paid by you' },
  warranty: { zh: '质保承担，不向您收费', en: 'Covered by warranty, not charged to you' },
  goodwill: { zh: '厂家或维修店优惠承担，不向您收费', en: 'Paid as goodwill, not charged to you' },
  insurance: { zh: '由保险支付', en: 'Paid by the insurer' },
  internal: { zh: '维修店自行承担，不向您收费', en: 'Paid by the workshop itself' },
} satisfies Record<PayType, Words>);

export const OLD_PART = catalogue({
  with_owner: { zh: '已交还给您', en: 'Handed to you' },
  waived: { zh: '您表示不要，由维修店处理', en: 'Left to the workshop, as you wished' },
  none: { zh: '没有换下旧件', en: 'There was no old part' },
  core_return: { zh: '退回厂家再制造', en: 'Returned to the maker for remanufacturing' },
  warranty_return: { zh: '因质保退回厂家', en: 'Returned to the maker under warranty' },
});

export const CHANNEL = catalogue({
  in_person: { zh: '当面', en: 'in person' },
  phone: { zh: '电话', en: 'by phone' },
  message: { zh: '短信或微信', en: 'by message' },
  signature: { zh: '签字', en: 'by signature' },
  online: { zh: '网上', en: 'online' },
});

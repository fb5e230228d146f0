import { SET_ASIDE } from '../flags/rules/guidance.ts';
import type { Words } from '../kernel/words.ts';

export type Outcome = 'consistent' | 'caution' | 'suspect' | 'unknown' | 'unreadable';

/** A unit on hold about which the rules have nothing to say at this moment. */
export const HELD: Words = {
  zh: '这个零件已被扣留，正在核查：先不要装车或发出，请主管联系厂家。',
  en: 'This unit is on hold while it is being checked. Neither fit nor ship it; have a supervisor ask the maker.',
};

/** The same for whoever holds the part without an account. */
export const HELD_FOR_OWNER: Words = {
  zh: '厂家正在核查这个零件，核查结束前请先不要装车；如已装在您的车上，请询问维修店。',
  en: 'The maker is looking into this part. It should not be fitted until that is over; if it is in your car already, ask the workshop.',
};

/** What the person who acts does where no finding says it more exactly. */
export const STAFF_NEXT: Readonly<Record<Outcome, Words>> = {
  consistent: { zh: '记录一致，可以继续。', en: 'The records agree. Go on.' },
  caution: { zh: '先核对再继续，并说明原因。', en: 'Check before you go on, and give the reason.' },
  suspect: SET_ASIDE,
  unknown: {
    zh: '厂家的登记里没有这个零件：先不要装车，请联系供货方。',
    en: 'The maker has no record of this part. Do not fit it; ask whoever supplied it.',
  },
  unreadable: { zh: '请再扫一次。', en: 'Scan again.' },
};

/** What the car’s owner can do. The rules’ own next steps are for staff. */
export const OWNER_NEXT: Readonly<Record<Outcome, Words>> = {
  consistent: {
    zh: '与厂家的记录相符，您无需再做什么。',
    en: 'This matches the maker’s records. There is nothing you need to do.',
  },
  caution: {
    zh: '请向维修店出示这个结果，并请他们说明。',
    en: 'Show this to the workshop and ask them to explain it.',
  },
  suspect: {
    zh: '与厂家的记录不符。请保留零件、包装和票据，请维修店说明，也可以联系厂家。',
    en: 'This does not match the maker’s records. Keep the part, its box and the bill; ask the workshop, or the maker.',
  },
  unknown: {
    zh: '厂家的记录里没有查到。请核对输入是否正确，或直接扫描标签；仍查不到时，请询问维修店。',
    en: 'Nothing was found in the maker’s records. Check what was typed, or scan the label; if it stays so, ask the workshop.',
  },
  unreadable: {
    zh: '没有读清楚。请擦净标签，换个角度或光线再试一次。',
    en: 'The label could not be read. Wipe it and try again from another angle or in better light.',
  },
};

import type { ConstraintRefusals } from '../database/constraints.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { HoldKind } from './unit-lifecycle.ts';

/** The same whether there is no such unit or it is none of the caller's: a refusal must not tell which. */
export const unitNotFound = () =>
  new Refusal('UNIT_NOT_FOUND', 'missing', {
    zh: '没有找到该零件，或您无权查看。',
    en: 'There is no such unit, or it is not yours to see.',
  });

export const notInYourCustody = () =>
  new Refusal('UNIT_NOT_IN_CUSTODY', 'conflict', {
    zh: '该零件不在贵单位保管之下。',
    en: 'This unit is not in your custody.',
  });

export const unitOnHold = (holds: readonly HoldKind[]) =>
  new Refusal(
    'UNIT_ON_HOLD',
    'conflict',
    { zh: `零件已被冻结：${holds.join('、')}。`, en: `This unit is on hold: ${holds.join(', ')}.` },
    { holds },
  );

export const notDestroyable = () =>
  new Refusal('UNIT_NOT_DESTROYABLE', 'conflict', {
    zh: '只有库存件、车主放弃的旧件、已收回的旧件，或被冻结的零件可以销毁。',
    en: 'Only stock, what an owner left, received old parts and held units can be destroyed.',
  });

export const witnessIsYourself = () =>
  new Refusal('WITNESS_IS_ACTOR', 'invalid', {
    zh: '见证人不能是操作人本人。',
    en: 'The witness must be somebody else than the person who destroys the unit.',
  });

export const holdAlreadyOpen = () =>
  new Refusal('HOLD_ALREADY_OPEN', 'conflict', {
    zh: '该零件已有同类冻结。',
    en: 'A hold of this kind is already open on this unit.',
  });

export const unitEnded = () =>
  new Refusal('UNIT_ENDED', 'conflict', {
    zh: '该零件已作废或销毁，不再变动。',
    en: 'This unit is voided or destroyed; nothing changes it any more.',
  });

export const holdNotOpen = (kind: HoldKind) =>
  new Refusal(
    'HOLD_NOT_OPEN',
    'missing',
    { zh: '该零件没有此类未解除的冻结。', en: 'No hold of this kind is open on this unit.' },
    { kind },
  );

/** Custodians may stop a part they distrust; every other hold is an analyst's word. */
export const holdNotYours = (kind: HoldKind) =>
  new Refusal(
    'HOLD_NOT_YOURS',
    'forbidden',
    {
      zh: '贵单位只能隔离自己保管的零件；其他冻结由厂商分析员设置。',
      en: 'You can quarantine what is in your custody; other holds are placed by the maker’s analyst.',
    },
    { kind },
  );

export const stolenNeedsReport = () =>
  new Refusal('REPORT_MISSING_INSTEAD', 'conflict', {
    zh: '被盗冻结随报失产生，请先报失。',
    en: 'A stolen hold comes with a report: report the unit missing instead.',
  });

export const stolenNeedsFound = () =>
  new Refusal('CLOSE_REPORT_INSTEAD', 'conflict', {
    zh: '该零件仍处于报失状态，请先登记找回。',
    en: 'This unit is still reported missing: record that it was found instead.',
  });

export const caseRequired = () =>
  new Refusal('CASE_REQUIRED', 'conflict', {
    zh: '解除冻结须写明案件编号。',
    en: 'Clearing a hold needs a case: name its number.',
  });

export const caseNotFound = () =>
  new Refusal('CASE_NOT_FOUND', 'missing', { zh: '没有该案件。', en: 'There is no such case.' });

/** Two people, not two calls and not two keys of one person. */
export const secondPersonNeeded = () =>
  new Refusal('SECOND_PERSON_NEEDED', 'conflict', {
    zh: '解除此冻结需要两个人：您已同意，请由另一位分析员确认。',
    en: 'Clearing this hold takes two people: you have agreed already, another analyst must confirm.',
  });

export const personNeeded = () =>
  new Refusal('PERSON_NEEDED', 'forbidden', {
    zh: '此冻结只能由两位登录人员解除，不能用接口密钥。',
    en: 'Only people can clear this hold, not an API key.',
  });

export const UNITS_CONSTRAINTS: ConstraintRefusals = {
  hold_open_once: holdAlreadyOpen,
  hold_cleared_by_two: secondPersonNeeded,
};

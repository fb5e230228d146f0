import type { ConstraintRefusals } from '../database/constraints.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { CodeFault } from './codes.ts';

/** The same whether there is no such shipment or it is somebody else's. */
export const shipmentNotFound = () =>
  new Refusal('SHIPMENT_NOT_FOUND', 'missing', {
    zh: '没有找到该发货单，或您无权查看。',
    en: 'There is no such shipment, or it is not yours to see.',
  });

export const cartonNotFound = () =>
  new Refusal('CARTON_NOT_FOUND', 'missing', {
    zh: '没有找到该箱，或您无权查看。',
    en: 'There is no such carton, or it is not yours to see.',
  });

/** Reasons that say the list itself is wrong; the others say that the trade forbids it now. */
const BAD_INPUT: readonly string[] = ['UNREADABLE_CODE', 'UNKNOWN_UNIT', 'REPEATED_CODE', 'UNKNOWN_CARTON'];
const MOST_FAULTS = 200;

/**
 * Every code that stands in the way, each with its place and reason; nothing was done. The code is the reason that they
 * all share, or CODES_REFUSED.
 */
export function codesRefused(faults: readonly CodeFault[]): Refusal {
  const reasons = [...new Set(faults.map((fault) => fault.reason))];
  const words =
    faults.length === 1
      ? faults[0]!.words
      : {
          zh: `${faults.length} 个标签有问题，整单未处理；请逐一更正。`,
          en: `${faults.length} codes cannot be used, so nothing was done; see each place that is listed.`,
        };
  return new Refusal(
    reasons.length === 1 ? reasons[0]! : 'CODES_REFUSED',
    reasons.every((reason) => BAD_INPUT.includes(reason)) ? 'invalid' : 'conflict',
    words,
    { faultCount: faults.length },
    faults.slice(0, MOST_FAULTS),
  );
}

/** Unknown, oneself, or outside the network: a refusal does not tell who else trades here. */
export function consigneeNotPossible(): Refusal {
  const words = {
    zh: '没有可以这样发货的收货单位：请核对单位代码和发货类型。',
    en: 'You cannot consign to this code in this way: check the code and the kind of shipment.',
  };
  return new Refusal('CONSIGNEE_NOT_POSSIBLE', 'invalid', words, {}, [{ path: 'to', message: words.en, words }]);
}

export const nothingToShip = () =>
  new Refusal('NOTHING_TO_SHIP', 'invalid', { zh: '没有要发的零件。', en: 'There is nothing to ship.' });

export const tooManyUnits = (most: number) =>
  new Refusal(
    'TOO_MANY_UNITS',
    'invalid',
    { zh: `一张发货单最多 ${most} 件。`, en: `One shipment holds at most ${most} units.` },
    { most },
  );

export const notConsignee = () =>
  new Refusal('NOT_CONSIGNEE', 'conflict', {
    zh: '只有收货单位可以收货。',
    en: 'Only the consignee can receive this shipment.',
  });

export const notSender = () =>
  new Refusal('NOT_SENDER', 'conflict', {
    zh: '只有发货单位可以撤销。',
    en: 'Only the sender can void this shipment.',
  });

export const shipmentVoided = () =>
  new Refusal('SHIPMENT_VOIDED', 'conflict', {
    zh: '发货单已撤销。请把货物单独存放，并联系发货方。',
    en: 'This shipment was voided. Keep the goods apart and ask the sender.',
  });

export const nothingInTransit = () =>
  new Refusal('NOTHING_IN_TRANSIT', 'conflict', {
    zh: '该发货单已没有在途的零件，无可撤销。',
    en: 'Nothing of this shipment is in transit any more, so there is nothing to void.',
  });

/** That many strangers are no surplus: somebody counts the wrong shipment. Nothing was recorded. */
export const wrongShipment = (count: number) =>
  new Refusal(
    'WRONG_SHIPMENT',
    'conflict',
    {
      zh: `有 ${count} 个标签不在这张发货单上，请核对是否选错了发货单。`,
      en: `${count} codes are not in this shipment: check whether you are counting another one.`,
    },
    { count },
  );

export const inspectionNotExpected = () =>
  new Refusal('INSPECTION_NOT_EXPECTED', 'invalid', {
    zh: '只有退回的新件需要检验结论。',
    en: 'Only returned new parts are inspected.',
  });

export const cartonSealed = () =>
  new Refusal('CARTON_SEALED', 'conflict', {
    zh: '箱已封好；要增减零件，请先拆封。',
    en: 'This carton is sealed: break the seal before you add or take out units.',
  });

export const cartonNotSealed = () =>
  new Refusal('CARTON_NOT_SEALED', 'conflict', { zh: '箱尚未封好。', en: 'This carton is not sealed.' });

export const cartonEmpty = () =>
  new Refusal('CARTON_EMPTY', 'conflict', { zh: '空箱不能封。', en: 'An empty carton cannot be sealed.' });

export const cartonShipped = () =>
  new Refusal('CARTON_SHIPPED', 'conflict', {
    zh: '箱已发出，不能再改动。',
    en: 'This carton has been shipped and cannot be changed.',
  });

export const cartonFull = (most: number) =>
  new Refusal(
    'CARTON_FULL',
    'conflict',
    { zh: `一箱最多 ${most} 件。`, en: `A carton holds at most ${most} units.` },
    { most },
  );

export const noCompanyPrefix = () =>
  new Refusal('MAKER_HAS_NO_PREFIX', 'conflict', {
    zh: '厂商尚未登记 GS1 公司前缀，无法生成箱号。',
    en: 'The maker has no GS1 company prefix on record, so cartons cannot be numbered.',
  });

export const cartonNumbersExhausted = () =>
  new Refusal('SSCC_EXHAUSTED', 'conflict', {
    zh: '该 GS1 公司前缀的箱号已用完。',
    en: 'All carton numbers of this GS1 company prefix are used.',
  });

const meanwhile = (code: string, zh: string, en: string) => () => new Refusal(code, 'conflict', { zh, en });

/** What the loser of a race hears. */
export const DISTRIBUTION_CONSTRAINTS: ConstraintRefusals = {
  unit_travels_once: meanwhile(
    'UNIT_ALREADY_SHIPPED',
    '其中有零件刚刚被另一张发货单发出。',
    'Another shipment has just taken one of these units.',
  ),
  unit_packed_once: meanwhile(
    'UNIT_PACKED',
    '其中有零件刚刚被装入另一个箱。',
    'Another carton has just taken one of these units.',
  ),
};

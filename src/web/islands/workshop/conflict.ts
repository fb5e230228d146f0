import type { Problem, Verdict } from './contract.ts';
import type { Deed } from './deed.ts';

/** What came back, as something a person can act upon. Each has a title and steps in `CONFLICT_WORDS`. */
export const CONFLICTS = [
  'alreadyFitted',
  'issuedElsewhere',
  'notInStock',
  'notIssued',
  'unknownUnit',
  'onHold',
  'needsReason',
  'needsSupervisor',
  'contradicts',
  'orderSettled',
  'orderGone',
  'wrongCar',
  'codeUnreadable',
  'undoRefused',
  'partOut',
  'photoAlone',
  'shipmentTrouble',
  'scanCaution',
  'scanSuspect',
  'scanUnknown',
  'scanUnreadable',
  'receiptDiffers',
  'other',
] as const;
export type ConflictKind = (typeof CONFLICTS)[number];

export interface Conflict {
  readonly kind: ConflictKind;
  /** How grave it looks: a bad read is no suspicion. */
  readonly state: 'suspect' | 'caution' | 'unknown' | 'plain';
  /** Somebody already did it with their hands: what was refused on paper is in the car all the same. */
  readonly isInCar: boolean;
  /** The same again with a reason would be taken from this person. */
  readonly canGiveReason: boolean;
}

type Kinds = Readonly<Record<string, readonly [ConflictKind, Conflict['state']]>>;

const BY_CODE: Kinds = {
  UNIT_ALREADY_FITTED: ['alreadyFitted', 'suspect'],
  UNIT_ALLOCATED_ELSEWHERE: ['issuedElsewhere', 'caution'],
  UNIT_NOT_IN_STOCK_HERE: ['notInStock', 'caution'],
  UNIT_NOT_ISSUED_HERE: ['notIssued', 'caution'],
  UNIT_UNKNOWN: ['unknownUnit', 'unknown'],
  UNIT_ON_HOLD: ['onHold', 'suspect'],
  REASON_REQUIRED: ['needsReason', 'caution'],
  SUPERVISOR_REQUIRED: ['needsSupervisor', 'caution'],
  FITTING_REFUSED: ['contradicts', 'suspect'],
  REPAIR_ORDER_SETTLED: ['orderSettled', 'caution'],
  REPAIR_ORDER_CANCELLED: ['orderSettled', 'caution'],
  REPAIR_ORDER_NOT_FOUND: ['orderGone', 'caution'],
  LINE_NOT_FOUND: ['orderGone', 'caution'],
  FITTING_NOT_FOUND: ['orderGone', 'caution'],
  WRONG_VEHICLE: ['wrongCar', 'caution'],
  OLD_PART_CODE_UNREADABLE: ['codeUnreadable', 'plain'],
  UNDO_REFUSED: ['undoRefused', 'caution'],
  PART_ALREADY_OUT: ['partOut', 'plain'],
  OLD_PART_NOT_FOUND: ['photoAlone', 'plain'],
  CODES_REFUSED: ['shipmentTrouble', 'caution'],
  SHIPMENT_NOT_FOUND: ['shipmentTrouble', 'caution'],
  SHIPMENT_VOIDED: ['shipmentTrouble', 'caution'],
  WRONG_SHIPMENT: ['shipmentTrouble', 'caution'],
  NOT_CONSIGNEE: ['shipmentTrouble', 'caution'],
};

const BY_OUTCOME: Readonly<Partial<Record<Verdict['outcome'], Kinds[string]>>> = {
  caution: ['scanCaution', 'caution'],
  suspect: ['scanSuspect', 'suspect'],
  unknown: ['scanUnknown', 'unknown'],
  unreadable: ['scanUnreadable', 'plain'],
};

/** Why a deed needs a person, or nothing where it does not. */
export function conflictOf(deed: Deed, isSupervisor: boolean): Conflict | null {
  if (deed.state === 'refused') return refused(deed, deed.answer as Problem, isSupervisor);
  if (deed.state !== 'done') return null;
  if (deed.kind === 'receipt') return receiptConflict(deed);
  const found = deed.kind === 'scan' ? BY_OUTCOME[(deed.answer as Verdict).outcome] : undefined;
  return found ? { kind: found[0], state: found[1], isInCar: false, canGiveReason: false } : null;
}

function refused(deed: Deed, { code, status }: Problem, isSupervisor: boolean): Conflict {
  const [kind, state] = BY_CODE[code] ?? ['other', status === 400 ? 'plain' : 'caution'];
  const isFitting = deed.kind === 'fitting';
  const takesReason = isFitting || deed.kind === 'removal';
  return {
    kind,
    state,
    isInCar: isFitting && deed.wentOn,
    canGiveReason: takesReason && (kind === 'needsReason' || (kind === 'needsSupervisor' && isSupervisor)),
  };
}

function receiptConflict({ answer }: Deed): Conflict | null {
  const { over, short } = answer as { readonly over: number; readonly short: number };
  if (over === 0 && short === 0) return null;
  return { kind: 'receiptDiffers', state: over > 0 ? 'caution' : 'plain', isInCar: false, canGiveReason: false };
}

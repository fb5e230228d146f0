import { Refusal } from '../kernel/refusal.ts';

/** Custody states of one physical part (docs/unit-lifecycle.md). */
export const UNIT_STATES = [
  'issued',
  'voided',
  'in_stock',
  'in_transit',
  'allocated',
  'fitted',
  'removed',
  'with_owner',
  'waived',
  'core_return',
  'warranty_return',
  'received_old',
  'missing',
  'destroyed',
] as const;
export type UnitState = (typeof UNIT_STATES)[number];

/**
 * The only legal steps in a unit's life. Who may take them is the use case's matter, guards are the rules'. An old part is fitted
 * again by an undo alone, which takes back that it came out.
 */
const NEXT = {
  issued: ['in_stock', 'voided', 'missing'],
  voided: [],
  in_stock: ['in_transit', 'allocated', 'missing', 'destroyed'],
  in_transit: ['in_stock', 'missing'],
  allocated: ['in_stock', 'fitted', 'missing'],
  fitted: ['allocated', 'removed'],
  removed: ['with_owner', 'waived', 'core_return', 'warranty_return', 'missing'],
  with_owner: ['fitted', 'missing'],
  waived: ['fitted', 'destroyed', 'missing'],
  core_return: ['fitted', 'received_old', 'missing'],
  warranty_return: ['fitted', 'received_old', 'missing'],
  received_old: ['destroyed', 'missing'],
  missing: ['in_stock'],
  destroyed: [],
} as const satisfies Record<UnitState, readonly UnitState[]>;

/** States that end a life: a unit in one of them never moves again. */
export const END_STATES = UNIT_STATES.filter((state) => NEXT[state].length === 0);

export const HOLD_KINDS = [
  'recall',
  'quarantine',
  'stolen',
  'clone_suspected',
  'clone_confirmed',
  'dispute',
  'expired',
  'key_compromised',
] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];
/** Of units that are looked for: those that a hold of this kind keeps, that any keeps, or that none does. */
export const HOLD_FILTERS = ['any', 'none', ...HOLD_KINDS] as const;
export type HoldFilter = (typeof HOLD_FILTERS)[number];

/** Holds whose clearing needs two people. The database checks it too. */
export const CLEARED_BY_TWO: readonly HoldKind[] = ['clone_confirmed', 'key_compromised'];

/** The steps that an open hold blocks. It never blocks receiving, removing, quarantine or destruction. */
const HELD_STEPS: readonly UnitState[] = ['allocated', 'in_transit', 'fitted'];

export class IllegalStep extends Refusal {
  constructor(
    readonly from: UnitState,
    readonly to: UnitState,
  ) {
    super(
      'ILLEGAL_STEP',
      'conflict',
      {
        zh: `零件当前状态为「${STATE_WORDS[from].zh}」，不能变为「${STATE_WORDS[to].zh}」。`,
        en: `This unit is ${STATE_WORDS[from].en}; it cannot become ${STATE_WORDS[to].en}.`,
      },
      { from, to },
    );
  }
}

export const isStep = (from: UnitState, to: UnitState): boolean => (NEXT[from] as readonly UnitState[]).includes(to);

/** `to`, if the table allows it. Throws {@link IllegalStep}. */
export function advance(from: UnitState, to: UnitState): UnitState {
  if (!isStep(from, to)) throw new IllegalStep(from, to);
  return to;
}

/**
 * Destruction is open from the states of the table and, besides, to a held unit wherever it lies, so that a quarantined
 * part can be destroyed where it was found. What is in a car, missing or already ended stays as it is: nobody destroys what
 * nobody has.
 */
export function isDestroyable(from: UnitState, holds: readonly HoldKind[]): boolean {
  return (
    isStep(from, 'destroyed') ||
    (holds.length > 0 && from !== 'fitted' && from !== 'missing' && !END_STATES.includes(from))
  );
}

/** The holds that stand in the way of a step; empty when it may go on. `fitted → allocated` is an undo and never held. */
export function blockingHolds(from: UnitState, to: UnitState, holds: readonly HoldKind[]): readonly HoldKind[] {
  return HELD_STEPS.includes(to) && from !== 'fitted' ? holds : [];
}

export const STATE_WORDS: Readonly<Record<UnitState, { zh: string; en: string }>> = {
  issued: { zh: '已发码未入库', en: 'issued, not yet in stock' },
  voided: { zh: '已作废', en: 'voided' },
  in_stock: { zh: '在库', en: 'in stock' },
  in_transit: { zh: '在途', en: 'in transit' },
  allocated: { zh: '已分配', en: 'allocated' },
  fitted: { zh: '已装车', en: 'fitted' },
  removed: { zh: '已拆下', en: 'removed' },
  with_owner: { zh: '车主已带走', en: 'with the owner' },
  waived: { zh: '车主放弃', en: 'left by the owner' },
  core_return: { zh: '旧件返还', en: 'on its way as a core' },
  warranty_return: { zh: '质保返还', en: 'on its way as a warranty return' },
  received_old: { zh: '旧件已收', en: 'received as an old part' },
  missing: { zh: '遗失或被盗', en: 'missing' },
  destroyed: { zh: '已销毁', en: 'destroyed' },
};

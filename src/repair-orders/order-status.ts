import { Refusal } from '../kernel/refusal.ts';
import { ORDER_STATUS_WORDS } from './order-status-words.ts';

export type OrderStatus = keyof typeof ORDER_STATUS_WORDS;
export const ORDER_STATUSES = Object.keys(ORDER_STATUS_WORDS) as readonly OrderStatus[];

/** Where a repair order may go from here. Never back: a comeback is a new order that names its parent. */
const NEXT: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  draft: ['checked_in', 'estimated', 'approved', 'cancelled'],
  checked_in: ['estimated', 'approved', 'cancelled'],
  estimated: ['approved', 'cancelled'],
  approved: ['in_progress', 'on_hold', 'cancelled'],
  in_progress: ['on_hold', 'ready', 'invoiced'],
  on_hold: ['in_progress', 'cancelled'],
  ready: ['in_progress', 'invoiced'],
  invoiced: ['delivered'],
  delivered: ['closed'],
  closed: [],
  cancelled: [],
};

/** A workshop's system may push an order up to here; what follows is recorded, not declared. */
export const PUSHED_STATUSES = ['draft', 'checked_in', 'estimated'] as const satisfies OrderStatus[];

/** The order is settled: its lines stand, and nothing more is fitted on it. */
export const isSettled = (status: string): boolean => ['invoiced', 'delivered', 'closed', 'cancelled'].includes(status);

/** Of an order whose car is still worked on. */
export const OPEN_STATUSES: readonly OrderStatus[] = ORDER_STATUSES.filter((status) => !isSettled(status));

export class IllegalOrderStatus extends Refusal {
  constructor(from: OrderStatus, to: OrderStatus) {
    const [is, wanted] = [ORDER_STATUS_WORDS[from], ORDER_STATUS_WORDS[to]];
    super(
      'ILLEGAL_ORDER_STATUS',
      'conflict',
      {
        zh: `工单状态为「${is.zh}」，不能改为「${wanted.zh}」。`,
        en: `This repair order is “${is.en}”; it cannot become “${wanted.en}”.`,
      },
      { from, to, allowed: NEXT[from] },
    );
  }
}

/** `to`, if the table allows it and, for a cancellation, nothing was fitted. Throws {@link IllegalOrderStatus}. */
export function advanceOrder(from: OrderStatus, to: OrderStatus, hasFittings: boolean): OrderStatus {
  if (!NEXT[from].includes(to) || (to === 'cancelled' && hasFittings)) throw new IllegalOrderStatus(from, to);
  return to;
}

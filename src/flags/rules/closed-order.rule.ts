import type { FittingEvidence, ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { isNew, unitMeant } from './scanned-unit.ts';

const SETTLED: readonly string[] = ['invoiced', 'delivered', 'closed', 'cancelled'];

/**
 * A part for an order whose bill is out. Reading what was fitted on it is no such thing: that is how a workshop shows its work.
 * Where a fitting has a code, its scan has already said it.
 */
export const closedOrder = rule({
  id: 'R24',
  name: 'CLOSED_ORDER',
  level: 4,
  subject: 'step',
  thresholds: {},
  check(evidence: ScanEvidence | FittingEvidence) {
    const { order } = evidence;
    if (order === null || !SETTLED.includes(order.status)) return null;
    if ('attempt' in evidence ? evidence.scan !== null : !isForTheOrder(evidence)) return null;
    return { facts: { order: order.number, status: order.status } };
  },
  words: {
    staff: ({ order, status }) =>
      status === 'cancelled'
        ? { zh: `工单 ${order} 已取消。`, en: `Repair order ${order} is cancelled.` }
        : {
            zh: `工单 ${order} 已开票，不能再登记零件。`,
            en: `Repair order ${order} is invoiced; nothing more goes on it.`,
          },
    owner: () => ({
      zh: '这次维修已经结算，之后又登记了零件。',
      en: 'A part was recorded after this repair had been settled.',
    }),
    next: () => ({
      zh: '请核对工单号；如是返修，请新建工单并注明原工单。',
      en: 'Check the order number. For a comeback, open a new order that names this one.',
    }),
  },
});

function isForTheOrder(evidence: ScanEvidence): boolean {
  const unit = unitMeant(evidence);
  if (evidence.purpose === 'fit') return unit?.fitting?.orderId !== evidence.order?.id;
  return evidence.purpose === 'check' && unit !== null && isNew(unit);
}

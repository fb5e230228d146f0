import type { FittingEvidence, InvoiceEvidence, RemovalEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/**
 * The car has fewer kilometres than it had before: a wound-back clock, a typing error, or another car. Small steps back are
 * readings taken on the way in and out of the yard. What another workshop read is not told.
 */
export const odometerBack = rule({
  id: 'R19',
  name: 'ODOMETER_BACK',
  level: 3,
  subject: 'order',
  thresholds: { toleranceKm: 500 },
  check(evidence: FittingEvidence | RemovalEvidence | InvoiceEvidence, { toleranceKm }) {
    const { order, vehicle } = evidence;
    const read = 'attempt' in evidence ? evidence.attempt.odometer : evidence.odometerOut;
    const reading = read ?? order.odometerIn;
    if (reading === null) return null;
    const isBelowOwn = read !== null && order.odometerIn !== null && read < order.odometerIn - toleranceKm;
    const isBelowEarlier = vehicle.odometer !== null && reading < vehicle.odometer - toleranceKm;
    return isBelowOwn || isBelowEarlier ? { facts: { reading, isBelowOwn } } : null;
  },
  words: {
    staff: ({ reading, isBelowOwn }) =>
      isBelowOwn
        ? {
            zh: `里程 ${reading} km 低于本工单的进厂里程。`,
            en: `${reading} km is less than this order has for the car on its arrival.`,
          }
        : {
            zh: `里程 ${reading} km 低于这辆车以前的记录。`,
            en: `${reading} km is less than this car had at an earlier repair.`,
          },
    owner: ({ reading }) => ({
      zh: `工单上的里程（${reading} km）低于以前的记录，请核对仪表。`,
      en: `The odometer reading on this order (${reading} km) is lower than an earlier one. Please compare it with the dashboard.`,
    }),
    next: () => ({
      zh: '请对照仪表重新读取里程；确实如此的，说明原因（例如换过仪表）。',
      en: 'Read the odometer again. If it is right, say why, such as an exchanged instrument.',
    }),
  },
});

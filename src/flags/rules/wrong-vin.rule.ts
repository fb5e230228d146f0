import type { FittingEvidence, RemovalEvidence, ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/** The VINs themselves are personal data and stay out of the finding. */
export const wrongVin = rule({
  id: 'R06',
  name: 'WRONG_VIN',
  level: 4,
  subject: 'step',
  thresholds: {},
  check(evidence: ScanEvidence | FittingEvidence | RemovalEvidence) {
    const seen = vinSeen(evidence);
    const { order } = evidence;
    if (order === null || seen === null || asRead(seen) === '' || asRead(seen) === asRead(order.vin)) return null;
    return { facts: { order: order.number } };
  },
  words: {
    staff: ({ order }) => ({
      zh: `车上的车架号与工单 ${order} 不一致。`,
      en: `The VIN on the car is not the one on repair order ${order}.`,
    }),
    owner: () => ({
      zh: '登记的车架号与您的车不一致。',
      en: 'The VIN that was recorded is not your car’s.',
    }),
    next: () => ({
      zh: '再扫一次车架号；仍不一致时，请核对车辆和工单，不要装车。',
      en: 'Scan the VIN again. If it still differs, check the car and the order before fitting anything.',
    }),
  },
});

/** Where the scan of a fitting saw the VIN too, the scan has already said so. */
function vinSeen(evidence: ScanEvidence | FittingEvidence | RemovalEvidence): string | null {
  if (!('attempt' in evidence)) return evidence.observed.vin;
  return 'scan' in evidence && evidence.scan?.observed.vin ? null : evidence.attempt.vin;
}

/** No VIN has I, O or Q (ISO 3779): who reads one has misread a 1 or a 0. */
const asRead = (vin: string): string =>
  vin
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replaceAll('I', '1')
    .replace(/[OQ]/g, '0');

import type {
  FittingEvidence,
  InvoiceEvidence,
  MintEvidence,
  OldPartEvidence,
  ReceiptEvidence,
  RemovalEvidence,
  ReturnEvidence,
  ScanEvidence,
} from './evidence.ts';
import type {
  AnswerEvidence,
  ComplaintEvidence,
  CoreEvidence,
  CrowdEvidence,
  OwnerScanEvidence,
  PaceEvidence,
  RateEvidence,
  SourceEvidence,
  TransitEvidence,
} from './later-evidence.ts';
import { register, type RegisteredRule } from './rule.ts';
import { aggregationBreak } from './rules/aggregation-break.rule.ts';
import { backdated } from './rules/backdated.rule.ts';
import { badSignature } from './rules/bad-signature.rule.ts';
import { billedNotFitted } from './rules/billed-not-fitted.rule.ts';
import { categoryMisrepresented } from './rules/category-misrepresented.rule.ts';
import { clockSkew } from './rules/clock-skew.rule.ts';
import { closedOrder } from './rules/closed-order.rule.ts';
import { complaintLate } from './rules/complaint-late.rule.ts';
import { coreOverdue } from './rules/core-overdue.rule.ts';
import { coveredButCharged } from './rules/covered-but-charged.rule.ts';
import { deskScanning } from './rules/desk-scanning.rule.ts';
import { dispute } from './rules/dispute.rule.ts';
import { diversion } from './rules/diversion.rule.ts';
import { doubleScan } from './rules/double-scan.rule.ts';
import { enumeration } from './rules/enumeration.rule.ts';
import { expired } from './rules/expired.rule.ts';
import { fittedNotBilled } from './rules/fitted-not-billed.rule.ts';
import { fittedReappears } from './rules/fitted-reappears.rule.ts';
import { foreignHost } from './rules/foreign-host.rule.ts';
import { ghostReceipt } from './rules/ghost-receipt.rule.ts';
import { impossibleTravel } from './rules/impossible-travel.rule.ts';
import { invoiceChanged } from './rules/invoice-changed.rule.ts';
import { issuedNotFitted } from './rules/issued-not-fitted.rule.ts';
import { keyRevoked } from './rules/key-revoked.rule.ts';
import { labelPartMismatch } from './rules/label-part-mismatch.rule.ts';
import { mintOverOrder } from './rules/mint-over-order.rule.ts';
import { mintUnapproved } from './rules/mint-unapproved.rule.ts';
import { missingReceipt } from './rules/missing-receipt.rule.ts';
import { noDiagnosis } from './rules/no-diagnosis.rule.ts';
import { notApproved } from './rules/not-approved.rule.ts';
import { notCommissioned } from './rules/not-commissioned.rule.ts';
import { odometerBack } from './rules/odometer-back.rule.ts';
import { offlineReplay } from './rules/offline-replay.rule.ts';
import { oldPartMismatch } from './rules/old-part-mismatch.rule.ts';
import { oldPartOpen } from './rules/old-part-open.rule.ts';
import { overListPrice } from './rules/over-list-price.rule.ts';
import { overrideAbuse } from './rules/override-abuse.rule.ts';
import { ownPartBilled } from './rules/own-part-billed.rule.ts';
import { ownerScanDiffers } from './rules/owner-scan-differs.rule.ts';
import { poisoning } from './rules/poisoning.rule.ts';
import { positionConflict } from './rules/position-conflict.rule.ts';
import { publicBeforeSale } from './rules/public-before-sale.rule.ts';
import { rateOutlier } from './rules/rate-outlier.rule.ts';
import { readError } from './rules/read-error.rule.ts';
import { recall } from './rules/recall.rule.ts';
import { reprintLive } from './rules/reprint-live.rule.ts';
import { resaleTrace } from './rules/resale-trace.rule.ts';
import { returnSwap } from './rules/return-swap.rule.ts';
import { safetyUnserialised } from './rules/safety-unserialised.rule.ts';
import { sanbaoCounter } from './rules/sanbao-counter.rule.ts';
import { sealBroken } from './rules/seal-broken.rule.ts';
import { shipmentMismatch } from './rules/shipment-mismatch.rule.ts';
import { signedNotMinted } from './rules/signed-not-minted.rule.ts';
import { staleTransit } from './rules/stale-transit.rule.ts';
import { stolenOrLostSeen } from './rules/stolen-or-lost-seen.rule.ts';
import { substitution } from './rules/substitution.rule.ts';
import { supersededOk } from './rules/superseded-ok.rule.ts';
import { supersessionBack } from './rules/supersession-back.rule.ts';
import { tooFast } from './rules/too-fast.rule.ts';
import { tooSoon } from './rules/too-soon.rule.ts';
import { twoOrders } from './rules/two-orders.rule.ts';
import { unknownSerial } from './rules/unknown-serial.rule.ts';
import { velocity } from './rules/velocity.rule.ts';
import { voidedSeen } from './rules/voided-seen.rule.ts';
import { wrongFitment } from './rules/wrong-fitment.rule.ts';
import { wrongVin } from './rules/wrong-vin.rule.ts';

// Asked at two moments, and one rule all the same. What a scan has said, the fitting around it does not say again.
const wrongVinEntry = register(wrongVin);
const closedOrderEntry = register(closedOrder);
const notApprovedEntry = register(notApproved);
const oldPartMismatchEntry = register(oldPartMismatch);
const odometerBackEntry = register(odometerBack);
const velocityEntry = register(velocity);

/** What each moment gives its rules to judge. */
interface EvidenceAt {
  readonly scan: ScanEvidence;
  readonly fitting: FittingEvidence;
  /** An old part is told after its fitting. */
  readonly oldPart: OldPartEvidence;
  readonly removal: RemovalEvidence;
  readonly receipt: ReceiptEvidence;
  readonly invoice: InvoiceEvidence;
  readonly mint: MintEvidence;
  readonly return: ReturnEvidence;
  /** The owner answers an invoice. */
  readonly answer: AnswerEvidence;
  /** The owner reads a label beside an invoice. */
  readonly ownerScan: OwnerScanEvidence;
  // From here on in the background, over what has come together since.
  readonly transit: TransitEvidence;
  readonly core: CoreEvidence;
  readonly complaint: ComplaintEvidence;
  readonly pace: PaceEvidence;
  readonly rate: RateEvidence;
  readonly overrides: RateEvidence;
  readonly source: SourceEvidence;
  readonly crowd: CrowdEvidence;
}
export type Moment = keyof EvidenceAt;

/**
 * Which rules are asked at which moment. Among findings of one level the first in the table tells what to do next, so the
 * plainest contradiction stands first.
 *
 * A fitting with a code runs `scan` (purpose `fit`) and then `fitting`; one without runs `fitting` alone.
 */
export const RULES: { readonly [M in Moment]: readonly RegisteredRule<EvidenceAt[M]>[] } = {
  scan: [
    register(readError),
    register(badSignature),
    register(signedNotMinted),
    register(foreignHost),
    register(unknownSerial),
    register(voidedSeen),
    register(notCommissioned),
    register(stolenOrLostSeen),
    register(resaleTrace),
    register(fittedReappears),
    register(reprintLive),
    register(labelPartMismatch),
    register(recall),
    register(twoOrders),
    register(keyRevoked),
    register(impossibleTravel),
    register(diversion),
    register(ghostReceipt),
    wrongVinEntry,
    register(substitution),
    register(supersessionBack),
    closedOrderEntry,
    register(expired),
    register(sealBroken),
    register(offlineReplay),
    register(missingReceipt),
    register(aggregationBreak),
    register(publicBeforeSale),
    velocityEntry,
    register(clockSkew),
    register(supersededOk),
    register(doubleScan),
  ],
  fitting: [
    wrongVinEntry,
    closedOrderEntry,
    oldPartMismatchEntry,
    register(safetyUnserialised),
    notApprovedEntry,
    register(wrongFitment),
    register(positionConflict),
    register(tooSoon),
    odometerBackEntry,
    register(backdated),
  ],
  oldPart: [oldPartMismatchEntry],
  removal: [wrongVinEntry, odometerBackEntry],
  receipt: [register(shipmentMismatch)],
  invoice: [
    register(invoiceChanged),
    register(categoryMisrepresented),
    register(billedNotFitted),
    notApprovedEntry,
    register(issuedNotFitted),
    register(oldPartOpen),
    register(ownPartBilled),
    register(coveredButCharged),
    register(fittedNotBilled),
    register(overListPrice),
    register(noDiagnosis),
    odometerBackEntry,
    register(sanbaoCounter),
  ],
  mint: [register(mintOverOrder), register(mintUnapproved)],
  return: [register(returnSwap)],
  answer: [register(dispute)],
  ownerScan: [register(ownerScanDiffers)],
  transit: [register(staleTransit)],
  core: [register(coreOverdue)],
  complaint: [register(complaintLate)],
  pace: [register(deskScanning), register(tooFast)],
  rate: [register(rateOutlier)],
  overrides: [register(overrideAbuse)],
  source: [register(poisoning), register(enumeration)],
  crowd: [velocityEntry],
};

/** Every rule once, whatever the moment, by id. */
export const ALL_RULES = byUniqueId(Object.values(RULES).flat());

function byUniqueId<Entry extends { readonly id: string }>(entries: readonly Entry[]): readonly Entry[] {
  const known = new Map<string, Entry>();
  for (const entry of entries) {
    if ((known.get(entry.id) ?? entry) !== entry) throw new Error(`Two rules are called ${entry.id}`);
    known.set(entry.id, entry);
  }
  return [...known.values()].sort((a, b) => a.id.localeCompare(b.id));
}

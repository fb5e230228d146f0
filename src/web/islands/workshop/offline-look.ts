import type { OrderLine } from './contract.ts';
import type { OfflineCheck } from './offline-check.ts';

/** How the screen shows it: an outcome’s colour and icon, or `noted` for “recorded, not yet checked”. */
export type OfflineLook = 'noted' | 'otherPart' | 'doubtful' | 'unreadable';

type Asked = Pick<OrderLine, 'partNumber' | 'gtins' | 'approval'>;

/**
 * Only what the code itself proves is bad is shown as bad; what a phone cannot know is never suspicion. That a label is of
 * another part than its copy of the line asks for, a phone does know.
 */
export function offlineLook(check: OfflineCheck, asked?: Asked): OfflineLook {
  if (check.kind === 'unreadable') return 'unreadable';
  if (check.kind === 'forged' || check.kind === 'foreign') return 'doubtful';
  if (check.kind === 'cannotTell' || check.gtin === null || asked === undefined) return 'noted';
  return isAskedFor(check.gtin, asked) ? 'noted' : 'otherPart';
}

/** The owner may have said yes to another number than the line’s: then the phone does not know its GTINs. */
function isAskedFor(gtin: string, { partNumber, gtins, approval }: Asked): boolean {
  const isKnown = gtins.length > 0 && (approval === null || approval.partNumber === partNumber);
  return !isKnown || gtins.includes(gtin);
}

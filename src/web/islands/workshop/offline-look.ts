import type { OfflineCheck } from './offline-check.ts';

/** How the screen shows it: an outcome’s colour and icon, or `noted` for “recorded, not yet checked”. */
export type OfflineLook = 'noted' | 'doubtful' | 'unreadable';

/** Only what the code itself proves is bad is shown as bad; what a phone cannot know is never suspicion. */
export function offlineLook(check: OfflineCheck): OfflineLook {
  if (check.kind === 'unreadable') return 'unreadable';
  return check.kind === 'forged' || check.kind === 'foreign' ? 'doubtful' : 'noted';
}

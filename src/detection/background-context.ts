import type { FlagContext } from '../flags/flag-record.ts';
import type { Observation } from '../flags/flags.service.ts';

/** What is found in the background was seen by nobody in particular. */
export const seenAt = (at: Date): Observation => ({ organisationId: null, actorId: null, at, recordedAt: at });

/** Something that came to pass, about `more`. `source` makes that it counts once. */
export const contextOf = (more: Partial<FlagContext> & Pick<FlagContext, 'makerId' | 'source'>): FlagContext => ({
  unit: null,
  code: null,
  partId: null,
  workshopId: null,
  orderId: null,
  line: null,
  scanId: null,
  isPublic: false,
  isPrevented: false,
  override: null,
  ...more,
});

/** One thing that rules in the background are asked about. */
export interface Occasion<Evidence> {
  readonly at: Date;
  readonly evidence: Evidence;
  readonly about: FlagContext;
}

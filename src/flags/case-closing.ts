import type { OrganisationKind } from '../auth/actor.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { CaseListItemDto } from './case.dto.ts';
import { AnswerOwed, NotYoursToClose } from './flags.refusals.ts';

/**
 * Why somebody may not close a case; null where they may. An investigation is the maker’s. What an owner raised is its
 * workshop’s, which answers before it closes: unanswered, it is passed on instead, and from then on the maker’s.
 */
export function whyNotClosed(
  by: OrganisationKind,
  { kind, status, escalatedAt }: Pick<CaseListItemDto, 'kind' | 'status' | 'escalatedAt'>,
): Refusal | null {
  const isMakers = kind === 'investigation' || escalatedAt !== null;
  if (isMakers !== (by === 'maker')) return new NotYoursToClose();
  return by === 'maker' || status === 'answered' ? null : new AnswerOwed();
}

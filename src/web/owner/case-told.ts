import type { OwnerCase, OwnerCaseEntry } from '../../feedback/owner-invoice.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import type { State } from '../design/icons.tsx';
import { nameIn } from '../design/names.ts';
import { ANSWER_WORDS, SPEAKER } from './answer-words.ts';
import type { InvoiceView } from './invoice-view.ts';

const DAY = 86_400_000;

type Told = Pick<InvoiceView, 'now' | 'request'>;

/** How a case stands, in a few words. */
export function stateOf(file: OwnerCase, { now, request }: Told): { readonly state: State; readonly title: string } {
  const words = ANSWER_WORDS[request.language];
  if (file.status !== 'open') return { state: 'good', title: words[file.status] };
  const days = Math.floor((now.getTime() - new Date(file.dueAt).getTime()) / DAY);
  if (file.escalatedAt !== null) return { state: 'caution', title: words.escalated };
  return days < 0 ? { state: 'plain', title: words.open } : { state: 'caution', title: words.late(days) };
}

/** What follows, and by when, in whole sentences. */
export function caseSteps(file: OwnerCase, { now, request }: Told): string[] {
  const words = ANSWER_WORDS[request.language];
  const { time } = FORMATS[request.language];
  if (file.status === 'answered') return [words.answeredNext];
  if (file.status === 'closed') return file.entries.some(({ kind }) => kind === 'accepted') ? [] : [words.closedNext];
  const isLate = new Date(file.dueAt) < now;
  const due = (isLate ? words.overdue : words.due)(time(file.dueAt));
  if (file.escalatedAt !== null) return [due, words.escalatedNext(time(file.escalatedAt))];
  return file.escalatesAt === null ? [due] : [due, words.escalates(time(file.escalatesAt))];
}

/** Whose words an entry is. A maker that answers in the workshop’s place speaks for itself. */
export function speakerOf({ kind, by }: OwnerCaseEntry, language: Language): string {
  const isMakers = by === 'maker' && (kind === 'answer' || kind === 'call_back');
  return nameIn(SPEAKER[language], isMakers ? `maker_${kind}` : kind);
}

import type { OwnerFinding } from '../../feedback/owner-invoice.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import type { State } from '../design/icons.tsx';
import { Notice } from '../design/notice.tsx';
import { INVOICE_WORDS } from './invoice-words.ts';

/** R03 is told as the replacement that it is, among the facts of its line; R25 by the versions of the bill. */
const TOLD_ELSEWHERE = new Set(['R03', 'R25']);

interface FindingsProps {
  readonly findings: readonly OwnerFinding[];
  readonly language: Language;
}

/** What differs, each in its own words, with the workshop’s answer beside it; one answer to several is given once. */
export function Findings({ findings, language }: FindingsProps) {
  const words = INVOICE_WORDS[language];
  return (
    <>
      {groupedFindings(findings).map(({ state, says, foundAt, messages }) => (
        <Notice key={`${state} ${foundAt} ${says}`} state={state}>
          {foundAt !== null && <b>{words.cameToLight(FORMATS[language].day(foundAt))}</b>}
          {messages.map((message) => (
            <p key={message[language]}>{message[language]}</p>
          ))}
          {says !== null && (
            <p>
              <b>{words.workshopSays}</b> <q>{says}</q>
            </p>
          )}
        </Notice>
      ))}
    </>
  );
}

interface Group {
  readonly state: State;
  readonly says: string | null;
  readonly foundAt: string | null;
  readonly messages: OwnerFinding['message'][];
}

/** One answer of the workshop to several findings stands once. */
export function groupedFindings(findings: readonly OwnerFinding[]): Group[] {
  const groups: Group[] = [];
  for (const { rule, level, message, workshopSays, foundAt } of findings) {
    if (TOLD_ELSEWHERE.has(rule)) continue;
    const state = level >= 5 ? 'suspect' : level >= 3 ? 'caution' : 'plain';
    const group = groups.find((each) => each.state === state && each.says === workshopSays && each.foundAt === foundAt);
    if (group) group.messages.push(message);
    else groups.push({ state, says: workshopSays, foundAt, messages: [message] });
  }
  return groups;
}

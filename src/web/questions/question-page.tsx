import { whyNotClosed } from '../../flags/case-closing.ts';
import type { CaseDto } from '../../flags/case.dto.ts';
import type { Language } from '../../kernel/words.ts';
import { CaseEntries, CaseEntryForm } from '../desk/case-entries.tsx';
import { CaseHead } from '../desk/case-head.tsx';
import { DESK_WORDS } from '../desk/desk-words.ts';
import { Evidence } from '../desk/evidence.tsx';
import { Notice } from '../design/notice.tsx';
import { QUESTIONS_WORDS } from './questions-words.ts';

interface QuestionProps {
  readonly at: string;
  readonly file: CaseDto;
  readonly language: Language;
  readonly isSaved: boolean;
}

/** What an owner asks, what was answered so far, and what can be answered now. */
export function QuestionPage({ at, file, language, isSaved }: QuestionProps) {
  const words = DESK_WORDS[language];
  return (
    <div class="stack">
      {isSaved && <Notice state="good" role="status" title={words.saved} />}
      <CaseHead file={file} language={language} />
      <div class="two">
        <div class="stack">
          <CaseEntries file={file} language={language} />
          <section class="card">
            <h2>{QUESTIONS_WORDS[language].asked}</h2>
            <Evidence evidence={file.evidence} language={language} />
          </section>
        </div>
        {file.status === 'closed' ? (
          <Notice state="plain" title={words.closed} />
        ) : (
          <CaseEntryForm
            file={file}
            language={language}
            action={`${at}/${file.number}/entries`}
            mayClose={whyNotClosed('workshop', file) === null}
          />
        )}
      </div>
    </div>
  );
}

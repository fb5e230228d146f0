import type { OwnerCase } from '../../feedback/owner-invoice.ts';
import { FORMATS } from '../design/formats.ts';
import { Icon } from '../design/icons.tsx';
import { ANSWER_WORDS, REASON } from './answer-words.ts';
import { CaseReply } from './case-reply.tsx';
import { caseSteps, speakerOf, stateOf } from './case-told.ts';
import { Fact } from './facts.tsx';
import type { InvoiceView } from './invoice-view.ts';

interface Props {
  readonly view: InvoiceView;
}

/** Every objection that was raised: how it stands, what follows, what was said, and the owner’s yes or no to an answer. */
export function Cases({ view }: Props) {
  const { invoice, request } = view;
  if (invoice.cases.length === 0) return null;
  return (
    <section class="card stack">
      <h2>{ANSWER_WORDS[request.language].cases}</h2>
      {invoice.cases.map((each) => (
        <Case key={each.number} view={view} file={each} />
      ))}
    </section>
  );
}

function Case({ view, file }: Props & { readonly file: OwnerCase }) {
  const { language } = view.request;
  const words = ANSWER_WORDS[language];
  const formats = FORMATS[language];
  const { state, title } = stateOf(file, view);
  return (
    <div class="case stack">
      <div>
        <p>
          <b class="whole">{file.number}</b> · {file.line === null ? words.aboutBill : words.aboutLine(file.line)}
        </p>
        <p>
          {REASON[language][file.reason]} <span class="soft">{words.raised(formats.time(file.openedAt))}</span>
        </p>
        <p class={`say ${state}`}>
          <Icon name={state} /> {title}
        </p>
        {caseSteps(file, view).map((step) => (
          <p key={step}>{step}</p>
        ))}
      </div>
      {file.entries.length > 0 && (
        <dl class="facts">
          {file.entries.map((entry) => (
            <Fact key={entry.at} name={speakerOf(entry, language)}>
              {entry.text} <span class="soft">{formats.time(entry.at)}</span>
            </Fact>
          ))}
        </dl>
      )}
      {file.status === 'answered' && <CaseReply view={view} file={file} />}
    </div>
  );
}

import type { DisputeReason } from '../../feedback/answer.dto.ts';
import type { OwnerCase } from '../../feedback/owner-invoice.ts';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { ANSWER_WORDS, REASON } from './answer-words.ts';
import type { InvoiceView } from './invoice-view.ts';
import { saidWords, SatisfactionOfBill } from './satisfaction-page.tsx';
import { SATISFACTION_WORDS } from './satisfaction-words.ts';

interface Props {
  readonly view: InvoiceView;
}

/** What the reader has just sent, above all else, until the page is opened anew. */
export function Received({ view }: Props) {
  const { done, invoice, request } = view;
  const words = ANSWER_WORDS[request.language];
  const file = invoice.cases.find(({ number }) => number === done);
  if (file) return <ReceivedCase view={view} file={file} />;
  if (done === 'satisfaction' && invoice.satisfaction !== null)
    return (
      <Notice state="good" role="status" title={SATISFACTION_WORDS[request.language].thanks}>
        <p>{saidWords(view)}</p>
      </Notice>
    );
  if (done !== 'confirm' || !invoice.isConfirmed) return null;
  return (
    <Notice state="good" role="status" title={words.confirmed}>
      <p>{words.confirmedMeans}</p>
    </Notice>
  );
}

/** An objection, or a yes or no to the answer to one; nothing any more when that answer has come since. */
function ReceivedCase({ view: { request }, file }: Props & { readonly file: OwnerCase }) {
  const words = ANSWER_WORDS[request.language];
  if (file.status === 'answered') return null;
  const said = file.entries.findLast(({ kind }) => kind === 'accepted' || kind === 'declined')?.kind;
  if (file.status === 'closed')
    return said === 'accepted' ? (
      <Notice state="good" role="status" title={words.accepted(file.number)}>
        <p>{words.acceptedMeans}</p>
      </Notice>
    ) : null;
  return (
    <Notice state="good" role="status" title={(said ? words.declined : words.received)(file.number)}>
      <p>{words.due(FORMATS[request.language].time(file.dueAt))}</p>
    </Notice>
  );
}

/** Yes or no to the whole bill. Plain forms: a tap opens, a second sends. */
export function AnswerBill({ view }: Props) {
  const { invoice, request, answersAt } = view;
  const words = ANSWER_WORDS[request.language];
  return (
    <section class="card stack act">
      <h2>{words.ask}</h2>
      {invoice.isConfirmed ? (
        <Notice state="good" title={words.confirmed}>
          <p>{words.confirmedMeans}</p>
        </Notice>
      ) : (
        <details>
          <summary>{words.confirm}</summary>
          <form method="post" action={`${answersAt}/answers${request.keep}`}>
            <p>{words.confirmMeans}</p>
            <button class="main" name="kind" value="confirm">
              {words.confirmNow}
            </button>
          </form>
        </details>
      )}
      <details>
        <summary>{words.disputeBill}</summary>
        <DisputeForm {...view} line={null} reasons={OF_THE_BILL} />
      </details>
      <SatisfactionOfBill view={view} />
    </section>
  );
}

const OF_THE_BILL: readonly DisputeReason[] = ['not_agreed', 'price', 'other'];

/** Leads to the line’s own questions: standing under every line, they would make the page twice as long. */
export function AskLine({ view, line }: Props & { readonly line: number }) {
  const { answersAt, request } = view;
  return (
    <a class="ask act" href={`${answersAt}/lines/${line}${request.keep}`}>
      {ANSWER_WORDS[request.language].disputeLine}
    </a>
  );
}

interface FormProps extends Pick<InvoiceView, 'answersAt' | 'request'> {
  readonly line: number | null;
  readonly reasons: readonly DisputeReason[];
}

/** One tap on a reason sends it. */
export function DisputeForm({ answersAt, request: { language, keep }, line, reasons }: FormProps) {
  const words = ANSWER_WORDS[language];
  return (
    <form method="post" action={`${answersAt}/answers${keep}`}>
      <input type="hidden" name="kind" value="dispute" />
      {line !== null && <input type="hidden" name="line" value={line} />}
      <label>
        {words.text}
        <textarea name="text" rows={2} maxlength={2000} />
      </label>
      <p>{words.choose}</p>
      {reasons.map((reason) => (
        <button key={reason} name="reason" value={reason}>
          {REASON[language][reason]}
        </button>
      ))}
    </form>
  );
}

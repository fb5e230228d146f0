import type { OwnerCase } from '../../feedback/owner-invoice.ts';
import { DAYS_TO_ANSWER } from '../../flags/case-opening.ts';
import { ANSWER_WORDS } from './answer-words.ts';
import type { InvoiceView } from './invoice-view.ts';

interface ReplyProps {
  readonly view: InvoiceView;
  readonly file: OwnerCase;
}

/** Yes or no to an answer. A tap opens and says what follows, a second sends. */
export function CaseReply({ view: { answersAt, request }, file }: ReplyProps) {
  const words = ANSWER_WORDS[request.language];
  const action = `${answersAt}/cases/${file.number}/reply${request.keep}`;
  return (
    <div class="stack act">
      <details>
        <summary>{words.accept}</summary>
        <form method="post" action={action}>
          <p>{words.acceptMeans}</p>
          <button class="main" name="isAccepted" value="true">
            {words.acceptNow}
          </button>
        </form>
      </details>
      <details>
        <summary>{words.decline}</summary>
        <form method="post" action={action}>
          <p>
            {words.declineMeans(DAYS_TO_ANSWER.dispute)}
            {file.escalatesAt !== null && words.declineElse}
          </p>
          <label>
            {words.declineText}
            <textarea name="text" rows={2} maxlength={2000} />
          </label>
          <button class="main" name="isAccepted" value="false">
            {words.declineNow}
          </button>
        </form>
      </details>
    </div>
  );
}

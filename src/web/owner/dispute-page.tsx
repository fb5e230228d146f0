import { DISPUTE_REASONS } from '../../feedback/answer.dto.ts';
import type { OwnerLine } from '../../feedback/owner-invoice.ts';
import type { Page } from '../design/page-request.ts';
import { drawPage } from '../design/page.tsx';
import { ANSWER_WORDS } from './answer-words.ts';
import { DisputeForm } from './answers.tsx';
import { tellingOf, type InvoiceView } from './invoice-view.ts';
import { OWNER_STYLE } from './owner.css.ts';
import { CATEGORY } from './part-words.ts';

interface DisputeView extends Pick<InvoiceView, 'invoice' | 'request' | 'answersAt'> {
  readonly line: OwnerLine;
}

/** What is wrong with one line, in one more tap. */
export function disputePage(view: DisputeView): Page {
  const { invoice, line, request, answersAt } = view;
  const { language, keep } = request;
  const { words, money } = tellingOf(view);
  const title = ANSWER_WORDS[language].disputeLine;
  return drawPage({
    request,
    style: OWNER_STYLE,
    title: `${title} ${invoice.number}`,
    children: (
      <div class="stack narrow">
        <h1>{title}</h1>
        <section class="card">
          <p class="soft">{words.bill(invoice.number)}</p>
          <div class="head">
            <h2>
              {line.line}. {line.name?.[language] ?? line.partNumber}
            </h2>
            <b class="whole">{money(line.amount)}</b>
          </div>
          <p>{CATEGORY[language][line.category]}</p>
        </section>
        <section class="card">
          <DisputeForm request={request} answersAt={answersAt} line={line.line} reasons={DISPUTE_REASONS} />
        </section>
        <p>
          <a href={answersAt + keep}>{ANSWER_WORDS[language].backToBill}</a>
        </p>
      </div>
    ),
  });
}

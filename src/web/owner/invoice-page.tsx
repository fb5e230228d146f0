import type { Page } from '../design/page-request.ts';
import { drawPage } from '../design/page.tsx';
import { AnswerBill, Received } from './answers.tsx';
import { BILL_LABEL_WORDS } from './bill-label-words.ts';
import { labelAt } from './bill-label.tsx';
import { Cases } from './cases.tsx';
import { EVIDENCE_WORDS } from './evidence-words.ts';
import { HISTORY_LINK_WORDS } from './history-words.ts';
import { InvoiceLine } from './invoice-line.tsx';
import { InvoiceClaims, InvoiceNotices, InvoiceVerdict } from './invoice-summary.tsx';
import { tellingOf, type InvoiceView } from './invoice-view.ts';
import { OWNER_STYLE } from './owner.css.ts';
import { RealSite } from './real-site.tsx';
import { Afterwards, Settlement } from './settlement.tsx';

/** The owner’s invoice: verdict first, then line by line, then what is to be paid, and the owner’s own yes or no. */
export function invoicePage(view: InvoiceView, host: string): Page {
  const { words } = tellingOf(view);
  const { invoice, request } = view;
  return drawPage({
    request,
    style: OWNER_STYLE,
    title: `${words[invoice.outcome]} · ${invoice.number}`,
    foot: words.foot,
    children: (
      <div class="pair stack">
        <div class="stack">
          <Received view={view} />
          <InvoiceVerdict view={view} />
          <InvoiceNotices view={view} />
          <Cases view={view} />
          <InvoiceClaims view={view} />
        </div>
        <div class="stack">
          <h2>{words.lines}</h2>
          {invoice.lines.map((line) => (
            <InvoiceLine key={line.line} view={view} line={line} />
          ))}
          <Settlement view={view} />
          <Afterwards view={view} />
          <AnswerBill view={view} />
          <p class="act">
            <a href={labelAt({ at: view.answersAt }) + request.keep}>{BILL_LABEL_WORDS[request.language].ask}</a>
          </p>
          <p class="act">
            <a href={`${view.answersAt}/evidence.pdf${request.keep}`}>{EVIDENCE_WORDS[request.language].download}</a>
          </p>
          <p class="act">
            <a href={`${view.answersAt}/history${request.keep}`}>{HISTORY_LINK_WORDS[request.language].door}</a>
          </p>
          <RealSite language={request.language} host={host} />
        </div>
      </div>
    ),
  });
}

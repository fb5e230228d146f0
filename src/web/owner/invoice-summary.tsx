import type { OwnerInvoice, OwnerLine, OwnerRecall, Share } from '../../feedback/owner-invoice.ts';
import { Notice } from '../design/notice.tsx';
import { Findings } from './findings.tsx';
import { tellingOf, type InvoiceView, type Telling } from './invoice-view.ts';
import { Claim, Verdict } from './states.tsx';

/** The verdict in words, what must not be missed, and the three claims apart. */
export function InvoiceVerdict({ view }: { readonly view: InvoiceView }) {
  const { invoice, request } = view;
  const { words, formats } = tellingOf(view);
  const { workshop, outcome } = invoice;
  return (
    <Verdict
      outcome={outcome}
      over={
        <>
          {workshop.name[request.language]}
          <br />
          <span class="whole">{words.bill(invoice.number)}</span>{' '}
          <span class="whole">{formats.day(invoice.issuedAt)}</span>
        </>
      }
      title={words[outcome]}
    >
      <p>{verdictWords(view)}</p>
      {workshop.phone !== null && (
        <p>
          {words.call}{' '}
          <a class="whole" href={`tel:${workshop.phone.replaceAll(/[^\d+]/g, '')}`}>
            {workshop.phone}
          </a>
        </p>
      )}
    </Verdict>
  );
}

/** What the verdict means for the reader. */
export function verdictWords(view: InvoiceView): string {
  const { words } = tellingOf(view);
  const { outcome, lines } = view.invoice;
  if (outcome === 'caution') return words.cautionMeans(lines.filter((line) => line.outcome !== 'consistent').length);
  return outcome === 'consistent' ? words.consistentMeans : words.suspectMeans;
}

export function InvoiceNotices({ view }: { readonly view: InvoiceView }) {
  const { invoice, request } = view;
  const { words, formats } = tellingOf(view);
  return (
    <>
      {recallsOf(invoice.lines).map(({ number, title, since }) => (
        <Notice key={number} state="caution" title={words.recall(number, title[request.language])}>
          <p>
            {words.recallSince(formats.day(since))} {words.recallMeans}
          </p>
        </Notice>
      ))}
      <Later view={view} />
      {invoice.earlierVersions.length > 0 && <Changed invoice={invoice} telling={tellingOf(view)} />}
      <Findings findings={invoice.findings} language={request.language} />
    </>
  );
}

/** Leads to the lines about which something was found after the bill was issued: its reader has read them once. */
function Later({ view }: { readonly view: InvoiceView }) {
  const { invoice, request } = view;
  const { words, formats } = tellingOf(view);
  const lines = invoice.lines.filter(({ findings }) => findings.some(({ foundAt }) => foundAt !== null));
  if (lines.length === 0) return null;
  return (
    <Notice state="caution" title={words.later(formats.day(invoice.issuedAt))}>
      {lines.map(({ line, name, partNumber }) => (
        <p key={line}>
          <a href={`#l${line}`}>{words.laterLine(line, name?.[request.language] ?? partNumber)}</a>
        </p>
      ))}
    </Notice>
  );
}

function Changed({ invoice, telling }: { readonly invoice: OwnerInvoice; readonly telling: Telling }) {
  const { words, formats, money } = telling;
  return (
    <Notice state={invoice.outcome === 'suspect' ? 'suspect' : 'caution'} title={words.changed}>
      <p>{words.changedHow(invoice.version, formats.time(invoice.issuedAt))}</p>
      <ul>
        {invoice.earlierVersions.map(({ version, issuedAt, total }) => (
          <li key={version}>{words.earlier(version, formats.time(issuedAt), money(total))}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Each campaign once, however many of its parts are in the car. */
export function recallsOf(lines: readonly OwnerLine[]): readonly OwnerRecall[] {
  const recalls = lines.flatMap((line) => line.units.flatMap((unit) => unit.recall ?? []));
  return [...new Map(recalls.map((recall) => [recall.number, recall])).values()];
}

export function InvoiceClaims({ view }: { readonly view: InvoiceView }) {
  const { issuedByMaker, recordsAgree, physicallyChecked } = view.invoice.claims;
  const { words } = tellingOf(view);
  const isWhole = ({ count, of }: Share) => of > 0 && count === of;
  const means = ({ of }: Share, meaning: string) => (of === 0 ? words.none : meaning);
  const { ofParts, ofLines } = words;
  return (
    <section class="card">
      <h2>{words.claims}</h2>
      <ul class="claims">
        {/* A part without a code, or a car whose number nobody read, is no offence here: its line says where it is one. */}
        <Claim holds={isWhole(issuedByMaker) || null} title={words.issued} share={issuedByMaker} of={ofParts}>
          {means(issuedByMaker, words.issuedMeans)}
        </Claim>
        <Claim holds={isWhole(recordsAgree)} title={words.agree} share={recordsAgree} of={ofLines} ifNot="caution">
          {words.agreeMeans}
        </Claim>
        <Claim holds={isWhole(physicallyChecked) || null} title={words.looked} share={physicallyChecked} of={ofParts}>
          {means(physicallyChecked, words.lookedMeans)}
        </Claim>
      </ul>
    </section>
  );
}

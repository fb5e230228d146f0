import type { OwnerLine } from '../../feedback/owner-invoice.ts';
import { Icon } from '../design/icons.tsx';
import { AskLine } from './answers.tsx';
import { Findings } from './findings.tsx';
import { tellingOf, type InvoiceView, type Telling } from './invoice-view.ts';
import { LineFacts } from './line-facts.tsx';
import { priceWords } from './line-told.ts';
import { LineWay } from './line-way.tsx';
import { CATEGORY, CATEGORY_MEANS, PAID_BY } from './part-words.ts';
import { LOOK } from './states.tsx';

interface LineProps {
  readonly view: InvoiceView;
  readonly line: OwnerLine;
}

/** One billed line: what it is, how it went from request to bill, what it costs, what is known of it, and a way to object. */
export function InvoiceLine({ view, line }: LineProps) {
  const { language } = view.request;
  const telling = tellingOf(view);
  const { words, money } = telling;
  const { state, icon } = LOOK[line.outcome];
  const outcome = { consistent: words.lineConsistent, caution: words.lineCaution, suspect: words.lineSuspect };
  return (
    <article class="card" aria-labelledby={`l${line.line}`}>
      <div class="head">
        <h3 id={`l${line.line}`}>
          {line.line}. {line.name?.[language] ?? line.partNumber}
        </h3>
        <b class="whole">{money(line.amount)}</b>
      </div>
      <p class={`say ${state}`}>
        <Icon name={icon} /> {outcome[line.outcome]}
      </p>
      <p>
        {CATEGORY[language][line.category]} <span class="soft">{CATEGORY_MEANS[language][line.category]}</span>
      </p>
      {line.payType !== 'customer' && <p>{PAID_BY[language][line.payType]}</p>}
      <Findings findings={line.findings} language={language} />
      <LineWay line={line} view={view} telling={telling} />
      {line.payType === 'customer' && <Prices line={line} telling={telling} />}
      <LineFacts line={line} view={view} telling={telling} />
      <AskLine line={line.line} view={view} />
    </article>
  );
}

/** The billed price beside the maker’s, and what lies between them in words. */
function Prices({ line, telling }: { readonly line: OwnerLine; readonly telling: Telling }) {
  const { words, money } = telling;
  const difference = priceWords(line, telling);
  return (
    <div class="prices">
      <dl>
        <div>
          <dt>{words.unitPrice}</dt>
          <dd>
            <b>{money(line.unitPrice)}</b>
          </dd>
        </div>
        <div>
          <dt>{words.listPrice}</dt>
          <dd>{line.listPrice === null ? words.noListPrice : <b>{money(line.listPrice)}</b>}</dd>
        </div>
      </dl>
      {difference !== null && <p class="soft">{difference}</p>}
    </div>
  );
}

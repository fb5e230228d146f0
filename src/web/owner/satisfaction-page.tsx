import { SATISFACTION_SCALE, satisfactionPercent } from '../../feedback/satisfaction.ts';
import { FORMATS } from '../design/formats.ts';
import type { Page, PageRequest } from '../design/page-request.ts';
import { drawPage } from '../design/page.tsx';
import { ANSWER_WORDS } from './answer-words.ts';
import type { InvoiceView } from './invoice-view.ts';
import { OWNER_STYLE } from './owner.css.ts';
import { SATISFACTION_WORDS } from './satisfaction-words.ts';

interface AskView {
  readonly request: PageRequest;
  readonly answersAt: string;
}

/** Two questions of five answers each. */
export function satisfactionPage({ request, answersAt }: AskView): Page {
  const { language, keep } = request;
  const words = SATISFACTION_WORDS[language];
  return drawPage({
    request,
    style: OWNER_STYLE,
    title: words.ask,
    children: (
      <div class="stack narrow">
        <h1>{words.ask}</h1>
        <form class="card stack" method="post" action={`${answersAt}/satisfaction${keep}`}>
          <p>{words.why}</p>
          <Scale name="expected" title={words.expected} words={words} />
          <Scale name="received" title={words.received} words={words} />
          <button class="main">{words.send}</button>
        </form>
        <p>
          <a href={answersAt + keep}>{ANSWER_WORDS[language].backToBill}</a>
        </p>
      </div>
    ),
  });
}

interface ScaleProps {
  readonly name: 'expected' | 'received';
  readonly title: string;
  readonly words: (typeof SATISFACTION_WORDS)['zh'];
}

function Scale({ name, title, words }: ScaleProps) {
  const [least, most] = [SATISFACTION_SCALE[0], SATISFACTION_SCALE.at(-1)];
  return (
    <fieldset>
      <legend>{title}</legend>
      <div class="scale">
        {SATISFACTION_SCALE.map((value) => (
          <label key={value}>
            <input type="radio" name={name} value={value} required />
            {value}
            {value === least && <span class="soft">{words.least}</span>}
            {value === most && <span class="soft">{words.most}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** On the bill: what was said, or the way to say it. */
export function SatisfactionOfBill({ view }: { readonly view: InvoiceView }) {
  const { invoice, request, answersAt } = view;
  const words = SATISFACTION_WORDS[request.language];
  if (invoice.satisfaction === null)
    return (
      <p class="act">
        <a href={`${answersAt}/satisfaction${request.keep}`}>{words.ask}</a>
      </p>
    );
  return <p>{saidWords(view)}</p>;
}

export function saidWords({ invoice, request: { language } }: Pick<InvoiceView, 'invoice' | 'request'>): string {
  const { expected, received } = invoice.satisfaction!;
  const share = satisfactionPercent({ expected, received })! / 100;
  return SATISFACTION_WORDS[language].said(expected, received, FORMATS[language].percent(share));
}

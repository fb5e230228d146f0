import type { Page, PageRequest } from '../design/page-request.ts';
import { drawPage } from '../design/page.tsx';
import { SCORECARD_WORDS } from '../scorecard/scorecard-words.ts';
import { CHECK_WORDS } from './check-words.ts';
import { OWNER_STYLE } from './owner.css.ts';
import { RealSite } from './real-site.tsx';

interface FormProps {
  readonly request: PageRequest;
  /** Where it is sent, and found anew. */
  readonly at: string;
  readonly title: string;
  readonly lead?: string;
  readonly isAlone?: boolean;
}

export const CHECK_AT = '/check';

/** Sent by POST: what somebody types in by mistake must not stay behind in an address. */
export function CheckForm({ request, at, title, lead, isAlone = false }: FormProps) {
  const words = CHECK_WORDS[request.language];
  return (
    <form class="card stack" method="post" action={at + request.keep}>
      {isAlone ? <h1>{title}</h1> : <h2>{title}</h2>}
      {lead !== undefined && <p>{lead}</p>}
      <label for="code">{words.field}</label>
      <input
        id="code"
        name="code"
        class="code"
        required
        maxlength={2000}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby="how"
      />
      <p id="how" class="soft">
        {words.enterHow}
      </p>
      <button class="main">{words.check}</button>
    </form>
  );
}

export function checkFormPage(request: PageRequest, host: string): Page {
  const words = CHECK_WORDS[request.language];
  return drawPage({
    request,
    style: OWNER_STYLE,
    title: words.enter,
    children: (
      <div class="stack narrow">
        <CheckForm request={request} at={CHECK_AT} title={words.enter} isAlone />
        <RealSite language={request.language} host={host} />
        <p class="act">
          <a href={`/scorecard${request.keep}`}>{SCORECARD_WORDS[request.language].howWell}</a>
        </p>
      </div>
    ),
  });
}

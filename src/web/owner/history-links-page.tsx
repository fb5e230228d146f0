import type { HistoryLinkDto, MadeHistoryLinkDto } from '../../car-history/history-link.dto.ts';
import { qrMatrix } from '../../labels/qr.ts';
import { qrSvg } from '../../labels/qr-svg.ts';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import type { Page, PageRequest } from '../design/page-request.ts';
import { drawPage } from '../design/page.tsx';
import { ANSWER_WORDS } from './answer-words.ts';
import { HISTORY_LINK_WORDS, LINK_PERIOD } from './history-words.ts';
import { OWNER_STYLE } from './owner.css.ts';

const USUAL_DAYS = '7';

interface LinksView {
  readonly links: readonly HistoryLinkDto[];
  /** Just made: shown once. */
  readonly made: MadeHistoryLinkDto | null;
  readonly isRevoked: boolean;
  readonly request: PageRequest;
  /** The invoice’s own address, `/i/<token>`. */
  readonly billAt: string;
}

/** Who may read the car’s part history: the owner makes links, sees how often each was opened, and takes them back. */
export function historyLinksPage(view: LinksView): Page {
  const { request, made, isRevoked, billAt } = view;
  const words = HISTORY_LINK_WORDS[request.language];
  return drawPage({
    request,
    style: OWNER_STYLE,
    title: words.title,
    children: (
      <div class="stack narrow">
        <h1>{words.title}</h1>
        {made && <Made made={made} request={request} />}
        {isRevoked && <Notice state="good" role="status" title={words.revoked} />}
        <section class="card stack">
          <p>{words.lead}</p>
          <p>{words.hides}</p>
          <p>{words.ends}</p>
          <form class="stack" method="post" action={`${billAt}/history${request.keep}`}>
            <fieldset>
              <legend>{words.days}</legend>
              <div class="periods">
                {Object.entries(LINK_PERIOD[request.language]).map(([days, name]) => (
                  <label key={days}>
                    <input type="radio" name="days" value={days} checked={days === USUAL_DAYS} /> {name}
                  </label>
                ))}
              </div>
            </fieldset>
            <button class="main">{words.make}</button>
          </form>
        </section>
        <Links view={view} />
        <p>
          <a href={billAt + request.keep}>{ANSWER_WORDS[request.language].backToBill}</a>
        </p>
      </div>
    ),
  });
}

function Made({ made: { url }, request }: { readonly made: MadeHistoryLinkDto; readonly request: PageRequest }) {
  const words = HISTORY_LINK_WORDS[request.language];
  const code = qrSvg(qrMatrix(url.toUpperCase(), 'M'));
  return (
    <Notice state="good" role="status" title={words.made}>
      <p>{words.madeMeans}</p>
      <p>
        <a class="code" href={url}>
          {url}
        </a>
      </p>
      <img class="qr" alt={words.code} src={`data:image/svg+xml;base64,${Buffer.from(code).toString('base64')}`} />
    </Notice>
  );
}

function Links({ view: { links, request, billAt } }: { readonly view: LinksView }) {
  const words = HISTORY_LINK_WORDS[request.language];
  const { time } = FORMATS[request.language];
  return (
    <section class="card stack">
      <h2>{words.yours}</h2>
      {links.length === 0 && <p class="soft">{words.none}</p>}
      {links.map(({ id, madeAt, expiresAt, timesOpened }) => (
        <form key={id} class="case" method="post" action={`${billAt}/history/${id}/revocation${request.keep}`}>
          <p>
            {words.until(time(madeAt), time(expiresAt))} <b class="whole">{words.opened(timesOpened)}</b>
          </p>
          <button>{words.revoke}</button>
        </form>
      ))}
    </section>
  );
}

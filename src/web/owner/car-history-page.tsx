import type { CarHistoryDto, CarPartDto } from '../../car-history/car-history.dto.ts';
import { FORMATS } from '../design/formats.ts';
import { Icon } from '../design/icons.tsx';
import { Notice } from '../design/notice.tsx';
import type { Page, PageRequest } from '../design/page-request.ts';
import { drawPage } from '../design/page.tsx';
import { Fact } from './facts.tsx';
import { CAR_HISTORY_WORDS } from './history-words.ts';
import { INVOICE_WORDS } from './invoice-words.ts';
import { coverWords } from './invoice-view.ts';
import { OWNER_STYLE } from './owner.css.ts';
import { CATEGORY } from './part-words.ts';
import { RealSite } from './real-site.tsx';
import { LOOK, Verdict } from './states.tsx';
import type { Outcome } from '../../verification/next-steps.ts';

export interface CarHistoryView {
  readonly history: CarHistoryDto;
  /** What comparing a VIN has just shown; null: none was entered. */
  readonly isMatch: boolean | null;
  readonly request: PageRequest;
  /** `/h/<token>` */
  readonly at: string;
  readonly host: string;
}

interface Props {
  readonly view: CarHistoryView;
}

/** What a buyer reads of a used car’s parts: what was recorded, whether it is this car’s, and what that cannot tell. */
export function carHistoryPage(view: CarHistoryView): Page {
  const { history, request, host } = view;
  const words = CAR_HISTORY_WORDS[request.language];
  return drawPage({
    request,
    style: OWNER_STYLE,
    title: words.title,
    foot: words.foot,
    children: (
      <div class="pair stack">
        <div class="stack">
          <Summary view={view} />
          <SameCar view={view} />
        </div>
        <div class="stack">
          {history.parts.map((part, place) => (
            <Part key={place} part={part} view={view} />
          ))}
          <section class="card">
            <h2>{words.limits}</h2>
            <ul class="claims">
              {[words.limitUnlabelled, words.limitLook, words.limitSeller].map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </section>
          <RealSite language={request.language} host={host} />
        </div>
      </div>
    ),
  });
}

function Summary({ view: { history, request } }: Props) {
  const words = CAR_HISTORY_WORDS[request.language];
  const { time } = FORMATS[request.language];
  const { parts } = history;
  const recalled = parts.filter(({ recall }) => recall !== null).length;
  const flagged = parts.filter(({ flags }) => flags.length > 0).length;
  const worst = parts.some((part) => outcomeOf(part) === 'suspect') ? 'suspect' : 'caution';
  return (
    <Verdict
      outcome={parts.length === 0 ? 'unknown' : recalled + flagged > 0 ? worst : 'consistent'}
      over={words.over}
      title={words.title}
    >
      <p>{parts.length === 0 ? words.nothing : words.count(parts.length)}</p>
      {recalled > 0 && <p>{words.recalls(recalled)}</p>}
      {flagged > 0 && <p>{words.flagged(flagged)}</p>}
      {parts.length > 0 && recalled + flagged === 0 && <p>{words.clean}</p>}
      <p class="soft">{words.checked(time(history.checkedAt), time(history.expiresAt))}</p>
    </Verdict>
  );
}

/** A history says nothing as long as nobody knows whose it is. Sent by POST: the number must not stand in an address. */
function SameCar({ view: { isMatch, request, at } }: Props) {
  const words = CAR_HISTORY_WORDS[request.language];
  return (
    <section class="card stack">
      <h2>{words.thisCar}</h2>
      {isMatch === true && <Notice state="good" role="status" title={words.match} />}
      {isMatch === false && (
        <Notice state="suspect" role="status" title={words.noMatch}>
          <p>{words.noMatchMeans}</p>
        </Notice>
      )}
      <form class="act" method="post" action={at + request.keep}>
        <p class="soft" id="vin-how">
          {words.thisCarHow}
        </p>
        <label for="vin">{words.vin}</label>
        <input
          id="vin"
          name="vin"
          class="code"
          required
          maxlength={40}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="vin-how"
        />
        <button>{words.compare}</button>
      </form>
    </section>
  );
}

const outcomeOf = ({ flags }: CarPartDto): Outcome =>
  flags.length === 0 ? 'consistent' : flags.some(({ level }) => level >= 5) ? 'suspect' : 'caution';

function Part({ part, view: { request } }: Props & { readonly part: CarPartDto }) {
  const { language } = request;
  const words = CAR_HISTORY_WORDS[language];
  const formats = FORMATS[language];
  const bill = INVOICE_WORDS[language];
  const outcome = outcomeOf(part);
  const { state, icon } = LOOK[outcome];
  const title = { consistent: words.agrees, caution: words.caution, suspect: words.suspect };
  const odometer = part.odometer === null ? null : words.at(formats.kilometres(part.odometer));
  const cover = part.warranty && coverWords(part.warranty, { words: bill, formats });
  return (
    <article class="card">
      <h2>{part.name[language]}</h2>
      {part.removedOn !== null && <p>{words.removed(formats.day(part.removedOn))}</p>}
      <p class={`say ${state}`}>
        <Icon name={icon} /> {title[outcome as keyof typeof title]}
      </p>
      {part.recall !== null && (
        <Notice state="caution" title={bill.recall(part.recall.number, part.recall.title[language])}>
          <p>{bill.recallSince(formats.day(part.recall.since))}</p>
        </Notice>
      )}
      {part.flags.map(({ rule, message }) => (
        <Notice key={rule} state={state}>
          {message[language]}
        </Notice>
      ))}
      <dl class="facts">
        <Fact name={bill.category}>{CATEGORY[language][part.category]}</Fact>
        <Fact name={bill.partNumber}>
          <span class="code">{part.partNumber}</span>
        </Fact>
        <Fact name={words.fittedOn}>{formats.list([formats.day(part.fittedOn), odometer])}</Fact>
        <Fact name={words.workshop}>{part.workshop?.[language] ?? words.unnamed}</Fact>
        {part.removedOn === null && <Fact name={bill.warranty}>{cover ?? words.noWarranty}</Fact>}
      </dl>
    </article>
  );
}

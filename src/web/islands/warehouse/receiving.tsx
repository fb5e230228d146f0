import { useState } from 'preact/hooks';
import type { Language } from '../../../kernel/words.ts';
import { FORMATS } from '../../design/formats.ts';
import { Icon, type State } from '../../design/icons.tsx';
import { Notice } from '../../design/notice.tsx';
import { pageLanguage } from '../scanning/language.ts';
import { Scanner } from '../scanning/scanner.tsx';
import { byPart, type Expected } from './receiving-draft.ts';
import { type ReceiptView, type ReceivingView, type ReceivingWork, useReceiving } from './receiving-work.ts';
import { RECEIVING_WORDS } from './receiving-words.ts';
import { LastScan } from './told.tsx';

/** Count a delivery: scan after scan, then what is over and what is short. */
export function Receiving({ view }: { readonly view: ReceivingView }) {
  const language = pageLanguage();
  const work = useReceiving(view, language);
  if (work.receipt) return <Result receipt={work.receipt} id={view.id} language={language} />;
  return (
    <div class="scanner-pair">
      <section class="card">
        <Scanner keepsOpen onScan={({ text }) => work.scan(text)} />
      </section>
      <div class="stack">
        <Answer work={work} language={language} />
        <Count work={work} expected={view.expected} isReturn={view.kind === 'return_new'} language={language} />
        <Lists work={work} language={language} />
      </div>
    </div>
  );
}

interface WorkProps {
  readonly work: ReceivingWork;
  readonly language: Language;
}

function Answer({ work: { told, inspect }, language }: WorkProps) {
  const words = RECEIVING_WORDS[language];
  const code = told.inspect;
  return (
    <LastScan told={told}>
      {code !== undefined && (
        <div class="stack">
          <p>{words.inspectMeans}</p>
          <div class="goes">
            <button type="button" onClick={() => inspect(code, true)}>
              {words.asNew}
            </button>
            <button type="button" onClick={() => inspect(code, false)}>
              {words.notAsNew}
            </button>
          </div>
        </div>
      )}
    </LastScan>
  );
}

interface CountProps extends WorkProps {
  readonly expected: readonly Expected[];
  readonly isReturn: boolean;
}

function Count({ work, expected, isReturn, language }: CountProps) {
  const words = RECEIVING_WORDS[language];
  const { number } = FORMATS[language];
  const [isAsking, ask] = useState(false);
  const { received, missing, over, undecided } = work.tally;
  const isUndecided = isReturn && undecided.length > 0;
  return (
    <section class="card stack">
      <p class="big">
        {number(received.length)} <small>{words.ofExpected(number(expected.length))}</small>
      </p>
      <progress max={Math.max(1, expected.length)} value={received.length} aria-label={words.counted} />
      {isUndecided && <p class="say caution">{words.undecided(undecided.length)}</p>}
      {isAsking ? (
        <>
          <p>{words.finishAsk(received.length, over.length, missing.length)}</p>
          <div class="goes">
            <button type="button" class="main" disabled={work.isBusy} onClick={() => work.finish(true)}>
              {words.finishYes}
            </button>
            {missing.length > 0 && received.length > 0 && (
              <button type="button" disabled={work.isBusy} onClick={() => work.finish(false)}>
                {words.part}
              </button>
            )}
            <button type="button" onClick={() => ask(false)}>
              {words.back}
            </button>
          </div>
        </>
      ) : (
        <div class="goes">
          <button type="button" class="main" disabled={isUndecided} onClick={() => ask(true)}>
            {words.finish}
          </button>
          <button type="button" disabled={!work.canUndo} onClick={work.undo}>
            {words.undo}
          </button>
        </div>
      )}
    </section>
  );
}

function Lists({ work: { tally }, language }: WorkProps) {
  const words = RECEIVING_WORDS[language];
  const { missing, over, received } = tally;
  return (
    <>
      {over.length > 0 && (
        <section class="card">
          <h2>{words.overYet}</h2>
          <ul class="scan-list" tabIndex={0} aria-label={words.overYet}>
            {over.map((code) => (
              <li key={code} class="suspect">
                <Icon name="suspect" />
                <span class="code">{shortCode(code)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="card">
        <h2>{words.missingYet}</h2>
        {missing.length === 0 ? (
          <p class="soft">{words.all}</p>
        ) : (
          <Parts units={missing} state="plain" language={language} />
        )}
      </section>
      {received.length > 0 && (
        <section class="card">
          <h2>{words.counted}</h2>
          <Parts units={received} state="good" language={language} />
        </section>
      )}
    </>
  );
}

interface PartsProps {
  readonly units: readonly Expected[];
  readonly state: State;
  readonly language: Language;
}

function Parts({ units, state, language }: PartsProps) {
  const words = RECEIVING_WORDS[language];
  const title = state === 'good' ? words.counted : words.missingYet;
  return (
    <ul class="scan-list" tabIndex={0} aria-label={title}>
      {byPart(units).map(({ partNumber, name, units: count }) => (
        <li key={partNumber} class={state}>
          <Icon name={state} />
          <span class="code">{partNumber}</span>
          <b>{words.units(count)}</b>
          <span class="soft">{name}</span>
        </li>
      ))}
    </ul>
  );
}

/** Of a label only its serial says something to people. */
const shortCode = (code: string): string => /\/21\/([0-9A-Z]{12})/i.exec(code)?.[1] ?? code;

interface ResultProps {
  readonly receipt: ReceiptView;
  readonly id: string;
  readonly language: Language;
}

function Result({ receipt, id, language }: ResultProps) {
  const words = RECEIVING_WORDS[language];
  const { received, over, short, findings, units } = receipt;
  return (
    <div class="stack middle">
      <Notice state={over + short > 0 ? 'caution' : 'good'} role="alert" title={words.done}>
        <p>{words.result(received, over, short)}</p>
      </Notice>
      {short > 0 && (
        <section class="card">
          <h2>{words.short}</h2>
          <p class="soft">{words.shortMeans}</p>
          <ul class="scan-list">
            {units.short.map(({ serial, partNumber }) => (
              <li key={serial} class="caution">
                <Icon name="caution" />
                <span class="code">{partNumber}</span>
                <span class="code">{serial}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {over > 0 && (
        <section class="card">
          <h2>{words.over}</h2>
          <p class="soft">{words.overMeans}</p>
          <ul class="scan-list">
            {units.over.map(({ code, partNumber }) => (
              <li key={code} class="suspect">
                <Icon name="suspect" />
                <span class="code">{shortCode(code)}</span>
                <span class="code">{partNumber}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {findings.length > 0 && (
        <ul class="card stack">
          {[...new Set(findings.map(({ message }) => message[language]))].map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      <p>
        <a class="go first" href={`/warehouse/shipments/${id}`}>
          {words.toShipment}
        </a>
      </p>
    </div>
  );
}

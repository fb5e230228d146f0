import { useState } from 'preact/hooks';
import { Notice } from '../../design/notice.tsx';
import { call } from './call.ts';
import type { Order, Problem, Settlement } from './contract.ts';
import { type Draft, draftOf, invoiceOf } from './invoice-draft.ts';
import { InvoiceLines, LabourLines } from './invoice-lines.tsx';
import { INVOICE_WORDS } from './invoice-words.ts';
import { newId } from './new-id.ts';
import { orderPath } from './order-screen.tsx';
import { useSurroundings } from './surroundings.tsx';
import { WORKSHOP_WORDS } from './workshop-words.ts';

interface InvoiceFormProps {
  readonly order: Order;
  readonly before: Settlement | null;
  readonly onIssued: () => void;
}

/** Fills itself in from what was fitted. What stands in the way is listed, and a supervisor may answer for some of it. */
export function InvoiceForm({ order, before, onIssued }: InvoiceFormProps) {
  const { workplace, language } = useSurroundings();
  const words = INVOICE_WORDS[language];
  const [draft, setDraft] = useState(() => draftOf(order, before));
  const [overrides, setOverrides] = useState<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = useState<Problem | 'silence'>();
  const [isBusy, setBusy] = useState(false);
  const [sent, setSent] = useState<{ readonly text: string; readonly key: string }>();
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const body = invoiceOf(draft, overrides);
    // The same invoice sent again after a lost reply is the same request; a changed one is another.
    const text = JSON.stringify(body);
    const key = sent?.text === text ? sent.key : newId();
    setSent({ text, key });
    const heard = await call(`${orderPath(order.number)}/invoice`, {
      method: 'POST',
      body,
      key,
      account: workplace.person!.id,
    });
    setBusy(false);
    if (heard.kind === 'answer' && heard.status < 300) onIssued();
    else setRefused(heard.kind === 'silence' ? 'silence' : (heard.body as Problem));
  };
  return (
    <form class="stack" onSubmit={(event) => void send(event)}>
      <section class="card pair">
        <label>
          <span>{words.number}</span>
          <input
            value={draft.number}
            required
            maxlength={40}
            autocomplete="off"
            onInput={({ currentTarget }) => change({ number: currentTarget.value })}
          />
        </label>
        <label>
          <span>{words.odometerOut}</span>
          <input
            value={draft.odometerOut}
            inputmode="numeric"
            pattern="[0-9]{1,7}"
            required={order.odometerIn !== null}
            autocomplete="off"
            onInput={({ currentTarget }) => change({ odometerOut: currentTarget.value })}
          />
        </label>
      </section>
      <InvoiceLines order={order} lines={draft.lines} onChange={(lines) => change({ lines })} />
      <LabourLines labour={draft.labour} onChange={(labour) => change({ labour })} />
      {refused === 'silence' && <Notice state="plain" role="alert" title={WORKSHOP_WORDS[language].needsNetwork} />}
      {refused !== undefined && refused !== 'silence' && (
        <Blocked
          problem={refused}
          overrides={overrides}
          onOverride={(rule, reason) => setOverrides({ ...overrides, [rule]: reason })}
        />
      )}
      <button class="main" disabled={isBusy}>
        {isBusy ? WORKSHOP_WORDS[language].sending : words.issue}
      </button>
    </form>
  );
}

interface BlockedProps {
  readonly problem: Problem;
  readonly overrides: Readonly<Record<string, string>>;
  readonly onOverride: (rule: string, reason: string) => void;
}

/** Each finding that stands in the way, what mends it, and, for a supervisor, a reason to let it pass. */
function Blocked({ problem, overrides, onOverride }: BlockedProps) {
  const { workplace, language } = useSurroundings();
  const words = INVOICE_WORDS[language];
  const inTheWay = (problem.findings ?? []).filter(({ level }) => level >= 4);
  return (
    <section class="card stack" role="alert">
      <div>
        <h2>{words.blocked}</h2>
        <p>{inTheWay.length > 0 ? words.blockedNext : problem.words[language]}</p>
        {problem.errors?.map(({ path, message, words: said }) => (
          <p key={path}>
            <span class="code">{path}</span> {said?.[language] ?? message}
          </p>
        ))}
      </div>
      {inTheWay.map(({ rule, level, line, message, next }, at) => (
        <div key={`${rule} ${line ?? at}`} class="stack">
          <Notice state={level >= 5 ? 'suspect' : 'caution'} title={message[language]}>
            {next && <p>{next[language]}</p>}
            {level >= 5 && <p>{words.never}</p>}
          </Notice>
          {level === 4 && workplace.may('supervisor') && (
            <label>
              <span>{words.override(rule)}</span>
              <input
                value={overrides[rule] ?? ''}
                maxlength={500}
                onInput={({ currentTarget }) => onOverride(rule, currentTarget.value)}
              />
            </label>
          )}
        </div>
      ))}
    </section>
  );
}

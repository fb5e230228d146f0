import { useState } from 'preact/hooks';
import { FORMATS } from '../../design/formats.ts';
import { Icon } from '../../design/icons.tsx';
import type { Finding, Problem, Verdict } from './contract.ts';
import { conflictOf } from './conflict.ts';
import { CONFLICT_STEPS, CONFLICT_TITLE } from './conflict-words.ts';
import type { Deed } from './deed.ts';
import { Link, useSurroundings } from './surroundings.tsx';
import { DEED_NAME, OUTBOX_WORDS } from './workshop-words.ts';

interface ConflictCardProps {
  readonly deed: Deed;
  /** After the person has put it away. */
  readonly onRead?: () => void;
}

/** Something came back: what, why, and what to do with one’s hands now. */
export function ConflictCard({ deed, onRead }: ConflictCardProps) {
  const { workplace, language } = useSurroundings();
  const words = OUTBOX_WORDS[language];
  const conflict = conflictOf(deed, workplace.may('supervisor'));
  if (!conflict) return null;
  const { kind, state, isInCar, canGiveReason } = conflict;
  const read = (): void => void workplace.outbox.read(deed.id).then(onRead);
  return (
    <section class="card stack conflict" role="alert">
      <div class={`with ${state}`}>
        <Icon name={state} />
        <div>
          <h2 class="say">{CONFLICT_TITLE[language][kind]}</h2>
          <p class="soft">
            <DeedPlace deed={deed} />
          </p>
        </div>
      </div>
      {isInCar && <p>{words.inCar}</p>}
      <div>
        <h3>{words.toDo}</h3>
        <ol class="steps">
          {CONFLICT_STEPS[language][kind].split('\n').map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <Said deed={deed} />
      {canGiveReason && <ReasonForm deed={deed} onSent={read} />}
      {deed.about.order !== undefined && (
        <Link
          to={
            deed.about.line === undefined
              ? { name: 'order', order: deed.about.order }
              : { name: 'line', order: deed.about.order, line: deed.about.line }
          }
          class="more"
        >
          {words.openOrder}
        </Link>
      )}
      <button type="button" onClick={read}>
        {words.understood}
      </button>
    </section>
  );
}

/** What, where and when, as the person remembers it. */
export function DeedPlace({ deed: { kind, about, madeAt } }: { readonly deed: Deed }) {
  const { language } = useSurroundings();
  const name = DEED_NAME[language][kind];
  const { order, line, thing } = about;
  const where =
    order !== undefined && line !== undefined
      ? OUTBOX_WORDS[language].at(name, order, line)
      : [name, order].filter(Boolean).join(' · ');
  return (
    <>
      {where}
      {thing !== undefined && (
        <>
          {' · '}
          <span class="code">{thing}</span>
        </>
      )}
      {' · '}
      <span class="whole">{FORMATS[language].time(madeAt)}</span>
    </>
  );
}

/** The register’s own words, each finding for itself. */
function Said({ deed }: { readonly deed: Deed }) {
  const { language } = useSurroundings();
  const said = saidBy(deed);
  if (said.length === 0) return null;
  return (
    <div>
      <h3>{OUTBOX_WORDS[language].found}</h3>
      <ul class="said-list">
        {said.map((words) => (
          <li key={words.en}>{words[language]}</li>
        ))}
      </ul>
    </div>
  );
}

function saidBy({ state, kind, answer }: Deed): readonly Finding['message'][] {
  if (state === 'refused') {
    const { words, findings = [], errors = [] } = answer as Problem;
    const faults = errors.map((fault) => fault.words ?? { zh: fault.message, en: fault.message });
    return [words, ...findings.map(({ message }) => message), ...faults];
  }
  return kind === 'scan' || kind === 'receipt' ? (answer as Verdict).findings.map(({ message }) => message) : [];
}

interface ReasonFormProps {
  readonly deed: Deed;
  readonly onSent: () => void;
}

/** The same again, with a reason. It is another deed: the one that was refused stays as it was. */
function ReasonForm({ deed, onSent }: ReasonFormProps) {
  const { workplace, language } = useSurroundings();
  const words = OUTBOX_WORDS[language];
  const [isOpen, setOpen] = useState(false);
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget as HTMLFormElement).get('reason') as string;
    const { path, body, about } = deed;
    const kind = deed.kind === 'removal' ? 'removal' : 'fitting';
    void workplace.outbox.does({ kind, path, body: { ...body, reason }, about }).then(onSent);
  };
  if (!isOpen)
    return (
      <button type="button" class="main" onClick={() => setOpen(true)}>
        {words.giveReason}
      </button>
    );
  return (
    <form onSubmit={send}>
      <label>
        <span>{words.reason}</span>
        <textarea name="reason" required maxlength={500} rows={3} />
      </label>
      <button class="main">{words.again}</button>
    </form>
  );
}

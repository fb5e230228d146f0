import { useState } from 'preact/hooks';
import { serialInGroups } from '../../../labels/label-text.ts';
import { FORMATS } from '../../design/formats.ts';
import { Icon } from '../../design/icons.tsx';
import { type Fitting, isSettled } from './contract.ts';
import { type Deed, waiting } from './deed.ts';
import type { Work } from './line-screen.tsx';
import { OldPartForm } from './old-part-form.tsx';
import { OldPartPhoto } from './old-part-photo.tsx';
import { FIT_WORDS, ORDER_WORDS } from './order-words.ts';
import { orderPath } from './order-screen.tsx';
import { useSurroundings } from './surroundings.tsx';
import { WORKSHOP_WORDS } from './workshop-words.ts';

interface FittedProps {
  readonly work: Work;
  /** A part is to come out again. */
  readonly onRemove: (fitting: Fitting) => void;
}

/** What is in the car by this line, what waits to be told, and what was undone or taken out. */
export function Fitted({ work: { order, line }, onRemove }: FittedProps) {
  const { workplace, language } = useSurroundings();
  const words = ORDER_WORDS[language];
  const queue = waiting(workplace.outbox.deeds).filter(
    ({ kind, about }) => kind === 'fitting' && about.order === order.number && about.line === line.line,
  );
  if (line.fittings.length + queue.length === 0) return null;
  return (
    <section class="card stack">
      <h2>{words.fitted}</h2>
      {queue.map((deed) => (
        <Queued key={deed.id} work={{ order, line }} deed={deed} />
      ))}
      {line.fittings.map((fitting) => (
        <OneFitting key={fitting.id} work={{ order, line }} fitting={fitting} onRemove={() => onRemove(fitting)} />
      ))}
    </section>
  );
}

function Queued({ work, deed }: { readonly work: Work; readonly deed: Deed }) {
  const { language } = useSurroundings();
  return (
    <div class="with plain">
      <Icon name="noted" />
      <div class="stack">
        <div>
          <b>{ORDER_WORDS[language].noted}</b>
          <p class="soft">{FORMATS[language].time(deed.madeAt)}</p>
        </div>
        {deed.about.oldPart !== undefined && <OldPartPhoto work={work} oldPart={deed.about.oldPart} mayTake />}
      </div>
    </div>
  );
}

export interface FittingOnLine {
  readonly work: Work;
  readonly fitting: Fitting;
}

function OneFitting({ work, fitting, onRemove }: FittingOnLine & { readonly onRemove: () => void }) {
  const { workplace, language } = useSurroundings();
  const words = ORDER_WORDS[language];
  const [open, setOpen] = useState<'undo' | 'oldPart'>();
  const isIn = fitting.undoneAt === null && fitting.removedAt === null;
  const isChangeable = isIn && !isSettled(work.order.status);
  const told = tellingOf(fitting, workplace.outbox.deeds);
  // What a part that came out again had replaced came out all the same.
  const isOpen = fitting.undoneAt === null && fitting.oldPart === null && told === undefined;
  const oldPart = fitting.oldPart?.outcome === 'none' ? undefined : (fitting.oldPart?.id ?? told?.about.oldPart);
  const close = (): void => setOpen(undefined);
  return (
    <div class={`with ${isIn ? 'good' : 'plain'}`}>
      <Icon name={isIn ? 'good' : 'plain'} />
      <div class="stack">
        <div>
          {fitting.serial && <b class="code">{serialInGroups(fitting.serial)}</b>}
          <p class="soft">
            {FORMATS[language].list([
              words.fittedAt(FORMATS[language].time(fitting.fittedAt)),
              fitting.position,
              fitting.oldPart && FIT_WORDS[language][fitting.oldPart.outcome],
            ])}
          </p>
          {fitting.reason !== null && <p>{fitting.reason}</p>}
          {fitting.undoneAt !== null && <p>{words.undone(fitting.undoReason ?? '')}</p>}
          {fitting.removedAt !== null && <p>{words.removed}</p>}
          {told?.state === 'waiting' && <p class="soft">{`${FIT_WORDS[language].oldPart}: ${words.noted}`}</p>}
          {isOpen && <p class="caution say">{FIT_WORDS[language].oldPartOpen}</p>}
        </div>
        {isIn && oldPart !== undefined && (
          <OldPartPhoto work={work} oldPart={oldPart} sent={fitting.oldPart?.photos} mayTake={isChangeable} />
        )}
        {(isChangeable || (isOpen && !isSettled(work.order.status))) && open === undefined && (
          <div class="choices">
            {isOpen && (
              <button type="button" onClick={() => setOpen('oldPart')}>
                {FIT_WORDS[language].tellOldPart}
              </button>
            )}
            {isChangeable && workplace.may('supervisor') && (
              <button type="button" onClick={() => setOpen('undo')}>
                {words.undo}
              </button>
            )}
            {isChangeable && workplace.may('technician', 'supervisor') && (
              <button type="button" onClick={onRemove}>
                {words.takeOut}
              </button>
            )}
          </div>
        )}
        {open === 'undo' && <UndoForm work={work} fitting={fitting} onClose={close} />}
        {open === 'oldPart' && <OldPartForm work={work} fitting={fitting} onClose={close} />}
      </div>
    </div>
  );
}

/** What became of the old part was told on this phone; whether the order has heard of it yet or not, it is not asked again. */
const tellingOf = (fitting: Fitting, deeds: readonly Deed[]): Deed | undefined =>
  deeds.find(
    ({ kind, body, state }) =>
      kind === 'oldPart' && state !== 'refused' && 'fitting' in body && body.fitting === fitting.id,
  );

interface UndoFormProps extends FittingOnLine {
  readonly onClose: () => void;
}

/** An honest undo: it says why, and both stay on record. */
function UndoForm({ work: { order, line }, fitting, onClose }: UndoFormProps) {
  const { workplace, language } = useSurroundings();
  const words = ORDER_WORDS[language];
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget as HTMLFormElement).get('reason') as string;
    const about = { order: order.number, line: line.line, ...(fitting.serial && { thing: fitting.serial }) };
    const path = `${orderPath(order.number)}/fittings/${fitting.id}/undo`;
    void workplace.outbox.does({ kind: 'undo', path, body: { reason }, about }).then(onClose);
  };
  return (
    <form onSubmit={send}>
      <p class="soft">{words.undoMeans}</p>
      <label>
        <span>{words.undoReason}</span>
        <textarea name="reason" required maxlength={500} rows={2} />
      </label>
      <button class="main">{words.undo}</button>
      <button type="button" onClick={onClose}>
        {WORKSHOP_WORDS[language].cancel}
      </button>
    </form>
  );
}

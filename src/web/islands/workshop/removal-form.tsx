import type { Fitting } from './contract.ts';
import type { Work } from './line-screen.tsx';
import { OldPartChoices } from './old-part-form.tsx';
import { FIT_WORDS } from './order-words.ts';
import { orderPath } from './order-screen.tsx';
import { useSurroundings } from './surroundings.tsx';
import { WORKSHOP_WORDS } from './workshop-words.ts';

interface RemovalFormProps {
  /** The order and line that take the part out; it may have gone in by another. */
  readonly work: Work;
  readonly fitting: Fitting;
  readonly onClose: () => void;
}

/** A part comes out of the car at a later repair. */
export function RemovalForm({ work: { order, line }, fitting, onClose }: RemovalFormProps) {
  const { workplace, language } = useSurroundings();
  const words = FIT_WORDS[language];
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const body = { line: line.line, odometer: Number(fields.get('odometer')), outcome: fields.get('oldPart') };
    const about = { order: order.number, line: line.line, ...(fitting.serial && { thing: fitting.serial }) };
    const path = `${orderPath(order.number)}/fittings/${fitting.id}/removal`;
    void workplace.outbox.does({ kind: 'removal', path, body, about }).then(onClose);
  };
  return (
    <form class="stack" onSubmit={send}>
      <label>
        <span>{words.odometer}</span>
        <input
          name="odometer"
          inputmode="numeric"
          pattern="[0-9]{1,7}"
          required
          defaultValue={fitting.odometer ?? ''}
          autocomplete="off"
        />
      </label>
      <fieldset class="stack">
        <legend>{words.oldPart}</legend>
        <OldPartChoices outcomes={['with_owner', 'waived', 'core_return', 'warranty_return']} />
      </fieldset>
      <button class="main">{words.takeOut}</button>
      <button type="button" onClick={onClose}>
        {WORKSHOP_WORDS[language].cancel}
      </button>
    </form>
  );
}

import type { OldPartOutcome } from './contract.ts';
import type { FittingOnLine } from './fitted-list.tsx';
import { newId } from './new-id.ts';
import { FIT_WORDS } from './order-words.ts';
import { orderPath } from './order-screen.tsx';
import { useSurroundings } from './surroundings.tsx';
import { WORKSHOP_WORDS } from './workshop-words.ts';

const OUTCOMES: readonly OldPartOutcome[] = ['with_owner', 'waived', 'none', 'core_return', 'warranty_return'];

export function OldPartChoices({ outcomes = OUTCOMES }: { readonly outcomes?: readonly OldPartOutcome[] }) {
  const { language } = useSurroundings();
  return (
    <>
      {outcomes.map((outcome) => (
        <label key={outcome} class="pick">
          <input type="radio" name="oldPart" value={outcome} required />
          <span>{FIT_WORDS[language][outcome]}</span>
        </label>
      ))}
    </>
  );
}

interface OldPartFormProps extends FittingOnLine {
  readonly onClose: () => void;
}

/** What became of the old part, where the fitting was recorded without it: no invoice goes out before that is told. */
export function OldPartForm({ work: { order, line }, fitting, onClose }: OldPartFormProps) {
  const { workplace, language } = useSurroundings();
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const outcome = new FormData(event.currentTarget as HTMLFormElement).get('oldPart');
    const id = newId();
    const about = { order: order.number, line: line.line, thing: line.partNumber };
    void workplace.outbox
      .does({
        kind: 'oldPart',
        path: `${orderPath(order.number)}/old-parts`,
        body: { id, line: line.line, fitting: fitting.id, outcome },
        about: { ...about, ...(outcome !== 'none' && { oldPart: id }) },
      })
      .then(onClose);
  };
  return (
    <form class="stack" onSubmit={send}>
      <fieldset class="stack">
        <legend>{FIT_WORDS[language].oldPart}</legend>
        <OldPartChoices />
      </fieldset>
      <button class="main">{FIT_WORDS[language].recordOldPart}</button>
      <button type="button" onClick={onClose}>
        {WORKSHOP_WORDS[language].cancel}
      </button>
    </form>
  );
}

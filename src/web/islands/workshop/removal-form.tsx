import { useLayoutEffect, useState } from 'preact/hooks';
import { Scanner } from '../scanning/scanner.tsx';
import { listenWedge } from '../scanning/wedge.ts';
import { serialInGroups } from '../../../labels/label-text.ts';
import type { Fitting } from './contract.ts';
import type { Work } from './line-screen.tsx';
import { OldPartChoices } from './old-part-form.tsx';
import { FIT_WORDS } from './order-words.ts';
import { orderPath } from './order-screen.tsx';
import { useBeginning } from './screen.tsx';
import { useSurroundings } from './surroundings.tsx';
import { checkVin, isSendable, vinIn, vinToSend } from './vin-check.ts';
import { VinField } from './vin-field.tsx';
import { WORKSHOP_WORDS } from './workshop-words.ts';

interface RemovalFormProps {
  /** The order and line that take the part out; it may have gone in by another. */
  readonly work: Work;
  readonly fitting: Fitting;
  readonly onClose: () => void;
}

/** A part comes out: of which car, at how many kilometres, and what becomes of it. */
export function RemovalForm({ work: { order, line }, fitting, onClose }: RemovalFormProps) {
  const { workplace, language } = useSurroundings();
  const words = FIT_WORDS[language];
  const [vin, setVin] = useState('');
  const [isReading, setReading] = useState(false);
  const heading = useBeginning<HTMLHeadingElement>();
  const read = (text: string): void => {
    const found = vinIn(text);
    if (found !== null) setVin(found);
    setReading(false);
  };
  useLayoutEffect(() => (isReading ? undefined : listenWedge({ onScan: read })), [isReading]);
  const check = checkVin(vin, order.vehicle.vin);
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const seen = vinToSend(check);
    const body = {
      line: line.line,
      ...(seen !== undefined && { vin: seen }),
      odometer: Number(fields.get('odometer')),
      outcome: fields.get('oldPart'),
    };
    const about = { order: order.number, line: line.line, ...(fitting.serial && { thing: fitting.serial }) };
    const path = `${orderPath(order.number)}/fittings/${fitting.id}/removal`;
    void workplace.outbox.does({ kind: 'removal', path, body, about }).then(onClose);
  };
  return (
    <form class="stack" onSubmit={send}>
      <h2 ref={heading} tabIndex={-1}>
        {words.takeOut} {fitting.serial && <span class="code">{serialInGroups(fitting.serial)}</span>}
      </h2>
      <section class="card stack">
        <VinField value={vin} check={check} onInput={setVin} onScan={() => setReading(true)} />
        {isReading && <Scanner onScan={({ text }) => read(text)} />}
      </section>
      <label>
        <span>{words.odometer}</span>
        <input name="odometer" inputmode="numeric" pattern="[0-9]{1,7}" required autocomplete="off" />
      </label>
      <fieldset class="stack">
        <legend>{words.oldPart}</legend>
        <OldPartChoices outcomes={['with_owner', 'waived', 'core_return', 'warranty_return']} />
      </fieldset>
      <button class="main" disabled={!isSendable(check)}>
        {words.takeOut}
      </button>
      <button type="button" onClick={onClose}>
        {WORKSHOP_WORDS[language].cancel}
      </button>
    </form>
  );
}

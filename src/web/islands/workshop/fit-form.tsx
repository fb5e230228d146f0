import { useLayoutEffect, useState } from 'preact/hooks';
import type { ScannedCode } from '../scanning/scanned-code.ts';
import { Scanner } from '../scanning/scanner.tsx';
import { listenWedge } from '../scanning/wedge.ts';
import { FORMATS } from '../../design/formats.ts';
import { Icon } from '../../design/icons.tsx';
import type { Deed } from './deed.ts';
import { newId } from './new-id.ts';
import type { Work } from './line-screen.tsx';
import { OldPartChoices } from './old-part-form.tsx';
import { FIT_WORDS } from './order-words.ts';
import { orderPath } from './order-screen.tsx';
import { useBeginning } from './screen.tsx';
import { useSurroundings } from './surroundings.tsx';
import { checkVin, isSendable, type VinCheck, vinIn, vinToSend } from './vin-check.ts';
import { VinField } from './vin-field.tsx';
import { WORKSHOP_WORDS } from './workshop-words.ts';

interface FitFormProps {
  readonly work: Work;
  /** Absent where the part carries no code. */
  readonly code: ScannedCode | null;
  /** Something was found, and the owner is to read why it is right all the same. */
  readonly needsReason: boolean;
  readonly onDone: (deed: Deed) => void;
  readonly onCancel: () => void;
}

/** The part goes in: which car, where, at how many kilometres, and what became of the old one. */
export function FitForm({ work, code, needsReason, onDone, onCancel }: FitFormProps) {
  const { order, line } = work;
  const { workplace, language } = useSurroundings();
  const words = FIT_WORDS[language];
  const [vin, setVin] = useState('');
  const [oldCode, setOldCode] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [reads, setReads] = useState<'vin' | 'old'>();
  const heading = useBeginning<HTMLHeadingElement>();
  const read = (text: string): void => {
    const found = vinIn(text);
    if (found === null) setOldCode(text);
    else setVin(found);
    setReads(undefined);
  };
  // A scanner in the hand needs no button: what it reads tells what it is for.
  useLayoutEffect(() => (reads === undefined ? listenWedge({ onScan: read }) : undefined), [reads]);
  const check = checkVin(vin, order.vehicle.vin);
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    const oldPart = newId();
    const body = {
      ...fittingOf(fields, work, check, { id: oldPart, ...(oldCode !== undefined && { code: oldCode }) }),
      ...(code && { code: code.text, entryMode: code.entryMode }),
    };
    void workplace.outbox
      .does({
        kind: 'fitting',
        path: `${orderPath(order.number)}/fittings`,
        body,
        about: {
          order: order.number,
          line: line.line,
          thing: line.partNumber,
          ...(fields.get('oldPart') !== 'none' && { oldPart }),
        },
      })
      .then(onDone);
  };
  return (
    <form class="stack fit" onSubmit={send}>
      <h2 ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <section class="card stack">
        <VinField value={vin} check={check} onInput={setVin} onScan={() => setReads('vin')} />
        {reads === 'vin' && <Scanner onScan={({ text }) => read(text)} />}
      </section>
      <Place work={work} hasCode={code !== null} />
      <OldPart isRead={oldCode !== undefined} onScan={() => setReads('old')} />
      {reads === 'old' && <Scanner onScan={({ text }) => read(text)} />}
      {needsReason && (
        <label>
          <span>{words.reason}</span>
          <textarea name="reason" required maxlength={500} rows={3} />
        </label>
      )}
      <button class="main" disabled={isBusy || !isSendable(check)}>
        {isBusy ? WORKSHOP_WORDS[language].sending : words.record}
      </button>
      <button type="button" onClick={onCancel}>
        {WORKSHOP_WORDS[language].cancel}
      </button>
    </form>
  );
}

interface OldPartToTell {
  readonly id: string;
  readonly code?: string;
}

/** `POST …/fittings`, without the code. */
function fittingOf(fields: FormData, { line }: Work, check: VinCheck, oldPart: OldPartToTell): object {
  const text = (name: string): string | undefined => (fields.get(name) as string | null)?.trim() || undefined;
  const whole = (name: string): number | undefined => (text(name) === undefined ? undefined : Number(text(name)));
  const given = {
    vin: vinToSend(check),
    position: text('position'),
    odometer: whole('odometer'),
    lot: text('lot'),
    quantity: whole('quantity'),
    reason: text('reason'),
  };
  return {
    line: line.line,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    removedPart: { ...oldPart, outcome: text('oldPart') },
    fittedAt: new Date().toISOString(),
  };
}

function Place({ work: { order, line }, hasCode }: { readonly work: Work; readonly hasCode: boolean }) {
  const { language } = useSurroundings();
  const words = FIT_WORDS[language];
  const [odometer, setOdometer] = useState('');
  const isBack = order.odometerIn !== null && odometer !== '' && Number(odometer) < order.odometerIn;
  return (
    <section class="card pair">
      <label>
        <span>{words.position}</span>
        <input name="position" defaultValue={line.position ?? ''} maxlength={40} autocomplete="off" />
      </label>
      <label>
        <span>{words.odometer}</span>
        <input
          name="odometer"
          inputmode="numeric"
          pattern="[0-9]{1,7}"
          value={odometer}
          autocomplete="off"
          onInput={({ currentTarget }) => setOdometer(currentTarget.value)}
        />
      </label>
      {isBack && <p class="wide caution say">{words.odometerLow(FORMATS[language].kilometres(order.odometerIn))}</p>}
      {!hasCode && line.tracking === 'lot' && (
        <label>
          <span>{words.lot}</span>
          <input name="lot" maxlength={20} autocomplete="off" autocapitalize="characters" />
        </label>
      )}
      {!hasCode && (
        <>
          <label>
            <span>{words.quantity}</span>
            <input name="quantity" inputmode="numeric" pattern="[1-9][0-9]{0,2}" defaultValue="1" required />
          </label>
          <label class="wide">
            <span>{words.noCodeReason}</span>
            <input name="reason" maxlength={500} autocomplete="off" />
          </label>
        </>
      )}
    </section>
  );
}

interface OldPartProps {
  readonly isRead: boolean;
  readonly onScan: () => void;
}

function OldPart({ isRead, onScan }: OldPartProps) {
  const { language } = useSurroundings();
  const words = FIT_WORDS[language];
  return (
    <fieldset class="card stack">
      <legend>{words.oldPart}</legend>
      <OldPartChoices />
      {isRead ? (
        <p class="with good">
          <Icon name="good" />
          <b class="say">{words.oldTaken}</b>
        </p>
      ) : (
        <button type="button" onClick={onScan}>
          {words.scanOld}
        </button>
      )}
    </fieldset>
  );
}

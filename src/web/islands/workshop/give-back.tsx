import { useState } from 'preact/hooks';
import type { ScannedCode } from '../scanning/scanned-code.ts';
import { Scanner } from '../scanning/scanner.tsx';
import { Icon } from '../../design/icons.tsx';
import { ConflictCard } from './conflict-card.tsx';
import type { Deed } from './deed.ts';
import type { Work } from './line-screen.tsx';
import { ORDER_WORDS } from './order-words.ts';
import { orderPath } from './order-screen.tsx';
import { useBeginning } from './screen.tsx';
import { useSurroundings } from './surroundings.tsx';
import { thingIn } from './thing-in.ts';
import { WORKSHOP_WORDS } from './workshop-words.ts';

interface GiveBackProps {
  readonly work: Work;
  readonly onClose: () => void;
}

/** A unit that was issued and not fitted goes back to the shelf: scanned, and with its seal looked at. */
export function GiveBack({ work: { order, line }, onClose }: GiveBackProps) {
  const { workplace, language } = useSurroundings();
  const words = ORDER_WORDS[language];
  const heading = useBeginning<HTMLHeadingElement>();
  const [code, setCode] = useState<ScannedCode>();
  const [refused, setRefused] = useState<Deed>();
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const about = { order: order.number, line: line.line, thing: thingIn(code!.text) };
    const path = `${orderPath(order.number)}/allocations/return`;
    void workplace.outbox
      .does({ kind: 'giveBack', path, body: { code: code!.text, seal: 'intact' }, about })
      .then((deed) => (deed.state === 'refused' ? setRefused(deed) : onClose()));
  };
  if (refused) return <ConflictCard deed={refused} onRead={onClose} />;
  return (
    <form class="stack" onSubmit={send}>
      <h2 ref={heading} tabIndex={-1}>
        {words.giveBack}
      </h2>
      <p class="soft">{words.giveBackMeans}</p>
      <Scanner onScan={setCode} />
      {code && (
        <section class="card stack">
          <p class="with good" role="status">
            <Icon name="good" />
            <b class="code">{thingIn(code.text)}</b>
          </p>
          <label class="pick">
            <input type="checkbox" required />
            <span>{words.sealIntact}</span>
          </label>
          <button class="main">{words.giveBack}</button>
        </section>
      )}
      <button type="button" onClick={onClose}>
        {WORKSHOP_WORDS[language].cancel}
      </button>
    </form>
  );
}

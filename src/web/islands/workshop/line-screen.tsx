import { useState } from 'preact/hooks';
import type { ScannedCode } from '../scanning/scanned-code.ts';
import { Scanner } from '../scanning/scanner.tsx';
import { FORMATS } from '../../design/formats.ts';
import { Notice } from '../../design/notice.tsx';
import { type Fitting, isSettled, type Order, type OrderLine, wanted } from './contract.ts';
import type { Deed } from './deed.ts';
import { EarlierParts } from './earlier-parts.tsx';
import { FitForm } from './fit-form.tsx';
import { Fitted } from './fitted-list.tsx';
import { GiveBack } from './give-back.tsx';
import { CATEGORY_NAME, FIT_WORDS, ORDER_WORDS } from './order-words.ts';
import { orderPath } from './order-screen.tsx';
import { Recorded } from './recorded.tsx';
import { RemovalForm } from './removal-form.tsx';
import { Reading } from './reading.tsx';
import { Fact, Screen, Shown } from './screen.tsx';
import { Link, useKnown, useSurroundings } from './surroundings.tsx';
import { withoutOwner } from './workplace.ts';

interface LineScreenProps {
  readonly number: string;
  readonly line: number;
}

/** One line of an order: which part, the scan before it goes in, and the fitting. */
export function LineScreen({ number, line }: LineScreenProps) {
  const { language } = useSurroundings();
  const words = ORDER_WORDS[language];
  const [lookup, retry] = useKnown('order', number, orderPath(number), withoutOwner);
  const found = typeof lookup === 'string' ? undefined : lookup.content.lines.find((each) => each.line === line);
  return (
    <Screen
      title={found?.name?.[language] ?? found?.partNumber ?? words.line(line)}
      over={`${number} · ${words.line(line)}`}
    >
      <Shown lookup={lookup} retry={retry}>
        {(order) => (found ? <Work order={order} line={found} /> : <Notice state="plain" title={words.noneFound} />)}
      </Shown>
    </Screen>
  );
}

export interface Work {
  readonly order: Order;
  readonly line: OrderLine;
}

type Stage =
  | { readonly name: 'ready' }
  /** `round`: the same label read again is asked about again. */
  | { readonly name: 'read'; readonly code: ScannedCode; readonly round: number }
  /** Without a code where the part carries none. */
  | { readonly name: 'fit'; readonly code: ScannedCode | null; readonly needsReason: boolean }
  | { readonly name: 'recorded'; readonly deed: Deed }
  | { readonly name: 'removal'; readonly fitting: Fitting }
  | { readonly name: 'giveBack' };

function Work({ order, line }: Work) {
  const { workplace, language } = useSurroundings();
  const words = ORDER_WORDS[language];
  const [stage, setStage] = useState<Stage>({ name: 'ready' });
  const isOpen = !isSettled(order.status) && line.fitted < wanted(line);
  const mayFit = workplace.may('technician', 'supervisor');
  const read = (code: ScannedCode): void =>
    setStage((now) => ({ name: 'read', code, round: now.name === 'read' ? now.round + 1 : 1 }));
  const again = (): void => setStage({ name: 'ready' });
  const remove = (fitting: Fitting): void => setStage({ name: 'removal', fitting });
  if (stage.name === 'fit')
    return (
      <FitForm
        work={{ order, line }}
        code={stage.code}
        needsReason={stage.needsReason}
        onDone={(deed) => setStage({ name: 'recorded', deed })}
        onCancel={again}
      />
    );
  if (stage.name === 'recorded') return <Recorded deed={stage.deed} work={{ order, line }} onAgain={again} />;
  if (stage.name === 'removal') return <RemovalForm work={{ order, line }} fitting={stage.fitting} onClose={again} />;
  if (stage.name === 'giveBack') return <GiveBack work={{ order, line }} onClose={again} />;
  return (
    <>
      <Asked line={line} />
      {stage.name === 'read' && (
        <Reading
          key={stage.round}
          code={stage.code}
          purpose="fit"
          work={{ order, line }}
          onFit={
            mayFit && isOpen ? (needsReason) => setStage({ name: 'fit', code: stage.code, needsReason }) : undefined
          }
        />
      )}
      {isOpen && isCoded(line) && <Scanner onScan={read} />}
      {isOpen && mayFit && !isCoded(line) && (
        <section class="card stack">
          <p>{words.withoutCode}</p>
          <button type="button" class="main" onClick={() => setStage({ name: 'fit', code: null, needsReason: false })}>
            {words.fitWithoutCode}
          </button>
        </section>
      )}
      <Fitted work={{ order, line }} onRemove={remove} />
      {workplace.may('technician', 'parts_clerk', 'supervisor') && !isSettled(order.status) && (
        <Issued line={line} onGiveBack={() => setStage({ name: 'giveBack' })} />
      )}
      {mayFit && !isSettled(order.status) && <EarlierParts order={order} onRemove={remove} />}
      <Link to={{ name: 'order', order: order.number }} class="more">
        {FIT_WORDS[language].toOrder}
      </Link>
    </>
  );
}

interface IssuedProps {
  readonly line: OrderLine;
  readonly onGiveBack: () => void;
}

/** What was taken from the shelf and is in no car: no invoice goes out while a unit is neither fitted nor back. */
function Issued({ line: { issued, fitted, removed = 0, returned }, onGiveBack }: IssuedProps) {
  const { language } = useSurroundings();
  const words = ORDER_WORDS[language];
  const open = issued - fitted - removed - returned;
  if (open <= 0) return null;
  return (
    <section class="card stack">
      <p>{words.issuedOpen(open)}</p>
      <button type="button" onClick={onGiveBack}>
        {words.giveBack}
      </button>
    </section>
  );
}

/** A part that no catalogue knows may carry a code all the same: only a catalogue that says otherwise ends the scanning. */
const isCoded = ({ tracking }: OrderLine): boolean => tracking === 'serial' || tracking === null;

function Asked({ line }: { readonly line: OrderLine }) {
  const { language } = useSurroundings();
  const words = ORDER_WORDS[language];
  const { approval, partNumber } = line;
  return (
    <section class="card">
      <dl class="facts">
        <Fact name={words.partNumber}>
          <span class="code">{partNumber}</span>
        </Fact>
        <Fact name={words.category}>{CATEGORY_NAME[language][line.category]}</Fact>
        <Fact name={words.position}>{line.position}</Fact>
        <Fact name={words.wanted}>
          {FORMATS[language].number(wanted(line))} · {words.countFitted(line.fitted, wanted(line))}
        </Fact>
        <Fact name={words.concern}>{line.concern}</Fact>
        <Fact name={words.cause}>{line.cause}</Fact>
      </dl>
      {approval === null && <Notice state="caution">{words.notApproved}</Notice>}
      {approval !== null && approval.partNumber !== partNumber && (
        <Notice state="caution">{words.approvedOther(approval.partNumber)}</Notice>
      )}
    </section>
  );
}

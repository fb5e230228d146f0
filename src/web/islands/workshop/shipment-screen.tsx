import { serialInGroups } from '../../../labels/label-text.ts';
import { Scanner } from '../scanning/scanner.tsx';
import { FORMATS } from '../../design/formats.ts';
import { Icon } from '../../design/icons.tsx';
import { Notice } from '../../design/notice.tsx';
import { ConflictCard } from './conflict-card.tsx';
import type { Receipt, Shipment, ShipmentLine } from './contract.ts';
import type { Deed } from './deed.ts';
import { Screen, Shown } from './screen.tsx';
import { STOCK_WORDS } from './stock-words.ts';
import { Link, useKnown, useSurroundings } from './surroundings.tsx';
import type { Counted, Tally } from './tally.ts';
import { useTally } from './use-tally.ts';

interface ShipmentScreenProps {
  readonly id: string;
}

/** One delivery: scan until the list is full. */
export function ShipmentScreen({ id }: ShipmentScreenProps) {
  const { language } = useSurroundings();
  const words = STOCK_WORDS[language];
  const [lookup, retry] = useKnown('shipment', id, `/api/shipments/${id}`);
  const shipment = typeof lookup === 'string' ? undefined : lookup.content;
  return (
    <Screen
      title={words.receive}
      over={shipment && FORMATS[language].list([words.from(shipment.from.name[language]), shipment.reference])}
    >
      <Shown lookup={lookup} retry={retry}>
        {(shown) => <Unpacking shipment={shown} />}
      </Shown>
    </Screen>
  );
}

function Unpacking({ shipment }: { readonly shipment: Shipment }) {
  const { workplace, language } = useSurroundings();
  const words = STOCK_WORDS[language];
  const { tally, told, deed, scan, undo, record, again } = useTally(shipment.id, shipment.units);
  const mayReceive =
    workplace.may('technician', 'parts_clerk', 'supervisor') &&
    shipment.to.code === workplace.person!.organisation.code;
  const open = shipment.units.filter(({ outcome }) => outcome === 'in_transit' || outcome === 'short');
  const finish = (close: boolean): void => {
    const body = { codes: tally.map(({ code }) => code), close };
    const about = { thing: shipment.reference ?? shipment.from.code };
    record({ kind: 'receipt', path: `/api/shipments/${shipment.id}/receipts`, body, about });
  };
  if (deed) return <Received deed={deed} onAgain={again} />;
  return (
    <>
      {mayReceive && open.length > 0 && (
        <>
          <p class="soft">{words.receiveHow}</p>
          <Scanner keepsOpen onScan={({ text }) => scan(text)} />
          <div aria-live="assertive">{told !== undefined && <Told told={told} />}</div>
          <Progress seen={tally.filter(({ isExpected }) => isExpected).length} of={open.length} />
        </>
      )}
      <Lines units={shipment.units} tally={tally} />
      {tally.length > 0 && (
        <Finish
          missing={open.length - tally.filter(({ isExpected }) => isExpected).length}
          onFinish={finish}
          onUndo={undo}
        />
      )}
    </>
  );
}

function Told({ told }: { readonly told: Counted['told'] }) {
  const { language } = useSurroundings();
  const words = STOCK_WORDS[language];
  if (told === 'ticked') return null;
  if (told === 'over')
    return (
      <Notice state="caution" title={words.notInList}>
        <p>{words.notInListMeans}</p>
      </Notice>
    );
  return <Notice state="plain">{told === 'twice' ? words.twice : words.unreadable}</Notice>;
}

function Progress({ seen, of }: { readonly seen: number; readonly of: number }) {
  const { language } = useSurroundings();
  return (
    <div class="tally" role="status">
      <b>{STOCK_WORDS[language].seen(seen, of)}</b>
      <progress max={Math.max(1, of)} value={seen} class={seen === of ? 'good' : 'plain'} aria-hidden="true" />
    </div>
  );
}

function Lines({ units, tally }: { readonly units: readonly ShipmentLine[]; readonly tally: Tally }) {
  const { language } = useSurroundings();
  const words = STOCK_WORDS[language];
  const seen = new Set(tally.map(({ serial }) => serial));
  return (
    <ul class="card deeds">
      {tally
        .filter(({ isExpected }) => !isExpected)
        .map(({ serial }) => (
          <li key={serial} class="with caution">
            <Icon name="caution" />
            <span>
              <b class="code">{serialInGroups(serial)}</b> <span class="say">{words.notInList}</span>
            </span>
          </li>
        ))}
      {units.map((unit) => {
        const isHere = seen.has(unit.serial) || unit.outcome === 'received';
        return (
          <li key={unit.serial} class={`with ${isHere ? 'good' : 'plain'}`}>
            <Icon name={isHere ? 'good' : 'plain'} />
            <span>
              {unit.name[language]} <span class="code soft under">{serialInGroups(unit.serial)}</span>
              <span class="soft under">{isHere ? words.gotIt : words[unit.outcome as 'in_transit']}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

interface FinishProps {
  readonly missing: number;
  readonly onFinish: (close: boolean) => void;
  readonly onUndo: () => void;
}

function Finish({ missing, onFinish, onUndo }: FinishProps) {
  const { language } = useSurroundings();
  const words = STOCK_WORDS[language];
  return (
    <div class="stack">
      {missing > 0 && (
        <button type="button" class="main" onClick={() => onFinish(false)}>
          {words.later}
        </button>
      )}
      <button type="button" class={missing > 0 ? '' : 'main'} onClick={() => onFinish(true)}>
        {missing > 0 ? words.confirmShort(missing) : words.confirm}
      </button>
      <button type="button" onClick={onUndo}>
        {words.undo}
      </button>
    </div>
  );
}

interface ReceivedProps {
  readonly deed: Deed;
  readonly onAgain: () => void;
}

function Received({ deed, onAgain }: ReceivedProps) {
  const { language } = useSurroundings();
  const words = STOCK_WORDS[language];
  if (deed.state === 'refused') return <ConflictCard deed={deed} onRead={onAgain} />;
  const receipt = deed.answer as Receipt | null;
  return (
    <>
      {receipt === null ? (
        <Notice state="plain" role="status" title={words.resultNoted} />
      ) : (
        <section class="card" role="status">
          <h2>{words.result}</h2>
          <dl class="facts">
            <dt>{words.resultReceived}</dt>
            <dd>{receipt.received}</dd>
            <dt>{words.resultOver}</dt>
            <dd>{receipt.over}</dd>
            <dt>{words.resultShort}</dt>
            <dd>{receipt.short}</dd>
          </dl>
        </section>
      )}
      {receipt?.findings.map(({ rule, level, message }, at) => (
        <Notice key={rule + String(at)} state={level >= 3 ? 'caution' : 'plain'}>
          {message[language]}
        </Notice>
      ))}
      <Link to={{ name: 'shipments' }} class="more">
        {words.toStock}
      </Link>
    </>
  );
}

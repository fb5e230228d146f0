import { serialInGroups } from '../../../labels/label-text.ts';
import { Scanner } from '../scanning/scanner.tsx';
import { Notice } from '../../design/notice.tsx';
import { ConflictCard } from './conflict-card.tsx';
import type { ShipmentSummary } from './contract.ts';
import { Screen, Shown } from './screen.tsx';
import { SHIPMENTS_PATH } from './shipments-screen.tsx';
import { STOCK_WORDS } from './stock-words.ts';
import { Link, useKnown, useSurroundings } from './surroundings.tsx';
import { useTally } from './use-tally.ts';
import { itemsOf } from './workplace.ts';

/** Unused parts go back to a warehouse that supplied this workshop. */
export function ReturnsScreen() {
  const { workplace, language } = useSurroundings();
  const words = STOCK_WORDS[language];
  const [lookup, retry] = useKnown('shipments', '', SHIPMENTS_PATH, itemsOf<ShipmentSummary>);
  const own = workplace.person!.organisation.code;
  return (
    <Screen title={words.returns}>
      <p class="soft">{words.returnsHow}</p>
      <Shown lookup={lookup} retry={retry}>
        {(all) => {
          const suppliers = new Map(all.filter(({ to }) => to.code === own).map(({ from }) => [from.code, from]));
          return suppliers.size === 0 ? (
            <p class="empty">{words.returnsNowhere}</p>
          ) : (
            <Packing suppliers={[...suppliers.values()]} />
          );
        }}
      </Shown>
    </Screen>
  );
}

function Packing({ suppliers }: { readonly suppliers: readonly ShipmentSummary['from'][] }) {
  const { language } = useSurroundings();
  const words = STOCK_WORDS[language];
  const { tally, told, deed, scan, without, record, again } = useTally('returns', 'anything');
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const to = new FormData(event.currentTarget as HTMLFormElement).get('to') as string;
    const body = { to, kind: 'return_new', units: tally.map(({ code }) => code) };
    record({ kind: 'return', path: '/api/shipments', body, about: { thing: to } });
  };
  if (deed?.state === 'refused') return <ConflictCard deed={deed} onRead={again} />;
  if (deed)
    return (
      <>
        <Notice
          state={deed.state === 'done' ? 'good' : 'plain'}
          role="status"
          title={deed.state === 'done' ? words.returnsDone : words.resultNoted}
        />
        <Link to={{ name: 'shipments' }} class="more">
          {words.toStock}
        </Link>
      </>
    );
  return (
    <>
      <Scanner keepsOpen onScan={({ text }) => scan(text)} />
      <div aria-live="assertive">
        {told === 'twice' && <Notice state="plain">{words.twice}</Notice>}
        {told === 'unreadable' && <Notice state="plain">{words.unreadable}</Notice>}
      </div>
      {tally.length > 0 && (
        <form class="stack" onSubmit={send}>
          <ul class="card deeds">
            {tally.map(({ serial }) => (
              <li key={serial} class="over">
                <b class="code">{serialInGroups(serial)}</b>
                <button type="button" class="inline end" onClick={() => without(serial)}>
                  {words.remove}
                </button>
              </li>
            ))}
          </ul>
          <label>
            <span>{words.returnsTo}</span>
            <select name="to">
              {suppliers.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name[language]}
                </option>
              ))}
            </select>
          </label>
          <button class="main">{words.returnsSend(tally.length)}</button>
        </form>
      )}
    </>
  );
}

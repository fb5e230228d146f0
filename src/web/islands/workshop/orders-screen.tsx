import { useState } from 'preact/hooks';
import { Icon } from '../../design/icons.tsx';
import { isSettled, type OrderSummary } from './contract.ts';
import { waiting } from './deed.ts';
import { ORDER_WORDS, STATUS } from './order-words.ts';
import { ordersToShow } from './order-pages.ts';
import { Chip, Screen, Shown } from './screen.tsx';
import { Link, useKnown, useSurroundings } from './surroundings.tsx';
import { itemsOf } from './workplace.ts';
import { WORKSHOP_WORDS } from './workshop-words.ts';

/** The workshop’s orders. Found by number, plate or the end of a VIN, also in the copy on the phone. */
export function OrdersScreen() {
  const { language } = useSurroundings();
  const words = ORDER_WORDS[language];
  const [lookup, retry] = useKnown('orders', '', ordersToShow, itemsOf<OrderSummary>);
  const [search, setSearch] = useState('');
  return (
    <Screen title={WORKSHOP_WORDS[language].orders}>
      <input
        type="search"
        value={search}
        placeholder={words.search}
        aria-label={words.search}
        autocomplete="off"
        onInput={({ currentTarget }) => setSearch(currentTarget.value)}
      />
      <Shown lookup={lookup} retry={retry}>
        {(orders) => <Found orders={matching(orders, search)} search={search.trim()} />}
      </Shown>
    </Screen>
  );
}

function matching(orders: readonly OrderSummary[], search: string): readonly OrderSummary[] {
  const wanted = plain(search);
  if (wanted === '') return orders.filter(({ status }) => !isSettled(status));
  return orders.filter(({ number, vehicle: { plate, vin, model } }) =>
    [number, plate, vin, model].some((text) => text !== null && plain(text).includes(wanted)),
  );
}

/** Nobody types the dot in 浙A·A1000. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s·.-]/g, '')
    .toUpperCase();

interface FoundProps {
  readonly orders: readonly OrderSummary[];
  readonly search: string;
}

function Found({ orders, search }: FoundProps) {
  const { language } = useSurroundings();
  const words = ORDER_WORDS[language];
  return (
    <>
      {orders.length === 0 && <p class="empty">{search === '' ? words.none : words.noneFound}</p>}
      <ul class="stack">
        {orders.map((order) => (
          <li key={order.number}>
            <OrderCard order={order} />
          </li>
        ))}
      </ul>
      {search !== '' && !orders.some(({ number }) => number === search) && (
        <Link to={{ name: 'order', order: search }} class="more">
          {words.lookUp(search)}
        </Link>
      )}
    </>
  );
}

function OrderCard({ order }: { readonly order: OrderSummary }) {
  const { workplace, language } = useSurroundings();
  const words = ORDER_WORDS[language];
  const { number, vehicle, status, lineCount, fittedLineCount } = order;
  const queued = waiting(workplace.outbox.deeds).filter(({ about }) => about.order === number).length;
  const isDone = lineCount > 0 && fittedLineCount === lineCount;
  return (
    <Link to={{ name: 'order', order: number }} class="card order">
      <span class="plate">{vehicle.plate ?? vehicle.vin.slice(-8)}</span>
      <span class="soft end">{STATUS[language][status as keyof (typeof STATUS)['zh']] ?? status}</span>
      <span class="soft wide">{[vehicle.model, number].filter(Boolean).join(' · ')}</span>
      <progress
        max={Math.max(1, lineCount)}
        value={fittedLineCount}
        aria-hidden="true"
        class={isDone ? 'good' : 'plain'}
      />
      <span class="soft">{words.progress(fittedLineCount, lineCount)}</span>
      {queued > 0 && (
        <span class="soft end with-icon">
          <Icon name="outbox" />
          {words.countWaiting(queued)}
        </span>
      )}
      {isDone && <Chip state="good">{words.fitted}</Chip>}
    </Link>
  );
}

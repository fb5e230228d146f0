import { FORMATS } from '../../design/formats.ts';
import { Icon, type State } from '../../design/icons.tsx';
import { Notice } from '../../design/notice.tsx';
import { isSettled, type Order, type OrderLine, standing, wanted } from './contract.ts';
import { type Deed, waiting } from './deed.ts';
import { CATEGORY_NAME, ORDER_WORDS, STATUS } from './order-words.ts';
import { Fact, Screen, Shown } from './screen.tsx';
import { Link, useKnown, useSurroundings } from './surroundings.tsx';
import { withoutOwner } from './workplace.ts';

export const orderPath = (number: string): string => `/api/repair-orders/${encodeURIComponent(number)}`;

interface OrderScreenProps {
  readonly number: string;
}

/** One order: the car, and what is to go into it. */
export function OrderScreen({ number }: OrderScreenProps) {
  const [lookup, retry] = useKnown('order', number, orderPath(number), withoutOwner);
  const { language } = useSurroundings();
  const order = typeof lookup === 'string' ? undefined : lookup.content;
  return (
    <Screen
      title={order?.vehicle.plate ?? number}
      over={order && `${number} · ${STATUS[language][order.status as keyof (typeof STATUS)['zh']] ?? order.status}`}
    >
      <Shown lookup={lookup} retry={retry}>
        {(shown) => <Whole order={shown} />}
      </Shown>
    </Screen>
  );
}

function Whole({ order }: { readonly order: Order }) {
  const { workplace, language } = useSurroundings();
  const words = ORDER_WORDS[language];
  const { vehicle, odometerIn, status, lines, number } = order;
  const queue = waiting(workplace.outbox.deeds).filter(({ about }) => about.order === number);
  const isDone = lines.length > 0 && lines.every((line) => line.fitted >= wanted(line));
  return (
    <>
      {isSettled(status) && <Notice state="plain">{words.settled}</Notice>}
      <section class="card">
        <dl class="facts">
          <Fact name={words.vin}>
            <VinShown vin={vehicle.vin} />
          </Fact>
          <Fact name={words.odometer}>{odometerIn === null ? null : FORMATS[language].kilometres(odometerIn)}</Fact>
        </dl>
      </section>
      <h2>{words.lines}</h2>
      <ul class="stack">
        {lines.map((line) => (
          <li key={line.line}>
            <LineCard number={number} line={line} queue={queue.filter(({ about }) => about.line === line.line)} />
          </li>
        ))}
      </ul>
      {isDone && status === 'in_progress' && workplace.may('technician', 'advisor', 'supervisor') && (
        <Ready number={number} />
      )}
      {workplace.may('advisor', 'supervisor', 'parts_clerk') && (
        <Link to={{ name: 'invoice', order: number }} class="more">
          {words.invoice}
        </Link>
      )}
    </>
  );
}

/** The end of it large: that is what people compare. */
export const VinShown = ({ vin }: { readonly vin: string }) => (
  <span class="code">
    {vin.slice(0, -8)}
    <b>{vin.slice(-8)}</b>
  </span>
);

interface LineCardProps {
  readonly number: string;
  readonly line: OrderLine;
  readonly queue: readonly Deed[];
}

function LineCard({ number, line, queue }: LineCardProps) {
  const { language } = useSurroundings();
  const words = ORDER_WORDS[language];
  const of = wanted(line);
  const noted = queue.filter(({ kind }) => kind === 'fitting').length;
  const isFitted = standing(line).length > 0 && line.fitted >= of;
  return (
    <Link to={{ name: 'line', order: number, line: line.line }} class="card line">
      <span class={lineState(line, noted, isFitted)}>
        <Icon name={isFitted ? 'good' : noted > 0 ? 'noted' : line.approval === null ? 'caution' : 'scan'} />
      </span>
      <span>
        <b>{line.name?.[language] ?? line.partNumber}</b>
        <span class="soft under">
          {[line.position, CATEGORY_NAME[language][line.category]].filter(Boolean).join(' · ')}
        </span>
        <span class="under">
          {words.countFitted(line.fitted, of)}
          {noted > 0 && ` · ${words.countWaiting(noted)}`}
        </span>
        {line.approval === null && <span class="under caution say">{words.notApproved}</span>}
      </span>
    </Link>
  );
}

function lineState(line: OrderLine, noted: number, isFitted: boolean): State {
  if (isFitted) return 'good';
  return noted === 0 && line.approval === null ? 'caution' : 'plain';
}

function Ready({ number }: { readonly number: string }) {
  const { workplace, language } = useSurroundings();
  const finish = (): void =>
    void workplace.outbox.does({
      kind: 'status',
      path: `${orderPath(number)}/status`,
      body: { status: 'ready' },
      about: { order: number },
    });
  return (
    <button type="button" class="main" onClick={finish}>
      {ORDER_WORDS[language].markReady}
    </button>
  );
}

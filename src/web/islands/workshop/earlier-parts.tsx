import { useState } from 'preact/hooks';
import { serialInGroups } from '../../../labels/label-text.ts';
import { FORMATS } from '../../design/formats.ts';
import { call } from './call.ts';
import { type Fitting, type Order, type OrderSummary, standing } from './contract.ts';
import { ORDER_WORDS } from './order-words.ts';
import { orderPath } from './order-screen.tsx';
import { useSurroundings } from './surroundings.tsx';
import { itemsOf } from './workplace.ts';
import { WORKSHOP_WORDS } from './workshop-words.ts';

interface EarlierFitting {
  readonly fitting: Fitting;
  readonly name: Order['lines'][number]['name'];
  readonly order: string;
}

type Found = readonly EarlierFitting[] | 'asking' | 'silence' | undefined;

interface EarlierPartsProps {
  readonly order: Order;
  /** A part is to come out. */
  readonly onRemove: (fitting: Fitting) => void;
}

/** Coded parts that earlier orders of this workshop put into the same car: what comes out today is recorded as out. */
export function EarlierParts({ order, onRemove }: EarlierPartsProps) {
  const { workplace, language } = useSurroundings();
  const words = ORDER_WORDS[language];
  const [found, setFound] = useState<Found>();
  const ask = (): void => {
    setFound('asking');
    void earlierFittings(order, workplace.person!.id).then(setFound);
  };
  if (found === undefined)
    return (
      <button type="button" onClick={ask}>
        {words.showEarlier}
      </button>
    );
  if (found === 'asking') return <p class="quiet">{WORKSHOP_WORDS[language].loading}</p>;
  if (found === 'silence') return <p class="quiet">{WORKSHOP_WORDS[language].needsNetwork}</p>;
  return (
    <section class="card stack">
      <h2>{words.earlier}</h2>
      {found.length === 0 && <p class="soft">{words.earlierNone}</p>}
      {found.map(({ fitting, name, order: earlier }) => (
        <div key={fitting.id} class="stack">
          <p>
            <b>{name?.[language] ?? fitting.partNumber}</b>{' '}
            {fitting.serial && <span class="code">{serialInGroups(fitting.serial)}</span>}
            <span class="soft under">
              {earlier} · {words.fittedAt(FORMATS[language].day(fitting.fittedAt))}
            </span>
          </p>
          <button type="button" onClick={() => onRemove(fitting)}>
            {words.takeOut}
          </button>
        </div>
      ))}
    </section>
  );
}

async function earlierFittings({ number, vehicle }: Order, account: string): Promise<Found> {
  const listed = await call(`/api/repair-orders?limit=20&vin=${vehicle.vin}`, { account });
  if (listed.kind === 'silence' || listed.status !== 200) return 'silence';
  const found: EarlierFitting[] = [];
  for (const earlier of itemsOf<OrderSummary>(listed.body)) {
    if (earlier.number === number || earlier.fittedLineCount === 0) continue;
    const heard = await call(orderPath(earlier.number), { account });
    if (heard.kind === 'silence' || heard.status !== 200) return 'silence';
    for (const { fittings, name } of (heard.body as Order).lines)
      found.push(...standing({ fittings }).map((fitting) => ({ fitting, name, order: earlier.number })));
  }
  return found.filter(({ fitting }) => fitting.serial !== null);
}

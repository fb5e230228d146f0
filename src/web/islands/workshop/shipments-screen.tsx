import { FORMATS } from '../../design/formats.ts';
import type { ShipmentSummary } from './contract.ts';
import { Screen, Shown } from './screen.tsx';
import { STOCK_WORDS } from './stock-words.ts';
import { Link, useKnown, useSurroundings } from './surroundings.tsx';
import { itemsOf } from './workplace.ts';
import { WORKSHOP_WORDS } from './workshop-words.ts';

export const SHIPMENTS_PATH = '/api/shipments?limit=100';

/** What is on its way to the workshop, and what it sent back. */
export function ShipmentsScreen() {
  const { workplace, language } = useSurroundings();
  const words = STOCK_WORDS[language];
  const [lookup, retry] = useKnown('shipments', '', SHIPMENTS_PATH, itemsOf<ShipmentSummary>);
  const own = workplace.person!.organisation.code;
  return (
    <Screen title={WORKSHOP_WORDS[language].stock}>
      {workplace.may('technician', 'parts_clerk', 'supervisor') && (
        <Link to={{ name: 'returns' }} class="more">
          {words.returns}
        </Link>
      )}
      <Shown lookup={lookup} retry={retry}>
        {(all) => {
          const incoming = all.filter(({ to }) => to.code === own);
          return (
            <>
              <Part
                title={words.coming}
                none={words.none}
                shipments={incoming.filter(({ inTransit }) => inTransit > 0)}
              />
              <Part
                title={words.received}
                shipments={incoming.filter(({ inTransit, status }) => inTransit === 0 && status === 'received')}
              />
              <Part title={words.sent} shipments={all.filter(({ from }) => from.code === own)} />
            </>
          );
        }}
      </Shown>
    </Screen>
  );
}

interface PartProps {
  readonly title: string;
  readonly none?: string;
  readonly shipments: readonly ShipmentSummary[];
}

function Part({ title, none, shipments }: PartProps) {
  const { workplace, language } = useSurroundings();
  const words = STOCK_WORDS[language];
  if (shipments.length === 0 && none === undefined) return null;
  return (
    <>
      <h2>{title}</h2>
      {shipments.length === 0 && <p class="empty">{none}</p>}
      <ul class="stack">
        {shipments.map(({ id, from, to, reference, createdAt, inTransit, shipped }) => (
          <li key={id}>
            <Link to={{ name: 'shipment', id }} class="card order">
              <b>
                {to.code === workplace.person!.organisation.code
                  ? words.from(from.name[language])
                  : words.to(to.name[language])}
              </b>
              <span class="end">{inTransit > 0 ? words.toReceive(inTransit) : words.units(shipped)}</span>
              <span class="soft wide">{FORMATS[language].list([reference, FORMATS[language].time(createdAt)])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

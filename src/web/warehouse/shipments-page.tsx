import type { ShipmentSummary } from '../../distribution/shipments.query.ts';
import type { Page } from '../../http/paging.ts';
import type { Language } from '../../kernel/words.ts';
import { Chip } from '../design/chip.tsx';
import { Select } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import type { State } from '../design/icons.tsx';
import { Pager } from '../staff/pager.tsx';
import type { ShipmentFilterDto } from './shipment-form.dto.ts';
import { DIRECTION, SHIPMENT_KIND, SHIPMENT_STATUS, SHIPPING_WORDS } from './shipping-words.ts';
import { WAREHOUSE_WORDS } from './warehouse-words.ts';

interface ShipmentsProps {
  readonly page: Page<ShipmentSummary>;
  readonly filter: ShipmentFilterDto;
  /** Code of whoever reads: the other party is what they want to know. */
  readonly own: string;
  readonly language: Language;
}

const STATE = { in_transit: 'plain', received: 'good', voided: 'caution' } as const;

type Told = Pick<ShipmentSummary, 'status' | 'short'>;

export function ShipmentChip({ shipment, language }: { readonly shipment: Told; readonly language: Language }) {
  const { status, short } = shipment;
  const state: State = short > 0 ? 'caution' : STATE[status];
  return <Chip state={state}>{SHIPMENT_STATUS[language][status]}</Chip>;
}

export function ShipmentsPage({ page, filter, own, language }: ShipmentsProps) {
  const words = SHIPPING_WORDS[language];
  const names = WAREHOUSE_WORDS[language];
  const { direction, status } = filter;
  return (
    <div class="stack">
      <div class="over">
        <h1>{words.shipments}</h1>
        <a class="go first end act" href="/warehouse/shipments/new">
          {words.pack}
        </a>
      </div>
      <form class="filters act" method="get" action="/warehouse/shipments">
        <Select
          label={words.direction}
          name="direction"
          choices={DIRECTION[language]}
          value={direction}
          none={names.all}
        />
        <Select
          label={names.status}
          name="status"
          choices={SHIPMENT_STATUS[language]}
          value={status}
          none={names.all}
        />
        <button>{names.filter}</button>
      </form>
      {page.items.length === 0 ? (
        <p class="card empty">{words.noShipments}</p>
      ) : (
        <ul class="card items">
          {page.items.map((shipment) => (
            <Row key={shipment.id} shipment={shipment} own={own} language={language} />
          ))}
        </ul>
      )}
      <Pager
        path="/warehouse/shipments"
        filter={{ direction, status }}
        isLater={filter.after !== undefined}
        next={page.next}
        language={language}
      />
    </div>
  );
}

interface RowProps {
  readonly shipment: ShipmentSummary;
  readonly own: string;
  readonly language: Language;
}

function Row({ shipment, own, language }: RowProps) {
  const words = SHIPPING_WORDS[language];
  const { id, from, to, kind, reference, shipped, received, short, createdAt } = shipment;
  const { time, number } = FORMATS[language];
  const isOurs = from.code === own;
  const other = isOurs ? to : from;
  return (
    <li>
      <div class="over">
        <ShipmentChip shipment={shipment} language={language} />
        <span class="soft">{SHIPMENT_KIND[language][kind]}</span>
      </div>
      <h2>
        <a href={`/warehouse/shipments/${id}`}>
          {isOurs ? '→' : '←'} {other.name[language]}
        </a>
      </h2>
      <div class="dots">
        {reference !== null && <span>{reference}</span>}
        <span>
          {words.shipped} {number(shipped)}
        </span>
        <span>
          {words.received} {number(received)}
        </span>
        {short > 0 && (
          <span class="caution say">
            {words.short} {number(short)}
          </span>
        )}
        <span>{time(createdAt)}</span>
      </div>
    </li>
  );
}

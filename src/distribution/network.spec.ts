import type { OrganisationId } from '../kernel/identifiers.ts';
import { mayConsign, type ShipmentKind, type Trader } from './network.ts';

const trader = (id: string, kind: Trader['kind'], makerId: string | null): Trader => ({
  id: id as OrganisationId,
  kind,
  makerId: makerId as OrganisationId | null,
});
const WAREHOUSE = trader('WH1', 'warehouse', 'CH');
const SISTER = trader('WH2', 'warehouse', 'CH');
const RIVAL = trader('WH9', 'warehouse', 'XX');
const WORKSHOP = trader('WS1', 'workshop', null);
const NEIGHBOUR = trader('WS2', 'workshop', null);
const PLATFORM = trader('PF', 'platform', null);
const MAKER = trader('CH', 'maker', 'CH');

test.each([
  { name: 'a warehouse supplies a workshop', from: WAREHOUSE, to: WORKSHOP, kind: 'supply', may: true },
  { name: 'and its sister warehouse', from: WAREHOUSE, to: SISTER, kind: 'supply', may: true },
  { name: 'but not itself', from: WAREHOUSE, to: WAREHOUSE, kind: 'supply', may: false },
  { name: 'nor another maker’s warehouse', from: WAREHOUSE, to: RIVAL, kind: 'supply', may: false },
  { name: 'nor the platform', from: WAREHOUSE, to: PLATFORM, kind: 'supply', may: false },
  { name: 'it may send to its maker', from: WAREHOUSE, to: MAKER, kind: 'supply', may: true },
  { name: 'a maker supplies too', from: MAKER, to: WORKSHOP, kind: 'supply', may: true },
  { name: 'but no other maker’s warehouse', from: MAKER, to: RIVAL, kind: 'supply', may: false },
  { name: 'a workshop returns new parts', from: WORKSHOP, to: WAREHOUSE, kind: 'return_new', may: true },
  { name: 'not to the platform', from: WORKSHOP, to: PLATFORM, kind: 'return_new', may: false },
  { name: 'and old ones', from: WORKSHOP, to: WAREHOUSE, kind: 'return_old', may: true },
  { name: 'but supplies nobody', from: WORKSHOP, to: WAREHOUSE, kind: 'supply', may: false },
  { name: 'least of all another workshop', from: WORKSHOP, to: NEIGHBOUR, kind: 'supply', may: false },
  { name: 'nor does it return to one', from: WORKSHOP, to: NEIGHBOUR, kind: 'return_new', may: false },
  { name: 'a warehouse returns nothing', from: WAREHOUSE, to: SISTER, kind: 'return_new', may: false },
] as { name: string; from: Trader; to: Trader; kind: ShipmentKind; may: boolean }[])(
  '$name',
  ({ from, to, kind, may }) => expect(mayConsign(from, to, kind)).toBe(may),
);

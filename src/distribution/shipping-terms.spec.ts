import type { OrganisationId, PartId, UnitId } from '../kernel/identifiers.ts';
import type { FoundUnit } from '../units/unit-lookup.ts';
import { objectionTo, onArrival, onTheRoad, onVoiding, type Terms } from './shipping-terms.ts';

const id = (text: string) => text as OrganisationId;
const STOCK: FoundUnit = {
  id: '1' as UnitId,
  gtin: '09521234100003',
  serial: '7Q3K9D0A2FXM',
  makerId: id('CH'),
  partId: 'P' as PartId,
  partNumber: 'CH-04465-02250',
  name: { zh: '前制动片组', en: 'Brake pad set, front' },
  lot: null,
  state: 'in_stock',
  custodianId: id('W'),
  signature: Buffer.alloc(64),
  kid: 'K',
  holds: [],
  sscc: null,
  shipmentId: null,
};
const SUPPLY: Terms = { senderId: id('W'), consigneeMakerId: null, kind: 'supply' };
const RETURN: Terms = { senderId: id('W'), consigneeMakerId: id('CH'), kind: 'return_new' };
const CORES: Terms = { ...RETURN, kind: 'return_old' };

test.each([
  { name: 'stock may be supplied', unit: {}, terms: SUPPLY, reason: undefined },
  { name: 'stock may be returned', unit: {}, terms: RETURN, reason: undefined },
  { name: 'a core may be returned', unit: { state: 'core_return' }, terms: CORES, reason: undefined },
  { name: 'a held core too', unit: { state: 'core_return', holds: ['dispute'] }, terms: CORES, reason: undefined },
  { name: 'another’s stock may not', unit: { custodianId: id('A') }, terms: SUPPLY, reason: 'UNIT_NOT_IN_CUSTODY' },
  { name: 'nor held stock', unit: { holds: ['recall'] }, terms: SUPPLY, reason: 'UNIT_ON_HOLD' },
  { name: 'nor held stock back', unit: { holds: ['quarantine'] }, terms: RETURN, reason: 'UNIT_ON_HOLD' },
  { name: 'nor what is allocated', unit: { state: 'allocated' }, terms: SUPPLY, reason: 'UNIT_NOT_IN_STOCK' },
  { name: 'nor what is fitted', unit: { state: 'fitted' }, terms: RETURN, reason: 'UNIT_NOT_IN_STOCK' },
  {
    name: 'nor what is on the road',
    unit: { state: 'in_transit', shipmentId: 'S' },
    terms: SUPPLY,
    reason: 'UNIT_ALREADY_SHIPPED',
  },
  {
    name: 'nor a core twice',
    unit: { state: 'core_return', shipmentId: 'S' },
    terms: CORES,
    reason: 'UNIT_ALREADY_SHIPPED',
  },
  { name: 'nor new parts as old ones', unit: {}, terms: CORES, reason: 'NOT_AN_OLD_PART' },
  { name: 'nor old parts as new ones', unit: { state: 'warranty_return' }, terms: RETURN, reason: 'UNIT_NOT_IN_STOCK' },
  { name: 'nor to another maker', unit: { makerId: id('XX') }, terms: RETURN, reason: 'NOT_OF_THIS_MAKER' },
] as { name: string; unit: Partial<FoundUnit>; terms: Terms; reason: string | undefined }[])(
  '$name',
  ({ unit, terms, reason }) => expect(objectionTo({ ...STOCK, ...unit }, terms)?.reason).toBe(reason),
);

test('a journey of new parts shows in their state, one of old parts does not', () => {
  expect([
    onTheRoad('in_stock', 'supply'),
    onArrival('in_transit', 'supply'),
    onVoiding('in_transit', 'supply'),
  ]).toEqual(['in_transit', 'in_stock', 'in_stock']);
  expect([
    onTheRoad('core_return', 'return_old'),
    onArrival('core_return', 'return_old'),
    onVoiding('core_return', 'return_old'),
  ]).toEqual(['core_return', 'received_old', 'core_return']);
});

import type { OrganisationKind, Role } from '../auth/actor.ts';
import { MAKERS, type Maker } from './parts.ts';
import type { Random } from './random.ts';

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Organisation {
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly name: { readonly zh: string; readonly en: string };
  readonly maker?: string;
  readonly gs1Prefix?: string;
  readonly place?: Place;
}

export interface Person {
  readonly who: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
}

export interface Workshop {
  readonly code: string;
  readonly place: Place;
  readonly technicians: readonly string[];
  readonly clerk: string;
  readonly advisor: string;
  readonly supervisor: string;
}

export interface Vehicle {
  readonly vin: string;
  readonly plate: string;
  readonly model: string;
  readonly maker: Maker;
  readonly workshop: string;
  readonly kmAtStart: number;
  readonly kmPerDay: number;
}

/** Who and what there is before the first day. */
export interface Country {
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly workshops: readonly Workshop[];
  readonly vehicles: readonly Vehicle[];
}

const CITIES: readonly { readonly zh: string; readonly en: string; readonly place: Place }[] = [
  { zh: '杭州', en: 'Hangzhou', place: { latitude: 30.27, longitude: 120.15 } },
  { zh: '宁波', en: 'Ningbo', place: { latitude: 29.87, longitude: 121.55 } },
  { zh: '南京', en: 'Nanjing', place: { latitude: 32.06, longitude: 118.79 } },
  { zh: '合肥', en: 'Hefei', place: { latitude: 31.82, longitude: 117.23 } },
  { zh: '武汉', en: 'Wuhan', place: { latitude: 30.59, longitude: 114.3 } },
  { zh: '广州', en: 'Guangzhou', place: { latitude: 23.13, longitude: 113.26 } },
];
/** Customers of each technician: more than there are days to see them in, and some for those who cheat. */
const customersIn = (days: number): number => days * 4 + 60;
const VIN_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';

/** Two technicians at least, so that nobody is an outlier for want of peers. */
export function countryOf(workshops: number, days: number, random: Random): Country {
  const houses = Array.from({ length: workshops }, (_, index) => workshopOf(index, random));
  return {
    organisations: [...MAKERS.flatMap(makerHouses), ...houses.map(houseOf)],
    people: [...MAKERS.flatMap(makerPeople), ...houses.flatMap(workshopPeople)],
    workshops: houses,
    vehicles: houses.flatMap((house) =>
      Array.from({ length: house.technicians.length * customersIn(days) }, () => vehicleOf(house, random)),
    ),
  };
}

function workshopOf(index: number, random: Random): Workshop {
  const code = `WS-${String(index + 1).padStart(2, '0')}`;
  const { place } = CITIES[index % CITIES.length]!;
  const near = (degrees: number): number => Math.round((degrees + (random.next() - 0.5) / 5) * 1e4) / 1e4;
  const technicians = Array.from({ length: random.whole(2, 3) }, (_, i) => `${code}/technician-${i + 1}`);
  return {
    code,
    place: { latitude: near(place.latitude), longitude: near(place.longitude) },
    technicians,
    clerk: `${code}/clerk`,
    advisor: `${code}/advisor`,
    supervisor: `${code}/supervisor`,
  };
}

function houseOf({ code, place }: Workshop, index: number): Organisation {
  const city = CITIES[index % CITIES.length]!;
  const name = { zh: `${city.zh}第${index + 1}维修厂`, en: `Workshop ${index + 1}, ${city.en}` };
  return { code, kind: 'workshop', name, place };
}

const workshopPeople = ({ code, technicians, clerk, advisor, supervisor }: Workshop): Person[] => [
  ...technicians.map((who): Person => ({ who, organisation: code, roles: ['technician'] })),
  { who: clerk, organisation: code, roles: ['parts_clerk'] },
  { who: advisor, organisation: code, roles: ['advisor'] },
  { who: supervisor, organisation: code, roles: ['supervisor'] },
];

const makerHouses = ({ code, name, gs1Prefix, warehouse }: Maker): Organisation[] => [
  { code, kind: 'maker', name, gs1Prefix },
  {
    code: warehouse,
    kind: 'warehouse',
    maker: code,
    name: { zh: `${name.zh}配件中心`, en: `${name.en} parts centre` },
    place: { latitude: 30.19, longitude: 120.26 },
  },
];

const makerPeople = ({ code, warehouse }: Maker): Person[] => [
  { who: `${code}/editor`, organisation: code, roles: ['catalogue_editor', 'key_custodian'] },
  { who: `${code}/analyst`, organisation: code, roles: ['analyst'] },
  { who: `${warehouse}/operator`, organisation: warehouse, roles: ['operator'] },
  { who: `${warehouse}/lead`, organisation: warehouse, roles: ['operator', 'lead'] },
];

function vehicleOf(house: Workshop, random: Random): Vehicle {
  const maker = random.pick(MAKERS);
  const tail = Array.from({ length: 14 }, () => random.pick([...VIN_LETTERS])).join('');
  return {
    vin: `L${maker.code}${tail}`,
    plate: `浙A·${String(random.whole(10_000, 99_999))}`,
    model: random.pick(maker.models),
    maker,
    workshop: house.code,
    kmAtStart: random.whole(4_000, 120_000),
    kmPerDay: random.whole(15, 90),
  };
}

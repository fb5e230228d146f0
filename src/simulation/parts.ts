/** One part of a simulated catalogue. `seats`: where on the car it goes; empty where there is but one place. */
export interface Part {
  readonly number: string;
  readonly zh: string;
  readonly en: string;
  readonly class: 'safety' | 'wear' | 'main' | 'body' | 'fluid' | 'small';
  readonly tracking: 'serial' | 'lot' | 'none';
  readonly price: string;
  readonly perVehicle: number;
  readonly seats: readonly string[];
  readonly models: readonly string[];
  readonly supersedes?: string;
  readonly months: number;
  readonly km: number;
}

export interface Maker {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly gs1Prefix: string;
  readonly warehouse: string;
  readonly models: readonly string[];
  readonly parts: readonly Part[];
}

type Line = readonly [
  stem: string,
  zh: string,
  en: string,
  partClass: Part['class'],
  tracking: Part['tracking'],
  price: string,
  seats: string,
];

/** The same kinds of parts at every maker; numbers, models and prefix differ. The last two are older numbers. */
const RANGE: readonly Line[] = [
  ['PADF', '前制动片组', 'Brake pad set, front', 'safety', 'serial', '428.00', 'front'],
  ['PADR', '后制动片组', 'Brake pad set, rear', 'safety', 'serial', '376.00', 'rear'],
  ['DISC', '前制动盘', 'Brake disc, front', 'safety', 'serial', '512.00', 'front left;front right'],
  ['SHOCK', '前减振器', 'Shock absorber, front', 'safety', 'serial', '760.00', 'front left;front right'],
  ['TIE', '转向横拉杆球头', 'Tie rod end', 'safety', 'serial', '268.00', 'left;right'],
  ['OILF', '机油滤清器', 'Oil filter', 'wear', 'serial', '42.00', ''],
  ['AIRF', '空气滤清器', 'Air filter element', 'wear', 'serial', '96.00', ''],
  ['CABF', '空调滤清器', 'Cabin air filter', 'wear', 'serial', '88.00', ''],
  ['PLUG', '火花塞', 'Spark plug', 'wear', 'serial', '78.00', 'cylinder 1;cylinder 2;cylinder 3;cylinder 4'],
  ['BATT', '起动蓄电池', 'Starter battery', 'main', 'serial', '620.00', ''],
  ['ALT', '发电机总成', 'Alternator assembly', 'main', 'serial', '2380.00', ''],
  ['PUMP', '水泵总成', 'Water pump assembly', 'main', 'serial', '540.00', ''],
  ['LAMP', '前照灯总成', 'Headlamp assembly', 'body', 'serial', '3260.00', 'left;right'],
  ['OIL', '全合成机油', 'Engine oil', 'fluid', 'lot', '368.00', ''],
  ['GASK', '放油螺塞垫片', 'Drain plug gasket', 'small', 'none', '6.00', ''],
  ['PADF-A', '前制动片组（旧号）', 'Brake pad set, front (old number)', 'safety', 'serial', '398.00', 'front'],
  ['PUMP-A', '水泵总成（旧号）', 'Water pump assembly (old number)', 'main', 'serial', '498.00', ''],
];

const REACH: Readonly<Record<Part['class'], readonly [months: number, km: number]>> = {
  safety: [24, 50_000],
  wear: [6, 10_000],
  main: [36, 60_000],
  body: [12, 20_000],
  fluid: [0, 0],
  small: [0, 0],
};

function rangeOf(code: string, models: readonly string[]): Part[] {
  return RANGE.map(([stem, zh, en, partClass, tracking, price, seats]) => {
    const places = seats === '' ? [] : seats.split(';');
    const [months, km] = REACH[partClass];
    const older = RANGE.some(([other]) => other === `${stem}-A`) ? { supersedes: `${code}-${stem}-A` } : {};
    const perVehicle = Math.max(1, places.length);
    const number = `${code}-${stem}`;
    // The last model is another platform: its discs and shock absorbers are parts of their own.
    const isOfEarlier = stem === 'SHOCK' || stem === 'LAMP';
    const fits = isOfEarlier ? models.slice(0, -1) : models;
    return {
      number,
      zh,
      en,
      class: partClass,
      tracking,
      price,
      perVehicle,
      seats: places,
      models: fits,
      months,
      km,
      ...older,
    };
  });
}

const maker = (code: string, zh: string, en: string, gs1Prefix: string, models: readonly string[]): Maker => ({
  code,
  name: { zh, en },
  gs1Prefix,
  warehouse: `WH-${code}`,
  models,
  parts: rangeOf(code, models),
});

/** Made up; GS1 keeps prefix 952 for demonstrations. */
export const MAKERS: readonly Maker[] = [
  maker('CH', '长河汽车', 'Changhe Motors', '9521234', ['E300', 'E350', 'X500']),
  maker('YS', '远山汽车', 'Yuanshan Motors', '9529876', ['Y1', 'Y3', 'Y7']),
];

export function partOf(maker: Maker, stem: string): Part {
  const part = maker.parts.find(({ number }) => number === `${maker.code}-${stem}`);
  if (!part) throw new Error(`${maker.code} has no ${stem}`);
  return part;
}

const HEAD =
  'partNumber,nameZh,nameEn,class,tracking,listPrice,currency,supersedes,models,quantityPerVehicle,warrantyMonths,warrantyKm';

/** As the maker's editor uploads it. */
export function catalogueCsv({ parts }: Maker): string {
  const rows = parts.map((part) => {
    const { number, zh, en, class: partClass, tracking, price, supersedes = '', models, perVehicle, months, km } = part;
    const warranty = months === 0 ? ',' : `${months},${km}`;
    return `${number},${zh},"${en}",${partClass},${tracking},${price},CNY,${supersedes},${models.join(';')},${perVehicle},${warranty}`;
  });
  return [HEAD, ...rows].join('\n');
}

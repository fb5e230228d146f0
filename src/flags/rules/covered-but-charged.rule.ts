import { toCents } from '../../kernel/money.ts';
import type { EarlierFitting, InvoiceEvidence, InvoiceLineFacts } from '../evidence.ts';
import type { Hit } from '../rule.ts';
import { rule } from '../rule.ts';
import { placeOnCar } from './position.ts';

interface Covered {
  readonly [name: string]: string;
  readonly partNumber: string;
  readonly cover: 'warranty' | 'guarantee';
}

/**
 * The owner is charged for a part that is still covered: by the part's own warranty, or by the guarantee of the repair that
 * put it in. Only the same place is the same part: a named one, or the only one. What wears out has no warranty against wear; the guarantee of the
 * repair covers it for its few days.
 */
export const coveredButCharged = rule({
  id: 'Q03',
  name: 'COVERED_BUT_CHARGED',
  level: 4,
  subject: 'order',
  thresholds: {},
  check({ lines, vehicle, order }: InvoiceEvidence) {
    return lines.flatMap((each): Hit<Covered>[] => {
      const { line, billed } = each;
      if (billed === null || line.payType !== 'customer' || toCents(billed.unitPrice) === 0n) return [];
      const places = placesOf(each);
      const earlier = vehicle.fittings.filter(
        (fitting) => fitting.line === line.line && places.has(placeOnCar(line, fitting.position)),
      );
      const isWear = line.partClass === 'wear' || line.partClass === 'fluid' || line.partClass === 'small';
      const cover = earlier.map((fitting) => coverOf(fitting, order, isWear)).find((found) => found !== null);
      return cover ? [{ facts: { partNumber: billed.partNumber, cover }, line: line.line }] : [];
    });
  },
  words: {
    staff: ({ partNumber, cover }) =>
      cover === 'warranty'
        ? {
            zh: `${partNumber} 同一位置上次所装的零件仍在质保期内，却向车主收费。`,
            en: `The last ${partNumber} at this place is still under the maker’s warranty, and the owner is charged.`,
          }
        : {
            zh: `${partNumber} 上次更换仍在维修质量保证期内，却向车主收费。`,
            en: `The repair that put in the last ${partNumber} is still guaranteed, and the owner is charged.`,
          },
    owner: ({ cover }) =>
      cover === 'warranty'
        ? {
            zh: '上次装的这个零件还在质保期内，这次更换一般不应由您付费。',
            en: 'The one fitted last time is still under warranty. As a rule you need not pay for this replacement.',
          }
        : {
            zh: '上次维修还在质量保证期内，这次更换一般不应由您付费。',
            en: 'The last repair is still guaranteed. As a rule you need not pay for this replacement.',
          },
    next: () => ({
      zh: '按质保或返修结算；因事故、改装等不在保证范围的，请主管说明原因。',
      en: 'Settle it as warranty or comeback. If an accident or a modification rules that out, a supervisor says so.',
    }),
  },
});

const placesOf = ({ line, fittings }: InvoiceLineFacts): ReadonlySet<string> =>
  new Set(
    [line.position, ...fittings.map(({ position }) => position)]
      .map((position) => placeOnCar(line, position))
      .filter((place) => place !== ''),
  );

type Now = Pick<InvoiceEvidence['order'], 'openedAt' | 'odometerIn'>;

function coverOf({ warranty, guarantee, fittedAt, odometer }: EarlierFitting, now: Now, isWear: boolean) {
  // The day on which the car came counts: a repair that takes a week must not run the cover out.
  const isGuaranteed =
    guarantee !== null && now.openedAt < guarantee.until && isWithin(now.odometerIn, guarantee.untilKm);
  if (isGuaranteed) return 'guarantee';
  if (isWear || warranty.months === null) return null;
  const untilKm = warranty.km === null || odometer === null ? null : odometer + warranty.km;
  return now.openedAt < monthsAfter(fittedAt, warranty.months) && isWithin(now.odometerIn, untilKm) ? 'warranty' : null;
}

const isWithin = (km: number | null, untilKm: number | null): boolean =>
  km === null || untilKm === null || km < untilKm;

function monthsAfter(date: Date, months: number): Date {
  const after = new Date(date);
  after.setUTCMonth(after.getUTCMonth() + months);
  return after;
}

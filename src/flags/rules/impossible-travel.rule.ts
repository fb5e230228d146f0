import type { Place, ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { unitMeant } from './scanned-unit.ts';

const HOUR = 3_600_000;
const EARTH_RADIUS_KM = 6_371;

/**
 * Two people signed in read one unit at two places, and nothing travels that fast: there are two of it. Cheap clocks and
 * coarse positions are allowed for.
 */
export const impossibleTravel = rule({
  id: 'B01',
  name: 'IMPOSSIBLE_TRAVEL',
  level: 4,
  subject: 'unit',
  thresholds: { kmPerHour: 900, leastKm: 50, clockMinutes: 10 },
  check(evidence: ScanEvidence, { kmPerHour, leastKm, clockMinutes }) {
    const { place, scannedAt, witness, elsewhere } = evidence;
    if (unitMeant(evidence) === null || place === null || elsewhere === null || witness.kind !== 'staff') return null;
    const km = kmBetween(place, elsewhere);
    const hoursApart = Math.abs(scannedAt.getTime() - elsewhere.at.getTime()) / HOUR;
    if (km < leastKm || km / (hoursApart + clockMinutes / 60) <= kmPerHour) return null;
    return { facts: { km: Math.round(km), minutes: Math.round(hoursApart * 60) } };
  },
  words: {
    staff: ({ km, minutes }) => ({
      zh: `同一编码在 ${minutes} 分钟内出现在相距约 ${km} 公里的两地。`,
      en: `The same code was read ${minutes} minutes and about ${km} km apart. No part travels like that.`,
    }),
    owner: () => ({
      zh: '同一编码在短时间内出现在相距很远的两地，厂家正在核查。',
      en: 'The same code was read at two distant places within a short time. The maker is looking into it.',
    }),
    next: () => ({
      zh: '先不要装车。核对包装、封签和来源，请主管联系厂家。',
      en: 'Do not fit it yet. Check its box, its seal and where it came from, and have a supervisor ask the maker.',
    }),
  },
});

/** The great circle between two places. */
function kmBetween(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const h =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

import type { ScanEvidence } from '../evidence.ts';
import type { CrowdEvidence } from '../later-evidence.ts';
import { rule } from '../rule.ts';
import { isNew, unitMeant } from './scanned-unit.ts';

const HOUR = 3_600_000;
/** Days before a scan of which the devices are looked up. */
export const DEVICE_DAYS = 7;

/**
 * One new part passes through few hands. Many devices of people signed in are judged at the scan; a crowd without accounts is
 * counted afterwards and told to the analyst alone: whoever hires a crowd must not change what a technician is told.
 */
export const velocity = rule({
  id: 'B02',
  name: 'VELOCITY',
  level: 3,
  subject: 'unit',
  thresholds: { devices: 8, withinHours: 24, crowd: 30 },
  most: { withinHours: DEVICE_DAYS * 24 },
  check(evidence: ScanEvidence | CrowdEvidence, { devices, withinHours, crowd }) {
    if ('sources' in evidence) {
      const { sources, isNew: isUnsold } = evidence;
      return isUnsold && sources >= crowd ? { facts: { devices: sources, withinHours: 24 } } : null;
    }
    const unit = unitMeant(evidence);
    if (unit === null || !isNew(unit) || evidence.witness.kind !== 'staff') return null;
    const since = evidence.scannedAt.getTime() - withinHours * HOUR;
    const count = 1 + evidence.otherDevices.filter((at) => at.getTime() > since).length;
    return count >= devices ? { facts: { devices: count, withinHours } } : null;
  },
  words: {
    staff: ({ devices, withinHours }) => ({
      zh: `这个未装车的零件 ${withinHours} 小时内被 ${devices} 个不同的设备读过。`,
      en: `${devices} different devices have read this part within ${withinHours} hours, and it is in no car yet.`,
    }),
    owner: () => ({
      zh: '这个零件的编码被读取得异常频繁。',
      en: 'The code of this part was read unusually often.',
    }),
    next: () => ({
      zh: '核对包装和封签；确认标签没有被拍照外传。',
      en: 'Check the box and the seal, and whether the label was photographed and passed on.',
    }),
  },
});

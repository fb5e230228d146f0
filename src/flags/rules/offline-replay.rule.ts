import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

type Trouble = 'idReused' | 'counterBack' | 'stale';

/** Marks of a queue that was tampered with, the plainest first. It speaks of the recording, not of the part. */
export const offlineReplay = rule({
  id: 'B06',
  name: 'OFFLINE_REPLAY',
  level: 4,
  subject: 'step',
  thresholds: { staleHours: 72 },
  check({ offline: { isIdReused, isCounterBack, hoursLate } }: ScanEvidence, { staleHours }) {
    const trouble: Trouble | null = isIdReused
      ? 'idReused'
      : isCounterBack
        ? 'counterBack'
        : hoursLate > staleHours
          ? 'stale'
          : null;
    return trouble === null ? null : { facts: { trouble, hoursLate: Math.round(hoursLate) } };
  },
  words: {
    staff: ({ trouble, hoursLate }) =>
      ({
        idReused: {
          zh: '这条离线扫码的编号已被内容不同的另一条用过。',
          en: 'This queued scan carries the id of another scan with other content.',
        },
        counterBack: {
          zh: '这条离线扫码的顺序号比设备之前的还小，先后次序无法核实。',
          en: 'This queued scan carries a lower number than earlier ones from the same device, so the order of events cannot be verified.',
        },
        stale: {
          zh: `这条离线扫码在设备里存了约 ${hoursLate} 小时才上传。`,
          en: `This scan waited on the device for about ${hoursLate} hours before it was sent.`,
        },
      })[trouble],
    owner: () => ({
      zh: '维修店需要核对这次扫码的记录；这不说明零件有问题。',
      en: 'The workshop has to check the record of this scan. That says nothing against the part.',
    }),
    next: () => ({
      zh: '请在联网状态下把这个零件再扫一次；无法重扫时，由主管说明原因。',
      en: 'Scan the part again while online. If that is no longer possible, a supervisor gives the reason.',
    }),
  },
});

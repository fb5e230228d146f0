/** 机动车维修管理规定 §37: how long a repair is guaranteed, by its category, from delivery. */
export const GUARANTEES = {
  overhaul: { days: 100, km: 20_000 },
  major: { days: 30, km: 5_000 },
  minor: { days: 10, km: 2_000 },
} as const;

const DAY = 86_400_000;

/** Null where no category says, or nothing was invoiced yet. */
export function guaranteeOf(
  category: string | null,
  invoicedAt: Date | null,
  odometer: number | null,
): { until: Date; untilKm: number | null } | null {
  const terms = GUARANTEES[category as keyof typeof GUARANTEES] as { days: number; km: number } | undefined;
  if (!terms || invoicedAt === null) return null;
  return {
    until: new Date(invoicedAt.getTime() + terms.days * DAY),
    untilKm: odometer === null ? null : odometer + terms.km,
  };
}

import type { Sql } from '../database/database.ts';
import { sanbaoCounter } from '../flags/rules/sanbao-counter.rule.ts';
import { type SanbaoCount, sanbaoCounts } from '../flags/rules/sanbao-counts.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { InvoiceContent } from '../repair-orders/invoice-content.ts';
import { policiesFor } from '../repair-orders/invoices.query.ts';
import { vehicleHistory, warrantyRepairOf } from '../repair-orders/vehicle-history.query.ts';
import { orderFacts } from '../verification/order-facts.query.ts';

/** How far the car has come towards its owner’s right to another one (家用汽车产品三包). */
export interface OwnerSanbao {
  readonly withinMonths: number;
  readonly counters: readonly SanbaoCount[];
}

interface Billed {
  readonly workshop_id: OrganisationId;
  readonly content: InvoiceContent;
  readonly issued_at: Date;
}

/** As it stood when the bill was issued, by the maker’s own limits; null where the maker paid for nothing on it. */
export async function ownerSanbao(sql: Sql, { workshop_id, content, issued_at }: Billed): Promise<OwnerSanbao | null> {
  // Most bills have nothing under warranty, and are spared the questions.
  if (!content.lines.some(({ payType }) => payType === 'warranty')) return null;
  const order = await orderFacts(sql, workshop_id, content.repairOrder);
  const own = order && (await warrantyRepairOf(sql, order));
  if (!order || !own) return null;
  const policy = (await policiesFor(sql, order))[sanbaoCounter.id];
  if (policy?.isOn === false) return null;
  const limits = { ...sanbaoCounter.thresholds, ...policy?.thresholds };
  const { warrantyRepairs } = await vehicleHistory(sql, order, [], { withWarranty: true });
  const counters = sanbaoCounts([own, ...warrantyRepairs], limits, issued_at);
  return { withinMonths: limits.withinMonths, counters };
}

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../auth/actor.ts';
import { calendarDateOf } from '../catalogue/calendar-date.ts';
import { normalPartNumber } from '../catalogue/part.ts';
import { Config } from '../config/config.ts';
import { Database, type Tx } from '../database/database.ts';
import type { InvoiceEvidence, OrderFacts } from '../flags/evidence.ts';
import { FlagsService } from '../flags/flags.service.ts';
import type { FlagContext } from '../flags/flag-record.ts';
import { openFindings } from '../flags/open-findings.query.ts';
import { findings, type Finding } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { invalidInput } from '../http/http.refusals.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type OrganisationId } from '../kernel/identifiers.ts';
import type { InputFault } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { recordEvent } from '../outbox/outbox.ts';
import { encodeCrockford } from '../labels/crockford.ts';
import { parseLabel } from '../labels/label-text.ts';
import { deedOf } from '../units/ledger.ts';
import { orderFacts } from '../verification/order-facts.query.ts';
import { invoiceContent } from './invoice-content.ts';
import type { InvoiceDto } from './invoice.dto.ts';
import { latestInvoice, listPricesOf, partsOfLines, policiesFor, type StoredInvoice } from './invoices.query.ts';
import { lineLedgers, type LineLedger } from './line-ledger.query.ts';
import { blocking, invoiceEvidence, lineOutcome, type LineOutcome, type Override } from './reconciliation.ts';
import {
  NoInvoice,
  OdometerBack,
  OdometerOutMissing,
  OrderCancelled,
  OverrideNeedsSupervisor,
} from './invoices.refusals.ts';
import { InvoiceBlocked } from './repair-orders.refusals.ts';
import { lockOrder, type StoredOrder } from './stored-order.query.ts';
import { vehicleHistory, warrantyRepairOf } from './vehicle-history.query.ts';

export interface IssuedInvoice {
  readonly token: string;
  readonly url: string;
  readonly version: number;
  readonly contentHash: string;
  readonly issuedAt: string;
  readonly lines: readonly { readonly line: number; readonly outcome: LineOutcome }[];
  readonly findings: readonly Finding[];
}

/** One bill, judged. */
interface Judged {
  readonly order: OrderFacts;
  readonly ledgers: readonly LineLedger[];
  readonly evidence: InvoiceEvidence;
  /** What the rules say of this bill. */
  readonly fresh: readonly Finding[];
  /** That, and what the register holds open against the order already. */
  readonly found: readonly Finding[];
  readonly overrides: readonly Override[];
}

/** Issues a workshop's invoice once it agrees with the records, and gives the owner a link to check it by. */
@Injectable()
export class InvoicesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly flags: FlagsService,
  ) {}

  /**
   * @throws InvoiceBlocked with every finding that stands in the way; they are kept as prevented.
   */
  async issue(actor: Actor, orderNumber: string, sent: InvoiceDto): Promise<IssuedInvoice> {
    const isSupervisor = hasRole(actor, 'supervisor');
    if ((sent.overrides ?? []).length > 0 && !isSupervisor) throw new OverrideNeedsSupervisor();
    const draft = asWritten(sent, this.config.labelOrigin);
    const result = await this.database.transaction(async (tx) => {
      const stored = await lockOrder(tx, actor.organisation.id, orderNumber);
      refuseUntimely(stored, draft);
      const previous = await latestInvoice(tx, stored);
      const judged = await judge(tx, actor.organisation.id, orderNumber, draft, { previous, now: this.clock.now() });
      if (previous && previous.content_hash === judged.evidence.hash)
        return this.answer(previous, previous.findings, draft);
      const inTheWay = blocking(judged.found, judged.overrides);
      await this.keepFindings(tx, actor, judged, inTheWay.length > 0);
      if (inTheWay.length > 0) return new InvoiceBlocked(judged.found);
      const issued = await this.write(tx, actor, stored, draft, judged, previous);
      await recordEvent(
        tx,
        issued.issued_at,
        [actor.organisation.id],
        previous ? 'invoice.changed' : 'invoice.issued',
        {
          repairOrder: orderNumber,
          number: draft.number,
          version: issued.version,
          contentHash: issued.content_hash,
        },
      );
      return this.answer(issued, judged.found, draft);
    });
    if (result instanceof InvoiceBlocked) throw result;
    return result;
  }

  /** All versions of the order's invoice, the latest first. */
  async settlement(actor: Actor, orderNumber: string) {
    const versions = await this.database.rows<{ token: string; version: number }>(
      `SELECT i.token, i.number, i.version, i.content, i.content_hash AS "contentHash", i.findings, i.overrides,
              i.issued_at AS "issuedAt", i.seen_at AS "seenAt"
         FROM invoice i JOIN repair_order o ON o.id = i.order_id
        WHERE o.workshop_id = $1 AND o.number = $2 ORDER BY i.version DESC`,
      [actor.organisation.id, orderNumber],
    );
    const [current] = versions;
    if (!current) throw new NoInvoice();
    return {
      token: current.token,
      url: `${this.config.publicUrl}/i/${current.token}`,
      versions: versions.map(({ token: _, ...version }) => version),
    };
  }

  private answer(invoice: StoredInvoice, found: readonly Finding[], draft: InvoiceDto): IssuedInvoice {
    return {
      token: invoice.token,
      url: `${this.config.publicUrl}/i/${invoice.token}`,
      version: invoice.version,
      contentHash: invoice.content_hash,
      issuedAt: invoice.issued_at.toISOString(),
      lines: draft.lines.map((line) => ({ ...line, outcome: lineOutcome(found, line.line) })),
      findings: found,
    };
  }

  private async keepFindings(tx: Tx, actor: Actor, judged: Judged, isPrevented: boolean): Promise<void> {
    const deed = deedOf(actor, this.clock.now());
    const parts = await partsOfLines(tx, judged.order);
    for (const finding of judged.fresh) {
      const part = finding.line === undefined ? undefined : parts.get(finding.line);
      const override = judged.overrides.find((each) => each.rule === finding.rule);
      const context: FlagContext = {
        unit: null,
        code: null,
        makerId: part?.makerId ?? parts.values().next().value?.makerId ?? null,
        partId: part?.partId ?? null,
        workshopId: actor.organisation.id,
        orderId: judged.order.id,
        line: finding.line ?? null,
        scanId: null,
        isPublic: false,
        isPrevented: isPrevented && finding.rule !== 'R25',
        override: override ? { reason: override.reason, by: actor.id } : null,
      };
      await this.flags.record(tx, deed, [finding], context);
    }
  }

  private async write(
    tx: Tx,
    actor: Actor,
    stored: StoredOrder,
    draft: InvoiceDto,
    judged: Judged,
    previous: StoredInvoice | undefined,
  ): Promise<StoredInvoice> {
    const invoice: StoredInvoice = {
      token: previous?.token ?? encodeCrockford(randomBytes(16)),
      version: (previous?.version ?? 0) + 1,
      content_hash: judged.evidence.hash,
      findings: judged.found,
      issued_at: judged.evidence.now,
    };
    const day = calendarDateOf(invoice.issued_at);
    const content = await invoiceContent(tx, actor, stored, draft, judged.order, judged.ledgers, day);
    await tx.run(
      `INSERT INTO invoice (id, order_id, number, version, token, content, content_hash, findings, overrides, issued_by, issued_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        newId(),
        stored.id,
        draft.number,
        invoice.version,
        invoice.token,
        JSON.stringify(content),
        invoice.content_hash,
        JSON.stringify(invoice.findings),
        JSON.stringify(judged.overrides),
        actor.id,
        invoice.issued_at,
      ],
    );
    await tx.run(
      `UPDATE repair_order SET odometer_out = coalesce($2, odometer_out),
              status = CASE WHEN status IN ('delivered', 'closed') THEN status ELSE 'invoiced' END
        WHERE id = $1`,
      [stored.id, draft.odometerOut ?? null],
    );
    return invoice;
  }
}

async function judge(
  tx: Tx,
  workshopId: OrganisationId,
  orderNumber: string,
  draft: InvoiceDto,
  { previous, now }: { readonly previous: StoredInvoice | undefined; readonly now: Date },
): Promise<Judged> {
  const order = (await orderFacts(tx, workshopId, orderNumber))!;
  const ledgers = await lineLedgers(tx, order.id);
  const before = previous ? { version: previous.version, hash: previous.content_hash } : null;
  const warrantyRepair = await warrantyRepairOf(tx, order);
  const parts = order.lines.flatMap(({ line, partId }) => (partId === null ? [] : [{ line, partId }]));
  const vehicle = await vehicleHistory(tx, order, parts, { withWarranty: warrantyRepair !== null });
  const listPrices = await listPricesOf(tx, draft, calendarDateOf(now));
  const beside = { now, previous: before, vehicle, warrantyRepair, listPrices };
  const evidence = invoiceEvidence(order, ledgers, draft, beside);
  const open = await openFindings(tx, order.id);
  const overridden = open.filter((each) => each.overrideReason !== null);
  const fresh = findings<InvoiceEvidence>(RULES.invoice, evidence, await policiesFor(tx, order));
  return {
    order,
    ledgers,
    evidence,
    fresh,
    found: [...fresh, ...open.map((each) => each.finding)],
    overrides: [
      ...(draft.overrides ?? []).map(({ rule, reason }) => ({ rule, line: null, reason })),
      ...overridden.map(({ finding, overrideReason }) => ({
        rule: finding.rule,
        line: finding.line ?? null,
        reason: overrideReason!,
      })),
    ],
  };
}

/**
 * Part numbers as catalogues have them, units as serials, whichever way they were read.
 * @throws Refusal INVALID_INPUT where something is neither a serial nor a label of ours
 */
function asWritten(sent: InvoiceDto, labelOrigin: string): InvoiceDto {
  const errors: InputFault[] = [];
  const serialOf = (code: string, path: string): string => {
    const parsed = parseLabel(code, labelOrigin);
    if (parsed.kind === 'label' || parsed.kind === 'unsigned') return parsed.serial;
    errors.push({ path, message: NO_SERIAL.en, words: NO_SERIAL });
    return code;
  };
  const lines = sent.lines.map(({ units, ...line }, at) => ({
    ...line,
    partNumber: normalPartNumber(line.partNumber),
    ...(units && { units: units.map((code, nth) => serialOf(code, `lines[${at}].units[${nth}]`)) }),
  }));
  if (errors.length > 0) throw invalidInput(errors);
  return { ...sent, lines };
}

const NO_SERIAL: Words = { zh: '应为标签上的编号或编码内容', en: 'expected the serial or the code of a label' };

/** Of an order without a reading on arrival none is asked for: there is nothing to hold it against. */
function refuseUntimely({ status, odometer_in }: StoredOrder, { odometerOut }: InvoiceDto): void {
  if (status === 'cancelled') throw new OrderCancelled();
  if (odometer_in === null) return;
  if (odometerOut === undefined) throw new OdometerOutMissing();
  if (odometerOut < odometer_in) throw new OdometerBack(odometer_in, odometerOut);
}

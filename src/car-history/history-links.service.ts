import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { digestOf } from '../auth/secrets.ts';
import { Config } from '../config/config.ts';
import { Database, type Sql } from '../database/database.ts';
import { InvoiceLinkUnknown } from '../feedback/feedback.refusals.ts';
import { invoiceByToken } from '../feedback/owner-invoice.query.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type RepairOrderId } from '../kernel/identifiers.ts';
import { encodeCrockford } from '../labels/crockford.ts';
import { HistoryLinkUnknown, NotLatestInvoice, TooManyHistoryLinks } from './car-history.refusals.ts';
import type { HistoryLinkDto, MadeHistoryLinkDto } from './history-link.dto.ts';
import { latestInvoicedOrder } from './latest-invoice.query.ts';

const DAY = 86_400_000;
const MOST_LINKS = 5;

/** A link that works: whose order gave the right to it, and until when. */
export interface OpenedLink {
  readonly id: string;
  readonly orderId: RepairOrderId;
  readonly expiresAt: Date;
}

/**
 * The owner lets others read which parts the car was given, and takes that back. Whoever holds the link of the car’s latest
 * invoice is the owner; with the next repair’s invoice the right passes on, and the links made before it end.
 */
@Injectable()
export class HistoryLinksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * @param token of the invoice
   * @throws Refusal INVOICE_LINK_UNKNOWN, NOT_LATEST_INVOICE, TOO_MANY_HISTORY_LINKS
   */
  async make(token: string, days: number): Promise<MadeHistoryLinkDto> {
    return this.database.transaction(async (tx) => {
      const orderId = await ownersOrder(tx, token);
      await tx.rows('SELECT id FROM repair_order WHERE id = $1 FOR UPDATE', [orderId]);
      const now = this.clock.now();
      if ((await linksThatWork(tx, orderId, now)).length >= MOST_LINKS) throw new TooManyHistoryLinks(MOST_LINKS);
      const made = encodeCrockford(randomBytes(16));
      const link = { id: newId(), madeAt: now, expiresAt: new Date(now.getTime() + days * DAY), timesOpened: 0 };
      await tx.run(
        'INSERT INTO history_link (id, order_id, token_hash, made_at, expires_at) VALUES ($1, $2, $3, $4, $5)',
        [link.id, orderId, digestOf(made), link.madeAt, link.expiresAt],
      );
      return { ...link, token: made, url: `${this.config.publicUrl}/h/${made}` };
    });
  }

  /** @throws Refusal INVOICE_LINK_UNKNOWN, NOT_LATEST_INVOICE */
  async list(token: string): Promise<HistoryLinkDto[]> {
    return linksThatWork(this.database, await ownersOrder(this.database, token), this.clock.now());
  }

  /** @throws Refusal INVOICE_LINK_UNKNOWN, HISTORY_LINK_UNKNOWN */
  async revoke(token: string, id: string): Promise<void> {
    const invoice = await invoiceByToken(this.database, token);
    if (!invoice) throw new InvoiceLinkUnknown();
    const revoked = await this.database.run(
      'UPDATE history_link SET revoked_at = $3 WHERE id = $1 AND order_id = $2 AND revoked_at IS NULL',
      [id, invoice.order_id, this.clock.now()],
    );
    if (revoked === 0) throw new HistoryLinkUnknown();
  }

  /**
   * The same as `find`, and counted. The owner is told how often: a link that was passed on shows by that.
   * @throws Refusal HISTORY_LINK_UNKNOWN
   */
  async open(token: string): Promise<OpenedLink> {
    const link = await this.find(token);
    await this.database.run('UPDATE history_link SET times_opened = times_opened + 1 WHERE id = $1', [link.id]);
    return link;
  }

  /**
   * What a link opens.
   * @throws Refusal HISTORY_LINK_UNKNOWN
   */
  async find(token: string): Promise<OpenedLink> {
    const link = await this.database.first<OpenedLink & Record<string, unknown>>(
      `SELECT id, order_id AS "orderId", expires_at AS "expiresAt" FROM history_link
        WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2`,
      [digestOf(token.toUpperCase()), this.clock.now()],
    );
    if (!link || (await latestInvoicedOrder(this.database, link.orderId)) !== link.orderId)
      throw new HistoryLinkUnknown();
    return link;
  }
}

/** The order of an invoice whose holder is the car’s owner. */
async function ownersOrder(sql: Sql, token: string): Promise<RepairOrderId> {
  const invoice = await invoiceByToken(sql, token);
  if (!invoice) throw new InvoiceLinkUnknown();
  if ((await latestInvoicedOrder(sql, invoice.order_id)) !== invoice.order_id) throw new NotLatestInvoice();
  return invoice.order_id;
}

const linksThatWork = (sql: Sql, orderId: RepairOrderId, now: Date): Promise<HistoryLinkDto[]> =>
  sql.rows<HistoryLinkDto & Record<string, unknown>>(
    `SELECT id, made_at AS "madeAt", expires_at AS "expiresAt", times_opened AS "timesOpened" FROM history_link
      WHERE order_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY made_at DESC, id DESC`,
    [orderId, now],
  );

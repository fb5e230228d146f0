import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { type Bill, ScansService } from '../scans/scans.service.ts';
import { publicVerdict, type PublicVerdict } from '../verification/verdict.ts';
import { InvoiceLinkUnknown } from './feedback.refusals.ts';
import { invoiceByToken } from './owner-invoice.query.ts';
import { PublicSource } from './public-source.ts';

/** Anybody checks a code: the same look as a technician's, told in the owner's words and without anybody else's name. */
@Injectable()
export class PublicChecksService {
  private readonly sources = new PublicSource();

  constructor(
    private readonly scans: ScansService,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** @throws InvoiceLinkUnknown when the label is said to come with an invoice that nobody has. */
  async check(code: string, address: string, invoiceToken?: string): Promise<PublicVerdict> {
    const source = this.sources.hashOf(address, this.clock.now());
    const bill = invoiceToken === undefined ? null : await this.billOf(invoiceToken);
    return publicVerdict((await this.scans.publicCheck(code, source, bill)).verdict);
  }

  private async billOf(token: string): Promise<Bill> {
    const invoice = await invoiceByToken(this.database, token);
    if (!invoice) throw new InvoiceLinkUnknown();
    const serials = invoice.content.lines.flatMap(({ units }) => units.flatMap(({ serial }) => serial ?? []));
    return { orderId: invoice.order_id, workshopId: invoice.workshop_id, serials };
  }
}

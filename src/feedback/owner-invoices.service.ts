import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.ts';
import { Database } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { pictureOnOrder } from '../repair-orders/old-part-photo.query.ts';
import { invoiceByToken, storedOwnerInvoice } from './owner-invoice.query.ts';
import { ownerInvoice, type OwnerInvoice } from './owner-invoice.ts';
import { InvoiceLinkUnknown } from './feedback.refusals.ts';

/** The invoice as its owner sees it, by the link alone. */
@Injectable()
export class OwnerInvoicesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws InvoiceLinkUnknown */
  async byToken(token: string): Promise<OwnerInvoice> {
    const row = await invoiceByToken(this.database, token);
    if (!row) throw new InvoiceLinkUnknown();
    await this.database.run('UPDATE invoice SET seen_at = $2 WHERE id = $1 AND seen_at IS NULL', [
      row.id,
      this.clock.now(),
    ]);
    return ownerInvoice(await storedOwnerInvoice(this.database, row), {
      publicUrl: this.config.publicUrl,
      now: this.clock.now(),
    });
  }

  /** The JPEG of an old part. @throws InvoiceLinkUnknown also where the photo is of another order */
  async oldPartPhoto(token: string, photoId: string): Promise<Buffer> {
    const row = await invoiceByToken(this.database, token);
    const picture = row && (await pictureOnOrder(this.database, row.order_id, photoId));
    if (!picture) throw new InvoiceLinkUnknown();
    return picture;
  }
}

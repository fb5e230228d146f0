import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { CURSOR, decodeCursor, type Page, type PageQuery, pageOf } from '../http/paging.ts';
import { Clock } from '../kernel/clock.ts';
import { InvoiceLinkUnknown, SatisfactionGiven } from './feedback.refusals.ts';
import { invoiceByToken } from './owner-invoice.query.ts';
import { type Satisfaction, satisfactionOfMany, satisfactionPercent } from './satisfaction.ts';
import type { SaidSatisfactionDto, SatisfactionWorkshopDto, WorkshopSatisfactionDto } from './satisfaction.dto.ts';
import { saidOfWorkshop, sumsByWorkshop, sumsOfWorkshop } from './satisfaction.query.ts';

/** Owners say whether they received the service that they expected; workshops and makers read it as figures. */
@Injectable()
export class SatisfactionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Once for each link: what was said in the heat of the day stands beside what is said in the case, and nobody is asked
   * until the answer pleases.
   * @throws InvoiceLinkUnknown, SatisfactionGiven
   */
  async say(token: string, { expected, received }: Satisfaction): Promise<SaidSatisfactionDto> {
    return this.database.transaction(async (tx) => {
      const invoice = await invoiceByToken(tx, token);
      if (!invoice) throw new InvoiceLinkUnknown();
      const kept = await tx.first(
        `INSERT INTO satisfaction (order_id, expected, received, said_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (order_id) DO NOTHING RETURNING order_id`,
        [invoice.order_id, expected, received, this.clock.now()],
      );
      if (!kept) throw new SatisfactionGiven();
      return { expected, received, percent: satisfactionPercent({ expected, received })! };
    });
  }

  /** Of the caller's own repairs, each with what its owner said. */
  async ofWorkshop(actor: Actor, { limit, after }: PageQuery): Promise<WorkshopSatisfactionDto> {
    const seen = decodeCursor(after, [CURSOR.instant, CURSOR.uuid]) as [string, string] | undefined;
    const { answers, ...sums } = await sumsOfWorkshop(this.database, actor.organisation.id);
    const rows = await saidOfWorkshop(this.database, actor.organisation.id, seen, limit + 1);
    const page = pageOf(
      rows,
      limit,
      ({ saidAt, orderId }) => [saidAt.toISOString(), orderId],
      ({ orderId: _, ...said }) => ({ ...said, percent: satisfactionPercent(said)! }),
    );
    return { answers, percent: satisfactionPercent(sums), ...page };
  }

  /** Of every workshop that fits the caller's parts, as figures alone. */
  async byWorkshop(actor: Actor, { limit, after }: PageQuery): Promise<Page<SatisfactionWorkshopDto>> {
    const [code] = decodeCursor(after, [CURSOR.text]) ?? [];
    const rows = await sumsByWorkshop(this.database, actor.organisation.id, code, limit + 1);
    return pageOf(
      rows,
      limit,
      ({ code }) => [code],
      ({ code, name, answers, ...sums }) => ({ code, name, answers, percent: satisfactionOfMany(sums, answers) }),
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { normalPartNumber } from '../../catalogue/part.ts';
import { Config } from '../../config/config.ts';
import { Database } from '../../database/database.ts';
import { readSscc } from '../../distribution/sscc.ts';
import { dispatchOrders } from '../../issuance/dispatch-orders.query.ts';
import { registrarsMaker } from '../../issuance/issuance-roles.ts';
import { stock, type StockFilter } from '../../units/stock.query.ts';
import { sightOf } from '../../units/unit-sight.ts';
import { unitsNamed } from '../staff/units-named.ts';

/** Finds the page of whatever somebody typed or scanned: what is surest first. */
@Injectable()
export class FindingService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async pathOf(actor: Actor, wish: string): Promise<string> {
    const text = wish.trim();
    const sscc = readSscc(text);
    if (sscc !== undefined) return `/warehouse/cartons/${sscc}`;
    return (await this.unitPath(actor, text)) ?? (await this.listPath(actor, text));
  }

  private async unitPath(actor: Actor, text: string): Promise<string | undefined> {
    const [unit, ...others] = await unitsNamed(this.database, actor, text, this.config.labelOrigin);
    return unit && others.length === 0 ? `/warehouse/units/${unit.gtin}/${unit.serial}` : undefined;
  }

  private async listPath(actor: Actor, text: string): Promise<string> {
    const number = text.slice(0, 40);
    const [order] = await dispatchOrders(this.database, registrarsMaker(actor), { number, limit: 1 });
    if (order) return `/warehouse/orders/${encodeURIComponent(number)}`;
    const wishes = { order: number, partNumber: normalPartNumber(number), lot: number.toUpperCase() };
    for (const [name, value] of Object.entries(wishes)) {
      if (await this.hasUnits(actor, { [name]: value }))
        return `/warehouse/units?${new URLSearchParams({ [name]: value }).toString()}`;
    }
    return `/warehouse/stock?${new URLSearchParams({ q: text.slice(0, 100) }).toString()}`;
  }

  private async hasUnits(actor: Actor, filter: Partial<StockFilter>): Promise<boolean> {
    return (await stock(this.database, sightOf(actor), { ...filter, limit: 0 })).length > 0;
  }
}

import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '../../config/config.ts';
import { Database } from '../../database/database.ts';
import { checkHistory } from '../../feedback/check-history.query.ts';
import { OwnerInvoicesService } from '../../feedback/owner-invoices.service.ts';
import { placeOnBill } from '../../feedback/place-on-bill.ts';
import { PublicChecksService } from '../../feedback/public-checks.service.ts';
import { unitWays } from '../../feedback/unit-way.query.ts';
import type { VerdictUnit } from '../../verification/verdict.ts';
import { answerPage, type PageRequest } from '../design/page-request.ts';
import type { BillOfLabel } from './bill-label.tsx';
import { checkPage } from './check-page.tsx';

/** A code is checked and the answer drawn: for the label’s own address and for the form alike. */
@Injectable()
export class CheckPages {
  private readonly host: string;

  constructor(
    private readonly checks: PublicChecksService,
    private readonly invoices: OwnerInvoicesService,
    private readonly database: Database,
    config: Config,
  ) {
    this.host = new URL(config.publicUrl).host;
  }

  /**
   * @param source the address that asks, to count each once.
   * @param token of the invoice that the label was handed over with, where it was.
   */
  async answer(
    code: string,
    source: string,
    request: PageRequest,
    reply: FastifyReply,
    token?: string,
  ): Promise<string> {
    const verdict = await this.checks.check(code, source, token);
    const { unit } = verdict;
    const bill = token === undefined ? null : await this.billOf(token, unit);
    const view = {
      verdict,
      history: unit && (await checkHistory(this.database, [unit])),
      way: (unit && (await unitWays(this.database, [unit], null)).get(unit.serial)) ?? [],
      // A bill’s own address answers in either language, with the form.
      request: unit && !bill ? lastingRequest(request, unit) : request,
      host: this.host,
      bill,
    };
    return answerPage(reply, request, checkPage(view));
  }

  private async billOf(token: string, unit: VerdictUnit | null): Promise<BillOfLabel> {
    const { number, lines } = await this.invoices.byToken(token);
    return { number, at: `/i/${token}`, place: unit && placeOnBill(unit, lines) };
  }
}

/** What a form was answered with is gone once the language is switched: there the unit's own address takes over. */
function lastingRequest(request: PageRequest, { gtin, serial }: { gtin: string; serial: string }): PageRequest {
  if (request.otherLanguage.startsWith('/01/')) return request;
  return { ...request, otherLanguage: `/01/${gtin}/21/${serial}?lang=${request.language === 'zh' ? 'en' : 'zh'}` };
}

import { Controller, Get, Param, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../auth/access.ts';
import { Config } from '../../config/config.ts';
import { OwnerInvoicesService } from '../../feedback/owner-invoices.service.ts';
import { LimitPublicChecks } from '../../http/request-throttle.guard.ts';
import { Clock } from '../../kernel/clock.ts';
import { pageRequest } from '../design/page-request.ts';
import { evidenceContent } from './evidence-content.ts';
import { evidencePdf } from './evidence-pdf.ts';
import { EVIDENCE_WORDS } from './evidence-words.ts';
import { refuseUnlessLink } from './invoice-link.ts';

/** The owner’s page as a sheet to keep or to hand on. */
@ApiTags('pages')
@Controller()
@Public()
@LimitPublicChecks()
export class EvidenceController {
  constructor(
    private readonly invoices: OwnerInvoicesService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  @Get('i/:token/evidence.pdf')
  @ApiOperation({ summary: 'What the records say of an invoice, as a PDF', description: '`?lang=zh` or `?lang=en`.' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async pdf(@Param('token') token: string, @Req() request: FastifyRequest): Promise<StreamableFile> {
    refuseUnlessLink(token);
    const invoice = await this.invoices.byToken(token);
    const asked = pageRequest(request);
    const words = EVIDENCE_WORDS[asked.language];
    const link = `${this.config.publicUrl}/i/${token.toUpperCase()}`;
    const now = this.clock.now();
    const view = { invoice, request: asked, answersAt: `/i/${token}`, done: null, now };
    const bytes = await evidencePdf({
      title: words.title,
      link,
      blocks: evidenceContent(view, link),
      photo: (id) => this.invoices.oldPartPhoto(token, id),
      foot: (page) => words.page(invoice.number, page),
      createdAt: now,
    });
    const name = `truepart-${invoice.number.replaceAll(/[^A-Za-z0-9.-]/g, '-')}.pdf`;
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `inline; filename="${name}"` });
  }
}

import { Controller, Get, HttpCode, Ip, Options, Req, Res } from '@nestjs/common';
import {
  ApiExcludeEndpoint,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/access.ts';
import { PublicChecksService } from '../feedback/public-checks.service.ts';
import { preferredType } from '../http/accept.ts';
import { LimitPublicChecks } from '../http/request-throttle.guard.ts';
import { Config } from '../config/config.ts';
import { VerdictDto } from '../verification/verdict.dto.ts';
import { pageRequest } from '../web/design/page-request.ts';
import { CheckPages } from '../web/owner/check-pages.service.ts';
import { codeAt, labelAddress, namedBy, type LabelAddress } from './label-address.ts';
import { CONTEXT_HEADER, linksetHeader, linkWish, resolverDescription } from './linkset.ts';
import { Linksets } from './linksets.service.ts';
import { AddressMalformed, LinkTypeUnknown, NoUnitNamed } from './resolver.refusals.ts';

const LINKSET = 'application/linkset+json';
const GTIN = { name: 'gtin', example: '09521234100003' };
const LOT = { name: 'lot', example: 'L26K01' };
const SERIAL = { name: 'serial', example: '7Q3K9D0A2FXM', description: 'In any letter case' };

/** From the decorators below on, every label’s address says the same of itself. */
const DESCRIPTION =
  'A label’s own address (GS1 Digital Link). `Accept` decides: `text/html` a page, `application/linkset+json` (or ' +
  '`?linkType=linkset`) the GS1 links, else the verdict. `?linkType=gs1:pip` redirects. With the label’s `?S=…` the ' +
  'signature is checked, too. HEAD asks nothing of the register and counts as no check.';

/** GS1 Digital Link: where a label’s QR code leads. */
@ApiTags('public')
@Controller()
@Public()
export class ResolverController {
  constructor(
    private readonly config: Config,
    private readonly checks: PublicChecksService,
    private readonly pages: CheckPages,
    private readonly linksets: Linksets,
  ) {}

  @Get('01/:gtin/21/:serial')
  @LimitPublicChecks()
  @ApiOperation({ summary: 'Open a label', description: DESCRIPTION })
  @ApiParam(GTIN)
  @ApiParam(SERIAL)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(VerdictDto) } },
      'text/html': { schema: { type: 'string' } },
      [LINKSET]: { schema: { type: 'object', additionalProperties: true } },
    },
  })
  @ApiResponse({ status: 307, description: 'To the link of the type asked for' })
  async open(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Ip() source: string,
  ): Promise<unknown> {
    const address = labelAddress(request.url);
    const named = namedBy(address);
    if (named.kind === 'malformed') throw new AddressMalformed();
    if (named.kind === 'noUnit') throw new NoUnitNamed();
    void reply.headers({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'link',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'no-store',
      vary: 'Accept, Accept-Language',
      link: linksetHeader(this.config.publicUrl + address.path),
    });
    const type = wantedType(request, address);
    if (type === 'redirect') return redirect(reply, address);
    if (type === LINKSET) return this.list(request, reply, address, named.gtin);
    // Who asks for the head alone has read no label: crawlers do it, and no unit's history should count them.
    if (request.method === 'HEAD') {
      void reply.type(`${type}; charset=utf-8`);
      return '';
    }
    const code = codeAt(this.config.labelOrigin, address);
    if (type === 'text/html') return this.pages.answer(code, source, pageRequest(request), reply);
    return this.checks.check(code, source);
  }

  @Get('01/:gtin/10/:lot/21/:serial')
  @LimitPublicChecks()
  @ApiOperation({ summary: 'Open a label that names its lot', description: DESCRIPTION })
  @ApiParam(GTIN)
  @ApiParam(LOT)
  @ApiParam(SERIAL)
  @ApiOkResponse({ type: VerdictDto })
  openWithLot(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Ip() source: string,
  ): Promise<unknown> {
    return this.open(request, reply, source);
  }

  /** Every other address below `/01/`: refused for what is wrong with it, or a unit's in a spelling that we can read. */
  @Get('01/*')
  @LimitPublicChecks()
  @ApiExcludeEndpoint()
  openOther(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Ip() source: string,
  ): Promise<unknown> {
    return this.open(request, reply, source);
  }

  @Options('01/*')
  @HttpCode(204)
  @ApiExcludeEndpoint()
  options(@Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.headers({
      allow: 'GET, HEAD, OPTIONS',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'accept, accept-language',
      'access-control-max-age': '86400',
    });
  }

  @Get('.well-known/gs1resolver')
  @ApiOperation({ summary: 'What this resolver can do (GS1 resolver standard, §3)' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  describe(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.headers({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=3600' });
    return resolverDescription(this.config.publicUrl);
  }

  private async list(
    request: FastifyRequest,
    reply: FastifyReply,
    address: LabelAddress,
    gtin: string,
  ): Promise<unknown> {
    const anchor = this.config.publicUrl + address.path;
    const { language } = pageRequest(request);
    const linkset = await this.linksets.of(gtin, anchor, codeAt(this.config.labelOrigin, address), language);
    const type = preferredType(request.headers.accept, [LINKSET, 'application/json']) ?? LINKSET;
    void reply.type(type).header('link', `${linksetHeader(anchor)}, ${CONTEXT_HEADER}`);
    return JSON.stringify(linkset);
  }
}

/** A wish for a type of link comes before what the browser accepts. */
function wantedType(request: FastifyRequest, { linkType }: LabelAddress) {
  if (linkType !== null) {
    const wish = linkWish(linkType);
    if (wish === 'unknown') throw new LinkTypeUnknown();
    return wish === 'all' ? LINKSET : 'redirect';
  }
  // Nothing that the client likes: the verdict is still of more use to it than a refusal.
  return preferredType(request.headers.accept, ['application/json', 'text/html', LINKSET]) ?? 'application/json';
}

/** To the same address without the wish: all our links live there. What else was asked with goes along, as GS1 wants it. */
function redirect(reply: FastifyReply, { path, rest, others }: LabelAddress): void {
  const query = [rest, others].filter((part) => part !== '').join('&');
  void reply.code(307).header('location', path + (query === '' ? '' : `?${query}`));
}

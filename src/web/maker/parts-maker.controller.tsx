import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import { type Actor, hasRole, ROLES } from '../../auth/actor.ts';
import { PartBrowsingService } from '../../catalogue/part-browsing.service.ts';
import { PartPath, PricesQuery } from '../../catalogue/part.dto.ts';
import { PartEditingService } from '../../catalogue/part-editing.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { answerStaff, seeOther } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { MAKER_WORDS } from './maker-words.ts';
import { NewPartPage } from './new-part-page.tsx';
import { partAddress } from './part-address.ts';
import { PartFilterDto, PartViewQuery } from './part-filter.dto.ts';
import {
  givenSupersession,
  NewPartFormDto,
  PartFormDto,
  PriceFormDto,
  RelationFormDto,
  SupersededFormDto,
} from './part-form.dto.ts';
import { PartPage } from './part-page.tsx';
import { PartsPage } from './parts-page.tsx';

const AT = '/maker';
const FORM = 'application/x-www-form-urlencoded';

/** The catalogue: everybody at the maker reads it, its editors change it. */
@ApiExcludeController()
@Controller('maker')
@Allow(...ROLES.maker)
@UseFilters(StaffTrouble)
export class PartsMakerController {
  constructor(
    private readonly browsing: PartBrowsingService,
    private readonly editing: PartEditingService,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() filter: PartFilterDto,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const page = await this.browsing.search(actor, filter);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const isEditor = hasRole(actor, 'catalogue_editor');
    const children = <PartsPage page={page} filter={filter} language={language} isEditor={isEditor} />;
    return answerStaff(reply, { request, actor, title: MAKER_WORDS[language].parts, at: AT, children });
  }

  @Get('new')
  @Allow('catalogue_editor')
  blank(
    @CurrentActor() actor: Actor,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    const request = staffRequest(asked, reply);
    const { language } = request;
    const title = MAKER_WORDS[language].newPart;
    return answerStaff(reply, { request, actor, title, at: AT, children: <NewPartPage language={language} /> });
  }

  @Post('new')
  @Allow('catalogue_editor')
  @NotIdempotent()
  @Consumes(FORM)
  async create(
    @CurrentActor() actor: Actor,
    @Body() { partNumber, listPrice, currency, ...form }: NewPartFormDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.editing.put(actor, partNumber, PartFormDto.given(form, { listPrice, currency }));
    seeOther(reply, `${partAddress(partNumber)}?done=part`);
  }

  @Get('parts/:partNumber')
  async read(
    @CurrentActor() actor: Actor,
    @Param() { partNumber }: PartPath,
    @Query() { done, prices: after }: PartViewQuery,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const part = await this.browsing.read(actor, partNumber);
    const page = Object.assign(new PricesQuery(), { limit: 12, ...(after !== undefined && { after }) });
    const prices = await this.browsing.prices(actor, partNumber, page);
    const supersessions = await this.browsing.supersessions(actor, partNumber);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const view = { part, prices, supersessions, language, isEditor: hasRole(actor, 'catalogue_editor') };
    const children = <PartPage {...view} isSaved={done !== undefined} />;
    return answerStaff(reply, { request, actor, title: part.name[language], at: AT, children });
  }

  @Post('parts/:partNumber')
  @Allow('catalogue_editor')
  @NotIdempotent()
  @Consumes(FORM)
  async change(
    @CurrentActor() actor: Actor,
    @Param() { partNumber }: PartPath,
    @Body() form: PartFormDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const part = await this.browsing.read(actor, partNumber);
    await this.editing.put(actor, partNumber, PartFormDto.given(form, part));
    seeOther(reply, `${partAddress(partNumber)}?done=part`);
  }

  @Post('parts/:partNumber/prices')
  @Allow('catalogue_editor')
  @NotIdempotent()
  @Consumes(FORM)
  async price(
    @CurrentActor() actor: Actor,
    @Param() { partNumber }: PartPath,
    @Body() form: PriceFormDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const part = await this.browsing.read(actor, partNumber);
    await this.editing.put(actor, partNumber, PriceFormDto.given(form, part));
    seeOther(reply, `${partAddress(partNumber)}?done=price`);
  }

  @Post('parts/:partNumber/supersessions')
  @Allow('catalogue_editor')
  @NotIdempotent()
  @Consumes(FORM)
  async supersede(
    @CurrentActor() actor: Actor,
    @Param() { partNumber }: PartPath,
    @Body() form: SupersededFormDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { supersedes } = await this.browsing.supersessions(actor, partNumber);
    const relations = [...supersedes, SupersededFormDto.relation(form)];
    await this.editing.putSupersedes(actor, partNumber, relations.map(givenSupersession));
    seeOther(reply, `${partAddress(partNumber)}?done=supersession`);
  }

  @Post('parts/:partNumber/supersessions/removal')
  @Allow('catalogue_editor')
  @NotIdempotent()
  @Consumes(FORM)
  async endSupersession(
    @CurrentActor() actor: Actor,
    @Param() { partNumber }: PartPath,
    @Body() gone: RelationFormDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { supersedes } = await this.browsing.supersessions(actor, partNumber);
    const isGone = (each: { partNumber: string; validFrom?: string | null }) =>
      each.partNumber === gone.partNumber && (each.validFrom ?? undefined) === gone.validFrom;
    const left = supersedes.filter((each) => !isGone(each));
    await this.editing.putSupersedes(actor, partNumber, left.map(givenSupersession));
    seeOther(reply, `${partAddress(partNumber)}?done=supersession`);
  }
}

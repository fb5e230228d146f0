import { Body, Get, Param, Query } from '@nestjs/common';
import { Allow } from '../../auth/access.ts';
import { hasRole, ROLES } from '../../auth/actor.ts';
import { PartBrowsingService } from '../../catalogue/part-browsing.service.ts';
import { PartPath, PricesQuery } from '../../catalogue/part.dto.ts';
import { PartEditingService } from '../../catalogue/part-editing.service.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
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
  WithdrawalFormDto,
} from './part-form.dto.ts';
import { PartPage } from './part-page.tsx';
import { PartsPage } from './parts-page.tsx';

const AT = '/maker';

/** The catalogue: everybody at the maker reads it, its editors change it. */
@Room('maker', ...ROLES.maker)
export class PartsMakerController {
  constructor(
    private readonly browsing: PartBrowsingService,
    private readonly editing: PartEditingService,
  ) {}

  @Get()
  async list(@CurrentVisit() visit: Visit, @Query() filter: PartFilterDto): Promise<string> {
    const { actor, language } = visit;
    const page = await this.browsing.search(actor, filter);
    const isEditor = hasRole(actor, 'catalogue_editor');
    const children = <PartsPage page={page} filter={filter} language={language} isEditor={isEditor} />;
    return answerVisit(visit, { title: MAKER_WORDS[language].parts, at: AT, children });
  }

  @Get('new')
  @Allow('catalogue_editor')
  blank(@CurrentVisit() visit: Visit): string {
    const { language } = visit;
    const title = MAKER_WORDS[language].newPart;
    return answerVisit(visit, { title, at: AT, children: <NewPartPage language={language} /> });
  }

  @SentForm('new')
  @Allow('catalogue_editor')
  async create(
    @CurrentVisit() { actor, reply }: Visit,
    @Body() { partNumber, listPrice, currency, ...form }: NewPartFormDto,
  ): Promise<void> {
    await this.editing.put(actor, partNumber, PartFormDto.given(form, { listPrice, currency }));
    seeOther(reply, `${partAddress(partNumber)}?done=part`);
  }

  @Get('parts/:partNumber')
  async read(
    @CurrentVisit() visit: Visit,
    @Param() { partNumber }: PartPath,
    @Query() { done, prices: after }: PartViewQuery,
  ): Promise<string> {
    const { actor, language } = visit;
    const part = await this.browsing.read(actor, partNumber);
    const page = Object.assign(new PricesQuery(), { limit: 12, ...(after !== undefined && { after }) });
    const prices = await this.browsing.prices(actor, partNumber, page);
    const supersessions = await this.browsing.supersessions(actor, partNumber);
    const view = { part, prices, supersessions, language, isEditor: hasRole(actor, 'catalogue_editor') };
    const children = <PartPage {...view} isSaved={done !== undefined} />;
    return answerVisit(visit, { title: part.name[language], at: AT, children });
  }

  @SentForm('parts/:partNumber')
  @Allow('catalogue_editor')
  async change(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { partNumber }: PartPath,
    @Body() form: PartFormDto,
  ): Promise<void> {
    const part = await this.browsing.read(actor, partNumber);
    await this.editing.put(actor, partNumber, PartFormDto.given(form, part));
    seeOther(reply, `${partAddress(partNumber)}?done=part`);
  }

  @SentForm('parts/:partNumber/prices')
  @Allow('catalogue_editor')
  async price(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { partNumber }: PartPath,
    @Body() form: PriceFormDto,
  ): Promise<void> {
    const part = await this.browsing.read(actor, partNumber);
    await this.editing.put(actor, partNumber, PriceFormDto.given(form, part));
    seeOther(reply, `${partAddress(partNumber)}?done=price`);
  }

  @SentForm('parts/:partNumber/prices/withdrawal')
  @Allow('catalogue_editor')
  async withdraw(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { partNumber }: PartPath,
    @Body() { validFrom }: WithdrawalFormDto,
  ): Promise<void> {
    await this.editing.withdrawPrice(actor, partNumber, validFrom);
    seeOther(reply, `${partAddress(partNumber)}?done=price`);
  }

  @SentForm('parts/:partNumber/supersessions')
  @Allow('catalogue_editor')
  async supersede(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { partNumber }: PartPath,
    @Body() form: SupersededFormDto,
  ): Promise<void> {
    const { supersedes } = await this.browsing.supersessions(actor, partNumber);
    const relations = [...supersedes, SupersededFormDto.relation(form)];
    await this.editing.putSupersedes(actor, partNumber, relations.map(givenSupersession));
    seeOther(reply, `${partAddress(partNumber)}?done=supersession`);
  }

  @SentForm('parts/:partNumber/supersessions/removal')
  @Allow('catalogue_editor')
  async endSupersession(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { partNumber }: PartPath,
    @Body() gone: RelationFormDto,
  ): Promise<void> {
    const { supersedes } = await this.browsing.supersessions(actor, partNumber);
    const isGone = (each: { partNumber: string; validFrom?: string | null }) =>
      each.partNumber === gone.partNumber && (each.validFrom ?? undefined) === gone.validFrom;
    const left = supersedes.filter((each) => !isGone(each));
    await this.editing.putSupersedes(actor, partNumber, left.map(givenSupersession));
    seeOther(reply, `${partAddress(partNumber)}?done=supersession`);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import { type Actor, hasRole } from '../../auth/actor.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { Clock } from '../../kernel/clock.ts';
import { signingKeyNotFound } from '../../labels/labels.refusals.ts';
import { RotationDto, SigningKeyDto, SigningKeyPath } from '../../labels/signing-key.dto.ts';
import { SigningKeysService } from '../../labels/signing-keys.service.ts';
import { counterTimeOf, instantOf } from '../design/counter-time.ts';
import { answerStaff, seeOther } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { ConsequencesPage, RevocationPage, RotationPage } from './key-change-page.tsx';
import { KEY_WORDS } from './key-words.ts';
import { KeysPage } from './keys-page.tsx';
import { RevocationFormDto } from './revocation-form.dto.ts';

const AT = '/maker/keys';
const FORM = 'application/x-www-form-urlencoded';

/** Signing keys: custodians change them, analysts read them. */
@ApiExcludeController()
@Controller('maker/keys')
@Allow('key_custodian')
@UseFilters(StaffTrouble)
export class KeysMakerController {
  constructor(
    private readonly keys: SigningKeysService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('key_custodian', 'analyst')
  async list(
    @CurrentActor() actor: Actor,
    @Query('done') done: unknown,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const keys = (await this.keys.ofMaker(actor.organisation.id)).map(SigningKeyDto.of);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const who = { language, isCustodian: hasRole(actor, 'key_custodian') };
    const children = <KeysPage keys={keys} {...who} isSaved={done !== undefined} />;
    return answerStaff(reply, { request, actor, title: KEY_WORDS[language].keys, at: AT, children });
  }

  @Get('rotation')
  askRotation(
    @CurrentActor() actor: Actor,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    const request = staffRequest(asked, reply);
    const { language } = request;
    const children = <RotationPage language={language} />;
    return answerStaff(reply, { request, actor, title: KEY_WORDS[language].rotate, at: AT, children });
  }

  @Post('rotation')
  @NotIdempotent()
  @Consumes(FORM)
  async rotate(
    @CurrentActor() actor: Actor,
    @Body() { alg }: RotationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.keys.rotate(actor, alg ?? 'ES256');
    seeOther(reply, `${AT}?done=rotation`);
  }

  @Get(':kid/revocation')
  async askRevocation(
    @CurrentActor() actor: Actor,
    @Param() { kid }: SigningKeyPath,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const signingKey = await this.keyOf(actor, kid);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const now = counterTimeOf(this.clock.now());
    const children = <RevocationPage signingKey={signingKey} language={language} now={now} />;
    return answerStaff(reply, { request, actor, title: KEY_WORDS[language].revokeTitle, at: AT, children });
  }

  /** What it would do, until that is confirmed. */
  @Post(':kid/revocation')
  @HttpCode(200)
  @NotIdempotent()
  @Consumes(FORM)
  async revoke(
    @CurrentActor() actor: Actor,
    @Param() { kid }: SigningKeyPath,
    @Body() { cutOff, reason, isConfirmed }: RevocationFormDto,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const cutOffAt = instantOf(cutOff);
    if (isConfirmed === true) {
      await this.keys.revoke(actor, kid, new Date(cutOffAt), reason);
      seeOther(reply, `${AT}?done=revocation`);
      return undefined;
    }
    const reach = await this.keys.reach(actor, kid, new Date(cutOffAt));
    const view = { signingKey: await this.keyOf(actor, kid), reach, cutOff, cutOffAt, reason };
    const request = staffRequest(asked, reply);
    const { language } = request;
    const children = <ConsequencesPage {...view} language={language} />;
    return answerStaff(reply, { request, actor, title: KEY_WORDS[language].revokeTitle, at: AT, children });
  }

  private async keyOf(actor: Actor, kid: string): Promise<SigningKeyDto> {
    const key = (await this.keys.ofMaker(actor.organisation.id)).find((each) => each.kid === kid);
    if (!key) throw signingKeyNotFound();
    return SigningKeyDto.of(key);
  }
}

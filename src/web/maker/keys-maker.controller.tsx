import { Body, Get, HttpCode, Param, Query } from '@nestjs/common';
import { Allow } from '../../auth/access.ts';
import { type Actor, hasRole } from '../../auth/actor.ts';
import { Clock } from '../../kernel/clock.ts';
import { signingKeyNotFound } from '../../labels/labels.refusals.ts';
import { RotationDto, SigningKeyDto, SigningKeyPath } from '../../labels/signing-key.dto.ts';
import { SigningKeysService } from '../../labels/signing-keys.service.ts';
import { counterTimeOf, instantOf } from '../design/counter-time.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { ConsequencesPage, RevocationPage, RotationPage } from './key-change-page.tsx';
import { KEY_WORDS } from './key-words.ts';
import { KeysPage } from './keys-page.tsx';
import { RevocationFormDto } from './revocation-form.dto.ts';

const AT = '/maker/keys';

/** Signing keys: custodians change them, analysts read them. */
@Room('maker/keys', 'key_custodian')
export class KeysMakerController {
  constructor(
    private readonly keys: SigningKeysService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('key_custodian', 'analyst')
  async list(@CurrentVisit() visit: Visit, @Query('done') done: unknown): Promise<string> {
    const { actor, language } = visit;
    const keys = (await this.keys.ofMaker(actor.organisation.id)).map(SigningKeyDto.of);
    const who = { language, isCustodian: hasRole(actor, 'key_custodian') };
    const children = <KeysPage keys={keys} {...who} isSaved={done !== undefined} />;
    return answerVisit(visit, { title: KEY_WORDS[language].keys, at: AT, children });
  }

  @Get('rotation')
  askRotation(@CurrentVisit() visit: Visit): string {
    const { language } = visit;
    const children = <RotationPage language={language} />;
    return answerVisit(visit, { title: KEY_WORDS[language].rotate, at: AT, children });
  }

  @SentForm('rotation')
  async rotate(@CurrentVisit() { actor, reply }: Visit, @Body() { alg }: RotationDto): Promise<void> {
    await this.keys.rotate(actor, alg ?? 'ES256');
    seeOther(reply, `${AT}?done=rotation`);
  }

  @Get(':kid/revocation')
  async askRevocation(@CurrentVisit() visit: Visit, @Param() { kid }: SigningKeyPath): Promise<string> {
    const { actor, language } = visit;
    const signingKey = await this.keyOf(actor, kid);
    const now = counterTimeOf(this.clock.now());
    const children = <RevocationPage signingKey={signingKey} language={language} now={now} />;
    return answerVisit(visit, { title: KEY_WORDS[language].revokeTitle, at: AT, children });
  }

  /** What it would do, until that is confirmed. */
  @SentForm(':kid/revocation')
  @HttpCode(200)
  async revoke(
    @CurrentVisit() visit: Visit,
    @Param() { kid }: SigningKeyPath,
    @Body() { cutOff, reason, isConfirmed }: RevocationFormDto,
  ): Promise<string | undefined> {
    const { actor, language, reply } = visit;
    const cutOffAt = instantOf(cutOff);
    if (isConfirmed === true) {
      await this.keys.revoke(actor, kid, new Date(cutOffAt), reason);
      seeOther(reply, `${AT}?done=revocation`);
      return undefined;
    }
    const reach = await this.keys.reach(actor, kid, new Date(cutOffAt));
    const view = { signingKey: await this.keyOf(actor, kid), reach, cutOff, cutOffAt, reason };
    const children = <ConsequencesPage {...view} language={language} />;
    return answerVisit(visit, { title: KEY_WORDS[language].revokeTitle, at: AT, children });
  }

  private async keyOf(actor: Actor, kid: string): Promise<SigningKeyDto> {
    const key = (await this.keys.ofMaker(actor.organisation.id)).find((each) => each.kid === kid);
    if (!key) throw signingKeyNotFound();
    return SigningKeyDto.of(key);
  }
}

import { Body, Get, Query } from '@nestjs/common';
import { ALL_ROLES } from '../../auth/actor.ts';
import { peopleOnly } from '../../auth/auth.refusals.ts';
import { SessionCookie } from '../../auth/session-cookie.ts';
import { ChangePasswordDto } from '../../auth/session.dto.ts';
import { SessionsService } from '../../auth/sessions.service.ts';
import { troubleOf } from '../../http/problem.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Words } from '../../kernel/words.ts';
import { NotificationsService } from '../../mail/notifications.service.ts';
import { AccountPage, HomePage } from './account-page.tsx';
import { Room, SentForm } from './room.ts';
import { HOME } from './rooms.ts';
import { seeOther } from './staff-page.tsx';
import { STAFF_WORDS } from './staff-words.ts';
import { answerVisit, CurrentVisit, type Visit } from './visit.ts';

/** Whoever is signed in: who they are, their password, their sessions. */
@Room('', ...ALL_ROLES)
export class AccountController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
    private readonly notifications: NotificationsService,
  ) {}

  @Get('home')
  home(@CurrentVisit() visit: Visit): string {
    const { actor, language, request } = visit;
    const children = <HomePage actor={actor} request={request} />;
    return answerVisit(visit, { title: STAFF_WORDS[language].home, at: HOME, children });
  }

  @Get('account')
  account(@CurrentVisit() visit: Visit, @Query('done') done: unknown): Promise<string> {
    return this.draw(visit, { done });
  }

  @SentForm('account/password')
  async changePassword(
    @CurrentVisit() visit: Visit,
    @Body() { current, next }: ChangePasswordDto,
  ): Promise<string | undefined> {
    const { actor, asked, reply } = visit;
    const token = this.cookie.tokenIn(asked);
    if (actor.kind !== 'account' || token === undefined) throw peopleOnly();
    try {
      await this.sessions.changePassword(actor, current, next, token);
      seeOther(reply, '/account?done=password');
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, headers } = troubleOf(error);
      void reply.code(status).headers(headers);
      return await this.draw(visit, { refused: error.words });
    }
  }

  private async draw(
    visit: Visit,
    { refused = null, done }: { readonly refused?: Words | null; readonly done?: unknown },
  ): Promise<string> {
    const { actor, language, request } = visit;
    const page = {
      actor,
      request,
      refused,
      isChanged: done === 'password',
      notifications: actor.kind === 'account' ? await this.notifications.of(actor) : null,
      isChosen: done === 'notifications',
    };
    return answerVisit(visit, {
      title: STAFF_WORDS[language].account,
      at: '/account',
      children: <AccountPage {...page} />,
    });
  }
}

import type { Actor } from '../../auth/actor.ts';
import type { Words } from '../../kernel/words.ts';
import type { ChosenNotificationsDto } from '../../mail/notifications.dto.ts';
import { FORMATS } from '../design/formats.ts';
import type { PageRequest } from '../design/page-request.ts';
import { Notice } from '../design/notice.tsx';
import { NotificationsForm } from './notifications-form.tsx';
import { doorsOf, sideDoorsOf } from './rooms.ts';
import { ROLE, STAFF_WORDS } from './staff-words.ts';

interface WhoProps {
  readonly actor: Actor;
  readonly request: PageRequest;
}

/** Who somebody is here, and where they may go. */
export function HomePage({ actor, request: { language } }: WhoProps) {
  const words = STAFF_WORDS[language];
  const doors = doorsOf(actor, language);
  return (
    <div class="stack middle">
      <h1>{words.welcome(actor.name)}</h1>
      <section class="card">
        <Who actor={actor} request={{ language }} />
      </section>
      <section class="card">
        <h2>{words.goTo}</h2>
        {doors.length === 0 && <p class="soft">{words.noRoom}</p>}
        <ul class="stack">
          {[
            ...doors,
            ...sideDoorsOf(actor, language),
            { path: '/api/docs', name: words.apiDocs },
            { path: '/check', name: words.check },
            { path: '/account', name: words.account },
          ].map(({ path, name }) => (
            <li key={path}>
              <a href={path}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Who({
  actor,
  request: { language },
}: {
  readonly actor: Actor;
  readonly request: Pick<PageRequest, 'language'>;
}) {
  const words = STAFF_WORDS[language];
  return (
    <dl class="facts">
      <dt>{words.name}</dt>
      <dd>{actor.name}</dd>
      <dt>{words.organisation}</dt>
      <dd>
        {actor.organisation.name[language]} <span class="soft">{actor.organisation.code}</span>
      </dd>
      <dt>{words.roles}</dt>
      <dd>{FORMATS[language].list(actor.roles.map((role) => ROLE[language][role]))}</dd>
    </dl>
  );
}

function SideDoors({ actor, request: { language } }: WhoProps) {
  const doors = sideDoorsOf(actor, language);
  if (doors.length === 0) return null;
  return (
    <ul class="dots" aria-label={STAFF_WORDS[language].ofOrganisation}>
      {doors.map(({ path, name }) => (
        <li key={path}>
          <a href={path}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

interface AccountProps extends WhoProps {
  readonly refused: Words | null;
  readonly isChanged: boolean;
  /** A machine has no mailbox. */
  readonly notifications: ChosenNotificationsDto | null;
  readonly isChosen: boolean;
}

/** What somebody may change about their own account. */
export function AccountPage({ actor, request, refused, isChanged, notifications, isChosen }: AccountProps) {
  const words = STAFF_WORDS[request.language];
  return (
    <div class="stack middle">
      <h1>{words.account}</h1>
      <section class="card stack">
        <Who actor={actor} request={request} />
        <SideDoors actor={actor} request={request} />
        <form method="post" action="/sign-out">
          <button class="quiet">{words.signOut}</button>
        </form>
      </section>
      {notifications !== null && (
        <NotificationsForm notifications={notifications} language={request.language} isSaved={isChosen} />
      )}
      <section class="card">
        <h2>{words.changePassword}</h2>
        <form class="fields" method="post" action="/account/password">
          {isChanged && <Notice state="good" role="status" title={words.passwordChanged} />}
          {refused !== null && <Notice state="suspect" role="alert" title={refused[request.language]} />}
          <label>
            <span>{words.current}</span>
            <input name="current" type="password" required maxlength={200} autocomplete="current-password" />
          </label>
          <label>
            <span>{words.next}</span>
            <input
              name="next"
              type="password"
              required
              minlength={12}
              maxlength={200}
              autocomplete="new-password"
              aria-describedby="next-rule"
            />
          </label>
          <p id="next-rule" class="soft">
            {words.nextRule}
          </p>
          <button class="main">{words.changePassword}</button>
        </form>
      </section>
      <section class="card">
        <h2>{words.everywhere}</h2>
        <form method="post" action="/sign-out-everywhere">
          <p class="soft">{words.everywhereMeans}</p>
          <button class="quiet">{words.everywhere}</button>
        </form>
      </section>
    </div>
  );
}

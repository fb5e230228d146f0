import type { AccountDto } from '../../auth/account.dto.ts';
import type { OrganisationDto } from '../../auth/organisation.dto.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { ROLE } from '../staff/staff-words.ts';
import { ADMIN_WORDS } from './admin-words.ts';
import { AccountState, RoleBoxes } from './people-page.tsx';

interface PersonProps {
  readonly account: AccountDto;
  readonly organisation: OrganisationDto;
  readonly language: Language;
  /** Nobody locks themselves out. */
  readonly isSelf: boolean;
  readonly isSaved: boolean;
}

/** One account, and what may be done to it. */
export function PersonPage({ account, organisation, language, isSelf, isSaved }: PersonProps) {
  const words = ADMIN_WORDS[language];
  return (
    <div class="stack">
      {isSaved && <Notice state="good" role="status" title={words.saved} />}
      <div>
        <AccountState account={account} language={language} />
        <h1>{account.name}</h1>
      </div>
      <div class="two">
        <Facts account={account} organisation={organisation} language={language} />
        {isSelf ? (
          <Notice state="plain">{words.self}</Notice>
        ) : (
          <div class="stack">
            <Roles account={account} organisation={organisation} language={language} />
            <Deed address={`/admin/people/${account.id}/password`} name={words.resetPassword}>
              {words.resetMeans}
            </Deed>
            {account.linkedAt !== null && (
              <Deed address={`/admin/people/${account.id}/unlinking`} name={words.unlink}>
                {words.unlinkMeans}
              </Deed>
            )}
            <Standing account={account} language={language} />
          </div>
        )}
      </div>
    </div>
  );
}

type About = Pick<PersonProps, 'account' | 'organisation' | 'language'>;

function Facts({ account, organisation, language }: About) {
  const words = ADMIN_WORDS[language];
  const formats = FORMATS[language];
  return (
    <section class="card stack">
      <dl class="facts">
        <dt>{words.email}</dt>
        <dd>{account.email}</dd>
        <dt>{words.organisation}</dt>
        <dd>
          <a href={`/admin/people?organisation=${encodeURIComponent(organisation.code)}`}>
            {organisation.name[language]}
          </a>{' '}
          <span class="soft">{organisation.code}</span>
        </dd>
        <dt>{words.roles}</dt>
        <dd>{formats.list(account.roles.map((role) => ROLE[language][role]))}</dd>
        <dt>{words.openedAt}</dt>
        <dd>{formats.time(account.createdAt)}</dd>
        {account.linkedAt !== null && (
          <>
            <dt>{words.linkedAt}</dt>
            <dd>{formats.time(account.linkedAt)}</dd>
          </>
        )}
        {account.disabledAt !== null && (
          <>
            <dt>{words.disabledAt}</dt>
            <dd>{formats.time(account.disabledAt)}</dd>
          </>
        )}
      </dl>
      <p>
        <a href={`/admin/audit?subject=${account.id}`}>{words.trail}</a>
      </p>
    </section>
  );
}

function Roles({ account, organisation, language }: About) {
  const words = ADMIN_WORDS[language];
  return (
    <section class="card act">
      <h2>{words.changeRoles}</h2>
      <form class="fields" method="post" action={`/admin/people/${account.id}/roles`}>
        <RoleBoxes
          legend={words.roles}
          name="roles"
          kind={organisation.kind}
          held={account.roles}
          language={language}
        />
        <p class="soft">{words.rolesMean}</p>
        <button class="main">{words.save}</button>
      </form>
    </section>
  );
}

function Standing({ account, language }: Pick<About, 'account' | 'language'>) {
  const words = ADMIN_WORDS[language];
  const address = `/admin/people/${account.id}`;
  if (account.disabledAt === null) {
    return (
      <Deed address={`${address}/disablement`} name={words.disable}>
        {words.disableMeans}
      </Deed>
    );
  }
  return (
    <form class="act" method="post" action={`${address}/enablement`}>
      <button class="quiet">{words.enable}</button>
    </form>
  );
}

interface DeedProps {
  readonly address: string;
  readonly name: string;
  /** What it does. */
  readonly children: string;
}

/** Said before it is done. */
export function Deed({ address, name, children }: DeedProps) {
  return (
    <details class="card act">
      <summary>{name}</summary>
      <form method="post" action={address}>
        <p class="soft">{children}</p>
        <button class="main">{name}</button>
      </form>
    </details>
  );
}

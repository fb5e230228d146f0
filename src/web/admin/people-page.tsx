import type { AccountDto } from '../../auth/account.dto.ts';
import { type OrganisationKind, ROLES } from '../../auth/actor.ts';
import type { OrganisationDto } from '../../auth/organisation.dto.ts';
import type { Page } from '../../http/paging.ts';
import type { Language } from '../../kernel/words.ts';
import { Chip } from '../design/chip.tsx';
import { Text } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { Pager } from '../staff/pager.tsx';
import { ROLE } from '../staff/staff-words.ts';
import type { PeopleFilterDto } from './admin-form.dto.ts';
import { ADMIN_WORDS } from './admin-words.ts';

interface PeopleProps {
  readonly page: Page<AccountDto>;
  readonly filter: PeopleFilterDto;
  /** Whose people they are; of every organisation without it. */
  readonly organisation: OrganisationDto | undefined;
  readonly language: Language;
}

/** Accounts, newest first; within one organisation, also the form for a new one. */
export function PeoplePage({ page, filter, organisation, language }: PeopleProps) {
  const words = ADMIN_WORDS[language];
  const list = (
    <div class="stack">
      <form class="filters act" method="get" action="/admin/people" role="search">
        <Text label={words.organisationCode} name="organisation" value={filter.organisation} most={30} />
        <button>{words.find}</button>
      </form>
      {page.items.length === 0 ? (
        <p class="card empty">{words.noPeople}</p>
      ) : (
        <ul class="card items">
          {page.items.map((account) => (
            <Row key={account.id} account={account} language={language} />
          ))}
        </ul>
      )}
      <Pager
        path="/admin/people"
        filter={{ organisation: filter.organisation }}
        isLater={filter.after !== undefined}
        next={page.next}
        language={language}
      />
    </div>
  );
  return (
    <div class="stack">
      <h1>{organisation === undefined ? words.everybody : words.peopleOf(organisation.name[language])}</h1>
      {organisation === undefined ? (
        list
      ) : (
        <div class="two">
          {list}
          <Invitation organisation={organisation} language={language} />
        </div>
      )}
    </div>
  );
}

function Row({ account, language }: { readonly account: AccountDto; readonly language: Language }) {
  return (
    <li>
      <div class="over">
        <span class="soft">{account.organisation}</span>
        <span class="end">
          <AccountState account={account} language={language} />
        </span>
      </div>
      <h2>
        <a href={`/admin/people/${account.id}`}>{account.name}</a>
      </h2>
      <div class="dots">
        <span>{account.email}</span>
        <span>{FORMATS[language].list(account.roles.map((role) => ROLE[language][role]))}</span>
      </div>
    </li>
  );
}

export function AccountState({ account, language }: { readonly account: AccountDto; readonly language: Language }) {
  const words = ADMIN_WORDS[language];
  return account.disabledAt === null ? (
    <Chip state="good">{words.active}</Chip>
  ) : (
    <Chip state="plain">{words.disabled}</Chip>
  );
}

interface RoleBoxesProps {
  readonly legend: string;
  readonly name: 'roles' | 'scopes';
  readonly kind: OrganisationKind;
  readonly held?: readonly string[];
  readonly language: Language;
}

/** The roles that an organisation of this kind has. */
export function RoleBoxes({ legend, name, kind, held = [], language }: RoleBoxesProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {ROLES[kind].map((role) => (
        <label key={role} class="choice">
          <input type="checkbox" name={name} value={role} checked={held.includes(role)} />
          {ROLE[language][role]}
        </label>
      ))}
    </fieldset>
  );
}

interface InvitationProps {
  readonly organisation: OrganisationDto;
  readonly language: Language;
}

function Invitation({ organisation, language }: InvitationProps) {
  const words = ADMIN_WORDS[language];
  return (
    <section class="card act">
      <h2>{words.invite}</h2>
      <form class="fields" method="post" action="/admin/people">
        <p class="soft">{words.inviteMeans}</p>
        <input type="hidden" name="organisation" value={organisation.code} />
        <Text label={words.name} name="name" most={100} required />
        <label>
          <span>{words.email}</span>
          <input name="email" type="email" required maxlength={254} autocomplete="off" />
        </label>
        <RoleBoxes legend={words.roles} name="roles" kind={organisation.kind} language={language} />
        <button class="main">{words.add}</button>
      </form>
    </section>
  );
}

import { ORGANISATION_KINDS } from '../../auth/actor.ts';
import type { OrganisationDto } from '../../auth/organisation.dto.ts';
import type { Page } from '../../http/paging.ts';
import type { Language } from '../../kernel/words.ts';
import { Select, Text } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { Pager } from '../staff/pager.tsx';
import type { OrganisationFilterDto } from './admin-form.dto.ts';
import { ADMIN_WORDS, ORGANISATION_KIND } from './admin-words.ts';

interface OrganisationsProps {
  readonly page: Page<OrganisationDto>;
  readonly filter: OrganisationFilterDto;
  readonly language: Language;
}

/** Every organisation by code, the way to its people, and the form for a new one. */
export function OrganisationsPage({ page, filter, language }: OrganisationsProps) {
  const words = ADMIN_WORDS[language];
  return (
    <div class="stack">
      {filter.done !== undefined && <Notice state="good" role="status" title={`${words.saved} · ${filter.done}`} />}
      <h1>{words.organisations}</h1>
      <div class="two">
        <div class="stack">
          <form class="filters act" method="get" action="/admin" role="search">
            <Text label={words.search} name="query" value={filter.query} most={100} />
            <button>{words.find}</button>
          </form>
          {page.items.length === 0 ? (
            <p class="card empty">{words.noOrganisations}</p>
          ) : (
            <ul class="card items">
              {page.items.map((organisation) => (
                <Row key={organisation.code} organisation={organisation} language={language} />
              ))}
            </ul>
          )}
          <Pager
            path="/admin"
            filter={{ query: filter.query }}
            isLater={filter.after !== undefined}
            next={page.next}
            language={language}
            order="name"
          />
        </div>
        <NewOrganisation language={language} />
      </div>
    </div>
  );
}

function Row({ organisation, language }: { readonly organisation: OrganisationDto; readonly language: Language }) {
  const words = ADMIN_WORDS[language];
  const { code, kind, name, maker, gs1Prefix, phone, createdAt } = organisation;
  return (
    <li>
      <div class="over">
        <span class="code">{code}</span>
        <span class="soft end">{ORGANISATION_KIND[language][kind]}</span>
      </div>
      <h2>
        <a href={`/admin/people?organisation=${encodeURIComponent(code)}`}>{name[language]}</a>
      </h2>
      <div class="dots">
        {maker !== null && <span>{words.ofMaker(maker)}</span>}
        {gs1Prefix !== null && <span>{words.prefix(gs1Prefix)}</span>}
        {phone !== null && <span>{phone}</span>}
        <span>{words.since(FORMATS[language].day(createdAt))}</span>
      </div>
    </li>
  );
}

function NewOrganisation({ language }: { readonly language: Language }) {
  const words = ADMIN_WORDS[language];
  const kinds = Object.fromEntries(ORGANISATION_KINDS.map((kind) => [kind, ORGANISATION_KIND[language][kind]]));
  return (
    <details class="card act">
      <summary>{words.newOrganisation}</summary>
      <form class="fields" method="post" action="/admin">
        <Select label={words.kind} name="kind" choices={kinds} value="workshop" />
        <Text
          label={words.code}
          name="code"
          most={30}
          pattern="[A-Z0-9][A-Z0-9\-]{0,29}"
          hint={words.codeHint}
          required
        />
        <Text label={words.nameZh} name="nameZh" most={200} required />
        <Text label={words.nameEn} name="nameEn" most={200} required />
        <Text label={words.maker} name="maker" most={30} />
        <Text label={words.gs1Prefix} name="gs1Prefix" most={12} pattern="\d{4,12}" inputmode="numeric" />
        <Text label={words.phone} name="phone" most={30} />
        <Text label={words.latitude} name="latitude" most={12} inputmode="decimal" />
        <Text label={words.longitude} name="longitude" most={12} inputmode="decimal" />
        <p class="soft">{words.cannotChange}</p>
        <button class="main">{words.save}</button>
      </form>
    </details>
  );
}

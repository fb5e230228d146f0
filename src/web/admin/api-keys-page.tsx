import type { ApiKeyDto } from '../../auth/api-key.dto.ts';
import type { OrganisationKind } from '../../auth/actor.ts';
import type { Page } from '../../http/paging.ts';
import type { Language } from '../../kernel/words.ts';
import { Chip } from '../design/chip.tsx';
import { DateField, Text } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { Pager } from '../staff/pager.tsx';
import { ROLE } from '../staff/staff-words.ts';
import { ADMIN_WORDS } from './admin-words.ts';
import { RoleBoxes } from './people-page.tsx';

interface ApiKeysProps {
  readonly page: Page<ApiKeyDto>;
  readonly isLater: boolean;
  readonly kind: OrganisationKind;
  readonly now: Date;
  readonly language: Language;
  readonly isSaved: boolean;
}

/** The keys of one's own organisation's machines, newest first, and the form for another. */
export function ApiKeysPage({ page, isLater, kind, now, language, isSaved }: ApiKeysProps) {
  const words = ADMIN_WORDS[language];
  return (
    <div class="stack">
      {isSaved && <Notice state="good" role="status" title={words.saved} />}
      <div>
        <h1>{words.keys}</h1>
        <p class="soft">{words.keysLead}</p>
      </div>
      <div class="two">
        <div class="stack">
          {page.items.length === 0 ? (
            <p class="card empty">{words.noKeys}</p>
          ) : (
            <ul class="card items">
              {page.items.map((key) => (
                <Row key={key.id} apiKey={key} now={now} language={language} />
              ))}
            </ul>
          )}
          <Pager path="/admin/api-keys" filter={{}} isLater={isLater} next={page.next} language={language} />
        </div>
        <NewKey kind={kind} language={language} />
      </div>
    </div>
  );
}

interface RowProps {
  readonly apiKey: ApiKeyDto;
  readonly now: Date;
  readonly language: Language;
}

function Row({ apiKey, now, language }: RowProps) {
  const words = ADMIN_WORDS[language];
  const formats = FORMATS[language];
  const { id, name, hint, scopes, createdAt, expiresAt, revokedAt, lastUsedAt } = apiKey;
  const isExpired = expiresAt !== null && new Date(expiresAt) <= now;
  return (
    <li>
      <div class="over">
        {revokedAt !== null ? (
          <Chip state="suspect">{words.revoked}</Chip>
        ) : isExpired ? (
          <Chip state="plain">{words.expired}</Chip>
        ) : (
          <Chip state="good">{words.valid}</Chip>
        )}
        <span class="soft end">
          {words.hint} <span class="code">{hint}…</span>
        </span>
      </div>
      <h2>{name}</h2>
      <div class="dots">
        <span>{formats.list(scopes.map((scope) => ROLE[language][scope]))}</span>
        <span>{words.madeAt(formats.day(createdAt))}</span>
        {expiresAt !== null && <span>{words.until(formats.time(expiresAt))}</span>}
        <span>{lastUsedAt === null ? words.neverUsed : words.usedAt(formats.time(lastUsedAt))}</span>
      </div>
      {revokedAt === null && (
        <details class="act">
          <summary aria-label={`${words.revoke}: ${name}`}>{words.revoke}</summary>
          <form method="post" action={`/admin/api-keys/${id}/revocation`}>
            <p class="soft">{words.revokeMeans}</p>
            <button class="main">{words.revokeNow}</button>
          </form>
        </details>
      )}
    </li>
  );
}

function NewKey({ kind, language }: Pick<ApiKeysProps, 'kind' | 'language'>) {
  const words = ADMIN_WORDS[language];
  return (
    <section class="card act">
      <h2>{words.newKey}</h2>
      <form class="fields" method="post" action="/admin/api-keys">
        <Text label={words.keyName} name="name" most={100} hint={words.keyNameHint} required />
        <RoleBoxes legend={words.scopes} name="scopes" kind={kind} language={language} />
        <DateField label={words.expires} name="expiresOn" />
        <button class="main">{words.create}</button>
      </form>
    </section>
  );
}

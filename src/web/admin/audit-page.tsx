import type { AuditEntryDto } from '../../auth/audit.dto.ts';
import type { Page } from '../../http/paging.ts';
import type { Language } from '../../kernel/words.ts';
import { Select, Text } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { nameIn } from '../design/names.ts';
import { Pager } from '../staff/pager.tsx';
import type { AuditFilterDto } from './admin-form.dto.ts';
import { ACTION, ADMIN_WORDS } from './admin-words.ts';

interface AuditProps {
  readonly page: Page<AuditEntryDto>;
  readonly filter: AuditFilterDto;
  readonly language: Language;
}

/** Who did what, newest first. */
export function AuditPage({ page, filter, language }: AuditProps) {
  const words = ADMIN_WORDS[language];
  const { action, subject } = filter;
  return (
    <div class="stack">
      <div>
        <h1>{words.audit}</h1>
        <p class="soft">{words.auditLead}</p>
      </div>
      <form class="filters act" method="get" action="/admin/audit" role="search">
        <Select label={words.action} name="action" choices={ACTION[language]} value={action} none={words.all} />
        <Text label={words.subject} name="subject" value={subject} most={200} />
        <button>{words.filter}</button>
      </form>
      {page.items.length === 0 ? (
        <p class="card empty">{words.noEntries}</p>
      ) : (
        <ul class="card items rules">
          {page.items.map((entry) => (
            <Row key={entry.id} entry={entry} language={language} />
          ))}
        </ul>
      )}
      <Pager
        path="/admin/audit"
        filter={{ action, subject }}
        isLater={filter.after !== undefined}
        next={page.next}
        language={language}
      />
    </div>
  );
}

function Row({ entry, language }: { readonly entry: AuditEntryDto; readonly language: Language }) {
  const words = ADMIN_WORDS[language];
  const { at, action, subject, organisation, detail, requestId } = entry;
  return (
    <li>
      <details>
        <summary>
          <span>
            <b>{nameIn(ACTION[language], action)}</b>
            <span class="dots">
              <span>{actorOf(entry, language)}</span>
              {organisation !== null && <span>{organisation}</span>}
            </span>
          </span>
          <span class="soft end">{FORMATS[language].time(at)}</span>
        </summary>
        <dl class="facts">
          <dt>{words.done}</dt>
          <dd class="code">{action}</dd>
          <dt>{words.subject}</dt>
          <dd class="code">{subject}</dd>
          {Object.entries(detail).map(([name, value]) => (
            <>
              <dt class="code">{name}</dt>
              <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
            </>
          ))}
          {requestId !== null && (
            <>
              <dt>{words.request}</dt>
              <dd class="code">{requestId}</dd>
            </>
          )}
        </dl>
      </details>
    </li>
  );
}

function actorOf({ actor: { kind, name } }: AuditEntryDto, language: Language): string {
  const words = ADMIN_WORDS[language];
  if (kind === 'system') return words.system;
  return kind === 'apiKey' ? `${name ?? ''} (${words.machine})` : (name ?? words.somebody);
}

import type { ComponentChildren } from 'preact';
import type { Refusal, RefusalKind } from '../../kernel/refusal.ts';
import { Icon } from '../design/icons.tsx';
import type { PageRequest } from '../design/page-request.ts';
import { HOME } from './rooms.ts';
import { STAFF_WORDS } from './staff-words.ts';

/** What was refused and why, each faulty field by name. */
export function troublePage(
  { kind, words: said, errors }: Refusal,
  { language }: PageRequest,
  back: string | undefined,
): { readonly title: string; readonly children: ComponentChildren } {
  const words = STAFF_WORDS[language];
  const title = words[headingOf(kind)];
  return {
    title,
    children: (
      <div class="stack middle">
        <section class="card with verdict caution">
          <Icon name="caution" />
          <div>
            <h1>{title}</h1>
            <p>{said[language]}</p>
            <ul>
              {errors.map((fault) => (
                <li key={fault.path}>
                  <span class="code">{fault.path}</span> {fault.words?.[language] ?? fault.message}
                </li>
              ))}
            </ul>
          </div>
        </section>
        <p>
          <a href={back ?? HOME}>{back === undefined ? words.toStart : words.back}</a>
        </p>
      </div>
    ),
  };
}

function headingOf(kind: RefusalKind): 'missing' | 'forbidden' | 'refused' {
  return kind === 'missing' || kind === 'forbidden' ? kind : 'refused';
}

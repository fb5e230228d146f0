import type { Problem } from '../../http/problem.ts';
import { BASE } from './base.css.ts';
import { COMPONENTS } from './components.css.ts';
import { stylesheet } from './css.ts';
import { Icon } from './icons.tsx';
import type { Page, PageRequest } from './page-request.ts';
import { drawPage } from './page.tsx';
import { TOKENS } from './tokens.css.ts';
import { PROBLEM_WORDS } from './words.ts';

const STYLE = stylesheet(TOKENS, BASE, COMPONENTS);

/** A problem document (RFC 9457) for people: what happened, what to do, and by which id we find it. */
export function problemPage(problem: Problem, retryAfter: number | null, request: PageRequest): Page {
  const words = PROBLEM_WORDS[request.language];
  const title = words[headingOf(problem.status)];
  return drawPage({
    request,
    style: STYLE,
    title,
    children: (
      <div class="stack">
        <section class="card with verdict plain">
          <Icon name="plain" />
          <h1>{title}</h1>
          <div class="wide">
            <p>{problem.words[request.language]}</p>
            {retryAfter !== null && <p>{words.again(retryAfter)}</p>}
            {problem.status >= 500 && (
              <p class="soft">
                {words.reference} <span class="code">{problem.instance.split(':').at(-1)}</span>
              </p>
            )}
          </div>
        </section>
        <p>
          <a href={`/check${request.keep}`}>{words.check}</a>
        </p>
      </div>
    ),
  });
}

function headingOf(status: number): 'missing' | 'throttled' | 'refused' | 'fault' {
  if (status === 404) return 'missing';
  if (status === 429 || status === 503) return 'throttled';
  return status < 500 ? 'refused' : 'fault';
}

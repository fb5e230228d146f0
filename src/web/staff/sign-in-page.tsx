import { DEMO_ACCOUNTS, DEMO_ORGANISATIONS, DEMO_PASSWORD } from '../../demo/demo-people.ts';
import type { Language, Words } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import type { PageRequest } from '../design/page-request.ts';
import { Notice } from '../design/notice.tsx';
import { SCORECARD_WORDS } from '../scorecard/scorecard-words.ts';
import type { SignInProvider } from './sign-in-provider.ts';
import { ROLE, STAFF_WORDS } from './staff-words.ts';

export interface SignInView {
  readonly request: PageRequest;
  readonly email: string;
  readonly next: string | undefined;
  readonly refused: Words | null;
  readonly done: string | undefined;
  readonly isDemo: boolean;
  readonly provider: SignInProvider | undefined;
}

export function SignInPage({ request, email, next, refused, done, isDemo, provider }: SignInView) {
  const { language } = request;
  const words = STAFF_WORDS[language];
  return (
    <div class="stack narrow">
      <section class="card stack">
        <div>
          <h1>{words.signInTitle}</h1>
          <p class="soft">{words.lead}</p>
        </div>
        {done !== undefined && refused === null && <Notice state="good" role="status" title={done} />}
        {refused !== null && <Notice state="suspect" role="alert" title={refused[language]} />}
        <form class="fields" method="post" action="/sign-in">
          {next !== undefined && <input type="hidden" name="next" value={next} />}
          <label>
            <span>{words.email}</span>
            <input name="email" type="email" required maxlength={254} autocomplete="username" value={email} />
          </label>
          <label>
            <span>{words.password}</span>
            <input name="password" type="password" required maxlength={200} autocomplete="current-password" />
          </label>
          <button class="main">{words.signIn}</button>
        </form>
        {provider !== undefined && (
          <a
            class="other"
            href={next === undefined ? provider.address : `${provider.address}?next=${encodeURIComponent(next)}`}
          >
            {words.signInWith(provider.name)}
          </a>
        )}
      </section>
      {isDemo && <DemoAccounts language={language} />}
      <p>
        <a href="/check">{words.owner}</a>
      </p>
      <p>
        <a href="/scorecard">{SCORECARD_WORDS[language].howWell}</a>
      </p>
    </div>
  );
}

function DemoAccounts({ language }: { readonly language: Language }) {
  const words = STAFF_WORDS[language];
  const nameOf = (code: string) => DEMO_ORGANISATIONS.find((each) => each.code === code)?.name[language] ?? code;
  return (
    <section class="card">
      <h2>{words.demo}</h2>
      <p class="soft">
        {words.demoHow('')}
        <b class="code">{DEMO_PASSWORD}</b>
      </p>
      <dl class="stack demo">
        {DEMO_ACCOUNTS.map(({ email, organisation, roles }) => (
          <div key={email}>
            <dt class="code">{email}</dt>
            <dd class="soft">
              {FORMATS[language].list(roles.map((role) => ROLE[language][role]))} · {nameOf(organisation)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

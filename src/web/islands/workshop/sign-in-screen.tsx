import { useState } from 'preact/hooks';
import type { Language } from '../../../kernel/words.ts';
import { LOCALES } from '../../design/formats.ts';
import { Notice } from '../../design/notice.tsx';
import { FRAME_WORDS } from '../../design/words.ts';
import { Screen } from './screen.tsx';
import { useSurroundings } from './surroundings.tsx';
import { WORKSHOP_WORDS } from './workshop-words.ts';

interface SpeakProps {
  readonly speak: (language: Language) => void;
}

/** In without leaving the app: what waits in the outbox waits on. */
export function SignInScreen({ speak }: SpeakProps) {
  const { workplace, language } = useSurroundings();
  const words = WORKSHOP_WORDS[language];
  return (
    <div class="app">
      <header class="bar">
        <strong class="mark gap">{FRAME_WORDS[language].brand}</strong>
        <OtherLanguage speak={speak} />
      </header>
      <Screen title={workplace.entrance === 'opening' ? words.loading : words.signInTitle}>
        {workplace.entrance === 'signIn' && (
          <section class="card">
            <SignInForm />
          </section>
        )}
      </Screen>
    </div>
  );
}

export function SignInForm() {
  const { workplace, language, provider } = useSurroundings();
  const words = WORKSHOP_WORDS[language];
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    setRefused(null);
    void workplace
      .signIn(fields.get('email') as string, fields.get('password') as string)
      .then((said) => said !== null && setRefused(said === 'silence' ? words.signInSilent : said[language]))
      .finally(() => setBusy(false));
  };
  return (
    <form class="fields" onSubmit={send}>
      {refused !== null && <Notice state="caution" role="alert" title={refused} />}
      <label>
        <span>{words.email}</span>
        <input name="email" type="email" required maxlength={254} autocomplete="username" />
      </label>
      <label>
        <span>{words.password}</span>
        <input name="password" type="password" required maxlength={200} autocomplete="current-password" />
      </label>
      <button class="main" disabled={isBusy}>
        {words.signIn}
      </button>
      {provider && (
        <a class="more" href={`${provider.address}?next=${encodeURIComponent(location.pathname)}`}>
          {words.signInWith(provider.name)}
        </a>
      )}
    </form>
  );
}

/** Somebody of a maker or a warehouse has opened the workshop’s address. */
export function ClosedScreen({ speak }: SpeakProps) {
  const { language } = useSurroundings();
  const words = WORKSHOP_WORDS[language];
  return (
    <div class="app">
      <header class="bar">
        <strong class="mark gap">{FRAME_WORDS[language].brand}</strong>
        <OtherLanguage speak={speak} />
      </header>
      <Screen title={words.app}>
        <Notice state="plain">{words.closed}</Notice>
        <p>
          <a href="/home">{words.toHome}</a>
        </p>
      </Screen>
    </div>
  );
}

export function OtherLanguage({ speak }: SpeakProps) {
  const { language } = useSurroundings();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" class="inline" lang={LOCALES[other]} onClick={() => speak(other)}>
      {FRAME_WORDS[language].otherLanguage}
    </button>
  );
}

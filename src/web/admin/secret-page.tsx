import type { Language } from '../../kernel/words.ts';
import { Notice } from '../design/notice.tsx';
import { ADMIN_WORDS } from './admin-words.ts';

interface SecretProps {
  readonly title: string;
  /** What the secret is: `Temporary password of …:`. */
  readonly label: string;
  readonly secret: string;
  readonly onward: { readonly path: string; readonly name: string };
  readonly language: Language;
}

/** The answer to the form itself: an address that could be asked again would show the secret again. */
export function SecretPage({ title, label, secret, onward, language }: SecretProps) {
  const words = ADMIN_WORDS[language];
  return (
    <div class="stack middle">
      <h1>{title}</h1>
      <section class="card stack">
        <Notice state="caution" role="status" title={words.onceTitle}>
          <p>{words.onceMeans}</p>
        </Notice>
        <p>
          {label}
          <br />
          <b class="code">{secret}</b>
        </p>
        <p class="act">
          <a href={onward.path}>{onward.name}</a>
        </p>
      </section>
    </div>
  );
}

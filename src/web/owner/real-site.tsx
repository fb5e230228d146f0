import type { Language } from '../../kernel/words.ts';
import { CHECK_WORDS } from './check-words.ts';

/** A look-alike site can copy everything but the name in the address bar. */
export function RealSite({ language, host }: { readonly language: Language; readonly host: string }) {
  const words = CHECK_WORDS[language];
  return (
    <details class="act">
      <summary>{words.real}</summary>
      <ul class="card stack">
        <li>{words.realHost(host)}</li>
        <li>{words.realAsks}</li>
        <li>{words.realType(`${host}/check`)}</li>
      </ul>
    </details>
  );
}

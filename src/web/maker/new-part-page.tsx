import type { Language } from '../../kernel/words.ts';
import { MAKER_WORDS } from './maker-words.ts';
import { PartForm } from './part-form.tsx';

export function NewPartPage({ language }: { readonly language: Language }) {
  return (
    <div class="stack middle">
      <h1>{MAKER_WORDS[language].newPart}</h1>
      <section class="card">
        <PartForm language={language} />
      </section>
    </div>
  );
}

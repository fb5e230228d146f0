import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSurroundings } from './surroundings.tsx';
import { WORKSHOP_WORDS } from './workshop-words.ts';

interface LaterProps<Part> {
  readonly of: () => Promise<Part>;
  readonly children: (part: Part) => ComponentChildren;
}

/** A part of the app that is loaded when it is first wanted. */
export function Later<Part>({ of, children }: LaterProps<Part>) {
  const { language } = useSurroundings();
  const [part, setPart] = useState<{ readonly is: Part } | 'unknown'>();
  const load = (): void =>
    void of().then(
      (is) => setPart({ is }),
      () => setPart('unknown'),
    );
  useEffect(load, []);
  const words = WORKSHOP_WORDS[language];
  if (part === undefined)
    return (
      <main id="main" class="quiet">
        {words.loading}
      </main>
    );
  if (part !== 'unknown') return <>{children(part.is)}</>;
  return (
    <main id="main" class="stack">
      <p>{words.needsNetwork}</p>
      <button type="button" onClick={load}>
        {words.retry}
      </button>
    </main>
  );
}

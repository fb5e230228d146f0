import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { FORMATS } from '../../design/formats.ts';
import { Icon, type State } from '../../design/icons.tsx';
import { Notice } from '../../design/notice.tsx';
import { type Lookup, useSurroundings } from './surroundings.tsx';
import type { Known } from './workplace.ts';
import { WORKSHOP_WORDS } from './workshop-words.ts';

interface ScreenProps {
  readonly title: ComponentChildren;
  /** Above the title, in small type. */
  readonly over?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One screen. Who comes to it by ear or by keyboard begins at its heading. */
export function Screen({ title, over, children }: ScreenProps) {
  const heading = useBeginning<HTMLHeadingElement>();
  return (
    <main id="main" class="stack">
      <div>
        {over !== undefined && <p class="soft">{over}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </div>
      {children}
    </main>
  );
}

/** Where a screen, or a new step on it, begins: there the eye and the focus are when it comes. */
export function useBeginning<Begins extends HTMLElement>(): RefObject<Begins | null> {
  const beginning = useRef<Begins>(null);
  useEffect(() => {
    beginning.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return beginning;
}

interface ShownProps<Content> {
  readonly lookup: Lookup<Content>;
  readonly retry: () => void;
  readonly children: (known: Content) => ComponentChildren;
}

/** What is known, and how old it is; otherwise why nothing is known. */
export function Shown<Content>({ lookup, retry, children }: ShownProps<Content>) {
  const { language } = useSurroundings();
  const words = WORKSHOP_WORDS[language];
  if (lookup === 'opening') return <p class="quiet">{words.loading}</p>;
  if (lookup === 'missing') return <Notice state="plain" title={words.missing} />;
  if (lookup === 'unknown')
    return (
      <section class="card stack">
        <p>{words.notKnown}</p>
        <button type="button" onClick={retry}>
          {words.retry}
        </button>
      </section>
    );
  return (
    <>
      <Age known={lookup} />
      {children(lookup.content)}
    </>
  );
}

/** Only a copy that could not be renewed tells its age: while it is being renewed there is nothing to worry about. */
function Age({ known }: { readonly known: Known<unknown> }) {
  const { workplace, language } = useSurroundings();
  if (known.isFresh || (navigator.onLine && !workplace.outbox.isSilent)) return null;
  const words = WORKSHOP_WORDS[language];
  return <p class="quiet">{words.asOf(FORMATS[language].time(known.heardAt))}</p>;
}

/** A state in a few words, with its shape. */
export function Chip({ state, children }: { readonly state: State; readonly children: ComponentChildren }) {
  return (
    <span class={`chip ${state}`}>
      <Icon name={state} />
      {children}
    </span>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

export function Fact({ name, children }: FactProps) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Language } from '../../../kernel/words.ts';
import { type Route, pathOf } from './route.ts';
import type { Known, Where, Workplace } from './workplace.ts';
import type { Copies } from './store.ts';

/** What every screen may lean on. */
export interface Surroundings {
  readonly workplace: Workplace;
  readonly language: Language;
  /** Who else vouches for staff: its name, and the address where that begins. */
  readonly provider: { readonly name: string; readonly address: string } | undefined;
  readonly go: (route: Route) => void;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

/** Draws again whenever the workplace has something new. */
export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext)!;
  const [, redraw] = useState(0);
  const { workplace } = surroundings;
  useEffect(() => workplace.subscribe(() => redraw(workplace.version)), [workplace]);
  return surroundings;
}

interface LinkProps {
  readonly to: Route;
  readonly class?: string;
  readonly current?: boolean;
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A real link, so that it can be opened elsewhere; a plain tap stays in the app. */
export function Link({ to, current, label, children, ...rest }: LinkProps) {
  const { go } = useContext(SurroundingsContext)!;
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a {...rest} href={pathOf(to)} onClick={follow} aria-current={current ? 'page' : undefined} aria-label={label}>
      {children}
    </a>
  );
}

/** `opening`: not asked yet · `unknown`: no network and no copy. */
export type Lookup<Content> = Known<Content> | 'opening' | 'missing' | 'unknown';

/** The copy at once, what the server says as soon as it says it, and again after everything that was recorded. */
export function useKnown<Kind extends keyof Copies>(
  kind: Kind,
  id: string,
  where: Where,
  choose?: (body: unknown) => Copies[Kind],
): readonly [Lookup<Copies[Kind]>, () => void] {
  const { workplace } = useSurroundings();
  const [lookup, setLookup] = useState<Lookup<Copies[Kind]>>('opening');
  const [round, setRound] = useState(0);
  const settled = workplace.outbox.deeds.filter(({ state }) => state !== 'waiting').length;
  useEffect(() => {
    let isGone = false;
    const show = (found: Lookup<Copies[Kind]>): void => {
      if (!isGone) setLookup(found);
    };
    void workplace
      .recall(kind, id)
      .then((kept) => kept && !isGone && setLookup((now) => (now === 'opening' ? kept : now)));
    void workplace.know(kind, id, where, choose).then((found) => show(found ?? 'unknown'));
    return () => void (isGone = true);
  }, [workplace, workplace.person, kind, id, where, round, settled]);
  useEffect(() => setLookup('opening'), [kind, id]);
  return [lookup, () => setRound(round + 1)];
}

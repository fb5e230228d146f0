import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon, type IconName } from '../../design/icons.tsx';
import { FRAME_WORDS } from '../../design/words.ts';
import { toExplain, waiting } from './deed.ts';
import { above, type Route } from './route.ts';
import { SignInForm } from './sign-in-screen.tsx';
import { Link, useSurroundings } from './surroundings.tsx';
import { WORKSHOP_WORDS } from './workshop-words.ts';

interface FrameProps {
  readonly route: Route;
  /** A newer app waits for this. */
  readonly update: (() => void) | undefined;
  readonly children: ComponentChildren;
}

/** The bar at the top, the rooms at the thumb, and between them one screen. */
export function Frame({ route, update, children }: FrameProps) {
  const { workplace, language } = useSurroundings();
  const words = WORKSHOP_WORDS[language];
  const up = above(route);
  const queue = waiting(workplace.outbox.deeds);
  useEffect(() => {
    document.title = `${titleOf(route, words)} · ${FRAME_WORDS[language].brand}`;
  }, [route, language]);
  return (
    <div class="app">
      <a class="skip" href="#main">
        {FRAME_WORDS[language].skip}
      </a>
      <header class="bar">
        {up === null ? (
          queue.length === 0 && <strong class="mark">{words.app}</strong>
        ) : (
          <Link to={up} class="round" label={words.back}>
            <Icon name="back" />
          </Link>
        )}
        <Waiting count={queue.length} />
        <Link to={{ name: 'account' }} class="who" current={route.name === 'account'}>
          <Icon name="person" />
          <span>{workplace.person?.name}</span>
        </Link>
      </header>
      <div class="said" aria-live="polite">
        <News />
        {workplace.outbox.needsSignIn && <SignInAgain />}
        {update && (
          <p class="strip">
            {words.update}{' '}
            <button type="button" class="inline" onClick={update}>
              {words.updateNow}
            </button>
          </p>
        )}
      </div>
      {children}
      <Rooms route={route} />
    </div>
  );
}

const titleOf = (route: Route, words: (typeof WORKSHOP_WORDS)['zh']): string => {
  if (route.name === 'order' || route.name === 'line' || route.name === 'invoice') return route.order;
  if (route.name === 'nowhere') return words.nowhere;
  if (route.name === 'shipments' || route.name === 'shipment' || route.name === 'returns') return words.stock;
  return words[route.name];
};

/** How much the phone still has to tell. Always there while it is not nothing. */
function Waiting({ count }: { readonly count: number }) {
  const { language } = useSurroundings();
  if (count === 0) return <span class="gap" />;
  return (
    <Link to={{ name: 'outbox' }} class="waiting gap">
      <Icon name="outbox" />
      {WORKSHOP_WORDS[language].waitingCount(count)}
    </Link>
  );
}

function News() {
  const { workplace, language } = useSurroundings();
  const words = WORKSHOP_WORDS[language];
  const count = toExplain(workplace.outbox.deeds).length;
  if (count === 0) return null;
  return (
    <p class="strip caution">
      <Icon name="caution" />
      <span>{words.newsCount(count)}</span>
      <Link to={{ name: 'outbox' }}>{words.look}</Link>
    </p>
  );
}

/** Nothing is taken from the person: what they were doing stays on the screen below. */
function SignInAgain() {
  const { language } = useSurroundings();
  return (
    <details class="strip-form">
      <summary>{WORKSHOP_WORDS[language].signInAgain}</summary>
      <SignInForm />
    </details>
  );
}

const ROOMS: readonly {
  readonly to: Route & { readonly name: 'orders' | 'check' | 'shipments' | 'outbox' };
  readonly icon: IconName;
  readonly holds: readonly Route['name'][];
}[] = [
  { to: { name: 'orders' }, icon: 'orders', holds: ['orders', 'order', 'line', 'invoice'] },
  { to: { name: 'check' }, icon: 'scan', holds: ['check'] },
  { to: { name: 'shipments' }, icon: 'box', holds: ['shipments', 'shipment', 'returns'] },
  { to: { name: 'outbox' }, icon: 'outbox', holds: ['outbox'] },
];

function Rooms({ route }: { readonly route: Route }) {
  const { language } = useSurroundings();
  const words = WORKSHOP_WORDS[language];
  return (
    <nav class="rooms" aria-label={words.rooms}>
      {ROOMS.map(({ to, icon, holds }) => (
        <Link key={to.name} to={to} current={holds.includes(route.name)}>
          <Icon name={icon} />
          {to.name === 'shipments' ? words.stock : words[to.name]}
        </Link>
      ))}
    </nav>
  );
}

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Outcome } from '../../../verification/next-steps.ts';
import { Icon, type IconName, type State } from '../../design/icons.tsx';
import { pageLanguage } from './language.ts';
import { SCANNED } from './scan-event.ts';
import { SCANNING_WORDS, VERDICT_WORDS } from './scanning-words.ts';

const LOOK: Readonly<Record<Outcome, { readonly state: State; readonly icon: IconName }>> = {
  consistent: { state: 'good', icon: 'good' },
  caution: { state: 'caution', icon: 'caution' },
  suspect: { state: 'suspect', icon: 'suspect' },
  unknown: { state: 'unknown', icon: 'unknown' },
  unreadable: { state: 'plain', icon: 'unread' },
};

interface VerdictScreenProps {
  readonly outcome: Outcome;
  /** The word, where the technician's is not the right one. */
  readonly title?: string;
  /** The shape, likewise. */
  readonly icon?: IconName;
  /** The word on the button, where dismissing it leads somewhere. */
  readonly button?: string;
  /** What to do next. */
  readonly children?: ComponentChildren;
  /** By a tap, Enter, Escape or the next scan. */
  readonly onDismiss: () => void;
}

/** The whole screen in the outcome's colour, with its shape and its word: nobody needs to look twice, or to tell red from green. */
export function VerdictScreen({ outcome, title, icon: shape, button: word, children, onDismiss }: VerdictScreenProps) {
  const language = pageLanguage();
  const screen = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const dismiss = useRef(onDismiss);
  dismiss.current = onDismiss;
  useEffect(() => {
    const before = document.activeElement;
    button.current?.focus();
    const close = (): void => dismiss.current();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    const stay = ({ target }: FocusEvent): void => {
      if (!screen.current?.contains(target as Node)) button.current?.focus();
    };
    document.addEventListener(SCANNED, close);
    document.addEventListener('keydown', onKey);
    document.addEventListener('focusin', stay);
    return () => {
      document.removeEventListener(SCANNED, close);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('focusin', stay);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const { state, icon } = LOOK[outcome];
  return (
    <div
      ref={screen}
      class={`verdict-screen ${state}`}
      role="alertdialog"
      aria-modal="true"
      aria-live="assertive"
      aria-labelledby="verdict-word"
      aria-describedby="verdict-next"
      onClick={onDismiss}
    >
      <Icon name={shape ?? icon} />
      <strong id="verdict-word">{title ?? VERDICT_WORDS[language][outcome]}</strong>
      <div id="verdict-next">{children}</div>
      <button ref={button} type="button">
        {word ?? SCANNING_WORDS[language].dismiss}
      </button>
    </div>
  );
}

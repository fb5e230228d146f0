import type { ComponentChildren } from 'preact';
import { Icon, type IconName, type State } from '../design/icons.tsx';
import type { Share } from '../../feedback/owner-invoice.ts';
import type { Outcome } from '../../verification/next-steps.ts';

/** How each outcome looks: a colour and a shape, always beside its words. */
export const LOOK: Readonly<Record<Outcome, { readonly state: State; readonly icon: IconName }>> = {
  consistent: { state: 'good', icon: 'good' },
  caution: { state: 'caution', icon: 'caution' },
  suspect: { state: 'suspect', icon: 'suspect' },
  unknown: { state: 'unknown', icon: 'unknown' },
  unreadable: { state: 'plain', icon: 'unread' },
};

interface VerdictProps {
  readonly outcome: Outcome;
  /** What it is about, in small type above the title. */
  readonly over: ComponentChildren;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** The first thing that is read: in words. */
export function Verdict({ outcome, over, title, children }: VerdictProps) {
  const { state, icon } = LOOK[outcome];
  return (
    <section class={`card with verdict ${state}`}>
      <Icon name={icon} />
      <div>
        <div class="soft">{over}</div>
        <h1>{title}</h1>
      </div>
      <div class="wide">{children}</div>
    </section>
  );
}

interface ClaimProps {
  /** `null`: nobody can tell. That is no reproach, and does not look like one. */
  readonly holds: boolean | null;
  readonly title: string;
  /** For how many of how many it holds, and how that is said. */
  readonly share?: Share;
  readonly of?: (count: number, of: number) => string;
  readonly ifNot?: State;
  readonly children: ComponentChildren;
}

/** One of the three claims that are never mixed. */
export function Claim({ holds, title, share, of, ifNot = 'suspect', children }: ClaimProps) {
  const state = holds === null ? 'plain' : holds ? 'good' : ifNot;
  return (
    <li class={`with ${state}`}>
      <Icon name={state} />
      <div>
        <b>{title}</b> {share && of && <span class="whole">{of(share.count, share.of)}</span>}
        <div class="soft">{children}</div>
      </div>
    </li>
  );
}

import type { ComponentChildren } from 'preact';
import { Icon, type State } from '../../design/icons.tsx';

/** What the last scan was, in words: said at once by a screen reader, and seen from a step away. */
export interface Told {
  readonly state: State;
  readonly title: string;
  /** What it is, and what to do. */
  readonly lines: readonly string[];
}

interface ToldProps {
  readonly told: Told;
  readonly children?: ComponentChildren;
}

export function LastScan({ told: { state, title, lines }, children }: ToldProps) {
  return (
    <div class={`notice with told ${state}`} role={state === 'good' || state === 'plain' ? 'status' : 'alert'}>
      <Icon name={state} />
      <div>
        <b class="say">{title}</b>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {children}
      </div>
    </div>
  );
}

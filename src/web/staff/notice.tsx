import type { ComponentChildren } from 'preact';
import { Icon, type State } from '../design/icons.tsx';

interface NoticeProps {
  readonly state: State;
  readonly role?: 'status' | 'alert';
  readonly children: ComponentChildren;
}

/** Something just done, or refused. */
export function Notice({ state, role, children }: NoticeProps) {
  return (
    <div class={`notice with ${state}`} role={role}>
      <Icon name={state} />
      <div class="say">{children}</div>
    </div>
  );
}

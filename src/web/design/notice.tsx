import type { ComponentChildren } from 'preact';
import { Icon, type State } from './icons.tsx';

interface NoticeProps {
  readonly state: State;
  readonly title?: ComponentChildren;
  /** `status` for what was just done, `alert` for what was just refused: a screen reader says it at once. */
  readonly role?: 'status' | 'alert';
  readonly children?: ComponentChildren;
}

/** Something the reader must not miss, or has just done. */
export function Notice({ state, title, role, children }: NoticeProps) {
  return (
    <div class={`notice with ${state}`} role={role}>
      <Icon name={state} />
      <div>
        {title !== undefined && <b class="say">{title}</b>}
        {children}
      </div>
    </div>
  );
}

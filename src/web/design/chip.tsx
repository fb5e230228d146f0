import { Icon, type State } from './icons.tsx';

interface ChipProps {
  readonly state: State;
  readonly children: string;
}

/** A state in a word, with the colour and the shape that go with it. */
export function Chip({ state, children }: ChipProps) {
  return (
    <span class={`chip ${state}`}>
      <Icon name={state} />
      {children}
    </span>
  );
}

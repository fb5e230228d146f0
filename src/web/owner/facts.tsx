import type { ComponentChildren } from 'preact';

interface FactProps {
  readonly name: string;
  /** Stands out: a number that is not the one before it. */
  readonly isOff?: boolean;
  readonly children: ComponentChildren;
}

/** One row of a list of facts. */
export function Fact({ name, isOff = false, children }: FactProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd class={isOff ? 'off' : undefined}>{children}</dd>
    </>
  );
}

interface ToldProps {
  readonly name: string;
  readonly texts: readonly string[];
  readonly children?: ComponentChildren;
}

/** Several pieces mostly share a fact: it is told once. Nothing to tell is not told. */
export function Told({ name, texts, children }: ToldProps) {
  const [first, ...others] = new Set(texts);
  if (first === undefined) return null;
  return (
    <Fact name={name}>
      {first}
      {others.map((text) => (
        <div key={text}>{text}</div>
      ))}
      {children}
    </Fact>
  );
}

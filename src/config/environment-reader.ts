import { CannotStart, EXIT } from './cannot-start.ts';
import { Expected, type Reader, withoutPassword } from './variables.ts';

/** One variable that keeps the server from starting. */
export interface BadVariable {
  readonly name: string;
  readonly found: string;
  readonly expected: string;
}

export class BadConfiguration extends CannotStart {
  constructor(readonly variables: readonly BadVariable[]) {
    const lines = variables.map(({ name, found, expected }) => `  ${name}: found ${found}, expected ${expected}`);
    super(
      `${variables.length === 1 ? 'One setting is' : `${variables.length} settings are`} wrong:\n${lines.join('\n')}`,
      'Mend them in the environment or in the file .env; .env.example tells what each one means.',
      EXIT.badConfiguration,
    );
  }
}

/** Collects faults instead of stopping at the first, so that one start shows everything there is to mend. */
export class EnvironmentReader {
  private readonly bad = new Map<string, BadVariable>();

  constructor(private readonly environment: Readonly<Record<string, string | undefined>>) {}

  read<Value, Default>(name: string, reader: Reader<Value>, byDefault: Default): Value | Default {
    const text = this.text(name);
    if (text === undefined) return byDefault;
    const value = reader(text);
    if (!(value instanceof Expected)) return value;
    this.report(name, value.what);
    return byDefault;
  }

  /** An empty variable counts as unset: `PORT=` in a .env file says nothing. */
  text(name: string): string | undefined {
    const text = this.environment[name]?.trim();
    return text === '' ? undefined : text;
  }

  report(name: string, expected: string): void {
    const text = this.text(name);
    if (this.bad.has(name)) return;
    this.bad.set(name, { name, found: text === undefined ? 'nothing' : `"${withoutPassword(text)}"`, expected });
  }

  /** @throws BadConfiguration naming every bad variable at once. */
  refuseIfBad(): void {
    if (this.bad.size > 0) throw new BadConfiguration([...this.bad.values()]);
  }
}

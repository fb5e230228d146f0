import { KeptField } from './kept-field.ts';
import { type KeyPress, keyPressOf } from './key-press.ts';
import { type Burst, SILENCE, takeKey, takeSilence } from './wedge-burst.ts';

export interface WedgeOptions {
  /** A handheld scanner has typed this; whatever has the focus is as it was before. */
  readonly onScan: (text: string) => void;
  /** Every key as it comes, a person's too. */
  readonly onKey?: (press: KeyPress) => void;
}

/**
 * Listens for a scanner that types like a keyboard, wherever the focus is.
 * @returns what ends it
 */
export function listenWedge({ onScan, onKey }: WedgeOptions): () => void {
  let burst: Burst | undefined;
  let field: KeptField | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const scanned = (text: string): void => {
    field?.restore();
    field = undefined;
    onScan(text);
  };
  const fallSilent = (): void => {
    const found = burst && takeSilence(burst);
    burst = undefined;
    if (found && 'scanned' in found) scanned(found.scanned);
    else if (found) field?.giveBack(found.giveBack);
  };
  const listen = (event: KeyboardEvent): void => {
    const press = keyPressOf(event);
    onKey?.(press);
    const step = takeKey(burst, press);
    burst = step.burst;
    clearTimeout(silence);
    if (burst) silence = setTimeout(fallSilent, SILENCE);
    const { effect } = step;
    if (effect.kind === 'begin') field = new KeptField();
    if (effect.kind !== 'keep' && effect.kind !== 'scan') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (press.key === 'Process') field?.interruptInput();
    if (effect.kind === 'scan') scanned(effect.text);
  };
  addEventListener('keydown', listen, true);
  addEventListener('keyup', listen, true);
  return () => {
    removeEventListener('keydown', listen, true);
    removeEventListener('keyup', listen, true);
    clearTimeout(silence);
  };
}

import { Icon } from '../../design/icons.tsx';
import { Notice } from '../../design/notice.tsx';
import { FIT_WORDS } from './order-words.ts';
import { useSurroundings } from './surroundings.tsx';
import type { VinCheck } from './vin-check.ts';

interface VinFieldProps {
  readonly value: string;
  readonly check: VinCheck;
  readonly onInput: (value: string) => void;
  readonly onScan: () => void;
}

/** The VIN as it is read at the car. */
export function VinField({ value, check, onInput, onScan }: VinFieldProps) {
  const { language } = useSurroundings();
  const words = FIT_WORDS[language];
  // The order’s VIN is not shown here: it is to be read at the car, not from the screen.
  return (
    <>
      <label>
        <span>{words.vin}</span>
        <input
          value={value}
          maxlength={24}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="vin-says"
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      </label>
      <div id="vin-says" aria-live="polite">
        {check.kind === 'empty' && <p class="soft">{words.vinNone}</p>}
        {check.kind === 'short' && <p class="soft">{words.vinShort}</p>}
        {check.kind === 'same' && (
          <p class="with good">
            <Icon name="good" />
            <b class="say">{words.vinSame}</b>
          </p>
        )}
        {check.kind === 'other' && <Notice state="caution">{words.vinOther}</Notice>}
      </div>
      <button type="button" onClick={onScan}>
        {words.scanVin}
      </button>
    </>
  );
}

import { useState } from 'preact/hooks';
import { pageLanguage } from './language.ts';
import { SCANNING_WORDS } from './scanning-words.ts';

interface TypingFieldProps {
  readonly onCode: (text: string) => void;
}

/** For a label that no reader can make out: the serial beside it is made to be typed. */
export function TypingField({ onCode }: TypingFieldProps) {
  const words = SCANNING_WORDS[pageLanguage()];
  const [text, change] = useState('');
  const enter = (): void => {
    const code = text.trim();
    if (code === '') return;
    change('');
    onCode(code);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, Enter is for its own word.
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    enter();
  };
  // No form of its own: a scanner may stand within one, and must not send that.
  return (
    <div class="typing">
      <label>
        <span>{words.typing}</span>
        <input
          value={text}
          onInput={({ currentTarget }) => change(currentTarget.value)}
          onKeyDown={onKeyDown}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          enterkeyhint="go"
          maxlength={2000}
        />
      </label>
      <button type="button" class="main" onClick={enter}>
        {words.enter}
      </button>
    </div>
  );
}

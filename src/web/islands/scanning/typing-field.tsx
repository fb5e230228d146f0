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
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const code = text.trim();
    if (code === '') return;
    change('');
    onCode(code);
  };
  return (
    <form class="typing" onSubmit={submit}>
      <label>
        <span>{words.typing}</span>
        <input
          value={text}
          onInput={({ currentTarget }) => change(currentTarget.value)}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          enterkeyhint="go"
          maxlength={2000}
        />
      </label>
      <button class="main">{words.enter}</button>
    </form>
  );
}

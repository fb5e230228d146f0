import { useState } from 'preact/hooks';
import { pageLanguage } from './language.ts';
import { readPhoto } from './photo.ts';
import { SCANNING_WORDS } from './scanning-words.ts';

interface PhotoButtonProps {
  readonly onCode: (text: string) => void;
}

/** Where a page gets no camera, the phone's own camera app still takes photos. */
export function PhotoButton({ onCode }: PhotoButtonProps) {
  const words = SCANNING_WORDS[pageLanguage()];
  const [state, change] = useState<'idle' | 'reading' | 'empty'>('idle');
  const read = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    change('reading');
    const text = await readPhoto(file).catch(() => null);
    // The same photo may be chosen again.
    input.value = '';
    change(text === null ? 'empty' : 'idle');
    if (text !== null) onCode(text);
  };
  return (
    <>
      <label class="tool">
        {words.photo}
        <input
          class="unseen"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={({ currentTarget }) => void read(currentTarget)}
        />
      </label>
      <p role="status" class="tool-says">
        {state === 'reading' && words.readingPhoto}
        {state === 'empty' && words.photoEmpty}
      </p>
    </>
  );
}

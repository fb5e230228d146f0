import { useState } from 'preact/hooks';
import { pageLanguage } from './language.ts';
import { readPhoto } from './photo.ts';
import { CAMERA_TROUBLE, SCANNING_WORDS } from './scanning-words.ts';

interface PhotoButtonProps {
  readonly onCode: (text: string) => void;
}

/** Where a page gets no camera, the phone's own camera app still takes photos. */
export function PhotoButton({ onCode }: PhotoButtonProps) {
  const language = pageLanguage();
  const words = SCANNING_WORDS[language];
  const [says, say] = useState('');
  const read = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    say(words.readingPhoto);
    try {
      const text = await readPhoto(file);
      say(text === null ? words.photoEmpty : '');
      if (text !== null) onCode(text);
    } catch {
      say(CAMERA_TROUBLE[language].reader);
    } finally {
      // The same photo may be chosen again.
      input.value = '';
    }
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
        {says}
      </p>
    </>
  );
}

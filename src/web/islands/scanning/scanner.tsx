import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CameraView } from './camera-view.tsx';
import type { KeyPress } from './key-press.ts';
import { pageLanguage } from './language.ts';
import { PhotoButton } from './photo-button.tsx';
import { SCANNED } from './scan-event.ts';
import type { EntryMode, ScannedCode } from './scanned-code.ts';
import { SCANNING_WORDS } from './scanning-words.ts';
import { isMuted, setMuted, wakeSound } from './signals.ts';
import { TypingField } from './typing-field.tsx';
import { listenWedge } from './wedge.ts';

interface ScannerProps {
  readonly onScan: (code: ScannedCode) => void;
  /** The camera goes on after a code, for lists that fill up. Otherwise it closes, and is opened again for the next. */
  readonly keepsOpen?: boolean;
  /** Every key that goes down or up on the page, for whoever looks at the scanner itself. */
  readonly onKey?: (press: KeyPress) => void;
}

/** Camera, handheld scanner, photo and typing, all live at once: no mode to choose. */
export function Scanner({ onScan, keepsOpen = false, onKey }: ScannerProps) {
  const words = SCANNING_WORDS[pageLanguage()];
  const listener = useRef(onScan);
  listener.current = onScan;
  const scanned = (entryMode: EntryMode) => (text: string) => {
    document.dispatchEvent(new Event(SCANNED));
    listener.current({ text, entryMode });
  };
  // With the first drawing, not after it: a scanner does not wait for a frame.
  useLayoutEffect(() => {
    wakeSound();
    return listenWedge({ onScan: scanned('wedge'), ...(onKey && { onKey }) });
  }, []);
  return (
    <section class="scanner" aria-label={words.scanner}>
      <CameraView onCode={scanned('camera')} keepsOpen={keepsOpen} />
      <div class="scanner-tools">
        <PhotoButton onCode={scanned('photo')} />
        <SoundSwitch />
      </div>
      <TypingField onCode={scanned('typed')} />
      <p class="soft">
        {words.wedge} {!onKey && <a href="/scanner-test">{words.testScanner}</a>}
      </p>
    </section>
  );
}

function SoundSwitch() {
  const words = SCANNING_WORDS[pageLanguage()];
  const [muted, change] = useState(isMuted);
  const toggle = (): void => {
    setMuted(!muted);
    change(!muted);
  };
  return (
    <button type="button" class="tool" onClick={toggle}>
      {muted ? words.soundOff : words.soundOn}
    </button>
  );
}

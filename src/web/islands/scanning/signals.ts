import type { Outcome } from '../../../verification/next-steps.ts';
import { remember, remembered } from './remembered.ts';

interface Note {
  readonly hertz: number;
  readonly wave: OscillatorType;
  /** Seconds, from the first note on. */
  readonly from: number;
  readonly for: number;
}

/** Two short notes upwards: go on. */
const GO: readonly Note[] = [
  { hertz: 880, wave: 'sine', from: 0, for: 0.09 },
  { hertz: 1318.5, wave: 'sine', from: 0.1, for: 0.16 },
];
/** Long, low and rough: stop and look. */
const STOP: readonly Note[] = [
  { hertz: 196, wave: 'sawtooth', from: 0, for: 0.22 },
  { hertz: 147, wave: 'sawtooth', from: 0.26, for: 0.42 },
];

/** Milliseconds of shaking and rest in turn. A hand in a glove tells them apart where the ear cannot. */
const SHAKES: Readonly<Record<Outcome, readonly number[]>> = {
  consistent: [60],
  caution: [120, 80, 120],
  suspect: [300, 100, 300, 100, 300],
  unknown: [300, 100, 300],
  unreadable: [80, 60, 80, 60, 80],
};

const MUTED = 'muted';
const LOUDNESS = 0.25;
let sound: AudioContext | undefined;

export const isMuted = (): boolean => remembered(MUTED) !== null;
export const setMuted = (muted: boolean): void => remember(MUTED, muted ? 'yes' : null);

/** Tells an outcome to ear and hand. Colour, icon and word are for the verdict's screen. */
export function signal(outcome: Outcome): void {
  if (typeof navigator.vibrate === 'function') navigator.vibrate([...SHAKES[outcome]]);
  if (!isMuted()) play(outcome === 'consistent' ? GO : STOP);
}

/** Browsers let a page sound only after somebody has touched it: call this early, and the first scan is heard. */
export function wakeSound(): void {
  const wake = (): void =>
    void soundContext()
      ?.resume()
      .catch(() => undefined);
  for (const touch of ['pointerdown', 'keydown', 'touchend'])
    addEventListener(touch, wake, { once: true, capture: true });
}

function soundContext(): AudioContext | undefined {
  // Safari before 14.1 knows it by another name only; there the screen and the hand have to do.
  if (typeof AudioContext === 'undefined') return undefined;
  sound ??= new AudioContext();
  return sound;
}

function play(notes: readonly Note[]): void {
  const context = soundContext();
  if (!context) return;
  void context.resume().catch(() => undefined);
  for (const note of notes) {
    const voice = context.createOscillator();
    const volume = context.createGain();
    const from = context.currentTime + note.from;
    voice.type = note.wave;
    voice.frequency.value = note.hertz;
    // Without a rise and a fall the loudspeaker clicks.
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(LOUDNESS, from + 0.01);
    volume.gain.setValueAtTime(LOUDNESS, from + note.for - 0.02);
    volume.gain.linearRampToValueAtTime(0, from + note.for);
    voice.connect(volume).connect(context.destination);
    voice.start(from);
    voice.stop(from + note.for);
  }
}

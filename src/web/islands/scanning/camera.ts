import type { ReadPicture } from './barcode-reader.ts';
import { Pixels, shownIn } from './picture.ts';
import { remember, remembered } from './remembered.ts';
import { SeenCodes } from './seen-codes.ts';

/** Why nothing is read. `reader`: there is a picture, but what reads it could not be loaded. */
export type CameraTrouble = 'insecure' | 'unsupported' | 'denied' | 'missing' | 'busy' | 'failed' | 'reader';

interface CameraHears {
  readonly onCode: (text: string) => void;
  /** It has ended by itself. */
  readonly onTrouble: (trouble: CameraTrouble) => void;
}

export interface CameraChoice {
  readonly id: string;
  readonly name: string;
}

/** Pixels of the longer side that are looked at. A VIN's stripes need them; beyond, slow phones read later and no better. */
const LOOKED_AT = 1280;
/** Of pictures, one is looked at for everything: labels come first, and they are nearly all that is scanned. */
const THOROUGH_EVERY = 3;
const CHOICE = 'camera-choice';
const TORCH = 'torch';

/** Not in TypeScript's list of what a camera can do. */
interface Abilities extends MediaTrackCapabilities {
  readonly torch?: boolean;
  readonly focusMode?: readonly string[];
}

/** A live camera that reads codes: one picture at a time is looked at, so a slow phone is never behind. */
export class Camera {
  private stream: MediaStream | undefined;
  private readonly pixels = new Pixels();
  private readonly seen = new SeenCodes();
  /** Of each start. Whoever finds another number has been stopped meanwhile. */
  private run = 0;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly reader: () => Promise<ReadPicture>,
    private readonly hears: CameraHears,
  ) {}

  /** What hinders it. Whether it is live then is for `isLive` to say: somebody may have stopped it meanwhile. */
  async start(): Promise<CameraTrouble | undefined> {
    this.stop();
    const run = this.run;
    const opened = await open();
    if (typeof opened === 'string') return opened;
    if (run !== this.run) {
      end(opened);
      return undefined;
    }
    this.stream = opened;
    // Unplugged, or taken by another app.
    this.track?.addEventListener('ended', () => this.end('busy'));
    this.video.srcObject = opened;
    await this.video.play().catch(() => undefined);
    await this.prefer();
    void this.look(run);
    return undefined;
  }

  stop(): void {
    this.run++;
    if (this.stream) end(this.stream);
    this.stream = undefined;
    this.video.srcObject = null;
  }

  get isLive(): boolean {
    return this.stream !== undefined;
  }

  get hasTorch(): boolean {
    return this.abilities.torch === true;
  }

  get isTorchOn(): boolean {
    return this.hasTorch && remembered(TORCH) !== null;
  }

  async setTorch(isOn: boolean): Promise<void> {
    remember(TORCH, isOn ? 'on' : null);
    await this.ask({ torch: isOn });
  }

  /** Empty where there is nothing to choose. */
  async choices(): Promise<readonly CameraChoice[]> {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const cameras = devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '');
    return cameras.length < 2 ? [] : cameras.map(({ deviceId, label }) => ({ id: deviceId, name: label }));
  }

  get chosen(): string | undefined {
    return this.track?.getSettings().deviceId;
  }

  choose(id: string): void {
    remember(CHOICE, id);
  }

  private get track(): MediaStreamTrack | undefined {
    return this.stream?.getVideoTracks()[0];
  }

  private get abilities(): Abilities {
    return this.track?.getCapabilities?.() ?? {};
  }

  /** A camera that cannot do it goes on without. */
  private async ask(wish: object): Promise<void> {
    await this.track?.applyConstraints({ advanced: [wish] }).catch(() => undefined);
  }

  private async prefer(): Promise<void> {
    if (this.abilities.focusMode?.includes('continuous')) await this.ask({ focusMode: 'continuous' });
    if (this.isTorchOn) await this.ask({ torch: true });
  }

  private end(trouble: CameraTrouble): void {
    this.stop();
    this.hears.onTrouble(trouble);
  }

  private async look(run: number): Promise<void> {
    const read = await this.reader().catch(() => undefined);
    if (!read) {
      if (run === this.run) this.end('reader');
      return;
    }
    for (let pictures = 1; run === this.run; pictures++) {
      await nextPicture(this.video);
      if (run !== this.run || this.video.videoWidth === 0) continue;
      const text = await read(this.picture(), pictures % THOROUGH_EVERY === 0 ? 'all' : 'labels');
      if (text !== null && run === this.run && this.seen.isNew(text, performance.now())) this.hears.onCode(text);
    }
  }

  private picture(): ImageData {
    const { video } = this;
    const size = { width: video.videoWidth, height: video.videoHeight };
    const box = { width: video.clientWidth || size.width, height: video.clientHeight || size.height };
    return this.pixels.of(video, shownIn(size, box), LOOKED_AT);
  }
}

async function open(): Promise<MediaStream | CameraTrouble> {
  if (!isSecureContext) return 'insecure';
  // Absent in some apps' own browsers, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getUserMedia) return 'unsupported';
  try {
    return (await chosenCamera(devices)) ?? (await streamOf(devices, { facingMode: { ideal: 'environment' } }));
  } catch (error) {
    return TROUBLES[(error as DOMException).name] ?? 'failed';
  }
}

const streamOf = (devices: MediaDevices, which: MediaTrackConstraints): Promise<MediaStream> =>
  devices.getUserMedia({ audio: false, video: { ...which, width: { ideal: 1920 }, height: { ideal: 1080 } } });

/** A mere wish for it would be outweighed by the one for a fine picture. Where it is unplugged, another has to do. */
async function chosenCamera(devices: MediaDevices): Promise<MediaStream | undefined> {
  const chosen = remembered(CHOICE);
  if (chosen === null) return undefined;
  try {
    return await streamOf(devices, { deviceId: { exact: chosen } });
  } catch (error) {
    if (TROUBLES[(error as DOMException).name] === 'missing') return undefined;
    throw error;
  }
}

const TROUBLES: Readonly<Record<string, CameraTrouble>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

const end = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

/** The next picture of a video, or a moment later where a browser does not tell, or the camera has gone to sleep. */
const nextPicture = (video: HTMLVideoElement): Promise<void> =>
  new Promise((next) => {
    setTimeout(next, 150);
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => next());
  });

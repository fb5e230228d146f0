import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { barcodeReader } from './barcode-reader.ts';
import { Camera, type CameraTrouble } from './camera.ts';
import { mayOpenByItself, rememberWish } from './camera-wish.ts';

export interface LiveCamera {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly stage: 'closed' | 'opening' | 'open';
  readonly trouble: CameraTrouble | undefined;
  /** Once it is open. */
  readonly camera: Camera | undefined;
  /** As somebody wishes, and the device remembers. */
  readonly open: () => void;
  readonly close: () => void;
  /** For the moment. */
  readonly rest: () => void;
  readonly restart: () => void;
}

/** A camera that opens with the page where that is wanted, and rests while nobody looks at the page. */
export function useCamera(onCode: (text: string) => void): LiveCamera {
  const video = useRef<HTMLVideoElement>(null);
  const camera = useRef<Camera>(undefined);
  const [stage, setStage] = useState<LiveCamera['stage']>('closed');
  const [trouble, setTrouble] = useState<CameraTrouble>();
  const isWanted = useRef(false);
  const found = useRef(onCode);
  found.current = onCode;

  const start = async (): Promise<void> => {
    setStage('opening');
    camera.current ??= new Camera(video.current!, barcodeReader, {
      onCode: (text) => found.current(text),
      onTrouble: fail,
    });
    const refused = await camera.current.start();
    setTrouble(refused);
    setStage(camera.current.isLive ? 'open' : 'closed');
  };
  const fail = (why: CameraTrouble): void => {
    setTrouble(why);
    setStage('closed');
  };
  const stop = (): void => {
    camera.current?.stop();
    setStage('closed');
  };
  const want = (): void => {
    isWanted.current = true;
    void start();
  };
  const rest = (): void => {
    isWanted.current = false;
    stop();
  };

  useEffect(() => {
    void mayOpenByItself().then((may) => may && want());
    // The light goes out, and the battery rests, when nobody looks.
    const onSight = (): void => {
      if (document.hidden) stop();
      else if (isWanted.current) void start();
    };
    document.addEventListener('visibilitychange', onSight);
    return () => {
      document.removeEventListener('visibilitychange', onSight);
      rest();
    };
  }, []);

  return {
    video,
    stage,
    trouble,
    camera: stage === 'open' ? camera.current : undefined,
    open: () => {
      rememberWish(true);
      want();
    },
    close: () => {
      rememberWish(false);
      rest();
    },
    rest,
    restart: () => void start(),
  };
}

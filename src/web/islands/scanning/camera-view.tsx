import { useEffect, useRef, useState } from 'preact/hooks';
import { Notice } from '../../design/notice.tsx';
import { barcodeReader } from './barcode-reader.ts';
import { Camera, type CameraChoice, type CameraTrouble } from './camera.ts';
import { mayOpenByItself, rememberWish } from './camera-wish.ts';
import { pageLanguage } from './language.ts';
import { CAMERA_TROUBLE, SCANNING_WORDS } from './scanning-words.ts';

interface CameraViewProps {
  readonly onCode: (text: string) => void;
  readonly keepsOpen: boolean;
}

type Stage = 'closed' | 'opening' | 'open';

/** The live picture, and the way to have it. */
export function CameraView({ onCode, keepsOpen }: CameraViewProps) {
  const language = pageLanguage();
  const words = SCANNING_WORDS[language];
  const video = useRef<HTMLVideoElement>(null);
  const camera = useRef<Camera | undefined>(undefined);
  const [stage, setStage] = useState<Stage>('closed');
  const [trouble, setTrouble] = useState<CameraTrouble>();

  const close = (): void => {
    camera.current?.stop();
    setStage('closed');
  };
  const found = useRef(onCode);
  found.current = (text) => {
    if (!keepsOpen) close();
    onCode(text);
  };
  const open = async (): Promise<void> => {
    setStage('opening');
    camera.current ??= new Camera(video.current!, barcodeReader, (text) => found.current(text));
    const refused = await camera.current.start();
    setTrouble(refused);
    setStage(refused ? 'closed' : 'open');
  };

  useEffect(() => {
    void mayOpenByItself().then((may) => (may ? open() : undefined));
    let wasOpen = false;
    // The light goes out and the battery rests when nobody looks.
    const onHide = (): void => {
      const { current } = camera;
      if (document.hidden) {
        wasOpen = current?.isLive === true;
        if (wasOpen) close();
      } else if (wasOpen) void open();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      camera.current?.stop();
    };
  }, []);

  return (
    <div class="camera">
      <div class="viewfinder" hidden={stage === 'closed'}>
        <video ref={video} playsInline muted aria-label={words.aim} />
        {stage === 'opening' && <p role="status">{words.opening}</p>}
      </div>
      {stage === 'open' && camera.current && (
        <CameraTools
          camera={camera.current}
          onReopen={() => void open()}
          onClose={() => {
            rememberWish(false);
            close();
          }}
        />
      )}
      {trouble && <Notice state="caution" role="alert" title={CAMERA_TROUBLE[language][trouble]} />}
      {stage === 'closed' && (
        <button
          type="button"
          class="main"
          onClick={() => {
            rememberWish(true);
            void open();
          }}
        >
          {words.useCamera}
        </button>
      )}
    </div>
  );
}

interface CameraToolsProps {
  readonly camera: Camera;
  readonly onReopen: () => void;
  readonly onClose: () => void;
}

function CameraTools({ camera, onReopen, onClose }: CameraToolsProps) {
  const words = SCANNING_WORDS[pageLanguage()];
  const [isLit, setLit] = useState(camera.isTorchOn);
  const [choices, setChoices] = useState<readonly CameraChoice[]>([]);
  useEffect(() => void camera.choices().then(setChoices), [camera]);
  const toggle = (): void => {
    setLit(!isLit);
    void camera.setTorch(!isLit);
  };
  const choose = (id: string): void => {
    camera.choose(id);
    onReopen();
  };
  return (
    <div class="scanner-tools">
      {camera.hasTorch && (
        <button type="button" class="tool" aria-pressed={isLit} onClick={toggle}>
          {words.torch}
        </button>
      )}
      {choices.length > 0 && (
        <label>
          <span>{words.whichCamera}</span>
          <select value={camera.chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {choices.map(({ id, name }, at) => (
              <option key={id} value={id}>
                {name || words.camera(at + 1)}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" class="tool" onClick={onClose}>
        {words.closeCamera}
      </button>
    </div>
  );
}

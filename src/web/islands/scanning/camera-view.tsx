import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../design/notice.tsx';
import type { Camera, CameraChoice } from './camera.ts';
import { pageLanguage } from './language.ts';
import { CAMERA_TROUBLE, SCANNING_WORDS } from './scanning-words.ts';
import { useCamera } from './use-camera.ts';

interface CameraViewProps {
  readonly onCode: (text: string) => void;
  /** After a code, too. */
  readonly keepsOpen: boolean;
}

/** The live picture, and the way to have it. */
export function CameraView({ onCode, keepsOpen }: CameraViewProps) {
  const language = pageLanguage();
  const words = SCANNING_WORDS[language];
  const live = useCamera((text) => {
    if (!keepsOpen) live.rest();
    onCode(text);
  });
  const { stage, trouble, camera } = live;
  return (
    <div class="camera">
      <div class="viewfinder" hidden={stage === 'closed'}>
        <video ref={live.video} playsInline muted aria-label={words.aim} />
        <p role="status">{stage === 'opening' ? words.opening : words.aim}</p>
      </div>
      {camera && <CameraTools camera={camera} onRestart={live.restart} onClose={live.close} />}
      {trouble && <Notice state="caution" role="alert" title={CAMERA_TROUBLE[language][trouble]} />}
      {stage === 'closed' && (
        <button type="button" class="main" onClick={live.open}>
          {words.useCamera}
        </button>
      )}
    </div>
  );
}

interface CameraToolsProps {
  readonly camera: Camera;
  readonly onRestart: () => void;
  readonly onClose: () => void;
}

function CameraTools({ camera, onRestart, onClose }: CameraToolsProps) {
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
    onRestart();
  };
  return (
    <div class="scanner-tools">
      {camera.hasTorch && (
        <button type="button" class="tool" onClick={toggle}>
          {isLit ? words.torchOn : words.torchOff}
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

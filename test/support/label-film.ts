import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Picture } from './paper.ts';

/** How a label is held before the camera. */
export interface Holding {
  /** Degrees, clockwise. */
  readonly turned?: number;
  /** Out of focus by so many dots of the camera to each side. */
  readonly blurred?: number;
  /** Of the camera's 720 dots that show, how many the label is wide. */
  readonly wide?: number;
  /** A corner of the workshop where no lamp reaches. */
  readonly dim?: boolean;
}

const WIDTH = 1280;
const HEIGHT = 720;
const FRAMES = 3;
const BENCH = 120;

/** Folders of the films of one test file, which go with it: a film is 4 MB, and every run makes dozens. */
const films: string[] = [];
afterAll(() => films.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Chromium arguments under which its only camera shows this label for ever. */
export function filmed(label: Picture, holding: Holding = {}): string[] {
  const frames = Array.from({ length: FRAMES }, (_, at) => frameOf(label, holding, at));
  const folder = mkdtempSync(join(tmpdir(), 'truepart-film-'));
  films.push(folder);
  const path = join(folder, 'label.y4m');
  // Grey: every dot has the same colour, which is none.
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  writeFileSync(
    path,
    Buffer.concat([
      Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`),
      ...frames.flatMap((frame) => [Buffer.from('FRAME\n'), frame, colours]),
    ]),
  );
  return [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${path}`,
    '--use-fake-ui-for-media-stream',
  ];
}

/** The same as a photo: a PNG. */
export function photographed(label: Picture, holding: Holding = {}): Buffer {
  const frame = frameOf(label, holding, 0);
  const photo = new PNG({ width: WIDTH, height: HEIGHT });
  new Uint32Array(photo.data.buffer).set(Array.from(frame, (light) => 0xff000000 + light * 0x010101));
  return PNG.sync.write(photo, { filterType: 0, deflateLevel: 1 });
}

/** One byte a dot. A hand trembles, and a sensor is never quite sure. */
function frameOf(label: Picture, { turned = 0, blurred = 0, wide = 600, dim = false }: Holding, at: number): Buffer {
  const scale = label.width / wide;
  const angle = ((turned + Math.sin(at)) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const sharp = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const [dx, dy] = [x - WIDTH / 2 - 3 * Math.sin(2 * at), y - HEIGHT / 2];
      sharp[y * WIDTH + x] = lightAt(
        label,
        label.width / 2 + dx * cos + dy * sin,
        label.height / 2 - dx * sin + dy * cos,
      );
    }
  }
  const seen = blurred > 0 ? outOfFocus(outOfFocus(sharp, blurred, 1), blurred, WIDTH) : sharp;
  const noise = noiseFrom(at);
  return Buffer.from(seen.map((light) => (dim ? 16 + light * 0.15 : light * 0.9) + noise()));
}

/** Between four dots, as a lens does. */
function lightAt({ width, height, dots }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return BENCH;
  const [right, down] = [x - left, y - top];
  const at = top * width + left;
  const upper = dots[at]! * (1 - right) + dots[at + 1]! * right;
  const lower = dots[at + width]! * (1 - right) + dots[at + width + 1]! * right;
  return upper * (1 - down) + lower * down;
}

/** The mean of the neighbours along one direction; `step` is 1 for a row, the width for a column. */
function outOfFocus(dots: Uint8Array, radius: number, step: number): Uint8Array {
  return dots.map((dot, i) => {
    let sum = 0;
    for (let k = -radius; k <= radius; k++) sum += dots[i + k * step] ?? dot;
    return sum / (2 * radius + 1);
  });
}

/** The same noise on every run. */
function noiseFrom(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 16) % 7;
  };
}

export interface Cut {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a picture that shows in a box which it covers (`object-fit: cover`): what is not seen is not read either. */
export function shownIn(picture: Size, box: Size): Cut {
  const scale = Math.max(box.width / picture.width, box.height / picture.height);
  const width = Math.min(picture.width, Math.round(box.width / scale));
  const height = Math.min(picture.height, Math.round(box.height / scale));
  return { x: Math.floor((picture.width - width) / 2), y: Math.floor((picture.height - height) / 2), width, height };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const canvas = (): HTMLCanvasElement => document.createElement('canvas');

/** Draws pictures to read, over and over onto one canvas. */
export class Pixels {
  private readonly canvas = canvas();
  private readonly context = this.canvas.getContext('2d', { willReadFrequently: true })!;

  /** The cut of a source, no side longer than `longest`. */
  of(source: CanvasImageSource, { x, y, width, height }: Cut, longest: number): ImageData {
    const scale = Math.min(1, longest / Math.max(width, height));
    const [wide, high] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
    this.canvas.width = wide;
    this.canvas.height = high;
    this.context.drawImage(source, x, y, width, height, 0, 0, wide, high);
    return this.context.getImageData(0, 0, wide, high);
  }
}

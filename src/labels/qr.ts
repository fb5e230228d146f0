import QRCode from 'qrcode';
import { QrMasks } from './qr-masks.ts';

/** M (15 % of the code may be lost) for boxes and bags, Q (25 %) where hands are oily. */
export const QR_ECC = ['M', 'Q'] as const;
export type QrEcc = (typeof QR_ECC)[number];

/** Modules of light margin that a reader needs on every side (ISO/IEC 18004, 6.3.8). */
export const QUIET_ZONE = 4;

/** A square of modules, without its quiet zone. Row 0 is the top, column 0 the left. */
export class QrMatrix {
  constructor(
    /** Modules a side: `17 + 4 × version`. */
    readonly size: number,
    /** One byte a module, row by row: 1 is dark. */
    private readonly modules: Uint8Array,
  ) {}

  get version(): number {
    return (this.size - 17) / 4;
  }

  isDark(row: number, column: number): boolean {
    return this.modules[row * this.size + column] === 1;
  }

  /** Calls `draw` once for every unbroken run of dark modules in a row, so that a drawing has no hairlines inside a run. */
  eachRun(draw: (row: number, column: number, length: number) => void): void {
    for (let row = 0; row < this.size; row++) {
      for (let column = 0; column < this.size; column++) {
        const start = column;
        while (column < this.size && this.isDark(row, column)) column++;
        if (column > start) draw(row, start, column - start);
      }
    }
  }
}

/** The 45 characters that QR's alphanumeric mode packs into 5.5 bits each. A label's `?` and `=` are not among them. */
const LABEL_SEGMENTS = /^([0-9A-Z $%*+\-./:]+)(\?S=)([0-9A-Z]+)$/;
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/;
const UTF8 = new TextEncoder();

/** Explicit segments: the package's own search finds the same ones for labels, in half of the whole drawing time. */
function segments(text: string): QRCode.QRCodeSegment[] {
  const label = LABEL_SEGMENTS.exec(text);
  if (label) {
    return [
      { mode: 'alphanumeric', data: label[1]! },
      { mode: 'byte', data: UTF8.encode(label[2]) },
      { mode: 'alphanumeric', data: label[3]! },
    ];
  }
  if (ALPHANUMERIC.test(text)) return [{ mode: 'alphanumeric', data: text }];
  return [{ mode: 'byte', data: UTF8.encode(text) }];
}

const masks = new QrMasks();

/**
 * The QR code of a label, or of any other text (an invoice's link). The smallest version that holds it, and the mask
 * that ISO/IEC 18004 asks for: module for module what `qrcode` draws from the same segments.
 * @throws Error when the text is empty or longer than a QR code holds
 */
export function qrMatrix(text: string, ecc: QrEcc): QrMatrix {
  if (text === '') throw new RangeError('a QR code of nothing');
  const parts = segments(text);
  const drawn = QRCode.create(parts, { errorCorrectionLevel: ecc, maskPattern: 0 });
  return new QrMatrix(drawn.modules.size, masks.best(drawn.modules, parts, ecc));
}

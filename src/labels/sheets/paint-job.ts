import { deflateSync } from 'node:zlib';
import { qrMatrix, type QrEcc } from '../qr.ts';
import { codeBitmap, graphicField } from './bitmap.ts';
import { Ink } from './ink.ts';

/** A code and what the sheet writes before and after its drawing. */
export interface CodeToPaint {
  readonly text: string;
  /** Modules a side and dots a module that the sheet was laid out for. */
  readonly size: number;
  readonly dots: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Work for another core: pages' worth of codes to draw. `pdf`: a page becomes deflated PDF operators, each code one path in a
 * grid of one unit a module. `zpl`: a page becomes ZPL text, each code a bitmap field.
 */
export interface PaintJob {
  readonly kind: 'pdf' | 'zpl';
  readonly ecc: QrEcc;
  readonly pages: readonly (readonly CodeToPaint[])[];
}

/** Paints every page of a job. Pure; the same in a worker thread and out of one. */
export function paint({ kind, ecc, pages }: PaintJob): Uint8Array<ArrayBuffer>[] {
  const ink = new Ink();
  return pages.map((codes) => {
    for (const code of codes) {
      const matrix = qrMatrix(code.text, ecc);
      if (matrix.size !== code.size) throw new Error(`laid out for ${code.size} modules, drawn with ${matrix.size}`);
      ink.text(code.before);
      if (kind === 'pdf') ink.path(matrix);
      else ink.text(graphicField(codeBitmap(matrix, code.dots)));
      ink.text(code.after);
    }
    // Level 1 takes two thirds of the time of level 4, and half of what drawing the code took would be felt.
    return ink.take(kind === 'pdf' ? (page) => deflateSync(page, { level: 1 }) : undefined);
  });
}

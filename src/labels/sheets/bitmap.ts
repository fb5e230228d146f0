import type { QrMatrix } from '../qr.ts';
import type { Run } from './sheet-font.ts';

/** One bit a dot, 1 is black, rows padded to whole bytes. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly Uint8Array[];
}

const bytesFor = (width: number): number => (width + 7) >> 3;

/** A code of `dots` by `dots` a module, without its quiet zone. */
export function codeBitmap(matrix: QrMatrix, dots: number): Bitmap {
  const width = matrix.size * dots;
  const lines = Array.from({ length: matrix.size }, () => new Uint8Array(bytesFor(width)));
  matrix.eachRun((row, column, length) => blacken(lines[row]!, column * dots, (column + length) * dots));
  return { width, height: width, rows: lines.flatMap((line) => Array.from({ length: dots }, () => line)) };
}

function blacken(row: Uint8Array, from: number, to: number): void {
  for (let x = from; x < to; x++) row[x >> 3]! |= 0x80 >> (x & 7);
}

/** Sub-lines and sub-columns that a dot is judged by, and how many of the 16 samples make it black. */
const SAMPLES = 4;
const ENOUGH = 7;

/** A line of text, and where its baseline runs: dots below the bitmap's first row. */
export interface TextBitmap extends Bitmap {
  readonly baseline: number;
}

/** Draws text with `em` dots to its size. Non-zero winding, as TrueType asks: strokes of one character overlap. */
export function textBitmap(runs: readonly Run[], em: number): TextBitmap {
  const edges: Edge[] = [];
  let x = 0;
  for (const { face, text } of runs) {
    const scale = em / face.font.unitsPerEm;
    for (const character of text) {
      const glyph = face.font.glyphForCodePoint(character.codePointAt(0)!);
      edges.push(...edgesOf(glyph.path.commands, scale, x));
      x += glyph.advanceWidth * scale;
    }
  }
  const baseline = Math.ceil(em);
  const height = baseline + Math.ceil(em * 0.3);
  const width = Math.ceil(x) + 1;
  return { width, height, rows: filled(edges, width, height, baseline), baseline };
}

/** A straight piece of outline in dots, y downwards from the baseline. `turn` is its direction, for the winding number. */
interface Edge {
  readonly top: number;
  readonly bottom: number;
  readonly x: number;
  readonly slope: number;
  readonly turn: 1 | -1;
}

interface PathCommand {
  readonly command: string;
  readonly args: readonly number[];
}

const PIECES = 6;

function edgesOf(commands: readonly PathCommand[], scale: number, left: number): Edge[] {
  const edges: Edge[] = [];
  let [startX, startY, atX, atY] = [0, 0, 0, 0];
  const lineTo = (x: number, y: number): void => {
    if (y !== atY) {
      const [x1, y1, x2, y2] = [left + atX * scale, -atY * scale, left + x * scale, -y * scale];
      const slope = (x2 - x1) / (y2 - y1);
      edges.push(
        y1 < y2 ? { top: y1, bottom: y2, x: x1, slope, turn: 1 } : { top: y2, bottom: y1, x: x2, slope, turn: -1 },
      );
    }
    [atX, atY] = [x, y];
  };
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args;
    if (command === 'moveTo') [startX, startY, atX, atY] = [a, b, a, b];
    else if (command === 'lineTo') lineTo(a, b);
    else if (command === 'quadraticCurveTo') {
      const [fromX, fromY] = [atX, atY];
      for (let i = 1; i <= PIECES; i++) {
        const t = i / PIECES;
        const u = 1 - t;
        lineTo(u * u * fromX + 2 * u * t * a + t * t * c, u * u * fromY + 2 * u * t * b + t * t * d);
      }
    } else if (command === 'closePath') lineTo(startX, startY);
    // The bundled font is TrueType, whose outlines have no other kind of curve.
    else throw new Error(`an outline command that is not drawn: ${command}`);
  }
  return edges;
}

interface Crossing {
  readonly x: number;
  readonly turn: 1 | -1;
}

function filled(edges: readonly Edge[], width: number, height: number, baseline: number): Uint8Array[] {
  const crossings = Array.from({ length: height * SAMPLES }, (): Crossing[] => []);
  const lineBelow = (y: number): number => Math.ceil((y + baseline) * SAMPLES - 0.5);
  for (const { top, bottom, x, slope, turn } of edges) {
    for (let line = Math.max(0, lineBelow(top)); line < Math.min(crossings.length, lineBelow(bottom)); line++) {
      crossings[line]!.push({ x: x + ((line + 0.5) / SAMPLES - baseline - top) * slope, turn });
    }
  }
  return Array.from({ length: height }, (_, y) => {
    const inked = new Uint8Array(width);
    for (const line of crossings.slice(y * SAMPLES, (y + 1) * SAMPLES)) inkLine(inked, line);
    const row = new Uint8Array(bytesFor(width));
    for (let dot = 0; dot < width; dot++) if (inked[dot]! >= ENOUGH) blacken(row, dot, dot + 1);
    return row;
  });
}

function inkLine(inked: Uint8Array, line: readonly Crossing[]): void {
  const sorted = line.toSorted((a, b) => a.x - b.x);
  let winding = 0;
  for (const [i, { x, turn }] of sorted.entries()) {
    winding += turn;
    if (winding !== 0) ink(inked, x, sorted[i + 1]?.x ?? x);
  }
}

function ink(inked: Uint8Array, from: number, to: number): void {
  const first = Math.max(0, Math.ceil(from * SAMPLES - 0.5));
  const last = Math.min(inked.length * SAMPLES, Math.ceil(to * SAMPLES - 0.5));
  for (let sample = first; sample < last; sample++) inked[Math.floor(sample / SAMPLES)]!++;
}

/**
 * `^GFA` with ZPL's own run lengths: `G`…`Y` 1 to 19 times, `g`…`z` 20 to 400 times the next digit, `,` the rest of the line
 * white, `:` the line above again. A module is several equal lines, so a code takes a third of its plain length.
 */
export function graphicField({ width, rows }: Bitmap): string {
  const bytesARow = bytesFor(width);
  const total = bytesARow * rows.length;
  let above: Uint8Array | undefined;
  let lines = '';
  for (const row of rows) {
    lines += above && sameRow(above, row) ? ':' : squeezed(Buffer.from(row).toString('hex').toUpperCase());
    above = row;
  }
  return `^GFA,${total},${total},${bytesARow},${lines}`;
}

const sameRow = (a: Uint8Array, b: Uint8Array): boolean => a === b || Buffer.compare(a, b) === 0;

function squeezed(digits: string): string {
  const inked = digits.replace(/0+$/, '');
  const line = inked.replace(/(.)\1{2,}/g, (run: string) => times(run.length) + run[0]!);
  return inked.length < digits.length ? `${line},` : line;
}

function times(count: number): string {
  let letters = '';
  for (let left = count; left > 0;) {
    const twenties = Math.min(20, Math.floor(left / 20));
    letters += twenties > 0 ? String.fromCharCode(102 + twenties) : String.fromCharCode(70 + left);
    left -= twenties > 0 ? twenties * 20 : left;
  }
  return letters;
}

import type { QrMatrix } from '../qr.ts';

const [BLANK, ZERO] = Buffer.from(' 0');
const UNIT_HIGH = Buffer.from(' 1 re\n');
/** `177 177 177 1 re` and its line end. */
const LONGEST_RECTANGLE = 18;

/** Growing bytes. A page of codes is mostly small numbers: written as bytes they take a fifth of the time of strings. */
export class Ink {
  private page = Buffer.allocUnsafe(1 << 18);
  private length = 0;

  /** Latin-1. */
  text(text: string): void {
    this.makeRoom(text.length);
    this.length += this.page.write(text, this.length, 'latin1');
  }

  bytes(bytes: Uint8Array): void {
    this.makeRoom(bytes.length);
    this.page.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** One path, a rectangle for every run of dark modules: a viewer that smooths edges finds no seams within one path. */
  path(matrix: QrMatrix): void {
    this.makeRoom((LONGEST_RECTANGLE * matrix.size * matrix.size) / 2);
    const { page } = this;
    let at = this.length;
    matrix.eachRun((row, column, length) => {
      at = writeNumber(page, at, column);
      page[at++] = BLANK!;
      at = writeNumber(page, at, row);
      page[at++] = BLANK!;
      at = writeNumber(page, at, length);
      for (let i = 0; i < UNIT_HIGH.length; i++) page[at++] = UNIT_HIGH[i]!;
    });
    this.length = at;
    this.text('f\n');
  }

  /** What was written, finished by `finish`; from here on it begins anew. */
  take(finish = (page: Uint8Array): Uint8Array => page): Uint8Array<ArrayBuffer> {
    const page = new Uint8Array(finish(this.page.subarray(0, this.length)));
    this.length = 0;
    return page;
  }

  private makeRoom(more: number): void {
    if (this.length + more <= this.page.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.length + more));
    this.page.copy(larger, 0, 0, this.length);
    this.page = larger;
  }
}

/** `number` is under 1,000; returns where the next byte goes. */
function writeNumber(page: Buffer, at: number, number: number): number {
  if (number >= 100) page[at++] = ZERO! + Math.floor(number / 100);
  if (number >= 10) page[at++] = ZERO! + (Math.floor(number / 10) % 10);
  page[at++] = ZERO! + (number % 10);
  return at;
}

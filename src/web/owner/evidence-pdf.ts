import type { Readable } from 'node:stream';
import { qrMatrix, QUIET_ZONE } from '../../labels/qr.ts';
import { begin } from '../../labels/sheets/begin.ts';
import { PrintDocument } from '../../labels/sheets/pdf-document.ts';
import { PdfFonts, short } from '../../labels/sheets/pdf-font.ts';
import { SheetFont } from '../../labels/sheets/sheet-font.ts';
import { toPoints, type Weight } from '../../labels/sheets/sheet-template.ts';
import { COLOURS } from '../design/colours.ts';
import type { State } from '../design/icons.tsx';
import type { Block, Row } from './evidence-content.ts';
import { wrapped } from './evidence-wrap.ts';

export interface EvidenceSheet {
  readonly title: string;
  /** What the code at the top leads to. */
  readonly link: string;
  readonly blocks: readonly Block[];
  /** The JPEG of a block’s photo, asked for when its page is set. */
  readonly photo: (id: string) => Promise<Buffer>;
  readonly foot: (page: number) => string;
  readonly createdAt: Date;
}

/** Points. */
const A4 = { width: 210, height: 297 };
const LEFT = toPoints(18);
const RIGHT = toPoints(A4.width - 18);
const TOP = toPoints(18);
const BOTTOM = toPoints(A4.height - 22);
const NAMES = toPoints(34);
const QR_SIDE = toPoints(30);
/** Of a photo’s longer side, where it has as many dots. */
const PHOTO_SIDE = toPoints(70);
const PHOTO_DPI = 150;
const SIZE = 9.5;
const LEADING = 1.5;

/** A sheet to keep, page by page as it is read: verdict in words, every line, and a code that leads to what is known now. */
export function evidencePdf(sheet: EvidenceSheet): Promise<Readable> {
  return begin(new EvidencePaper(sheet).bytes());
}

class EvidencePaper {
  private readonly font = new SheetFont();
  private readonly doc: PrintDocument;
  private readonly fonts: PdfFonts;
  private readonly embedded: Record<string, PDFKit.PDFKitReference> = {};
  private operators = '';
  /** Of the page that is being set. */
  private photos: { readonly bytes: Buffer; readonly x: number; readonly y: number; readonly width: number }[] = [];
  /** The top of what comes next, points from the top of the page. */
  private y = TOP;
  private page = 1;

  constructor(private readonly sheet: EvidenceSheet) {
    const { title, createdAt } = sheet;
    this.doc = new PrintDocument({ template: { page: A4 }, title, createdAt });
    this.fonts = new PdfFonts(this.doc, this.embedded);
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    await this.prepare();
    this.head();
    for (const block of this.sheet.blocks) {
      if (this.y + this.heightOf(block) > BOTTOM) yield* this.turn();
      if (block.kind === 'photo') this.photo(block, await this.sheet.photo(block.id));
      else yield* this.set(block);
    }
    this.finishPage();
    await this.fonts.end();
    this.doc.end();
    yield* this.doc.written();
  }

  private async prepare(): Promise<void> {
    const { title, blocks, foot } = this.sheet;
    const text = `${title}${foot(1234567890)}${JSON.stringify(blocks)}`;
    for (const weight of ['regular', 'bold'] as const) await this.font.prepare(printable(text), weight);
  }

  private head(): void {
    const matrix = qrMatrix(this.sheet.link.toUpperCase(), 'M');
    const module = QR_SIDE / (matrix.size + 2 * QUIET_ZONE);
    const corner = `${short(RIGHT - QR_SIDE + QUIET_ZONE * module)} ${short(TOP + QUIET_ZONE * module)}`;
    this.operators += `q ${short(module)} 0 0 ${short(module)} ${corner} cm\n`;
    matrix.eachRun((row, column, length) => (this.operators += `${column} ${row} ${length} 1 re\n`));
    this.operators += 'f Q\n';
    this.text(this.sheet.title, LEFT, this.y + 16, 16, 'bold');
    this.y += 26;
  }

  /** A page is left as soon as it is full, so that a long bill is never in memory whole. */
  private *turn(): Generator<Uint8Array> {
    this.finishPage();
    yield* this.doc.written();
    this.page++;
    this.y = TOP;
  }

  private finishPage(): void {
    this.text(this.sheet.foot(this.page), LEFT, toPoints(A4.height - 12), 7.5, 'regular', 'soft');
    this.doc.addPage();
    this.doc.addContent(this.operators);
    Object.assign(this.doc.page.fonts, this.embedded);
    for (const { bytes, x, y, width } of this.photos) this.doc.image(bytes, x, y, { width });
    this.operators = '';
    this.photos = [];
  }

  /** Of what must not be parted from what follows it. */
  private heightOf(block: Block): number {
    if (block.kind === 'heading' || block.kind === 'item') return 60;
    if (block.kind === 'photo') return sizeOf(block).height + SIZE * LEADING + 8;
    return block.kind === 'verdict' ? 70 : SIZE * LEADING;
  }

  private *set(block: Exclude<Block, Photo>): Generator<Uint8Array> {
    if (block.kind === 'verdict') this.verdict(block.state, block.title, block.text);
    else if (block.kind === 'item') this.item(block.text, block.amount);
    else if (block.kind === 'heading') yield* this.heading(block.text);
    else if (block.kind === 'text') yield* this.paragraph(block.text, block.state);
    else yield* this.table(block);
  }

  private *heading(text: string): Generator<Uint8Array> {
    this.y += 10;
    yield* this.lines(this.wrap(text, RIGHT - LEFT, 12, 'bold'), 12, 'bold');
  }

  private *paragraph(text: string, state: State | undefined): Generator<Uint8Array> {
    const weight = state ? 'bold' : 'regular';
    yield* this.lines(this.wrap(text, this.rightBeside() - LEFT, SIZE, weight), SIZE, weight, state);
  }

  private *lines(lines: readonly string[], size: number, weight: Weight, colour?: Ink): Generator<Uint8Array> {
    for (const line of lines) {
      if (this.y + size * LEADING > BOTTOM) yield* this.turn();
      this.line(line, LEFT, size, weight, colour);
    }
    this.y += 3;
  }

  private *table({ kind, rows }: Extract<Block, { readonly kind: 'facts' | 'sums' }>): Generator<Uint8Array> {
    for (const [place, row] of rows.entries())
      yield* kind === 'facts' ? this.fact(row) : this.sum(row, place === rows.length - 1);
    this.y += 5;
  }

  /** Beside the code, lines are shorter. */
  private rightBeside(): number {
    return this.page === 1 && this.y < TOP + QR_SIDE + 6 ? RIGHT - QR_SIDE - 8 : RIGHT;
  }

  /** A bar in the state’s colour beside words that say it: the sheet may be copied in black and white. */
  private verdict(state: State, title: string, text: string): void {
    const right = this.rightBeside();
    const [titles, texts] = [this.wrap(title, right - LEFT - 24, 14, 'bold'), this.wrap(text, right - LEFT - 24, SIZE)];
    const height = titles.length * 14 * LEADING + texts.length * SIZE * LEADING + 12;
    this.operators += `${rgb(`${state}-tint`)} rg ${box(LEFT, this.y, right - LEFT, height)} re f\n`;
    this.operators += `${rgb(state)} rg ${box(LEFT, this.y, 4, height)} re f 0 g\n`;
    this.y += 6;
    for (const line of titles) this.line(line, LEFT + 14, 14, 'bold', state);
    for (const line of texts) this.line(line, LEFT + 14, SIZE);
    this.y += 16;
  }

  private item(text: string, amount: string): void {
    this.y += 8;
    this.operators += `${rgb('line')} RG 0.5 w ${short(LEFT)} ${short(this.y)} m ${short(RIGHT)} ${short(this.y)} l S\n`;
    this.y += 6;
    const room = RIGHT - LEFT - 90;
    const [first = '', ...rest] = this.wrap(text, room, 11, 'bold');
    this.text(amount, RIGHT - this.width(amount, 11, 'bold'), this.y + 11, 11, 'bold');
    this.line(first, LEFT, 11, 'bold');
    for (const line of rest) this.line(line, LEFT, 11, 'bold');
  }

  private photo(block: Photo, bytes: Buffer): void {
    const { width, height } = sizeOf(block);
    this.photos.push({ bytes, x: LEFT + NAMES, y: this.y, width });
    this.y += height + 2;
    this.line(block.text, LEFT + NAMES, 7.5, 'regular', 'soft');
    this.y += 6;
  }

  private *fact([name, text]: Row): Generator<Uint8Array> {
    const right = this.rightBeside();
    const names = this.wrap(name, NAMES - 8, SIZE);
    const texts = this.wrap(text, right - LEFT - NAMES, SIZE);
    for (let place = 0; place < Math.max(names.length, texts.length); place++) {
      if (this.y + SIZE * LEADING > BOTTOM) yield* this.turn();
      const [named, told] = [names[place], texts[place]];
      if (named !== undefined) this.text(named, LEFT, this.y + SIZE, SIZE, 'regular', 'soft');
      if (told !== undefined) this.text(told, LEFT + NAMES, this.y + SIZE, SIZE);
      this.y += SIZE * LEADING;
    }
  }

  private *sum([name, amount]: Row, isTotal: boolean): Generator<Uint8Array> {
    const [size, weight] = isTotal ? ([11, 'bold'] as const) : ([SIZE, 'regular'] as const);
    if (this.y + size * LEADING > BOTTOM) yield* this.turn();
    this.text(amount, RIGHT - this.width(amount, size, weight), this.y + size, size, weight);
    for (const line of this.wrap(name, RIGHT - LEFT - 90, size, weight)) this.line(line, LEFT, size, weight);
  }

  /** One line, and down to the next. */
  private line(text: string, x: number, size: number, weight: Weight = 'regular', colour: Ink = 'ink'): void {
    this.text(text, x, this.y + size, size, weight, colour);
    this.y += size * LEADING;
  }

  private text(
    text: string,
    x: number,
    y: number,
    size: number,
    weight: Weight = 'regular',
    colour: Ink = 'ink',
  ): void {
    const shown = printable(text);
    if (shown === '') return;
    this.operators += `${rgb(colour)} rg ${this.fonts.show(this.font.runs(shown, weight), size, x, y)}0 g\n`;
  }

  private wrap(text: string, room: number, size: number, weight: Weight = 'regular'): string[] {
    return wrapped(printable(text), room / size, (part) => this.font.width(part, weight));
  }

  private width(text: string, size: number, weight: Weight): number {
    return this.font.width(printable(text), weight) * size;
  }
}

type Photo = Extract<Block, { readonly kind: 'photo' }>;

/** Points: no larger than its dots are worth on paper. */
function sizeOf({ width, height }: Photo): { readonly width: number; readonly height: number } {
  const scale = Math.min(PHOTO_SIDE / Math.max(width, height), 72 / PHOTO_DPI);
  return { width: width * scale, height: height * scale };
}

type Ink = keyof (typeof COLOURS)['light'];

/** `0.1 0.2 0.3`: a colour of the screen’s light scheme, because paper is white. */
function rgb(name: Ink): string {
  const hex = COLOURS.light[name];
  return [1, 3, 5].map((at) => short(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');
}

const box = (x: number, y: number, width: number, height: number): string => [x, y, width, height].map(short).join(' ');

/** One line of visible characters. Free text may hold anything. */
const printable = (text: string): string =>
  text
    .normalize('NFC')
    // A Chinese font draws the curly one as wide as a character.
    .replaceAll('’', "'")
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim();

import type { Readable } from 'node:stream';
import { begin } from './begin.ts';
import { PrintDocument } from './pdf-document.ts';
import { PdfFonts, short } from './pdf-font.ts';
import { SheetFont } from './sheet-font.ts';
import { planSheet } from './sheet-options.ts';
import { cornerOf, labelsPerPage, toPoints, type SheetTemplate, type Weight } from './sheet-template.ts';
import type { TemplateName } from './sheet-template.ts';
import { SheetOnly } from './sheets.refusals.ts';

const ACROSS_MM = 180;
const DOWN_MM = 250;
/** Scales at the labels' edges reach as far as people can nudge with good sense; half millimetres can be read. */
const SCALE_MM = 3;
const SCALE_STEP_MM = 0.5;
/** Into the label from its corner: clear of the paper's edge, where few printers print. */
const NUMBER_AT_MM = 6;
const PANEL = { x: 41, y: 119, width: 128, height: 59 };

const ADVICE: readonly (readonly [text: string, weight: Weight, size: number, gap: number])[] = [
  ['1  按实际大小（100 %）打印，不要选“适合页面”。', 'regular', 10, 11],
  ['Print at actual size (100 %), never "fit to page".', 'regular', 8, 4.6],
  [`2  用钢尺量：横尺应为 ${ACROSS_MM} mm，竖尺应为 ${DOWN_MM} mm。`, 'regular', 10, 8.5],
  [`Measure the rulers: ${ACROSS_MM} mm across, ${DOWN_MM} mm down.`, 'regular', 8, 4.6],
  ['3  叠在空白标签纸后面对光看：标签边缘所指的刻度即要填的偏移。', 'regular', 10, 8.5],
  ["Hold it behind a blank sheet of labels: the number at a label's edge is the nudge to enter.", 'regular', 8, 4.6],
];

/**
 * One page to find out how far a printer is off: a frame and a number for every label, rulers, and scales at the corner labels'
 * edges whose reading is the nudge to print with.
 * @throws SheetOptionsRefused for an unknown template, SheetOnly for a roll
 */
export async function calibrationSheet(name: TemplateName): Promise<Readable> {
  const { template } = planSheet({ template: name });
  if (template.kind !== 'sheet') throw new SheetOnly(name);
  return begin(new Calibration(template).bytes());
}

class Calibration {
  private readonly font = new SheetFont();
  private readonly doc: PrintDocument;
  private readonly fonts: PdfFonts;
  private readonly embedded: Record<string, PDFKit.PDFKitReference> = {};
  private operators = '';

  constructor(private readonly template: SheetTemplate) {
    this.doc = new PrintDocument({ template, title: `Truepart ${template.name}`, createdAt: undefined });
    this.fonts = new PdfFonts(this.doc, this.embedded);
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    await this.prepare();
    this.frames();
    for (const place of [0, labelsPerPage(this.template) - 1]) this.scales(place);
    this.ruler(15, 200, ACROSS_MM, 'across');
    this.ruler(188, 24, DOWN_MM, 'down');
    this.panel();
    this.doc.addPage();
    this.doc.addContent(this.operators);
    Object.assign(this.doc.page.fonts, this.embedded);
    await this.fonts.end();
    this.doc.end();
    yield* this.doc.written();
  }

  private async prepare(): Promise<void> {
    for (const weight of ['regular', 'bold'] as const) {
      await this.font.prepare(`${this.title}0123456789+−×mm`, weight);
      for (const [text] of ADVICE) await this.font.prepare(text, weight);
    }
  }

  private get title(): string {
    const { name, label } = this.template;
    return `打印校准页  Calibration sheet  ${name}  ${label.width} × ${label.height} mm`;
  }

  private frames(): void {
    const { width, height } = this.template.label;
    this.pen(0.6, 0.25);
    for (let place = 0; place < labelsPerPage(this.template); place++) {
      const { x, y } = cornerOf(this.template, place);
      this.operators += `${this.mm(x, y, width, height)} re S\n`;
      this.text(String(place + 1), x + NUMBER_AT_MM, y + NUMBER_AT_MM, 'regular', 8, 'start');
    }
  }

  /** Scales across the label's inner edges: the outer ones may lie where no printer prints. */
  private scales(place: number): void {
    const { width, height } = this.template.label;
    const { x, y } = cornerOf(this.template, place);
    const inner = place === 0 ? { x: x + width, y: y + height } : { x, y };
    this.pen(0, 0.3);
    for (let at = -SCALE_MM; at <= SCALE_MM; at += SCALE_STEP_MM) {
      const isWhole = Number.isInteger(at);
      const long = at === 0 ? 3.2 : isWhole ? 2.2 : 1.2;
      this.line(inner.x + at, y + height / 2, inner.x + at, y + height / 2 + long);
      this.line(x + width * 0.6, inner.y + at, x + width * 0.6 + long, inner.y + at);
      if (at % SCALE_MM !== 0) continue;
      const number = at > 0 ? `+${at}` : at < 0 ? `−${-at}` : '0';
      this.text(number, inner.x + at, y + height / 2 - 0.7, 'regular', 5, 'middle');
      this.text(number, x + width * 0.6 - 0.6, inner.y + at + 0.65, 'regular', 5, 'end');
    }
  }

  private ruler(x: number, y: number, length: number, way: 'across' | 'down'): void {
    this.pen(0, 0.3);
    const isAcross = way === 'across';
    this.line(x, y, isAcross ? x + length : x, isAcross ? y : y + length);
    for (let at = 0; at <= length; at++) {
      const tick = at % 10 === 0 ? 5 : at % 5 === 0 ? 3.5 : 2;
      if (isAcross) this.line(x + at, y, x + at, y + tick);
      else this.line(x, y + at, x + tick, y + at);
      if (at % 10 !== 0) continue;
      if (isAcross) this.text(String(at), x + at, y - 0.9, 'regular', 6, 'middle');
      else this.text(String(at), x - 0.9, y + at + 0.8, 'regular', 6, 'end');
    }
  }

  private panel(): void {
    const { x, y, width, height } = PANEL;
    this.operators += `1 g ${this.mm(x, y, width, height)} re f 0 g\n`;
    this.pen(0, 0.5);
    this.operators += `${this.mm(x, y, width, height)} re S\n`;
    let baseline = y + 9;
    this.text(this.title, x + 5, baseline, 'bold', 11, 'start');
    for (const [text, weight, size, gap] of ADVICE) {
      baseline += gap;
      this.text(text, x + 5, baseline, weight, size, 'start');
    }
  }

  private pen(grey: number, width: number): void {
    this.operators += `${grey} G ${width} w\n`;
  }

  private line(x1: number, y1: number, x2: number, y2: number): void {
    this.operators += `${this.mm(x1, y1)} m ${this.mm(x2, y2)} l S\n`;
  }

  private text(
    text: string,
    x: number,
    y: number,
    weight: Weight,
    size: number,
    anchor: 'start' | 'middle' | 'end',
  ): void {
    const share = { start: 0, middle: 0.5, end: 1 }[anchor];
    const left = toPoints(x) - share * this.font.width(text, weight) * size;
    this.operators += this.fonts.show(this.font.runs(text, weight), size, left, toPoints(y));
  }

  private mm(...lengths: number[]): string {
    return lengths.map((length) => short(toPoints(length))).join(' ');
  }
}

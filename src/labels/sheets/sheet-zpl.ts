import type { Readable } from 'node:stream';
import { begin } from './begin.ts';
import { graphicField, textBitmap } from './bitmap.ts';
import type { LabelToPrint } from './label-to-print.ts';
import { LabelSetter, type Setting } from './label-setter.ts';
import type { CodeToPaint, PaintJob } from './paint-job.ts';
import { inOrder, type PaintPool } from './paint-pool.ts';
import { planSheet, type SheetOptions, type SheetPlan } from './sheet-options.ts';
import { dotMm, MM_PER_POINT } from './sheet-template.ts';
import type { PlacedText } from './sheet-text.ts';
import { RollOnly } from './sheets.refusals.ts';

const CODES_A_JOB = 48;

/**
 * Labels for a thermal printer, as ZPL II: one format a label, copies by `^PQ`. Settles when the first labels are ready, so that a
 * refusal comes before the first byte.
 * @throws SheetOptionsRefused, TemplateTooSmall, RollOnly
 */
export async function sheetZpl(
  labels: AsyncIterable<LabelToPrint>,
  options: SheetOptions,
  pool: PaintPool,
): Promise<Readable> {
  const plan = planSheet(options);
  if (plan.template.kind !== 'roll') throw new RollOnly(plan.template.name);
  return begin(new SheetZpl(plan, pool).bytes(labels));
}

class SheetZpl {
  private readonly setter: LabelSetter;
  private readonly texts = new WeakMap<Setting, string>();
  private readonly dot: number;
  private readonly start: string;
  private readonly end: string;

  constructor(
    private readonly plan: SheetPlan,
    private readonly pool: PaintPool,
  ) {
    this.setter = new LabelSetter(plan);
    this.dot = dotMm(plan.resolution);
    const { width, height } = plan.template.label;
    this.start = `^XA^PW${this.dots(width)}^LL${this.dots(height)}^LH0,0\n`;
    this.end = `^PQ${plan.copies}^XZ\n`;
  }

  async *bytes(labels: AsyncIterable<LabelToPrint>): AsyncGenerator<Uint8Array> {
    for await (const pages of inOrder(this.jobs(labels), (job) => this.pool.run(job), this.pool.appetite)) yield* pages;
  }

  private async *jobs(labels: AsyncIterable<LabelToPrint>): AsyncGenerator<PaintJob> {
    let codes: CodeToPaint[] = [];
    const job = (): PaintJob => ({ kind: 'zpl', ecc: this.plan.ecc, pages: [codes] });
    for await (const label of labels) {
      codes.push(await this.codeOf(label));
      if (codes.length < CODES_A_JOB) continue;
      yield job();
      codes = [];
    }
    if (codes.length > 0) yield job();
  }

  private async codeOf(label: LabelToPrint): Promise<CodeToPaint> {
    const { setting, serial } = await this.setter.set(label);
    let texts = this.texts.get(setting);
    if (texts === undefined) {
      texts = setting.texts.map((text) => this.drawn(text)).join('');
      this.texts.set(setting, texts);
    }
    const { code, dotsPerModule } = setting.fit;
    return {
      text: label.text,
      size: setting.size,
      dots: dotsPerModule,
      before: this.start + texts + (serial ? this.typed(serial) : '') + `^FO${this.at(code.x, code.y)}`,
      after: `^FS\n${this.end}`,
    };
  }

  /**
   * Drawn here, to be sent as a bitmap: few printers have Chinese in ROM, no two brands' fonts are equally wide, and a name
   * that is never sent as text cannot smuggle in a command.
   */
  private drawn({ text, weight, size, x, y }: PlacedText): string {
    const bitmap = textBitmap(this.setter.font.runs(text, weight), this.em(size));
    return `^FO${this.at(x, y - bitmap.baseline * this.dot)}${graphicField(bitmap)}^FS\n`;
  }

  /** The one text that differs on every label is set in the printer's font 0: it is short, plain and narrower than ours. */
  private typed({ text, size, x, y }: PlacedText): string {
    // ^FT puts the baseline where it is told, whatever the metrics of a printer's font 0.
    return `^FT${this.at(x, y)}^A0N,${Math.round(this.em(size))}^FH^FD${escaped(text)}^FS\n`;
  }

  private em(points: number): number {
    return (points * MM_PER_POINT) / this.dot;
  }

  private at(x: number, y: number): string {
    const { nudge } = this.plan;
    return `${this.dots(x + nudge.x)},${this.dots(y + nudge.y)}`;
  }

  private dots(mm: number): number {
    return Math.max(0, Math.round(mm / this.dot));
  }
}

/**
 * `^` and `~` begin commands; `_` begins an escape under `^FH`; `\` is one in some printers' text blocks. Beyond ASCII a letter
 * would lose its first byte on the way, and Ş would arrive as ^.
 */
function escaped(text: string): string {
  return text
    .replace(/[^ -~]/g, '?')
    .replace(/[\^~_\\]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

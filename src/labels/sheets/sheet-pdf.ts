import type { Readable } from 'node:stream';
import { begin } from './begin.ts';
import { cutMarks } from './cut-marks.ts';
import type { LabelToPrint } from './label-to-print.ts';
import { LabelSetter, type Setting } from './label-setter.ts';
import type { CodeToPaint, PaintJob } from './paint-job.ts';
import { inOrder, type PaintPool } from './paint-pool.ts';
import { PrintDocument } from './pdf-document.ts';
import { PdfFonts, short } from './pdf-font.ts';
import { eachCopy, planSheet, type SheetOptions, type SheetPlan } from './sheet-options.ts';
import { cornerOf, dotMm, labelsPerPage, toPoints } from './sheet-template.ts';
import type { PlacedText } from './sheet-text.ts';

/** Codes that one job draws: some 10 ms of work, so that the cores share well and messages cost little. */
const CODES_A_JOB = 48;
/** Texts that many labels share are written once and referred to. Past this many, a run's labels share none. */
const MOST_SHARED_TEXTS = 256;

/**
 * Label sheets as a PDF: any number of labels in bounded memory, drawn as they are read. Settles when the first page is ready, so
 * that a refusal comes before the first byte.
 * @throws SheetOptionsRefused, TemplateTooSmall
 */
export async function sheetPdf(
  labels: AsyncIterable<LabelToPrint>,
  options: SheetOptions,
  pool: PaintPool,
): Promise<Readable> {
  return begin(new SheetPdf(planSheet(options), pool).bytes(labels));
}

class SheetPdf {
  private readonly setter: LabelSetter;
  private readonly doc: PrintDocument;
  private readonly forms: Record<string, PDFKit.PDFKitReference> = {};
  private readonly resources: PDFKit.PDFKitReference;
  private readonly fonts: PdfFonts;
  private readonly texts = new WeakMap<Setting, string>();
  private shared = 0;

  constructor(
    private readonly plan: SheetPlan,
    private readonly pool: PaintPool,
  ) {
    this.setter = new LabelSetter(plan);
    this.doc = new PrintDocument(plan);
    const fonts = {};
    // One dictionary for every page; it is written last, when all that belongs in it is known.
    this.resources = this.doc.ref({ Font: fonts, XObject: this.forms });
    this.fonts = new PdfFonts(this.doc, fonts);
  }

  async *bytes(labels: AsyncIterable<LabelToPrint>): AsyncGenerator<Uint8Array> {
    const jobs = this.jobs(eachCopy(labels, this.plan.copies));
    const marks = this.plan.cutMarks ? cutMarks(this.plan) : '';
    for await (const pages of inOrder(jobs, (job) => this.pool.run(job), this.pool.appetite)) {
      for (const page of pages) {
        this.addPage(page, marks);
        yield* this.doc.written();
      }
    }
    // A PDF has at least one page.
    if (!this.doc.page) this.doc.addPage();
    await this.fonts.end();
    this.resources.end(null);
    this.doc.end();
    yield* this.doc.written();
  }

  private addPage(operators: Uint8Array, marks: string): void {
    this.doc.addPage();
    const { page } = this.doc;
    const Sheet = this.form({ Filter: 'FlateDecode' }, page, operators);
    Object.assign(page.xobjects, { Sheet });
    this.doc.addContent(`${marks}/Sheet Do`);
  }

  private form(
    data: object,
    { width, height }: { readonly width: number; readonly height: number },
    content: Uint8Array,
  ): PDFKit.PDFKitReference {
    const box = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: this.resources };
    const form = this.doc.ref({ ...box, ...data });
    form.end(content);
    return form;
  }

  private async *jobs(labels: AsyncIterable<LabelToPrint>): AsyncGenerator<PaintJob> {
    const places = labelsPerPage(this.plan.template);
    const pagesAJob = Math.max(1, Math.floor(CODES_A_JOB / places));
    const { ecc } = this.plan;
    let pages: CodeToPaint[][] = [];
    let page: CodeToPaint[] = [];
    let place = this.plan.skip;
    for await (const label of labels) {
      page.push(await this.codeOf(label, place));
      if (++place < places) continue;
      place = 0;
      pages.push(page);
      page = [];
      if (pages.length < pagesAJob) continue;
      yield { kind: 'pdf', ecc, pages };
      pages = [];
    }
    if (page.length > 0) pages.push(page);
    if (pages.length > 0) yield { kind: 'pdf', ecc, pages };
  }

  private async codeOf(label: LabelToPrint, place: number): Promise<CodeToPaint> {
    const { setting, serial } = await this.setter.set(label);
    const corner = cornerOf(this.plan.template, place);
    const x = corner.x + this.plan.nudge.x;
    const y = corner.y + this.plan.nudge.y;
    const { code, module, dotsPerModule } = setting.fit;
    const unit = short(toPoints(module));
    const texts = this.textsOf(setting) + (serial ? this.show(serial) : '');
    return {
      text: label.text,
      size: setting.size,
      dots: dotsPerModule,
      before: `q ${unit} 0 0 ${unit} ${this.onDots(x + code.x)} ${this.onDots(y + code.y)} cm\n`,
      after: `Q q 1 0 0 1 ${short(toPoints(x))} ${short(toPoints(y))} cm\n${texts}Q\n`,
    };
  }

  private textsOf(setting: Setting): string {
    const known = this.texts.get(setting);
    if (known !== undefined) return known;
    let operators = setting.texts.map((text) => this.show(text)).join('');
    if (this.shared < MOST_SHARED_TEXTS) {
      const name = `T${this.shared++}`;
      const { width, height } = this.plan.template.label;
      this.forms[name] = this.form({}, { width: toPoints(width), height: toPoints(height) }, Buffer.from(operators));
      operators = `/${name} Do\n`;
    }
    this.texts.set(setting, operators);
    return operators;
  }

  private show({ text, weight, size, x, y }: PlacedText): string {
    return this.fonts.show(this.setter.font.runs(text, weight), size, toPoints(x), toPoints(y));
  }

  /** Modules are whole dots wide; on a printer that feeds true they also begin on one. */
  private onDots(mm: number): string {
    const dot = dotMm(this.plan.resolution);
    return short(toPoints(Math.round(mm / dot) * dot));
  }
}

import PdfKit from 'pdfkit';
import { Ink } from './ink.ts';
import type { SheetPlan } from './sheet-options.ts';
import { type SheetTemplate, toPoints } from './sheet-template.ts';

/** What a document of its own needs of a plan for labels. */
type PaperPlan = Pick<SheetPlan, 'title' | 'createdAt'> & { readonly template: Pick<SheetTemplate, 'page'> };

/**
 * A pdfkit document that asks viewers to print it at its true size. "Fit to page" is what most viewers offer first, and at
 * 97 % the last row of a sheet of labels is printed 9 mm too high.
 */
export class PrintDocument extends PdfKit {
  // Undefined while pdfkit's constructor already writes the file's first bytes.
  private readonly ink: Ink | undefined = new Ink();

  constructor({ template, title, createdAt }: PaperPlan) {
    super({
      size: [toPoints(template.page.width), toPoints(template.page.height)],
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang: 'zh-CN',
      displayTitle: true,
      info: { Title: title, Creator: 'Truepart', ...(createdAt && { CreationDate: createdAt }) },
    });
  }

  // pdfkit writes the viewer's preferences itself and takes no others; this is where they come by.
  override ref(data: object): PDFKit.PDFKitReference {
    return super.ref(
      data && 'DisplayDocTitle' in data ? { ...data, PrintScaling: 'None', PickTrayByPDFSize: true } : data,
    );
  }

  override addPage(): this {
    const written: PDFKit.PDFPage | null = this.page;
    // What pdfkit itself puts on a page is two words: deflating them would cost more than setting a label.
    this.compress = false;
    super.addPage();
    this.compress = true;
    // pdfkit lists every page to the end, and needs no more of it than its number.
    if (written) Object.assign(written.dictionary, { data: {} });
    return this;
  }

  // pdfkit pushes a hundred bytes at a time and never asks whether anybody reads. Gathered, they cost a stream's bookkeeping
  // once a page; and 400,000 lines of a large file's cross-reference table are 8 MB instead of 150.
  override push(chunk: Uint8Array | null): boolean {
    if (!this.ink || !chunk) return super.push(chunk);
    this.ink.bytes(chunk);
    return true;
  }

  /** The bytes written since it was last asked. Asked page by page, the document holds one page at a time. */
  *written(): Generator<Uint8Array> {
    const first: unknown = this.read();
    if (first instanceof Uint8Array) yield first;
    if (this.ink) yield this.ink.take();
  }
}

import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import type { Face, Run } from './sheet-font.ts';

interface Embedding {
  readonly face: Face;
  readonly name: string;
  /** Filled in when the last text is set; pdfkit writes it then. */
  readonly dictionary: Record<string, unknown>;
  readonly ref: PDFKit.PDFKitReference;
  readonly used: Set<string>;
}

/**
 * The fonts of one PDF. Texts are coded by their Unicode numbers, and only at the end is each face cut down to the characters that
 * came by, with a map from number to glyph. So a run of labels can be streamed whose last name nobody knew at its first, and
 * raw content can be written on other cores: pdfkit's own embedding numbers glyphs as it meets them and keeps the numbers.
 */
export class PdfFonts {
  private readonly embedded = new Map<Face, Embedding>();

  constructor(
    private readonly doc: PDFKit.PDFDocument,
    /** The `Font` entry of the resources that use these fonts. */
    private readonly resources: Record<string, PDFKit.PDFKitReference>,
  ) {}

  /** Operators that set `runs` from the point (x, y) on, in a space whose y grows downwards; `size` in that space's units. */
  show(runs: readonly Run[], size: number, x: number, y: number): string {
    let at = x;
    const parts = runs.map((run) => {
      const part = `/${this.nameOf(run)} ${short(size)} Tf 1 0 0 -1 ${short(at)} ${short(y)} Tm <${coded(run.text)}> Tj`;
      at += run.width * size;
      return part;
    });
    return `BT ${parts.join(' ')} ET\n`;
  }

  /** Writes the faces. Nothing can be set after it. */
  async end(): Promise<void> {
    for (const embedding of this.embedded.values()) await this.embed(embedding);
  }

  private nameOf({ face, text }: Run): string {
    let embedding = this.embedded.get(face);
    if (!embedding) {
      const dictionary = { Type: 'Font', Subtype: 'Type0', Encoding: 'Identity-H' };
      const name = `F${this.embedded.size}`;
      embedding = { face, name, dictionary, ref: this.doc.ref(dictionary), used: new Set() };
      this.resources[name] = embedding.ref;
      this.embedded.set(face, embedding);
    }
    for (const character of text) embedding.used.add(character);
    return embedding.name;
  }

  private async embed({ face, name, dictionary, ref, used }: Embedding): Promise<void> {
    const text = [...used].toSorted().join('');
    const file = await subsetFont(face.file, text, { targetFormat: 'truetype', noLayoutClosure: true });
    const font = fontkit.create(file);
    if (!('glyphForCodePoint' in font)) throw new Error(`${face.id} is a collection of fonts, not a font`);
    const scale = 1000 / font.unitsPerEm;
    const glyphs = Array.from(text, (character) => {
      const code = character.charCodeAt(0);
      const glyph = font.glyphForCodePoint(code);
      return { code, id: glyph.id, width: glyph.advanceWidth * scale };
    });
    // PDF 32000-1, 9.6.4: six letters tell two subsets of one font apart.
    const baseFont = `TRUEP${String.fromCharCode(65 + (Number(name.slice(1)) % 26))}+NotoSansSC-${face.id}`;
    const { bbox } = font;
    const descriptor = this.write({
      Type: 'FontDescriptor',
      FontName: baseFont,
      Flags: 4,
      FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((value) => value * scale),
      ItalicAngle: 0,
      Ascent: font.ascent * scale,
      Descent: font.descent * scale,
      CapHeight: font.capHeight * scale,
      StemV: 80,
      FontFile2: this.write({ Length1: file.length }, file),
    });
    const descendant = this.write({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: baseFont,
      // A string would be written as a PDF name, bytes are written as a PDF string.
      CIDSystemInfo: { Registry: Buffer.from('Adobe'), Ordering: Buffer.from('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: glyphs.flatMap(({ code, width }) => [code, [width]]),
      CIDToGIDMap: this.write({}, glyphMap(glyphs)),
    });
    Object.assign(dictionary, {
      BaseFont: baseFont,
      DescendantFonts: [descendant],
      ToUnicode: this.write({}, Buffer.from(toUnicode(glyphs.map(({ code }) => code)), 'latin1')),
    });
    ref.end(null);
  }

  private write(dictionary: object, stream: Buffer | null = null): PDFKit.PDFKitReference {
    const ref = this.doc.ref(dictionary);
    ref.end(stream);
    return ref;
  }
}

/** At most three decimals: a thousandth of a point is finer than any printer. */
export const short = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Two bytes a character, most significant first, in hexadecimal. */
const coded = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

function glyphMap(glyphs: readonly { readonly code: number; readonly id: number }[]): Buffer {
  const map = Buffer.alloc(2 * (Math.max(...glyphs.map(({ code }) => code)) + 1));
  for (const { code, id } of glyphs) map.writeUInt16BE(id, 2 * code);
  return map;
}

/** So that the text can be searched and copied. A range may not cross a first byte (PDF 32000-1, 9.10.3). */
function toUnicode(codes: readonly number[]): string {
  const firstBytes = [...new Set(codes.map((code) => code >> 8))];
  const ranges = firstBytes.map((byte) => {
    const hex = byte.toString(16).padStart(2, '0');
    return `<${hex}00> <${hex}ff> <${hex}00>`;
  });
  const blocks: string[] = [];
  // A block holds at most a hundred ranges.
  for (let i = 0; i < ranges.length; i += 100) {
    const block = ranges.slice(i, i + 100);
    blocks.push(`${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';
import type { Weight } from './sheet-template.ts';

const FAMILY = '@fontsource/noto-sans-sc';
const FILE_WEIGHT: Record<Weight, number> = { regular: 400, bold: 600 };
/** The mark that Chinese printers set for a sort they do not have. */
const GETA = '〓';
const BASIC_PLANE = 0xffff;

/** One slice of the family: the characters of a range or two, in one weight. */
export interface Face {
  readonly id: string;
  readonly file: Buffer;
  readonly font: Font;
}

/** Neighbouring characters that stand in the same slice. */
export interface Run {
  readonly face: Face;
  readonly text: string;
  /** In ems: times the size gives the width. */
  readonly width: number;
}

interface Glyph {
  readonly face: Face;
  readonly character: string;
  readonly advance: number;
}

/**
 * Noto Sans SC as @fontsource cuts it: some hundred slices of a few hundred characters each, common ones together. Only
 * slices that a name needs are read, and together they hold all but 33 of the 6,763 Chinese characters of GB 2312: the
 * package's one big "chinese-simplified" file lacks 1,046 of them.
 */
export class SheetFont {
  private readonly glyphs: Record<Weight, Map<string, Glyph>> = { regular: new Map(), bold: new Map() };

  /** Reads what is needed to set `text`. To be awaited before `runs` and `width` are asked about it. */
  async prepare(text: string, weight: Weight): Promise<void> {
    for (const character of text) {
      if (this.glyphs[weight].has(character)) continue;
      const glyph = (await findGlyph(character, weight)) ?? (await findGlyph(GETA, weight));
      if (!glyph) throw new Error('the bundled font lacks its own mark for missing characters');
      this.glyphs[weight].set(character, glyph);
    }
  }

  runs(text: string, weight: Weight): Run[] {
    const runs: { face: Face; text: string; width: number }[] = [];
    let last: (typeof runs)[number] | undefined;
    for (const asked of text) {
      const { face, character, advance } = this.glyph(asked, weight);
      if (last?.face === face) {
        last.text += character;
        last.width += advance;
      } else {
        last = { face, text: character, width: advance };
        runs.push(last);
      }
    }
    return runs;
  }

  /** In ems. */
  width(text: string, weight: Weight): number {
    let width = 0;
    for (const character of text) width += this.glyph(character, weight).advance;
    return width;
  }

  private glyph(character: string, weight: Weight): Glyph {
    const glyph = this.glyphs[weight].get(character);
    if (!glyph) throw new Error(`no glyph was prepared for ${JSON.stringify(character)}`);
    return glyph;
  }
}

const resolve = createRequire(import.meta.url).resolve;
const faces = new Map<string, Promise<Face>>();
let slices: Slice[] | undefined;

interface Slice {
  readonly name: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

async function findGlyph(character: string, weight: Weight): Promise<Glyph | undefined> {
  const codePoint = character.codePointAt(0)!;
  // Beyond the basic plane there are pictures and characters of no living word; a PDF's two-byte codes leave them out.
  if (codePoint > BASIC_PLANE) return undefined;
  slices ??= readSlices();
  const slice = slices.find(({ ranges }) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last));
  if (!slice) return undefined;
  const face = await faceOf(slice.name, weight);
  if (!face.font.hasGlyphForCodePoint(codePoint)) return undefined;
  const advance = face.font.glyphForCodePoint(codePoint).advanceWidth / face.font.unitsPerEm;
  return { face, character, advance };
}

function faceOf(slice: string, weight: Weight): Promise<Face> {
  const id = `${slice}-${FILE_WEIGHT[weight]}`;
  const known = faces.get(id) ?? readFace(id);
  faces.set(id, known);
  return known;
}

async function readFace(id: string): Promise<Face> {
  const file = await readFile(resolve(`${FAMILY}/files/noto-sans-sc-${id}-normal.woff2`));
  const font = fontkit.create(file);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${id} is a collection of fonts, not a font`);
  return { id, file, font };
}

/** `"[119]": "U+20,U+4e00-4e0d"` → slice 119 and its ranges. Latin comes first: it is asked for most. */
function readSlices(): Slice[] {
  const listed = JSON.parse(readFileSync(resolve(`${FAMILY}/unicode.json`), 'utf8')) as Record<string, string>;
  const all = Object.entries(listed).map(([name, ranges]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: ranges.split(',').map((range) => {
      const [first, last = first] = range.replace(/^U\+/i, '').split('-');
      return [Number.parseInt(first!, 16), Number.parseInt(last!, 16)] as const;
    }),
  }));
  return [...all.filter(({ name }) => name === 'latin'), ...all.filter(({ name }) => name !== 'latin')];
}

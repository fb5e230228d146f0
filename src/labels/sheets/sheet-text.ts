import { inFours, type LabelToPrint } from './label-to-print.ts';
import {
  MM_PER_POINT,
  toPoints,
  type Fit,
  type LabelField,
  type SheetTemplate,
  type TextLine,
  type Weight,
} from './sheet-template.ts';

/** Shares of the size, as Noto Sans SC draws: capitals above the baseline, Chinese characters above and tails below it. */
const CAPITAL = 0.74;
const IDEOGRAPH = 0.87;
const TAIL = 0.13;
/** White between the two lines of one text. */
const BROKEN_GAP = 0.15;
const STEP = 0.1;

/** Width of a text in ems. */
export type Measure = (text: string, weight: Weight) => number;

/** A text with its place on the label: millimetres from the label's upper left corner to the start of the baseline. */
export interface PlacedText {
  readonly field: LabelField;
  readonly text: string;
  readonly weight: Weight;
  /** Points. */
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

/** What a line says, fit to print; empty when this label has nothing to say there. */
export function wordsOf(label: LabelToPrint, field: LabelField): string {
  switch (field) {
    case 'nameZh':
      return printable(label.name.zh);
    case 'nameEn':
      return printable(label.name.en);
    case 'serial':
      return inFours(printable(label.serial));
    case 'lot':
      return label.lot === null ? '' : printable(`批次 Lot ${label.lot}`);
    default:
      return printable(label[field]);
  }
}

/** Engineers' letters that the bundled font lacks, and the signs it has for them. */
const STAND_INS: Readonly<Record<string, string>> = { φ: 'ø', Φ: 'Ø', '⌀': 'Ø', μ: 'µ' };

/** One line of visible characters: no line ends, no direction marks, nothing that could disturb a neighbour. */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[φΦ⌀μ]/g, (letter) => STAND_INS[letter]!)
    .replace(/[Ⅰ-ⅿ]/g, (numeral) => numeral.normalize('NFKC'))
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
}

/** Which texts may take two lines, in the order that is tried: a part number is never cut while a name could be. */
const BREAKS: readonly (readonly LabelField[])[] = [
  ['partNumber', 'nameZh', 'nameEn'],
  ['partNumber', 'nameZh'],
  ['partNumber', 'nameEn'],
  ['partNumber'],
  [],
];

/**
 * Sets a label's lines beside its code. Top lines hang from the code's first row; bottom lines stand on its last, so that serials
 * line up across a sheet whatever the names above them do. A text never leaves its box: it shrinks, breaks where there is
 * room, and in the end is cut with an ellipsis.
 */
export function arrange(label: LabelToPrint, template: SheetTemplate, fit: Fit, measure: Measure): PlacedText[] {
  const width = toPoints(fit.text.width);
  const height = toPoints(fit.text.height);
  const bottom = stack(label, template.bottom, width, [], measure);
  const room = height - heightOf(bottom) - (bottom[0]?.line.gap ?? 0);
  const stacks = BREAKS.map((breaks) => stack(label, template.top, width, breaks, measure));
  const top = stacks.find((rows) => heightOf(rows) <= room) ?? stacks.at(-1)!;
  const place = (rows: readonly Row[], from: number): PlacedText[] =>
    rows.map(({ line, text, size, baseline }) => ({
      field: line.field,
      weight: line.weight,
      text,
      size,
      x: fit.text.x,
      y: fit.text.y + (from + baseline) * MM_PER_POINT,
    }));
  return [...place(top, 0), ...place(bottom, height - (bottom.at(-1)?.baseline ?? 0))];
}

interface Row {
  readonly line: TextLine;
  readonly text: string;
  readonly size: number;
  /** Points below the top of the stack. */
  readonly baseline: number;
}

function stack(
  label: LabelToPrint,
  lines: readonly TextLine[],
  width: number,
  breaks: readonly LabelField[],
  measure: Measure,
): Row[] {
  const rows: Row[] = [];
  let y = 0;
  for (const line of lines) {
    const text = wordsOf(label, line.field);
    if (text === '') continue;
    const set = setLine(text, line, width, breaks.includes(line.field), measure);
    const ascent = /[^ -ÿ]/.test(text) ? IDEOGRAPH : CAPITAL;
    // A line keeps its full height when its text shrinks, so that the lines under it stay where they are on every label.
    y += (rows.length === 0 ? 0 : line.size * TAIL + line.gap) + line.size * ascent;
    for (const [i, part] of set.texts.entries()) {
      if (i > 0) y += set.size * (TAIL + BROKEN_GAP + ascent);
      rows.push({ line, text: part, size: set.size, baseline: y });
    }
  }
  return rows;
}

function heightOf(rows: readonly Row[]): number {
  const last = rows.at(-1);
  return last ? last.baseline + last.line.size * TAIL : 0;
}

/** One line, or two if it may break, of at most `width` points. */
export function setLine(
  text: string,
  line: TextLine,
  width: number,
  mayBreak: boolean,
  measure: Measure,
): { texts: string[]; size: number } {
  const size = sizeFor(text, line, width, measure);
  if (measure(text, line.weight) * size <= width) return { texts: [text], size };
  if (mayBreak) {
    const texts = inTwo(text, width / line.least, (part) => measure(part, line.weight));
    return { texts, size: Math.min(...texts.map((part) => sizeFor(part, line, width, measure))) };
  }
  return { texts: [cut(text, width / line.least, (part) => measure(part, line.weight))], size: line.least };
}

/** The largest size, from the line's own down to its least, at which `text` is no wider than `width` points. */
function sizeFor(text: string, line: TextLine, width: number, measure: Measure): number {
  const wanted = width / measure(text, line.weight);
  if (wanted >= line.size) return line.size;
  // Steps, so that neighbouring labels do not differ by a hair.
  return Math.max(line.least, Math.floor(wanted / STEP) * STEP);
}

/** Two lines of at most `ems`, broken at the last blank or after the last hyphen that fits, else between characters. */
function inTwo(text: string, ems: number, width: (text: string) => number): [string, string] {
  const characters = Array.from(text);
  let count = characters.length;
  while (count > 1 && width(characters.slice(0, count).join('')) > ems) count--;
  const joint = Math.max(characters.lastIndexOf(' ', count), characters.lastIndexOf('-', count - 1) + 1);
  const end = joint > count / 3 ? joint : count;
  const first = characters.slice(0, end).join('').trim();
  return [first, cut(characters.slice(end).join('').trim(), ems, width)];
}

function cut(text: string, ems: number, width: (text: string) => number): string {
  if (width(text) <= ems) return text;
  // The font sets … at half height, as Chinese wants it and Latin does not.
  const mark = /^[ -ÿ]*$/.test(text) ? '...' : '…';
  const characters = Array.from(text);
  while (characters.length > 0 && width(characters.join('').trimEnd() + mark) > ems) characters.pop();
  return characters.join('').trimEnd() + mark;
}

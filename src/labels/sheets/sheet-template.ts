import { QUIET_ZONE } from '../qr.ts';
import { TemplateTooSmall } from './sheets.refusals.ts';

export const TEMPLATE_NAMES = ['a4-24', 'a4-65', 'roll-50x25', 'roll-70x35'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** Dots per inch of the print head that modules snap to. Laser printers at 600 and 1200 dpi fall on the grid of 300. */
export const RESOLUTIONS = [203, 300] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export type LabelField = 'partNumber' | 'nameZh' | 'nameEn' | 'serial' | 'lot' | 'maker';
export type Weight = 'regular' | 'bold';

/** One line of clear text. Sizes and gaps in points. */
export interface TextLine {
  readonly field: LabelField;
  readonly weight: Weight;
  readonly size: number;
  /** A text too wide for its line shrinks to this, then breaks if there is room, then is cut. */
  readonly least: number;
  /** White above the line. */
  readonly gap: number;
}

/** A stock of labels. Lengths in millimetres. */
export interface SheetTemplate {
  readonly name: TemplateName;
  readonly kind: 'sheet' | 'roll';
  readonly page: { readonly width: number; readonly height: number };
  readonly label: { readonly width: number; readonly height: number };
  readonly columns: number;
  readonly rows: number;
  /** From the page's corner to the first label's. */
  readonly margin: { readonly left: number; readonly top: number };
  /** Between neighbours. */
  readonly gap: { readonly x: number; readonly y: number };
  readonly resolution: Resolution;
  /** The code with its quiet zone: how far from the label's left edge, how large at most. */
  readonly code: { readonly left: number; readonly side: number; readonly module: number };
  /** White to the right of the text. */
  readonly right: number;
  /** How far the print may be shifted before something falls off the label. */
  readonly nudge: number;
  /** Lines that hang from the code's first row, and lines that stand on its last. */
  readonly top: readonly TextLine[];
  readonly bottom: readonly TextLine[];
}

const A4 = { width: 210, height: 297 };
const line = (field: LabelField, weight: Weight, size: number, gap: number, shrink = 0.75): TextLine => ({
  field,
  weight,
  size,
  gap,
  least: size * shrink,
});
const lines = (sizes: Record<LabelField, number>, white: number): Pick<SheetTemplate, 'top' | 'bottom'> => ({
  top: [
    line('partNumber', 'bold', sizes.partNumber, 0, 0.55),
    line('nameZh', 'regular', sizes.nameZh, white, 0.85),
    line('nameEn', 'regular', sizes.nameEn, white * 0.8, 0.85),
  ],
  bottom: [
    line('serial', 'bold', sizes.serial, white * 1.2, 0.65),
    line('lot', 'regular', sizes.lot, white * 0.8),
    line('maker', 'regular', sizes.maker, white * 0.6),
  ],
});

const ROLL = { kind: 'roll', columns: 1, rows: 1, margin: { left: 0, top: 0 }, gap: { x: 0, y: 0 } } as const;
const roll = (width: number, height: number) => ({ ...ROLL, page: { width, height }, label: { width, height } });

/** Every stock that can be printed on. */
export const TEMPLATES: Readonly<Record<TemplateName, SheetTemplate>> = {
  'a4-24': {
    name: 'a4-24',
    kind: 'sheet',
    page: A4,
    label: { width: 70, height: 37 },
    columns: 3,
    rows: 8,
    margin: { left: 0, top: 0.5 },
    gap: { x: 0, y: 0 },
    resolution: 300,
    // Office printers leave 4 to 5 mm at the paper's edge white: the first module stands clear of it.
    code: { left: 3.5, side: 29, module: 0.51 },
    right: 5,
    nudge: 5,
    ...lines({ partNumber: 11, nameZh: 9.5, nameEn: 7.2, serial: 10, lot: 6.8, maker: 6.5 }, 2.7),
  },
  'a4-65': {
    name: 'a4-65',
    kind: 'sheet',
    page: A4,
    label: { width: 38.1, height: 21.2 },
    columns: 5,
    rows: 13,
    margin: { left: 4.75, top: 10.7 },
    gap: { x: 2.5, y: 0 },
    resolution: 300,
    code: { left: 0.4, side: 20.8, module: 0.51 },
    right: 1.2,
    nudge: 5,
    ...lines({ partNumber: 6, nameZh: 5.8, nameEn: 4.7, serial: 5.8, lot: 4.7, maker: 4.5 }, 1.6),
  },
  'roll-50x25': {
    name: 'roll-50x25',
    ...roll(50, 25),
    resolution: 203,
    code: { left: 0.5, side: 24.5, module: 0.43 },
    right: 1.5,
    nudge: 2,
    ...lines({ partNumber: 8.6, nameZh: 8, nameEn: 6, serial: 8, lot: 6, maker: 5.6 }, 1.9),
  },
  'roll-70x35': {
    name: 'roll-70x35',
    ...roll(70, 35),
    resolution: 203,
    code: { left: 1, side: 31, module: 0.51 },
    right: 2,
    nudge: 2,
    ...lines({ partNumber: 11.5, nameZh: 10, nameEn: 7.8, serial: 10.5, lot: 7.4, maker: 7 }, 2.6),
  },
};

export const MM_PER_POINT = 25.4 / 72;
export const toPoints = (mm: number): number => mm / MM_PER_POINT;
export const LEAST_MODULE_MM = 0.33;
const TEXT_GAP_MM = 0.4;

/** Where things stand on one label, in millimetres from its upper left corner. */
export interface Fit {
  readonly dotsPerModule: number;
  readonly module: number;
  /** The dark square, without its quiet zone. */
  readonly code: { readonly x: number; readonly y: number; readonly side: number };
  /** As high as the dark square, so that the first line and the last align with its edges. */
  readonly text: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** 203 dpi is the trade's name for 8 dots a millimetre. */
export const dotMm = (resolution: Resolution): number => (resolution === 203 ? 1 / 8 : 25.4 / 300);

/**
 * The largest whole number of dots a module can have on this label.
 * @param size modules along one side of the code, without quiet zone
 * @throws TemplateTooSmall when modules would come under 0.33 mm or the quiet zone under 4 modules
 */
export function fit(template: SheetTemplate, size: number, resolution = template.resolution): Fit {
  const dot = dotMm(resolution);
  const across = size + 2 * QUIET_ZONE;
  const room = Math.min(template.code.module, template.code.side / across);
  // A hair of tolerance, so that 3 dots that fit exactly are not lost to rounding.
  const dotsPerModule = Math.floor(room / dot + 1e-9);
  const module = dotsPerModule * dot;
  if (module < LEAST_MODULE_MM) {
    const least = Math.ceil(LEAST_MODULE_MM / dot - 1e-9) * dot;
    throw new TemplateTooSmall(template.name, size, template.code.side, least * across);
  }
  const quiet = QUIET_ZONE * module;
  const side = size * module;
  const code = { x: template.code.left + quiet, y: (template.label.height - side) / 2, side };
  const x = code.x + side + quiet + TEXT_GAP_MM;
  return {
    dotsPerModule,
    module,
    code,
    text: { x, y: code.y, width: template.label.width - template.right - x, height: side },
  };
}

export const labelsPerPage = (template: SheetTemplate): number => template.columns * template.rows;

/** Upper left corner of the label at `place` (from 0, row by row), in millimetres on the page. */
export function cornerOf(template: SheetTemplate, place: number): { x: number; y: number } {
  const column = place % template.columns;
  const row = Math.floor(place / template.columns);
  return {
    x: template.margin.left + column * (template.label.width + template.gap.x),
    y: template.margin.top + row * (template.label.height + template.gap.y),
  };
}

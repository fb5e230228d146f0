import type { InputFault } from '../../kernel/refusal.ts';
import type { QrEcc } from '../qr.ts';
import type { LabelToPrint } from './label-to-print.ts';
import { dotMm, labelsPerPage, RESOLUTIONS, TEMPLATES } from './sheet-template.ts';
import type { Resolution, SheetTemplate, TemplateName } from './sheet-template.ts';
import { SheetOptionsRefused } from './sheets.refusals.ts';

const MOST_COPIES = 100;

/** What the person at the printer may choose. */
export interface SheetOptions {
  readonly template: TemplateName;
  /** Default M. */
  readonly ecc?: QrEcc;
  /** Of the print head; default 203 for rolls, 300 for sheets. */
  readonly resolution?: Resolution;
  /** First free label on a sheet that was begun before: 1 is the upper left, then row by row. */
  readonly startAt?: number;
  /** Of every label, one after the other. */
  readonly copies?: number;
  /** Shifts everything right and down, in millimetres, for a printer that feeds crookedly. */
  readonly nudge?: { readonly x: number; readonly y: number };
  /** Fine grey marks at the labels' corners, for plain paper that is cut by hand. Sheets only. */
  readonly cutMarks?: boolean;
  /** Title and creation time that the PDF carries. */
  readonly title?: string;
  readonly createdAt?: Date;
}

/** The same, checked and complete. */
export interface SheetPlan {
  readonly template: SheetTemplate;
  readonly ecc: QrEcc;
  readonly resolution: Resolution;
  /** Places to leave empty on the first page. */
  readonly skip: number;
  readonly copies: number;
  /** Millimetres, snapped to whole dots. */
  readonly nudge: { readonly x: number; readonly y: number };
  readonly cutMarks: boolean;
  readonly title: string;
  readonly createdAt: Date | undefined;
}

/** @throws SheetOptionsRefused naming every option that cannot be used */
export function planSheet(options: SheetOptions): SheetPlan {
  // Object.hasOwn: the name may come straight from a URL, and `constructor` is no template.
  const template = Object.hasOwn(TEMPLATES, options.template) ? TEMPLATES[options.template] : undefined;
  if (!template) throw new SheetOptionsRefused([unknownTemplate()]);
  const { resolution = template.resolution, startAt = 1, copies = 1, nudge = { x: 0, y: 0 } } = options;
  const places = labelsPerPage(template);
  const errors = [
    ...isOneOf('resolution', resolution, RESOLUTIONS),
    ...isWithin('startAt', startAt, 1, places),
    ...isWithin('copies', copies, 1, MOST_COPIES),
    ...isNear('nudge.x', nudge.x, template.nudge),
    ...isNear('nudge.y', nudge.y, template.nudge),
  ];
  if (errors.length > 0) throw new SheetOptionsRefused(errors);
  const snap = (mm: number): number => Math.round(mm / dotMm(resolution)) * dotMm(resolution);
  return {
    template,
    resolution,
    copies,
    ecc: options.ecc ?? 'M',
    skip: startAt - 1,
    nudge: { x: snap(nudge.x), y: snap(nudge.y) },
    cutMarks: options.cutMarks === true && template.kind === 'sheet',
    title: options.title ?? 'Truepart',
    createdAt: options.createdAt,
  };
}

/** Every label as often as it was asked for. */
export async function* eachCopy(labels: AsyncIterable<LabelToPrint>, copies: number): AsyncGenerator<LabelToPrint> {
  for await (const label of labels) for (let copy = 0; copy < copies; copy++) yield label;
}

const fault = (path: string, zh: string, en: string): InputFault => ({ path, message: en, words: { zh, en } });

function unknownTemplate(): InputFault {
  const names = Object.keys(TEMPLATES).join(', ');
  return fault('template', `没有这种标签规格，可选：${names}`, `no such template; there are ${names}`);
}

function isOneOf(path: string, value: number, allowed: readonly number[]): InputFault[] {
  return allowed.includes(value)
    ? []
    : [fault(path, `应为 ${allowed.join(' 或 ')}`, `must be ${allowed.join(' or ')}`)];
}

function isWithin(path: string, value: number, least: number, most: number): InputFault[] {
  const isGood = Number.isInteger(value) && value >= least && value <= most;
  return isGood
    ? []
    : [fault(path, `应为 ${least} 到 ${most} 的整数`, `must be a whole number from ${least} to ${most}`)];
}

function isNear(path: string, value: number, most: number): InputFault[] {
  return Math.abs(value) <= most ? [] : [fault(path, `应在 ±${most} 毫米以内`, `must be within ${most} mm either way`)];
}

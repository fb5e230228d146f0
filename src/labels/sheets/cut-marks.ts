import { short } from './pdf-font.ts';
import type { SheetPlan } from './sheet-options.ts';
import { cornerOf, labelsPerPage, toPoints } from './sheet-template.ts';

const ARM_MM = 1.5;

/** PDF operators for a fine grey cross at every corner of every label, y downwards. */
export function cutMarks({ template, nudge }: Pick<SheetPlan, 'template' | 'nudge'>): string {
  const { width, height } = template.label;
  const corners = new Set<string>();
  for (let place = 0; place < labelsPerPage(template); place++) {
    const corner = cornerOf(template, place);
    for (const x of [corner.x, corner.x + width]) {
      for (const y of [corner.y, corner.y + height]) corners.add(cross(x + nudge.x, y + nudge.y));
    }
  }
  return `q 0.6 G 0.25 w ${[...corners].join(' ')} S Q\n`;
}

function cross(x: number, y: number): string {
  const at = (dx: number, dy: number): string => `${short(toPoints(x + dx))} ${short(toPoints(y + dy))}`;
  return `${at(-ARM_MM, 0)} m ${at(ARM_MM, 0)} l ${at(0, -ARM_MM)} m ${at(0, ARM_MM)} l`;
}

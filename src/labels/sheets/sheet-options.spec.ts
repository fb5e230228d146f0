import { planSheet, type SheetOptions } from './sheet-options.ts';
import type { Resolution, TemplateName } from './sheet-template.ts';
import type { Refusal } from '../../kernel/refusal.ts';

const bad: readonly { name: string; options: SheetOptions; paths: string[] }[] = [
  { name: 'no such template', options: { template: 'a3-1' as TemplateName }, paths: ['template'] },
  { name: 'a template named like a member', options: { template: 'constructor' as TemplateName }, paths: ['template'] },
  { name: 'start before the sheet', options: { template: 'a4-24', startAt: 0 }, paths: ['startAt'] },
  { name: 'start behind the sheet', options: { template: 'a4-24', startAt: 25 }, paths: ['startAt'] },
  { name: 'a roll has one place', options: { template: 'roll-50x25', startAt: 2 }, paths: ['startAt'] },
  { name: 'half a copy', options: { template: 'a4-65', copies: 1.5 }, paths: ['copies'] },
  { name: 'too many copies', options: { template: 'a4-65', copies: 101 }, paths: ['copies'] },
  { name: 'nudged off a sheet', options: { template: 'a4-65', nudge: { x: 0, y: 5.1 } }, paths: ['nudge.y'] },
  { name: 'nudged nowhere', options: { template: 'a4-65', nudge: { x: Number.NaN, y: 0 } }, paths: ['nudge.x'] },
  { name: 'nudged off a roll', options: { template: 'roll-50x25', nudge: { x: -2.1, y: 0 } }, paths: ['nudge.x'] },
  { name: 'no such head', options: { template: 'roll-50x25', resolution: 600 as Resolution }, paths: ['resolution'] },
  {
    name: 'everything at once',
    options: { template: 'a4-24', startAt: 99, copies: 0, nudge: { x: 9, y: -9 } },
    paths: ['startAt', 'copies', 'nudge.x', 'nudge.y'],
  },
];

test.each(bad)('refuses $name', ({ options, paths }) => {
  const refusal = caught(() => planSheet(options));
  expect(refusal.code).toBe('SHEET_OPTIONS_REFUSED');
  expect(refusal.errors.map(({ path }) => path)).toEqual(paths);
  expect(refusal.errors.every(({ words }) => words!.zh !== '' && words!.en !== '')).toBe(true);
});

test('fills in what was left open', () => {
  expect(planSheet({ template: 'roll-50x25' })).toMatchObject({
    resolution: 203,
    ecc: 'M',
    skip: 0,
    copies: 1,
    nudge: { x: 0, y: 0 },
    cutMarks: false,
  });
});

test('nudges by whole dots and cuts no roll', () => {
  const plan = planSheet({ template: 'roll-50x25', nudge: { x: 0.3, y: -1 }, cutMarks: true });
  expect(plan.nudge).toEqual({ x: 0.25, y: -1 });
  expect(plan.cutMarks).toBe(false);
});

function caught(action: () => unknown): Refusal {
  try {
    action();
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('nothing was refused');
}

import { readFileSync } from 'node:fs';
import { EVENT_WORDS } from '../src/units/unit-event-words.ts';
import { HOLD_KINDS, isStep, UNIT_STATES } from '../src/units/unit-lifecycle.ts';

const PAGE = readFileSync('docs/unit-lifecycle.md', 'utf8');
const section = (title: string): string => PAGE.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
const firstCells = (title: string): string[] =>
  section(title)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|')[1]!.trim());

test('docs/unit-lifecycle.md knows every state', () => {
  expect(firstCells('States')).toEqual(UNIT_STATES.map((state) => `\`${state}\``));
});

test('docs/unit-lifecycle.md knows every step, and no other', () => {
  const steps = UNIT_STATES.flatMap((from) =>
    UNIT_STATES.filter((to) => isStep(from, to)).map((to) => `\`${from}\` → \`${to}\``),
  );
  expect(firstCells('Steps').toSorted()).toEqual(steps.toSorted());
});

test('docs/unit-lifecycle.md knows every hold', () => {
  for (const kind of HOLD_KINDS) expect(section('Holds')).toContain(`\`${kind}\``);
});

test('docs/unit-lifecycle.md tells every ledger entry to EPCIS', () => {
  const told = firstCells('For EPCIS').flatMap((cell) => cell.replaceAll('`', '').split(', '));
  expect(told.toSorted()).toEqual(Object.keys(EVENT_WORDS).toSorted());
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config/project-root.ts';
import { ALL_RULES, RULES } from './rules.ts';
import {
  inCar,
  OTHER_ORDER,
  OTHER_VIN,
  orderOf,
  PASSER_BY,
  scanForOrder,
  scanOf,
  unitOf,
} from './rules/evidence.builder.ts';
import { findings, type Policies } from './rule.ts';

/** The table of docs/rules.md, row by row, without what only people can check. */
function documented(): string[][] {
  const lines = readFileSync(join(projectRoot, 'docs/rules.md'), 'utf8').split('\n');
  return lines
    .filter((line) => /^\| [A-Z]\d\d +\|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const momentsOf = (id: string): string[] =>
  Object.entries(RULES).flatMap(([moment, rules]) => (rules.some((rule) => rule.id === id) ? [moment] : []));

describe('the table of rules', () => {
  it('has every rule once', () => expect(new Set(ALL_RULES.map(({ id }) => id)).size).toBe(ALL_RULES.length));

  it('is what docs/rules.md says', () => {
    const registered = ALL_RULES.map(({ id, name, level, subject, thresholds }) => [
      id,
      name,
      `L${level}`,
      subject,
      momentsOf(id).join(', '),
      Object.entries(thresholds)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ') || '–',
    ]);
    expect(documented().map((row) => row.slice(0, 6))).toEqual(registered);
  });

  test.each(documented())('docs/rules.md says of %s what it finds and why', (...row) =>
    expect(row[6]?.length).toBeGreaterThan(40),
  );
});

describe('a maker’s policy', () => {
  const reappearing = scanForOrder({ unit: inCar(), order: orderOf({ vin: OTHER_VIN, id: OTHER_ORDER }) });
  const levels = (policies: Policies) =>
    findings(RULES.scan, reappearing, policies).map(({ rule, level }) => `${rule} L${level}`);

  const cases: { name: string; policies: Policies; found: string[] }[] = [
    { name: 'silent, the rule’s own level', policies: {}, found: ['K05 L5'] },
    { name: 'off', policies: { K05: { isOn: false } }, found: [] },
    { name: 'lower', policies: { K05: { level: 4 } }, found: ['K05 L4'] },
    { name: 'restating the rule’s own level', policies: { K05: { level: 5 } }, found: ['K05 L5'] },
    { name: 'about another rule', policies: { K04: { isOn: false } }, found: ['K05 L5'] },
  ];
  test.each(cases)('$name', ({ policies, found }) => expect(levels(policies)).toEqual(found));
});

it('is not raised by a policy that restates the rule’s level: a recalled part in its car stays a lesser case', () => {
  const recalled = scanOf({ unit: inCar({ recall: { number: 'RC-1' } }), purpose: 'check' });
  expect(findings(RULES.scan, recalled, { Q01: { level: 5 } }).map(({ rule, level }) => `${rule} L${level}`)).toEqual([
    'Q01 L4',
  ]);
});

it('reports every trouble and never stops at the first', () => {
  const evidence = scanOf({
    unit: unitOf({ state: 'missing', recall: { number: 'RC-1' } }),
    witness: PASSER_BY,
    offline: { isIdReused: false, isCounterBack: true, hoursLate: 0 },
  });
  expect(findings(RULES.scan, evidence).map(({ rule }) => rule)).toEqual(['K04', 'Q01', 'B06']);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/config/project-root.ts';
import { STATUS_OF_KIND } from '../src/http/problem.ts';
import { PROBLEM_OF_STATUS } from '../src/http/problem-words.ts';
import { codesIn, type DeclaredCode } from './support/refusals-in-source.ts';
import { sourceFiles } from './support/source-tree.ts';

const declared = sourceFiles().flatMap(codesIn);

/** What no folder declares: transport itself refuses so, before any of them is asked. */
const ofTransport = Object.entries(PROBLEM_OF_STATUS).map(([status, { code, words }]) => ({ status, code, words }));

interface Row {
  readonly statuses: Set<number>;
  readonly zh: Set<string>;
  readonly en: Set<string>;
}

function tableOfCodes(): string[][] {
  const rows = new Map<string, Row>();
  const add = (code: string, statuses: readonly number[], words: DeclaredCode['words']) => {
    const row = rows.get(code) ?? { statuses: new Set(), zh: new Set(), en: new Set() };
    for (const status of statuses) row.statuses.add(status);
    for (const { zh, en } of words) {
      row.zh.add(zh);
      row.en.add(en);
    }
    rows.set(code, row);
  };
  for (const { code, kinds, words } of declared)
    add(
      code,
      kinds.map((kind) => STATUS_OF_KIND[kind]),
      words,
    );
  for (const { code, status, words } of ofTransport) if (!rows.has(code)) add(code, [Number(status)], [words]);
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { statuses, zh, en }]) => [
      `\`${code}\``,
      [...statuses].sort((a, b) => a - b).join(' / '),
      [...zh].join(' / '),
      [...en].join(' / '),
    ]);
}

const DOCUMENT = join(projectRoot, 'docs/refusals.md');

/** The table's cells. A bar within a cell is written `\\|`. */
function documented(): string[][] {
  const rows = readFileSync(DOCUMENT, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  return rows.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
}

/** Puts the table that the source makes in place of the one that is there. */
function writeDown(): void {
  const rows = tableOfCodes().map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  const [head = ''] = readFileSync(DOCUMENT, 'utf8').split(/^\| `/m, 1);
  writeFileSync(DOCUMENT, `${head}${rows.join('\n')}\n`);
}

test('every code is found, with words in both languages', () => {
  expect(declared.length).toBeGreaterThan(100);
  const speechless = declared.filter(({ words, kinds }) => words.length === 0 || kinds.length === 0);
  expect(speechless.map(({ code, path }) => `${path}: ${code}`)).toEqual([]);
});

test('a code is declared in one place', () => {
  const refusals = declared.filter((each) => each.as === 'refusal').map(({ code }) => code);
  expect(refusals.filter((code, index) => refusals.indexOf(code) !== index)).toEqual([]);
});

test('what transport says with a code of ours, it says with the same status', () => {
  const other = ofTransport.flatMap(({ code, status }) =>
    declared
      .filter((each) => each.code === code && !each.kinds.some((kind) => STATUS_OF_KIND[kind] === Number(status)))
      .map(({ path }) => `${code} is not ${status} in ${path}`),
  );
  expect(other).toEqual([]);
});

test('docs/refusals.md says what the source says (UPDATE_DOCS=1 writes it)', () => {
  if (process.env['UPDATE_DOCS'] === '1') writeDown();
  expect(documented()).toEqual(tableOfCodes());
});

import { availableParallelism } from 'node:os';
import type { Row } from './hot-path.ts';
import { ROUNDS } from './rounds.ts';

const HEAD = ['path', 'ours', 'limit', 'ratio', 'min–max', 'wanted', ''];

/** Every cell padded to its column; Markdown, so that it can be pasted into a document. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [HEAD, HEAD.map(() => ''), ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
  const lines = cells.map((row, line) =>
    row.map((cell, column) => (line === 1 ? '-'.repeat(widths[column]!) : cell.padEnd(widths[column]!))),
  );
  return [
    `Medians of ${ROUNDS} rounds in turn with their limit, ${availableParallelism()} cores. Trust the ratios, not the rates.`,
    '',
    ...lines.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

function cellsOf({ what, ours, limit, ratio, wanted, atMost, note = '' }: Row): string[] {
  const { median, least, most } = ratio;
  const goals = [
    ...(wanted === undefined ? [] : [`≥ ${wanted} ${median >= wanted ? '✓' : '✗'}`]),
    ...(atMost === undefined ? [] : [`≤ ${atMost} ${median <= atMost ? '✓' : '✗'}`]),
  ];
  return [what, ours, limit, short(median), `${short(least)}–${short(most)}`, goals.join(', '), note];
}

/** Three digits that matter, no more. */
const short = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

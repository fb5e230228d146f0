import type { Outcomes, TriedFlag } from '../back-test/back-test.ts';
import type { BackTest } from '../back-test/back-test.service.ts';

/** Markdown, so that it can be pasted into a document. */
export function backTestReport(test: BackTest): string {
  const { rule, from, to, scans, unjudged, before, after, kept, lost, added } = test;
  const levels = Object.entries(after.byLevel).map(([level, flags]) => `${flags} at L${level}`);
  return [
    `${rule}, ${from.toISOString()} to ${to.toISOString()}: ${scans} judged again, ${unjudged} could not be.`,
    ...(test.isComplete ? [] : ['It ended early: there would be more than 100,000 flags.']),
    `The policy in force finds ${test.reproduced} of ${before.flags} flags again.`,
    '',
    table([
      ['', 'flags', 'confirmed', 'dismissed', 'open', 'false alerts'],
      ['as it was', before.flags, ...judged(before)],
      ['still flagged', sum(kept), ...judged(kept)],
      ['no more flagged', sum(lost), ...judged(lost)],
      ['flagged as well', added, '', '', added, ''],
      ['as it would be', after.flags, '', '', '', ''],
    ]),
    '',
    ...(levels.length > 0 ? [`As it would be: ${levels.join(', ')}.`] : []),
    `Of the units flagged as well, another rule was right about ${test.addedConfirmedOtherwise}.`,
    ...(test.flags.length === 0 ? [] : ['', table([LISTED, ...test.flags.map(listed)])]),
  ].join('\n');
}

const LISTED = ['change', 'level', 'first', 'unit', 'known as', 'found'];

const listed = ({ change, level, at, unit, outcome, facts }: TriedFlag): Cell[] => [
  change,
  `L${level}`,
  at.toISOString(),
  unit === null ? '' : `${unit.gtin}/${unit.serial}`,
  outcome ?? '',
  facts === null ? '' : JSON.stringify(facts).replaceAll('|', '\\|'),
];

const sum = ({ confirmed, dismissed, unknown }: Outcomes): number => confirmed + dismissed + unknown;
const judged = ({ confirmed, dismissed, unknown, falseAlertRate }: Outcomes): Cell[] => [
  confirmed,
  dismissed,
  unknown,
  falseAlertRate === null ? '' : `${(falseAlertRate * 100).toFixed(0)} %`,
];

type Cell = string | number;

function table([head, ...rows]: readonly (readonly Cell[])[]): string {
  const lines = [head!, head!.map(() => '---'), ...rows];
  const widths = head!.map((_, column) => Math.max(...lines.map((line) => String(line[column]).length)));
  return lines
    .map((line) => `| ${line.map((cell, column) => String(cell).padEnd(widths[column]!)).join(' | ')} |`)
    .join('\n');
}

import type { Figures, KindFigures, RuleFigures } from './figures.ts';
import type { RefusedStep } from './run.ts';

export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly found: string;
  readonly isMet: boolean;
}

/** What a country must show. At 0 frauds only what is said of honest noise counts. */
export function targetsOf(figures: Figures): Target[] {
  const { kinds, frauds, serious, falseL5, falseL5Per10kScans: falseAlarms } = figures;
  const noFalse = {
    what: 'false L5 in 10,000 scans',
    wanted: '≤ 1',
    found: falseAlarms.toFixed(2),
    isMet: falseAlarms <= 1,
  };
  if (frauds === 0) return [{ what: 'L5 of honest noise', wanted: '0', found: String(falseL5), isMet: falseL5 === 0 }];
  const plain = kinds.filter((kind) => !kind.isStatistical && isSeeable(kind));
  const missed = plain.filter(({ recall }) => recall !== null && recall < 1);
  return [
    {
      what: 'recall of every deterministic kind',
      wanted: '1.00',
      found: missed.length === 0 ? '1.00' : missed.map(({ kind, recall }) => `${kind} ${ratio(recall)}`).join(', '),
      isMet: missed.length === 0,
    },
    { what: 'recall of statistical kinds', wanted: '≥ 0.90', ...atLeast(recallOf(kinds.filter(isSeeableHabit)), 0.9) },
    { what: 'precision of statistical rules', wanted: '≥ 0.90', ...atLeast(habitPrecision(figures), 0.9) },
    { what: 'precision of open flags at L4 and L5', wanted: '≥ 0.98', ...atLeast(serious.precision, 0.98) },
    noFalse,
  ];
}

const isSeeable = ({ rules, rulesToday }: KindFigures): boolean => rules.length > 0 && rulesToday.length > 0;
const isSeeableHabit = (kind: KindFigures): boolean => kind.isStatistical && isSeeable(kind);

function recallOf(kinds: readonly KindFigures[]): number | null {
  const committed = kinds.reduce((sum, kind) => sum + kind.committed, 0);
  return committed === 0 ? null : kinds.reduce((sum, kind) => sum + kind.detected, 0) / committed;
}

function habitPrecision({ kinds, rules }: Figures): number | null {
  const plain = new Set(kinds.filter(({ isStatistical }) => !isStatistical).flatMap((kind) => kind.rules));
  const ids = kinds.filter(({ isStatistical }) => isStatistical).flatMap((kind) => kind.rules);
  const own = rules.filter(({ rule, flags }) => ids.includes(rule) && !plain.has(rule) && flags > 0);
  const flags = own.reduce((sum, rule) => sum + rule.flags, 0);
  return flags === 0 ? null : own.reduce((sum, rule) => sum + rule.fraud + rule.mishaps, 0) / flags;
}

const atLeast = (found: number | null, least: number): Pick<Target, 'found' | 'isMet'> => ({
  found: found === null ? 'none committed or flagged' : ratio(found),
  isMet: found === null || found >= least,
});

const ratio = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

export interface Reported {
  readonly title: string;
  readonly figures: Figures;
  readonly refused: readonly RefusedStep[];
}

/** For the terminal; Markdown, so that it can be pasted into a document. */
export function reportOf({ title, figures, refused }: Reported): string {
  return [
    `# ${title}`,
    `${figures.scans} scans, ${figures.frauds} frauds.`,
    table(
      ['wanted', '', 'found', ''],
      targetsOf(figures).map(({ what, wanted, found, isMet }) => [what, wanted, found, isMet ? '✓' : '✗']),
    ),
    ...(figures.frauds === 0 ? [] : fraudsOf(figures)),
    '## Flags (L3 to L5), by what was behind them in truth',
    table(
      [
        'rule',
        'flags',
        'fraud',
        'mishap',
        'slip, settled',
        'slip, open',
        'groundless',
        'precision',
        'false / 10,000 scans',
      ],
      figures.rules.filter(({ flags }) => flags > 0).map(ruleRow),
    ),
    overall(figures),
    ...unseenOf(figures),
    refusedHonest(refused),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const fraudsOf = (figures: Figures): string[] => [
  '## Frauds (~: seen by comparing, not by one contradiction)',
  table(
    ['kind', 'n', 'seen', 'recall', 'after', 'told by'],
    figures.kinds.filter(({ unseen }) => unseen === null).map(kindRow),
  ),
  missedOf(figures),
];

const unseenOf = ({ kinds }: Figures): string[] => [
  '## What no record can show',
  kinds
    .flatMap(({ kind, unseen, committed }) => (unseen === null ? [] : [`- ${kind} (${committed}): ${unseen}`]))
    .join('\n'),
];

function kindRow({
  kind,
  isStatistical,
  committed,
  detected,
  recall,
  rules,
  rulesToday,
  hoursToDetection,
  toldBy,
}: KindFigures): string[] {
  const told = Object.entries(toldBy).map(([rule, times]) => (times === committed ? rule : `${rule} ×${times}`));
  const lacking = rulesToday.length === 0 ? `no rule yet (${rules.join(', ')})` : '';
  return [
    kind + (isStatistical ? ' ~' : ''),
    String(committed),
    String(detected),
    committed === 0 ? 'not committed' : ratio(recall),
    hoursToDetection === null ? '–' : lasting(hoursToDetection),
    [...told, lacking].filter((each) => each !== '').join(', '),
  ];
}

const lasting = (hours: number): string =>
  hours === 0
    ? 'at once'
    : hours < 1
      ? `${Math.ceil(hours * 60)} min`
      : hours < 48
        ? `${Math.round(hours)} h`
        : `${Math.round(hours / 24)} d`;

const missedOf = ({ kinds }: Figures): string =>
  kinds
    .flatMap(({ kind, missed, unseen }) =>
      unseen === null ? missed.map((place) => `- missed: ${kind}, ${place}`) : [],
    )
    .join('\n');

const ruleRow = (figures: RuleFigures): string[] => [
  figures.rule,
  String(figures.flags),
  String(figures.fraud),
  String(figures.mishaps),
  String(figures.slipsSettled),
  String(figures.slipsOpen),
  String(figures.groundless),
  ratio(figures.precision),
  figures.falsePer10kScans.toFixed(1),
];

const overall = ({ serious, seriousWithPrevented: all, falseL5 }: Figures): string =>
  `Open at L4 and L5: ${serious.flags}, of which ${serious.withFraud} tell of fraud and ${serious.mishaps} of goods that were broken or ` +
  `miscounted (${ratio(serious.precision)}). With what was stopped in time: ${all.flags}, ${all.withFraud} and ${all.mishaps} ` +
  `(${ratio(all.precision)}). False L5: ${falseL5}.`;

function refusedHonest(refused: readonly RefusedStep[]): string {
  const groundless = refused.filter(({ slip }) => slip === null);
  if (groundless.length === 0) return '';
  return [
    '## Honest work that was refused',
    ...groundless.map(({ what, code, detail }) => `- ${what}: ${code} ${detail}`),
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, head.map(() => ''), ...rows];
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
  return cells
    .map((row, line) =>
      row.map((cell, column) => (line === 1 ? '-'.repeat(widths[column]!) : cell.padEnd(widths[column]!))),
    )
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

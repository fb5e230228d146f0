import { drawPlot } from '../web/design/plot.ts';
import type { Figures } from './figures.ts';

/** A file has no page whose colours it could take. */
const INK = '#1b2733';
const SEEN = '#1c7c54';
const MISSED = '#b3261e';
const SLIPS = { settled: '#c9d6df', open: '#e0a030', groundless: MISSED } as const;
const ROW = 18;

/** `recall.svg` and `false-alerts.svg`: what the tables of the report say, to look at. */
export async function plotsOf(figures: Figures): Promise<Readonly<Record<string, string>>> {
  return { 'recall.svg': await recallPlot(figures), 'false-alerts.svg': await falseAlertsPlot(figures) };
}

async function recallPlot({ kinds }: Figures): Promise<string> {
  const shown = kinds
    .filter(({ committed, unseen }) => committed > 0 && unseen === null)
    .map(({ kind, committed, detected }) => ({ kind, detected, missed: committed - detected, committed }));
  const bars = shown.flatMap(({ kind, detected, missed }) => [
    { kind, frauds: detected, what: 'seen' },
    { kind, frauds: missed, what: 'missed' },
  ]);
  const most = Math.max(1, ...shown.map(({ committed }) => committed));
  const { wide } = await drawPlot('Frauds seen and missed, by kind', (plots) => ({
    height: shown.length * ROW + 70,
    marginLeft: 220,
    x: { labelOffset: 40, label: 'frauds', domain: [0, most * 1.1], ticks: Math.min(most, 10), tickFormat: 'd' },
    marginBottom: 48,
    y: { domain: shown.map(({ kind }) => kind), label: null, tickFormat: (kind: string) => kind.replaceAll('_', ' ') },
    color: { domain: ['seen', 'missed'], range: [SEEN, MISSED] },
    marks: [
      plots.barX(bars, { x: 'frauds', y: 'kind', fill: 'what' }),
      plots.text(shown, {
        x: 'committed',
        y: 'kind',
        text: ({ detected, committed }: (typeof shown)[number]) => `${detected} of ${committed}`,
        dx: 6,
        textAnchor: 'start',
      }),
    ],
  }));
  return asFile(wide);
}

async function falseAlertsPlot({ rules, scans }: Figures): Promise<string> {
  const shown = rules.filter(({ falsePer10kScans }) => falsePer10kScans > 0);
  const rate = (flags: number): number => (flags / Math.max(1, scans)) * 10_000;
  const bars = shown.flatMap(({ rule, slipsSettled, slipsOpen, groundless }) => [
    { rule, alerts: rate(slipsSettled), what: 'settled' },
    { rule, alerts: rate(slipsOpen), what: 'open' },
    { rule, alerts: rate(groundless), what: 'groundless' },
  ]);
  const { wide } = await drawPlot('Alerts without fraud in 10,000 scans, by rule', (plots) => ({
    height: Math.max(1, shown.length) * ROW + 70,
    marginLeft: 60,
    marginBottom: 48,
    x: {
      labelOffset: 40,
      label: 'alerts in 10,000 scans: a slip settled by itself (grey), told and open (amber), nothing wrong (red)',
    },
    y: { domain: shown.map(({ rule }) => rule), label: null },
    color: { domain: Object.keys(SLIPS), range: Object.values(SLIPS) },
    marks: [plots.barX(bars, { x: 'alerts', y: 'rule', fill: 'what' })],
  }));
  return asFile(wide);
}

/** What a page says around a plot, a file must say itself. */
const asFile = (svg: string): string =>
  svg.replace('<svg', `<svg font-family="system-ui, sans-serif" style="background:#fff;color:${INK}"`);

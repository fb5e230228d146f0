import type { WorkshopTally } from '../../flags/flag-trends.query.ts';
import { poissonInterval } from '../../flags/poisson.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { drawPlot } from '../design/plot.ts';
import { PlotFigure } from '../design/plot-figure.tsx';
import { OVERVIEW_WORDS } from './overview-words.ts';

const MOST_WORKSHOPS = 20;
const ROW = 36;
/** Fewer scans than these say little about a workshop. */
const SMALL_SAMPLE = 100;

interface Rate extends WorkshopTally {
  /** Flags per 1,000 scans, and between which rates the true one lies; null without a scan. */
  readonly rate: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/** How often workshops are flagged for what they scan, each with how much that is to be believed. */
export async function workshopsFigure(tallies: readonly WorkshopTally[], language: Language) {
  const words = OVERVIEW_WORDS[language];
  const rates = ratesOf(tallies);
  const drawn = rates.flatMap(({ rate, ...tally }) => (rate === null ? [] : [{ ...tally, ...rate }]));
  if (drawn.length === 0) return <p class="card empty">{words.noScans}</p>;
  const shown = drawn.slice(0, MOST_WORKSHOPS);
  const reliable = shown.filter(({ scans }) => scans >= SMALL_SAMPLE);
  // A sample of one would stretch the scale until nothing else could be told apart.
  const most = Math.max(1, ...shown.map(({ value }) => value * 1.5), ...reliable.map(({ high }) => high));
  const plot = await drawPlot(words.workshops, (plots, { isNarrow }) => {
    const nameOf = ({ code, name, scans }: WorkshopTally) =>
      `${isNarrow ? code : name[language]}  ${words.sample(FORMATS[language].number(scans))}`;
    const byCode = new Map(shown.map((tally) => [tally.code, nameOf(tally)]));
    const dot = { x: 'value', y: 'code', r: isNarrow ? 5 : 6, stroke: 'var(--link)', strokeWidth: 2 } as const;
    return {
      height: shown.length * ROW + 56,
      marginLeft: isNarrow ? 142 : 330,
      marginRight: isNarrow ? 16 : 32,
      marginBottom: 44,
      x: {
        domain: [0, most],
        clamp: true,
        grid: true,
        label: words.perThousand,
        labelArrow: false,
        ticks: isNarrow ? 3 : 8,
      },
      y: {
        type: 'band',
        domain: shown.map(({ code }) => code),
        label: null,
        tickFormat: (code: string) => byCode.get(code) ?? code,
      },
      marks: [
        plots.ruleX([0], { stroke: 'var(--edge)' }),
        plots.ruleY(shown, { y: 'code', x1: 'low', x2: 'high', stroke: 'var(--soft)', strokeWidth: 2 }),
        plots.dot(reliable, { ...dot, fill: 'var(--link)' }),
        plots.dot(
          shown.filter(({ scans }) => scans < SMALL_SAMPLE),
          { ...dot, fill: 'var(--card)' },
        ),
      ],
    };
  });
  return (
    <PlotFigure
      title={words.workshops}
      lead={
        drawn.length > MOST_WORKSHOPS
          ? `${words.workshopsLead} ${words.workshopsOnly(MOST_WORKSHOPS)}`
          : words.workshopsLead
      }
      plot={plot}
      behind={words.table}
    >
      <Table rates={rates} language={language} />
    </PlotFigure>
  );
}

/** The highest rate first; who scanned nothing comes last. */
function ratesOf(tallies: readonly WorkshopTally[]): Rate[] {
  return tallies
    .map((tally) => {
      if (tally.scans === 0) return { ...tally, rate: null };
      const perThousand = (count: number) => (count / tally.scans) * 1000;
      const { low, high } = poissonInterval(tally.flags);
      return {
        ...tally,
        rate: { value: perThousand(tally.flags), low: perThousand(low), high: perThousand(high) },
      };
    })
    .sort((one, other) => (other.rate?.value ?? -1) - (one.rate?.value ?? -1));
}

function Table({ rates, language }: { readonly rates: readonly Rate[]; readonly language: Language }) {
  const words = OVERVIEW_WORDS[language];
  const formats = FORMATS[language];
  const rounded = (rate: number) => formats.number(Math.round(rate * 10) / 10);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.workshop}</th>
          {[words.scans, words.flags, words.rate, words.range].map((name) => (
            <th key={name} scope="col" class="num">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rates.map(({ code, name, scans, flags, rate }) => (
          <tr key={code}>
            <th scope="row">
              <a href={`/desk?status=&workshop=${encodeURIComponent(code)}`}>{name[language]}</a>{' '}
              <span class="soft">{code}</span>
            </th>
            <td class="num">{formats.number(scans)}</td>
            <td class="num">{formats.number(flags)}</td>
            <td class="num">{rate === null ? '–' : rounded(rate.value)}</td>
            <td class="num">{rate === null ? '–' : words.between(rounded(rate.low), rounded(rate.high))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

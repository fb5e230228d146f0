import { wilsonInterval } from '../../scorecard/wilson.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { drawPlot } from '../design/plot.ts';
import { PlotFigure } from '../design/plot-figure.tsx';
import { SCORECARD_WORDS } from './scorecard-words.ts';

const MOST_DRAWN = 20;
const ROW = 36;
const MOST_LETTERS = 18;
/** Fewer than these say little. */
const SMALL_SAMPLE = 10;

/** How many of how many, of one thing. */
export interface Rate {
  readonly id: string;
  readonly name: string;
  readonly part: number;
  readonly whole: number;
  /** What else there is to say of it. */
  readonly more?: string;
}

interface Rates {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  /** What the table’s columns are called. */
  readonly columns: { readonly name: string; readonly part: string; readonly whole: string; readonly more?: string };
  readonly rates: readonly Rate[];
  readonly language: Language;
}

interface Share extends Rate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Shares side by side, each with how much it is to be believed; the highest first. */
export async function ratesFigure({ title, lead, none, columns, rates, language }: Rates) {
  const words = SCORECARD_WORDS[language];
  const shares = sharesOf(rates);
  if (shares.length === 0)
    return (
      <section class="card">
        <h2>{title}</h2>
        <p class="soft">{none}</p>
      </section>
    );
  const shown = shares.slice(0, MOST_DRAWN);
  return (
    <PlotFigure
      title={title}
      lead={shares.length > MOST_DRAWN ? `${lead} ${words.only(MOST_DRAWN)}` : lead}
      plot={await sharesPlot(title, shown, language)}
      behind={words.table}
    >
      <Table shares={shares} columns={columns} language={language} />
    </PlotFigure>
  );
}

const sharesOf = (rates: readonly Rate[]): Share[] =>
  rates
    .filter(({ whole }) => whole > 0)
    .map((rate) => ({ ...rate, value: rate.part / rate.whole, ...wilsonInterval(rate.part, rate.whole) }))
    .sort((one, other) => other.value - one.value || other.whole - one.whole);

/** As much of a name as a phone has room for. */
const shortened = (name: string): string => (name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name);

function sharesPlot(title: string, shown: readonly Share[], language: Language) {
  const words = SCORECARD_WORDS[language];
  const { number, percent } = FORMATS[language];
  const isReliable = ({ whole }: Share) => whole >= SMALL_SAMPLE;
  const most = Math.max(
    0.05,
    ...shown.map(({ value }) => value * 1.2),
    ...shown.filter(isReliable).map(({ high }) => high),
  );
  return drawPlot(title, (plots, { isNarrow }) => {
    const labelOf = ({ id, name, whole }: Share) =>
      isNarrow ? shortened(id) : `${name}  ${words.sample(number(whole))}`;
    const byId = new Map(shown.map((share) => [share.id, labelOf(share)]));
    const dot = { x: 'value', y: 'id', r: isNarrow ? 5 : 6, stroke: 'var(--link)', strokeWidth: 2 } as const;
    return {
      height: shown.length * ROW + 40,
      marginLeft: isNarrow ? 142 : 330,
      marginRight: isNarrow ? 24 : 32,
      x: {
        domain: [0, Math.min(1, most)],
        clamp: true,
        grid: true,
        label: null,
        ticks: isNarrow ? 3 : 8,
        tickFormat: (share: number) => percent(share),
      },
      y: {
        type: 'band',
        domain: shown.map(({ id }) => id),
        label: null,
        tickFormat: (id: string) => byId.get(id) ?? id,
      },
      marks: [
        plots.ruleX([0], { stroke: 'var(--edge)' }),
        plots.ruleY(shown, { y: 'id', x1: 'low', x2: 'high', stroke: 'var(--soft)', strokeWidth: 2 }),
        plots.dot(shown.filter(isReliable), { ...dot, fill: 'var(--link)' }),
        plots.dot(
          shown.filter((share) => !isReliable(share)),
          { ...dot, fill: 'var(--card)' },
        ),
      ],
    };
  });
}

interface TableProps extends Pick<Rates, 'columns' | 'language'> {
  readonly shares: readonly Share[];
}

function Table({ shares, columns, language }: TableProps) {
  const words = SCORECARD_WORDS[language];
  const { number, percent } = FORMATS[language];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          {[columns.part, columns.whole, words.rate, words.range].map((name) => (
            <th key={name} scope="col" class="num">
              {name}
            </th>
          ))}
          {columns.more !== undefined && <th scope="col">{columns.more}</th>}
        </tr>
      </thead>
      <tbody>
        {shares.map(({ id, name, part, whole, value, low, high, more }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td class="num">{number(part)}</td>
            <td class="num">{number(whole)}</td>
            <td class="num">{percent(value)}</td>
            <td class="num">{words.between(percent(low), percent(high))}</td>
            {columns.more !== undefined && <td class="whole">{more}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

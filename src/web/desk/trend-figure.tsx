import type { RuleWeek } from '../../flags/flag-trends.query.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { nameIn } from '../design/names.ts';
import { drawPlot } from '../design/plot.ts';
import { PlotFigure } from '../design/plot-figure.tsx';
import { OVERVIEW_WORDS } from './overview-words.ts';
import { RULE_TITLE } from './rule-words.ts';

const MOST_RULES = 12;
const ROW = 38;
/** More columns than these leave no room for a number on each bar. */
const MOST_NUMBERED = 12;

interface Trend {
  readonly rows: readonly RuleWeek[];
  /** Every week of the period, also those without a flag. */
  readonly weeks: readonly string[];
  readonly language: Language;
}

/** New flags a week: a row of bars for each rule. */
export async function trendFigure({ rows, weeks, language }: Trend) {
  const words = OVERVIEW_WORDS[language];
  const tallies = talliesOf(rows, weeks);
  if (tallies.length === 0) return <p class="card empty">{words.noFlags}</p>;
  const shown = tallies.slice(0, MOST_RULES);
  const cells = shown.flatMap(({ rule, flags }) => weeks.map((week, at) => ({ rule, week, flags: flags[at]! })));
  const most = Math.max(...cells.map(({ flags }) => flags));
  const plot = await drawPlot(words.trend, (plots, { isNarrow }) => {
    const every = Math.ceil(weeks.length / (isNarrow ? 4 : 8));
    const labelOf = (week: string) =>
      (weeks.length - 1 - weeks.indexOf(week)) % every === 0 ? FORMATS[language].shortDay(week) : '';
    const numbered = weeks.length > (isNarrow ? MOST_NUMBERED / 2 : MOST_NUMBERED) ? [] : cells;
    const place = { x: 'week', y: 'flags', fy: 'rule' } as const;
    return {
      height: shown.length * ROW + 40,
      marginLeft: isNarrow ? 40 : 260,
      marginRight: isNarrow ? 24 : 32,
      marginTop: 4,
      fy: {
        domain: shown.map(({ rule }) => rule),
        label: null,
        axis: 'left',
        tickFormat: (rule: string) => (isNarrow ? rule : `${rule} ${nameIn(RULE_TITLE[language], rule)}`),
      },
      x: { type: 'band', domain: weeks, label: null, tickSize: 0, tickFormat: labelOf },
      // Room above the tallest bar for its number.
      y: { axis: null, domain: [0, most * 1.6] },
      marks: [
        plots.ruleY([0], { stroke: 'var(--edge)' }),
        plots.barY(cells, { ...place, fill: 'var(--link)' }),
        plots.text(
          numbered.filter(({ flags }) => flags > 0),
          { ...place, text: 'flags', dy: -8 },
        ),
      ],
    };
  });
  return (
    <PlotFigure
      title={words.trend}
      lead={
        tallies.length > MOST_RULES
          ? `${words.trendLead} ${words.trendOnly(MOST_RULES, tallies.length)}`
          : words.trendLead
      }
      plot={plot}
      behind={words.table}
    >
      <Table tallies={tallies} weeks={weeks} language={language} />
    </PlotFigure>
  );
}

interface Tally {
  readonly rule: string;
  /** One number a week. */
  readonly flags: readonly number[];
  readonly sum: number;
}

/** The busiest first. */
function talliesOf(rows: readonly RuleWeek[], weeks: readonly string[]): Tally[] {
  const rules = [...new Set(rows.map(({ rule }) => rule))];
  return rules
    .map((rule) => {
      const own = new Map(rows.filter((row) => row.rule === rule).map(({ week, flags }) => [week, flags]));
      const flags = weeks.map((week) => own.get(week) ?? 0);
      return { rule, flags, sum: flags.reduce((sum, each) => sum + each, 0) };
    })
    .sort((one, other) => other.sum - one.sum || one.rule.localeCompare(other.rule));
}

interface TableProps {
  readonly tallies: readonly Tally[];
  readonly weeks: readonly string[];
  readonly language: Language;
}

function Table({ tallies, weeks, language }: TableProps) {
  const words = OVERVIEW_WORDS[language];
  const formats = FORMATS[language];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.rule}</th>
          {weeks.map((week) => (
            <th key={week} scope="col" class="num">
              {formats.shortDay(week)}
            </th>
          ))}
          <th scope="col" class="num">
            {words.sum}
          </th>
        </tr>
      </thead>
      <tbody>
        {tallies.map(({ rule, flags, sum }) => (
          <tr key={rule}>
            <th scope="row">
              <a href={`/desk?status=&rule=${rule}`}>{rule}</a> {nameIn(RULE_TITLE[language], rule)}
            </th>
            {flags.map((count, at) => (
              <td key={at} class="num">
                {formats.number(count)}
              </td>
            ))}
            <td class="num">{formats.number(sum)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

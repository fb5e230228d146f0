import type { Language } from '../../kernel/words.ts';
import type { UnitDto } from '../../units/unit-view.dto.ts';
import { FORMATS } from '../design/formats.ts';
import { drawPlot } from '../design/plot.ts';
import { PlotFigure } from '../design/plot-figure.tsx';
import { stateOfEntry } from '../staff/timeline.tsx';
import { OVERVIEW_WORDS } from './overview-words.ts';

const MOST_STEPS = { wide: 40, narrow: 12 };
const ROW = 44;

interface Step {
  readonly step: number;
  readonly place: string;
  readonly at: string;
  readonly words: string;
  readonly how: 'moved' | 'seen' | 'bad' | 'suspect';
}

/**
 * A unit’s life on a schematic of places, evenly spaced as on a map of a metro: what matters is in which order it was where,
 * and minutes lie beside months. A copy of a label shows as a line that jumps back and forth.
 */
export async function wayFigure(unit: UnitDto, language: Language) {
  const words = OVERVIEW_WORDS[language];
  const steps = stepsOf(unit, language);
  if (steps.length < 2) return null;
  const plot = await drawPlot(words.way, (plots, { isNarrow }) => {
    const shown = steps.slice(isNarrow ? -MOST_STEPS.narrow : -MOST_STEPS.wide);
    const places = [...new Set(shown.map(({ place }) => place))];
    const how = (kind: Step['how']) => shown.filter((step) => step.how === kind);
    const spot = { x: 'step', y: 'place', r: isNarrow ? 5 : 6 } as const;
    return {
      height: places.length * ROW + 48,
      marginLeft: isNarrow ? 112 : 260,
      marginRight: 16,
      marginBottom: 32,
      x: {
        type: 'point',
        domain: shown.map(({ step }) => step),
        label: null,
        tickSize: 0,
        tickFormat: dayTeller(shown, language, isNarrow),
      },
      y: {
        type: 'band',
        domain: places,
        label: null,
        tickSize: 0,
        tickFormat: (place: string) => (isNarrow ? shortened(place) : place),
      },
      marks: [
        plots.ruleY(places, { stroke: 'var(--line)' }),
        plots.line(shown, { x: 'step', y: 'place', stroke: 'var(--edge)', strokeWidth: 2 }),
        plots.dot(how('moved'), { ...spot, fill: 'var(--ink)' }),
        plots.dot(how('seen'), { ...spot, fill: 'var(--card)', stroke: 'var(--ink)', strokeWidth: 2 }),
        plots.dot(how('bad'), { ...spot, symbol: 'triangle', fill: 'var(--caution)' }),
        plots.dot(how('suspect'), { ...spot, symbol: 'times', stroke: 'var(--suspect)', strokeWidth: 3 }),
      ],
    };
  });
  return (
    <PlotFigure
      title={words.way}
      lead={steps.length > MOST_STEPS.wide ? `${words.wayLead} ${words.wayOnly(MOST_STEPS.wide)}` : words.wayLead}
      plot={plot}
      behind={words.table}
    >
      <Table steps={steps} language={language} />
    </PlotFigure>
  );
}

const HOW = { good: 'moved', caution: 'bad', suspect: 'suspect', plain: 'seen', unknown: 'seen' } as const;

const stepsOf = (unit: UnitDto, language: Language): Step[] =>
  unit.history.map((entry, at) => ({
    step: at + 1,
    place: entry.organisation?.name[language] ?? OVERVIEW_WORDS[language].public,
    at: entry.at,
    words: entry.words[language],
    how: HOW[stateOfEntry(entry)],
  }));

/** The day under the first step of each day, where there is room for it. */
function dayTeller(shown: readonly Step[], language: Language, isNarrow: boolean): (step: number) => string {
  const room = Math.ceil(shown.length / (isNarrow ? 3 : 10));
  let last = -room;
  const told = new Map<number, string>();
  shown.forEach(({ step, at }, index) => {
    const day = FORMATS[language].shortDay(at);
    const isNew = index === 0 || day !== FORMATS[language].shortDay(shown[index - 1]!.at);
    if (!isNew || index - last < room) return;
    told.set(step, day);
    last = index;
  });
  return (step) => told.get(step) ?? '';
}

/** As much of a name as a phone has room for. */
function shortened(place: string): string {
  // A Chinese character is as wide as two letters.
  const most = /\p{Script=Han}/u.test(place) ? 6 : 13;
  return place.length > most ? `${place.slice(0, most)}…` : place;
}

function Table({ steps, language }: { readonly steps: readonly Step[]; readonly language: Language }) {
  const words = OVERVIEW_WORDS[language];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.step}</th>
          <th scope="col">{words.time}</th>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.what}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ step, at, place, words: said }) => (
          <tr key={step}>
            <th scope="row">{step}</th>
            <td>{FORMATS[language].time(at)}</td>
            <td>{place}</td>
            <td>{said}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { BackTest } from '../../back-test/back-test.service.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { drawPlot } from '../design/plot.ts';
import { PlotFigure } from '../design/plot-figure.tsx';
import { FLAG_STATUS } from './desk-words.ts';
import { TRY_WORDS } from './try-words.ts';

const ROW = 64;

interface Pair {
  readonly outcome: string;
  readonly was: number;
  readonly would: number;
}

function pairsOf({ before, kept, added }: BackTest, language: Language): Pair[] {
  const words = TRY_WORDS[language];
  const status = FLAG_STATUS[language];
  return [
    { outcome: status.confirmed, was: before.confirmed, would: kept.confirmed },
    { outcome: status.dismissed, was: before.dismissed, would: kept.dismissed },
    { outcome: words.unknown, was: before.unknown, would: kept.unknown },
    { outcome: words.nobodyKnows, was: 0, would: added },
  ];
}

/** How many flags there are and would be, by what became known of them. */
export async function tryFigure(test: BackTest, language: Language) {
  const words = TRY_WORDS[language];
  const pairs = pairsOf(test, language);
  const bars = pairs.flatMap(({ outcome, was, would }) => [
    { outcome, which: words.wasSo, flags: was },
    { outcome, which: words.wouldBe, flags: would },
  ]);
  const plot = await drawPlot(words.plot, (plots, { isNarrow }) => {
    const place = { x: 'flags', y: 'which', fy: 'outcome' } as const;
    return {
      height: pairs.length * ROW + 20,
      marginLeft: isNarrow ? 96 : 110,
      marginRight: isNarrow ? 84 : 110,
      marginTop: 4,
      marginBottom: 8,
      fy: { domain: pairs.map(({ outcome }) => outcome), label: null, padding: 0.25 },
      y: { domain: [words.wasSo, words.wouldBe], label: null, tickSize: 0 },
      x: { axis: null, domain: [0, Math.max(1, ...bars.map(({ flags }) => flags)) * 1.15] },
      marks: [
        plots.barX(bars, { ...place, fill: 'var(--link)', insetTop: 1, insetBottom: 1 }),
        plots.ruleX([0], { stroke: 'var(--edge)' }),
        plots.text(bars, { ...place, text: 'flags', textAnchor: 'start', dx: 5 }),
      ],
    };
  });
  return (
    <PlotFigure title={words.plot} lead={words.plotLead} plot={plot} behind={words.table}>
      <Table pairs={pairs} language={language} />
    </PlotFigure>
  );
}

function Table({ pairs, language }: { readonly pairs: readonly Pair[]; readonly language: Language }) {
  const words = TRY_WORDS[language];
  const { number } = FORMATS[language];
  const sum = { outcome: words.sum, was: total(pairs, 'was'), would: total(pairs, 'would') };
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.outcome}</th>
          {[words.wasSo, words.wouldBe].map((name) => (
            <th key={name} scope="col" class="num">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...pairs, sum].map(({ outcome, was, would }) => (
          <tr key={outcome}>
            <th scope="row">{outcome}</th>
            <td class="num">{number(was)}</td>
            <td class="num">{number(would)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const total = (pairs: readonly Pair[], which: 'was' | 'would'): number =>
  pairs.reduce((sum, pair) => sum + pair[which], 0);

import type { Language } from '../../kernel/words.ts';
import type { LatencyDto, ReadScoreDto } from '../../scorecard/scorecard.dto.ts';
import type { DisputeScore } from '../../scorecard/scorecard.ts';
import { CAUSE } from '../desk/desk-words.ts';
import { RULE_TITLE } from '../desk/rule-words.ts';
import { FORMATS } from '../design/formats.ts';
import { nameIn } from '../design/names.ts';
import { type Rate, ratesFigure } from './rates-figure.tsx';
import { READ_BY, SCORECARD_WORDS } from './scorecard-words.ts';

interface KeyFigures {
  readonly rates: readonly Rate[];
  readonly latency: LatencyDto;
  readonly disputes: DisputeScore | null;
  readonly satisfactionPercent: number | null;
  readonly reads: readonly ReadScoreDto[];
  readonly language: Language;
}

/** What one wants to know first, in numbers; what is about too few says so. */
export function KeyFigures({ rates, latency, disputes, satisfactionPercent, reads, language }: KeyFigures) {
  const words = SCORECARD_WORDS[language];
  const { percent } = FORMATS[language];
  const share = (part: number, whole: number) => (whole === 0 ? null : percent(part / whole));
  const sumOf = <Item,>(items: readonly Item[], count: (item: Item) => number) =>
    items.reduce((sum, item) => sum + count(item), 0);
  const { time, hours } = unitsIn(language);
  const figures: [string, string | null][] = [
    [
      words.falseAlerts,
      share(
        sumOf(rates, ({ part }) => part),
        sumOf(rates, ({ whole }) => whole),
      ),
    ],
    [words.verdict, time(latency.p95Seconds)],
    [words.inTime, disputes && share(disputes.answeredInTime, disputes.answered)],
    [words.answerTime, hours(disputes?.medianHours ?? null)],
    [words.satisfaction, satisfactionPercent === null ? null : percent(satisfactionPercent / 100)],
    [
      words.unread,
      share(
        sumOf(reads, ({ unread }) => unread),
        sumOf(reads, ({ scans }) => scans),
      ),
    ],
  ];
  return (
    <dl class="figures card">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          {value === null ? <dd class="few">{words.none}</dd> : <dd>{value}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Times as people read them; nothing where nothing was measured. */
function unitsIn(language: Language) {
  const words = SCORECARD_WORDS[language];
  const { number } = FORMATS[language];
  return {
    time: (seconds: number | null) => (seconds === null ? null : words.milliseconds(number(Math.ceil(seconds * 1000)))),
    hours: (count: number | null) => (count === null ? null : words.hours(number(Math.ceil(count * 10) / 10))),
  };
}

export interface ScoredRule {
  readonly rule: string;
  readonly dismissed: number;
  readonly resolved: number;
  readonly dismissedBecause?: readonly { readonly cause: string; readonly flags: number }[];
}

export const ratesOfRules = (rules: readonly ScoredRule[], language: Language): Rate[] =>
  rules.map(({ rule, dismissed, resolved, dismissedBecause = [] }) => ({
    id: rule,
    name: `${rule} ${nameIn(RULE_TITLE[language], rule)}`,
    part: dismissed,
    whole: resolved,
    more: FORMATS[language].list(
      dismissedBecause.map(({ cause, flags }) =>
        SCORECARD_WORDS[language].cause(nameIn(CAUSE[language], cause), FORMATS[language].number(flags)),
      ),
    ),
  }));

interface RulesFigure {
  readonly rates: readonly Rate[];
  readonly none: string;
  readonly hasCauses: boolean;
  readonly language: Language;
}

export function rulesFigure({ rates, none, hasCauses, language }: RulesFigure) {
  const words = SCORECARD_WORDS[language];
  const columns = {
    name: words.rule,
    part: words.dismissed,
    whole: words.resolved,
    ...(hasCauses && { more: words.because }),
  };
  return ratesFigure({ title: words.rules, lead: words.rulesLead, none, columns, rates, language });
}

export function readsFigure(reads: readonly ReadScoreDto[], language: Language) {
  const words = SCORECARD_WORDS[language];
  const rates = reads.map(({ entryMode, scans, unread }) => {
    const name = nameIn(READ_BY[language], entryMode ?? 'unsaid');
    return { id: name, name, part: unread, whole: scans };
  });
  return ratesFigure({
    title: words.reads,
    lead: words.readsLead,
    none: words.noReads,
    columns: { name: words.way, part: words.unreadCount, whole: words.scans },
    rates,
    language,
  });
}

interface DisputesProps {
  readonly disputes: DisputeScore | null;
  readonly language: Language;
}

export function Disputes({ disputes, language }: DisputesProps) {
  const words = SCORECARD_WORDS[language];
  const { number } = FORMATS[language];
  return (
    <section class="card">
      <h2>{words.disputes}</h2>
      <p class="soft">{disputes === null ? words.fewDisputes : words.disputesLead}</p>
      {disputes !== null && (
        <table>
          <tbody>
            {(['raised', 'answered', 'answeredInTime', 'accepted', 'declined', 'escalated'] as const).map((name) => (
              <tr key={name}>
                <th scope="row">{words[name]}</th>
                <td class="num">{number(disputes[name])}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.p90}</th>
              <td class="num">{unitsIn(language).hours(disputes.p90Hours) ?? words.none}</td>
            </tr>
          </tbody>
        </table>
      )}
    </section>
  );
}

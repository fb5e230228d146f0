import { parseArgs } from 'node:util';
import { CannotStart, EXIT } from '../config/cannot-start.ts';
import type { Level, RulePolicy, Thresholds } from '../flags/rule.ts';

const USAGE = `npm run back-test -- --maker CH --rule B03 [--threshold quietHours=48 ...] [--level 4] [--off]
                     [--from 2026-11-01] [--to 2026-12-01] [--json]

  --maker      the maker's code; its parts are looked at
  --rule       the rule that is tried
  --threshold  name=number, as often as there are thresholds; what is left out is the rule's own
  --level      1 to 5; left out: the rule's own
  --off        as if the rule were switched off
  --from, --to when what is looked at was recorded: a day (in Greenwich) or an instant; left out: the last 30 days
  --json       everything, for a program`;

const DAY = 86_400_000;

export interface Asked {
  readonly maker: string;
  readonly rule: string;
  readonly policy: RulePolicy;
  readonly from: Date;
  readonly to: Date;
  readonly isJson: boolean;
}

/** @throws CannotStart with what can be said. */
export function askedIn(args: readonly string[], now: Date): Asked {
  const { maker, rule, threshold = [], level, off, from, to, json } = wordsIn(args);
  if (maker === undefined || rule === undefined) throw misused('--maker and --rule are needed.');
  const end = to === undefined ? now : timeIn(to);
  const begin = from === undefined ? new Date(end.getTime() - 30 * DAY) : timeIn(from);
  if (begin >= end) throw misused('--from must be before --to.');
  const policy = {
    isOn: off !== true,
    thresholds: Object.fromEntries(threshold.map(thresholdIn)) as Thresholds,
    ...(level === undefined ? {} : { level: levelIn(level) }),
  };
  return { maker, rule, policy, from: begin, to: end, isJson: json === true };
}

function wordsIn(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    maker: text,
    rule: text,
    threshold: { ...text, multiple: true },
    level: text,
    from: text,
    to: text,
    off: { type: 'boolean' },
    json: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw misused((error as Error).message);
  }
}

function thresholdIn(words: string): [string, number] {
  const [, name, value] = /^(\w+)=(\d+(?:\.\d+)?)$/.exec(words) ?? [];
  if (name === undefined) throw misused(`--threshold ${words} is not name=number.`);
  return [name, Number(value)];
}

function levelIn(words: string): Level {
  if (!/^[1-5]$/.test(words)) throw misused(`--level ${words} is not 1, 2, 3, 4 or 5.`);
  return Number(words) as Level;
}

function timeIn(words: string): Date {
  const time = new Date(words);
  if (!/^\d{4}-\d{2}-\d{2}/.test(words) || Number.isNaN(time.getTime()))
    throw misused(`${words} is no day or instant.`);
  return time;
}

const misused = (what: string): CannotStart => new CannotStart(what, USAGE, EXIT.badUsage);

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ALL_RULES } from '../flags/rules.ts';
import { type Evidence, type Figures, figuresOf } from './figures.ts';
import type { Wish } from './plan.ts';
import { plotsOf } from './plots.ts';
import { reportOf, targetsOf } from './report.ts';
import { playCountry, type RefusedStep } from './run.ts';
import { openStage } from './stage.ts';
import { BEGINNING } from './time.ts';

const USAGE = `npm run simulate -- [--seed N | --seeds 1,2,3] [--days N] [--workshops N] [--fraud 0.01] [--out DIR]

  --seed, --seeds  which countries; the same seed is the same country (1)
  --days           how long it lives (75)
  --workshops      how many there are (5)
  --fraud          frauds for each scan that honest people make (0.01)
  --out            where report.md, report.json, two plots, and each country's plan and truth go; left out: nothing is written`;

interface Command extends Omit<Wish, 'seed'> {
  readonly seeds: readonly number[];
  readonly out: string | undefined;
}

/** @returns null where the words make no sense. */
function commandOf(args: readonly string[]): Command | null {
  try {
    const text = { type: 'string' } as const;
    const options = { seed: text, seeds: text, days: text, workshops: text, fraud: text, out: text };
    const { values } = parseArgs({ args: [...args], options });
    const { seeds = values.seed ?? '1', days = '75', workshops = '5', fraud = '0.01', out } = values;
    const command = {
      seeds: seeds.split(',').map(Number),
      days: Number(days),
      workshops: Number(workshops),
      fraud: Number(fraud),
      out,
    };
    const isWhole = [...command.seeds, command.days, command.workshops].every(
      (value) => Number.isInteger(value) && value > 0,
    );
    return isWhole && command.workshops > 1 && command.fraud >= 0 && command.fraud <= 1 ? command : null;
  } catch {
    return null;
  }
}

/** On the way, for the person at the terminal; what came of it is for a pipe. */
const say = (line: string): void =>
  void process.stderr.write(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}\n`);

interface Country extends Evidence {
  readonly seed: number;
  readonly figures: Figures;
  readonly refused: readonly RefusedStep[];
}

const RULE_IDS = ALL_RULES.map(({ id }) => id);

/** Each country on a server of its own, so that none sees the others' parts. */
async function play(wish: Wish, out: string | undefined): Promise<Country> {
  const { seed } = wish;
  say(`country ${seed}: a PostgreSQL and a server of its own`);
  const stage = await openStage(BEGINNING);
  try {
    const { plan, truth, flags, refused, seconds } = await playCountry(stage, wish);
    say(
      `country ${seed}: ${plan.steps.length} steps, ${plan.scans} scans, ${wish.days} days in ${seconds.toFixed(0)} s`,
    );
    const evidence = { scans: plan.scans, truth, flags };
    if (out !== undefined)
      await keepCountry(out, seed, { plan, truth: { ...truth, byTime: [...truth.byTime] }, flags });
    return { ...evidence, seed, refused, figures: figuresOf([evidence], RULE_IDS) };
  } finally {
    await stage.close();
  }
}

async function keepCountry(out: string, seed: number, files: Readonly<Record<string, unknown>>): Promise<void> {
  const folder = join(out, `country-${seed}`);
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, `${name}.json`), JSON.stringify(content, null, 1));
}

async function simulate({ seeds, out, ...wish }: Command): Promise<boolean> {
  const countries: Country[] = [];
  for (const seed of seeds) countries.push(await play({ ...wish, seed }, out));
  const figures = figuresOf(countries, RULE_IDS);
  const refused = countries.flatMap((country) => country.refused);
  const title = `${seeds.length === 1 ? 'Country' : 'Countries'} ${seeds.join(', ')}: ${wish.workshops} workshops, ${wish.days} days`;
  const report = reportOf({ title, figures, refused });
  process.stdout.write(`${report}\n`);
  if (out !== undefined) {
    const json = {
      wish,
      seeds,
      targets: targetsOf(figures),
      figures,
      refused,
      countries: countries.map((each) => ({ seed: each.seed, figures: each.figures })),
    };
    await writeFile(join(out, 'report.json'), JSON.stringify(json, null, 1));
    await writeFile(join(out, 'report.md'), `${report}\n`);
    for (const [name, svg] of Object.entries(await plotsOf(figures))) await writeFile(join(out, name), svg);
  }
  return targetsOf(figures).every(({ isMet }) => isMet);
}

const command = commandOf(process.argv.slice(2));
if (command === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 64;
} else if (!(await simulate(command))) process.exitCode = 1;

import { ALL_RULES } from '../src/flags/rules.ts';
import { type Figures, figuresOf } from '../src/simulation/figures.ts';
import type { Wish } from '../src/simulation/plan.ts';
import { targetsOf } from '../src/simulation/report.ts';
import { playCountry, type Played } from '../src/simulation/run.ts';
import { BEGINNING } from '../src/simulation/time.ts';
import { startApp } from './support/app.ts';

/** A minute here is a few milliseconds, so nobody's rate is limited. */
const environment = {
  THROTTLE_REQUESTS: '10000000',
  THROTTLE_PUBLIC_CHECKS: '1000000',
  THROTTLE_SIGN_INS: '1000000',
  LOG_LEVEL: 'error',
};
const PATIENCE = 180_000;

async function lived(wish: Wish): Promise<Played & { readonly figures: Figures }> {
  const app = await startApp({ now: new Date(BEGINNING), environment });
  try {
    const played = await playCountry(app, wish);
    const evidence = { scans: played.plan.scans, truth: played.truth, flags: played.flags };
    const ruleIds = ALL_RULES.map(({ id }) => id);
    return { ...played, figures: figuresOf([evidence], ruleIds) };
  } finally {
    await app.close();
  }
}

const groundlessRefusals = ({ refused }: Played) => refused.filter(({ slip }) => slip === null);

test(
  'honest people, with everything that goes wrong among them: nobody is accused, and nobody is refused',
  async () => {
    const country = await lived({ seed: 2, days: 9, workshops: 2, fraud: 0, busy: 0.3 });
    const { figures, flags } = country;
    expect(figures.scans).toBeGreaterThan(200);
    expect(flags.filter(({ flag }) => flag.level === 5)).toEqual([]);
    expect(flags.filter(({ flag, slip }) => flag.level >= 3 && slip === null)).toEqual([]);
    expect(groundlessRefusals(country)).toEqual([]);
  },
  PATIENCE,
);

test(
  'every way to cheat that this small country has room for is seen, and of what is seen nothing is made up',
  async () => {
    const country = await lived({ seed: 3, days: 16, workshops: 3, fraud: 0.3, busy: 0.1 });
    const { figures } = country;
    expect(figures.kinds.filter(({ committed }) => committed > 0).length).toBeGreaterThan(45);
    expect(targetsOf(figures).filter(({ isMet }) => !isMet)).toEqual([]);
    expect(groundlessRefusals(country)).toEqual([]);
  },
  PATIENCE,
);

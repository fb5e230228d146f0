import { FRAUD_KINDS } from './frauds/kinds.ts';
import { tell, type Told, type Wish } from './plan.ts';
import { ORDER_RATES, SLIP_RATES } from './slips.ts';
import type { Step } from './step.ts';

const WISH: Wish = { seed: 7, days: 75, workshops: 5, fraud: 0.01, busy: 0.3 };
const country = tell(WISH);

/** As it would be written to a file: what differs there differs. */
const written = ({ plan, truth }: Told): string =>
  JSON.stringify({ plan, incidents: truth.incidents, byTime: [...truth.byTime] });
const kindsOf = ({ truth }: Told, isFraud: boolean): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const incident of truth.incidents)
    if (incident.isFraud === isFraud) counts.set(incident.kind, (counts.get(incident.kind) ?? 0) + 1);
  return counts;
};
const ordersPushed = ({ plan }: Told): Step[] => plan.steps.filter(({ method }) => method === 'PUT');

test('the same wish is the same country', () => expect(written(tell(WISH))).toBe(written(country)));

test('another seed is another country', () => expect(written(tell({ ...WISH, seed: 8 }))).not.toBe(written(country)));

test('honest work is the same whatever is cheated beside it', () => {
  const honest = tell({ ...WISH, fraud: 0 });
  const bodies = new Set(ordersPushed(country).map(({ body }) => JSON.stringify(body)));
  expect(ordersPushed(honest).every(({ body }) => bodies.has(JSON.stringify(body)))).toBe(true);
  expect(kindsOf(honest, true).size).toBe(0);
});

test('as many frauds as were wished for', () => {
  const honest = tell({ ...WISH, fraud: 0 });
  const frauds = country.truth.incidents.filter(({ isFraud }) => isFraud).length;
  // Receipts read every code in the box; the rate goes by the readings that one person makes of one label.
  expect(frauds / honest.plan.scans).toBeGreaterThan(0.005);
  expect(frauds / honest.plan.scans).toBeLessThan(0.012);
});

test('every way to cheat, each as often as the others', () => {
  const counts = kindsOf(tell({ ...WISH, fraud: 0.04 }), true);
  expect([...counts.keys()].sort()).toEqual(FRAUD_KINDS.map(({ kind }) => kind).sort());
  expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
});

test('a small country does without the schemes that it has no room for', () => {
  const kinds = kindsOf(tell({ seed: 1, days: 10, workshops: 2, fraud: 0.5, busy: 0.2 }), true);
  expect([...kinds.keys()]).not.toContain('warranty_part_kept');
  expect([...kinds.keys()]).not.toContain('replaces_far_above_peers');
  expect([...kinds.keys()]).toContain('cloned_label');
});

test('people slip about as often as they are said to', () => {
  const slips = kindsOf(country, false);
  const lines = country.plan.steps.filter(
    ({ path, body }) => path.endsWith('/fittings') && typeof body !== 'string' && body['code'] !== undefined,
  ).length;
  const often = Object.entries(SLIP_RATES).filter(([, rate]) => rate >= 0.01);
  const shares = often.map(([kind, rate]) => ({ kind, timesItsRate: (slips.get(kind) ?? 0) / lines / rate }));
  expect(shares.filter(({ timesItsRate }) => timesItsRate < 0.5 || timesItsRate > 1.5)).toEqual([]);
  expect(slips.get('comeback') ?? 0).toBeLessThan(ordersPushed(country).length * ORDER_RATES.comeback * 2);
});

test('no two steps have one time, so that a flag’s time tells which step it came of', () => {
  const times = country.plan.steps.map(({ at }) => at);
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
});

test('the plan does not tell who cheats', () => {
  const told = JSON.stringify(country.plan.steps.map(({ at: _, ...step }) => step));
  const { incidents } = country.truth;
  expect(incidents.filter(({ id }) => told.includes(`"${id}"`))).toEqual([]);
  expect(FRAUD_KINDS.filter(({ kind }) => told.includes(kind))).toEqual([]);
});

test('a kind that no rule can tell says why', () =>
  expect(FRAUD_KINDS.filter(({ rules, unseen }) => (rules.length === 0) !== (unseen !== undefined))).toEqual([]));

import { DetectionRunner } from '../src/detection/detection-runner.ts';
import { startApp } from './support/app.ts';
import { DAYS, HOURS, LateStory, type Outcome } from './support/late-story.ts';

/**
 * The same events in five shuffled orders and in two deliveries, a day late: identical flags, holds and states. What people read
 * and fitted comes out of queues; rules of the step, of pace and of rates judge it.
 */
const SEEDS = [11, 23, 37, 41, 59];
const PATIENCE = 90_000;

/** A seeded shuffle (mulberry32), so that a failing order can be had again. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** When all queues are in and every pass has had its turn. */
const IN_THE_END = 5 * DAYS;

async function inTheEnd(story: LateStory): Promise<Outcome> {
  story.setTime(IN_THE_END);
  await story.look();
  return story.outcome();
}

/** As if nothing had ever been late: the server looks all the while. */
async function inTime(): Promise<LateStory> {
  const story = await LateStory.begin();
  let done = 0;
  const events = story.events().sort((a, b) => a.at - b.at);
  for (const [n, { at, tell }] of events.entries()) {
    await story.steps(done, at);
    story.setTime(at);
    await tell(false);
    if (n % 10 === 0) await story.look();
    done = at;
  }
  return story;
}

let expected: Outcome;
afterEach(() => LateStory.endAll());
beforeAll(async () => {
  expected = await inTheEnd(await inTime());
  await LateStory.endAll();
}, PATIENCE);

test('in time, everything that should be found is found', () => {
  const told = expected.flags.map(
    ({ rule, serial, workshop, level, count, status }) =>
      `${rule} ${serial ?? workshop ?? ''} L${level} ×${count}${status === 'open' ? '' : ` ${status}`}`,
  );
  expect(told).toEqual([
    'B01 wanderer L4 ×1',
    'B01 traveller L4 ×2',
    'B02 popular L3 ×3',
    'B09 WS-HZ-01 L3 ×1',
    'C04 mistyped L3 ×1',
    'C04 mistyped L3 ×1 prevented',
    'C04 unheardOf L5 ×5',
    'I04 WS-NB-01 L3 ×1',
    'K02 issued L4 ×1',
    'K04 lost L5 ×1',
    'K05 fitted L5 ×2',
    'K05 fittedLate L5 ×2',
    'K06 boxed L3 ×1',
    'R01 issued L5 ×1',
    'R02 issued L4 ×1 prevented',
    'R12 fitted L5 ×1',
    'R17 WS-HZ-01 L3 ×1',
    'R18 WS-HZ-01 L3 ×1',
    'R22 WS-NB-01 L4 ×1',
    'R22 WS-NB-01 L4 ×1',
    'R22 WS-NB-01 L4 ×1',
  ]);
});

test.each(SEEDS)(
  'a day late, in order no. %i and two deliveries: the same flags, holds and states',
  async (seed) => {
    const story = await LateStory.begin();
    await story.steps(0, DAYS);
    const events = shuffled(story.events(), seed);
    const half = Math.floor(events.length / 2);
    story.setTime(24 * HOURS);
    for (const { tell } of events.slice(0, half)) await tell(true);
    // Somebody looks in between: what is known by then is judged, and some of it only looks wrong.
    await story.look();
    story.setTime(30 * HOURS);
    // The second delivery begins with what the first one had no answer to.
    for (const { tell } of events.slice(Math.floor(half / 2))) await tell(true);
    story.setTime(31 * HOURS);
    await story.look();
    expect(await inTheEnd(story)).toEqual(expected);
    story.setTime(IN_THE_END + HOURS);
    await story.look();
    expect(await story.outcome()).toEqual(expected);
  },
  PATIENCE,
);

test(
  'two servers that look at once count nothing twice',
  async () => {
    const story = await LateStory.begin();
    await story.steps(0, DAYS);
    story.setTime(24 * HOURS);
    for (const { tell } of shuffled(story.events(), 7)) await tell(true);
    story.setTime(IN_THE_END);
    const { clock, databaseUrl } = story.world.app;
    const second = await startApp({ now: clock.now(), environment: { DATABASE_URL: databaseUrl } });
    try {
      await Promise.all([story.look(), second.app.get(DetectionRunner).runDue()]);
    } finally {
      await second.close();
    }
    expect(await story.outcome()).toEqual(expected);
  },
  PATIENCE,
);

import type { Heard, Wish } from './call.ts';
import type { Deed } from './deed.ts';
import { deedOf, verdictOf } from './deed.builder.ts';
import { deliverAll, type DeedShelf } from './delivery.ts';

/** A shelf that forgets nothing until the test ends. */
class Shelf implements DeedShelf {
  constructor(private kept: readonly Deed[]) {}
  async deeds(): Promise<readonly Deed[]> {
    return this.kept;
  }
  async change(id: string, to: (deed: Deed) => Deed): Promise<void> {
    this.kept = this.kept.map((deed) => (deed.id === id ? to(deed) : deed));
  }
  get states(): readonly Deed['state'][] {
    return this.kept.map(({ state }) => state);
  }
}

interface Sent {
  readonly path: string;
  readonly wish: Wish;
}

/** A network that answers in this order, and then never again. */
function network(...answers: readonly ((wish: Wish) => Heard)[]) {
  const sent: Sent[] = [];
  const send = async (path: string, wish: Wish): Promise<Heard> => {
    sent.push({ path, wish });
    return answers[sent.length - 1]?.(wish) ?? { kind: 'silence' };
  };
  return { send, sent };
}

const says = (status: number, body: unknown): Heard => ({ kind: 'answer', status, body, retryAfter: null });
const verdicts = ({ body }: Wish): Heard => {
  const { scans } = body as { scans: readonly { id: string }[] };
  return says(200, { items: scans.map(({ id }) => ({ id, status: 'recorded', verdict: verdictOf() })) });
};
const yes = (): Heard => says(201, {});
const no = (): Heard => says(409, { code: 'UNIT_ALREADY_FITTED' });
const badInput = (): Heard => says(400, { code: 'INVALID_INPUT' });
const fault = (): Heard => says(500, { code: 'INTERNAL' });
const signIn = (): Heard => says(401, { code: 'ANOTHER_ACCOUNT' });

const scan = (number: number) => deedOf({ number });
const fitting = (number: number) => deedOf({ number, kind: 'fitting', path: '/api/repair-orders/RO-1/fittings' });

const photo = (number: number) => deedOf({ number, kind: 'photo', about: { oldPart: 'pads' } });

test.each([
  {
    name: 'all of it',
    deeds: [scan(1), scan(2), fitting(3)],
    answers: [verdicts, yes],
    end: 'empty',
    states: ['done', 'done', 'done'],
  },
  {
    name: 'up to the silence',
    deeds: [scan(1), fitting(2)],
    answers: [verdicts],
    end: 'later',
    states: ['done', 'waiting'],
  },
  { name: 'past a no', deeds: [fitting(1), fitting(2)], answers: [no, yes], end: 'empty', states: ['refused', 'done'] },
  { name: 'nothing as somebody else', deeds: [fitting(1)], answers: [signIn], end: 'signIn', states: ['waiting'] },
  {
    name: 'past a fault, which waits for another day',
    deeds: [fitting(1), fitting(2)],
    answers: [fault, yes],
    end: 'later',
    states: ['waiting', 'done'],
  },
  {
    name: 'no photo past a fault in what tells of its old part',
    deeds: [{ ...fitting(1), about: { oldPart: 'pads' } }, photo(2)],
    answers: [fault, yes],
    end: 'later',
    states: ['waiting', 'waiting'],
  },
  {
    name: 'each scan for itself when one of them is bad',
    deeds: [scan(1), scan(2)],
    answers: [badInput, badInput, verdicts],
    end: 'empty',
    states: ['refused', 'done'],
  },
] as const)('delivers $name', async ({ deeds, answers, end, states }) => {
  const shelf = new Shelf(deeds);
  const { send } = network(...answers);
  expect(await deliverAll(shelf, 'zhang', send)).toMatchObject({ end });
  expect(shelf.states).toEqual(states);
});

test('says whose it is, and sends the same under the same key after a lost reply', async () => {
  const shelf = new Shelf([fitting(1)]);
  const { send, sent } = network(() => ({ kind: 'silence' }), yes);
  await deliverAll(shelf, 'zhang', send);
  await deliverAll(shelf, 'zhang', send);
  expect(sent.map(({ wish: { key, account } }) => [key, account])).toEqual([
    ['id-1', 'zhang'],
    ['id-1', 'zhang'],
  ]);
  expect(shelf.states).toEqual(['done']);
});

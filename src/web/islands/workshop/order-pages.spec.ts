import type { Heard } from './call.ts';
import { ordersToShow } from './order-pages.ts';

const page = (next: string | null, ...numbers: string[]): Heard => ({
  kind: 'answer',
  status: 200,
  body: { items: numbers.map((number) => ({ number })), next },
  retryAfter: null,
});

/** A server that knows these answers, and what it was asked for. */
function server(answers: Readonly<Record<string, Heard>>) {
  const asked: string[] = [];
  const ask = async (path: string): Promise<Heard> => {
    asked.push(path.replace('/api/repair-orders?limit=200', ''));
    return answers[asked.at(-1)!]!;
  };
  return { asked, ask };
}

test('a small shop is one question', async () => {
  const { asked, ask } = server({ '': page(null, 'RO-2', 'RO-1') });
  expect(await ordersToShow(ask)).toEqual(page(null, 'RO-2', 'RO-1'));
  expect(asked).toEqual(['']);
});

test('of what is older than the newest page every open order comes, page by page', async () => {
  const { ask } = server({
    '': page('a+b', 'RO-9'),
    '&open=true&after=a%2Bb': page('c', 'RO-5'),
    '&open=true&after=c': page(null, 'RO-2'),
  });
  expect(await ordersToShow(ask)).toEqual(page(null, 'RO-9', 'RO-5', 'RO-2'));
});

test('half a list is none', async () => {
  const { ask } = server({ '': page('a', 'RO-9'), '&open=true&after=a': { kind: 'silence' } });
  expect(await ordersToShow(ask)).toEqual({ kind: 'silence' });
});

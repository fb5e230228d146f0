import type { Heard } from './call.ts';
import type { OrderSummary, PageOf } from './contract.ts';

const PATH = '/api/repair-orders?limit=200';

/**
 * The newest orders whatever became of them, so that the bill of last week is found by its plate, and then every older one that is
 * still open: a car may be on hold for longer than a busy shop takes for two hundred others.
 * @returns one page; or what a request came to that was not answered with 200, since half a list would pass for the whole
 */
export async function ordersToShow(ask: (path: string) => Promise<Heard>): Promise<Heard> {
  const items: OrderSummary[] = [];
  for (let path = PATH; ;) {
    const heard = await ask(path);
    if (heard.kind !== 'answer' || heard.status !== 200) return heard;
    const page = heard.body as PageOf<OrderSummary>;
    items.push(...page.items);
    if (page.next === null) return { ...heard, body: { items, next: null } };
    path = `${PATH}&open=true&after=${encodeURIComponent(page.next)}`;
  }
}

import type { Tx } from '../database/database.ts';

/** Rows in memory at a time, twice: while one page is judged, the next is read. */
const PAGE = 400;

/** Page by page, through a cursor: a million take no more memory than a thousand. One at a time in a transaction. */
export async function* paged<Row>(tx: Tx, statement: string, parameters: readonly unknown[]): AsyncGenerator<Row[]> {
  // Where few rows are wanted, a page of them may take the whole history, and it may take its time.
  await tx.run('SET LOCAL statement_timeout = 0');
  await tx.run(`DECLARE past NO SCROLL CURSOR FOR ${statement}`, parameters);
  let next = fetch<Row>(tx);
  for (;;) {
    const page = await next;
    if (page.length === PAGE) next = fetch<Row>(tx);
    if (page.length > 0) yield page;
    if (page.length < PAGE) break;
  }
  await tx.run('CLOSE past');
}

function fetch<Row>(tx: Tx): Promise<Row[]> {
  const page = tx.rows<Row & Record<string, unknown>>(`FETCH ${PAGE} FROM past`);
  // Whoever has had enough does not come for the page after; whoever does come hears of its trouble.
  page.catch(() => undefined);
  return page;
}

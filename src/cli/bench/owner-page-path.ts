import { againstOwnStatements } from './against-own-statements.ts';
import type { HotPath } from './hot-path.ts';
import type { HttpRequest } from './http-lanes.ts';

const A_ROUND = 200;
const CONCURRENCY = 8;
/** Enough to see what each one asks. */
const RECORDED = 20;

/** An owner opens the link of a finished repair. */
export const ownerPagePath: HotPath = {
  name: 'owner-page',
  async prepare({ ask }) {
    const token = await ask(
      "SELECT i.token FROM invoice i JOIN repair_order o ON o.id = i.order_id WHERE o.number = 'RO-239001'",
    );
    const request: HttpRequest = { method: 'GET', path: `/api/public/invoices/${String(token)}` };
    const requests = Array.from({ length: RECORDED }, () => request);
    return {
      recorded: requests,
      run: async (live) => [
        await againstOwnStatements(live, {
          what: "owner's page",
          unit: 'pages',
          requests,
          perRound: A_ROUND,
          concurrency: CONCURRENCY,
          proof: 'SELECT count(*) FROM invoice WHERE seen_at IS NOT NULL',
        }),
      ],
    };
  },
};

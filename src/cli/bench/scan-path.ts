import { againstOwnStatements } from './against-own-statements.ts';
import { stock } from './demo-staff.ts';
import type { HotPath, Live, Row } from './hot-path.ts';
import { bytesOf, HttpLanes, type HttpRequest } from './http-lanes.ts';
import { quantile, ROUNDS, spreadOf } from './rounds.ts';

const A_ROUND = 600;
const CONCURRENCY = 32;

const STEADY_SCANS_A_SECOND = 200;
const STEADY_SECONDS = 10;
const WANTED_P95_MS = 100;

/** A technician scans a part on the workshop's shelf. */
export const scanPath: HotPath = {
  name: 'scan',
  async prepare({ warehouse, advisor, technician }) {
    const codes = await stock(warehouse, advisor, A_ROUND * (ROUNDS + 1));
    const requests = codes.map((code) => technician.request('/api/scans', { code, purpose: 'check' }));
    return {
      recorded: requests,
      run: async (live) => [
        await againstOwnStatements(live, {
          what: 'scan',
          unit: 'scans',
          wanted: 0.5,
          requests,
          perRound: A_ROUND,
          concurrency: CONCURRENCY,
          proof: 'SELECT count(*) FROM scan',
        }),
        await steadily(live, requests),
      ],
    };
  },
};

/** People do not wait for each other: a scan is sent when it is due, however long the one before takes. */
async function steadily(live: Live, requests: readonly HttpRequest[]): Promise<Row> {
  const lanes = await HttpLanes.open(live.url, CONCURRENCY);
  const ready = requests.slice(0, STEADY_SCANS_A_SECOND * STEADY_SECONDS).map(bytesOf);
  const waits = await lanes.driveSteadily(ready, STEADY_SCANS_A_SECOND);
  lanes.close();
  const p95s = Array.from({ length: STEADY_SECONDS }, (_, second) => {
    const of = waits.slice(second * STEADY_SCANS_A_SECOND, (second + 1) * STEADY_SCANS_A_SECOND);
    return quantile(
      of.toSorted((a, b) => a - b),
      0.95,
    );
  });
  const all = waits.toSorted((a, b) => a - b);
  const p95 = quantile(all, 0.95);
  const seconds = spreadOf(p95s);
  return {
    what: `scan, p95 at ${STEADY_SCANS_A_SECOND}/s`,
    ours: `${p95.toFixed(1)} ms`,
    limit: `${WANTED_P95_MS} ms wanted`,
    ratio: { median: WANTED_P95_MS / p95, least: WANTED_P95_MS / seconds.most, most: WANTED_P95_MS / seconds.least },
    wanted: 1,
    note: `median ${quantile(all, 0.5).toFixed(1)} ms, p99 ${quantile(all, 0.99).toFixed(1)} ms`,
  };
}

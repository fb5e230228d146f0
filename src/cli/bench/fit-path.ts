import { againstOwnStatements } from './against-own-statements.ts';
import { type DemoStaff, PART, stock } from './demo-staff.ts';
import type { HotPath } from './hot-path.ts';
import { atATime, ROUNDS } from './rounds.ts';

const A_ROUND = 100;
const CONCURRENCY = 8;
const VIN = 'LCHARE3K8AN100200';

/** A technician records a part as fitted, each on an order of its own, the old part handed to the owner. */
export const fitPath: HotPath = {
  name: 'fit',
  async prepare({ warehouse, advisor, technician }) {
    const codes = await stock(warehouse, advisor, A_ROUND * (ROUNDS + 1));
    const fittings = codes.map((code, place) => ({ code, order: `BENCH-${place}` }));
    await atATime(CONCURRENCY, fittings, ({ order }) => openOrder(advisor, order));
    const requests = fittings.map(({ code, order }) =>
      technician.request(`/api/repair-orders/${order}/fittings`, {
        line: 1,
        code,
        vin: VIN,
        odometer: 31_005,
        removedPart: { outcome: 'with_owner' },
      }),
    );
    return {
      recorded: requests,
      run: async (live) => [
        await againstOwnStatements(live, {
          what: 'fit',
          unit: 'fittings',
          requests,
          perRound: A_ROUND,
          concurrency: CONCURRENCY,
          proof: "SELECT count(*) FROM unit WHERE state = 'fitted'",
        }),
      ],
    };
  },
};

async function openOrder(advisor: DemoStaff, number: string): Promise<void> {
  await advisor.put(`/api/repair-orders/${number}`, {
    version: 1,
    openedAt: new Date().toISOString(),
    vehicle: { vin: VIN, model: 'E300' },
    repairCategory: 'minor',
    odometerIn: 31_000,
    lines: [{ line: 1, partNumber: PART, category: 'original', quantity: 1, unitPrice: '42.00', payType: 'customer' }],
  });
  await advisor.post(`/api/repair-orders/${number}/approvals`, { lines: [{ line: 1 }], channel: 'in_person' });
}

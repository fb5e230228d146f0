import type { DemoCast, Workshop } from './demo-cast.ts';
import type { Answer } from './demo-person.ts';

export const billed = (partNumber: string, unitPrice: string): Answer => ({
  line: 1,
  partNumber,
  category: 'original',
  quantity: 1,
  unitPrice,
});

/** What a workshop does about every car: an order with one approved line, and later its invoice. */
export class DemoRepairs {
  constructor(
    private readonly cast: DemoCast,
    private readonly workshop: Workshop,
    /** Of every car that comes. */
    private readonly odometer: number,
  ) {}

  async open(number: string, vin: string, line: Answer, more: Answer = {}): Promise<void> {
    const advisor = this.cast.advisor(this.workshop);
    await advisor.put(`/api/repair-orders/${number}`, {
      version: 1,
      openedAt: '2026-11-20T01:00:00Z',
      vehicle: { vin, model: 'E300' },
      repairCategory: 'minor',
      odometerIn: this.odometer,
      ...more,
      lines: [{ line: 1, category: 'original', quantity: 1, payType: 'customer', ...line }],
    });
    const lines = [{ line: 1 }];
    await advisor.post(`/api/repair-orders/${number}/approvals`, { lines, channel: 'in_person' });
  }

  async bill(
    order: string,
    number: string,
    lines: Answer[],
    labour: Answer[],
  ): Promise<{ url: string; token: string }> {
    const invoice = await this.cast.supervisor(this.workshop).post(`/api/repair-orders/${order}/invoice`, {
      number,
      odometerOut: this.odometer + 10,
      lines,
      labour,
    });
    return { url: String(invoice.url), token: String(invoice.token) };
  }
}

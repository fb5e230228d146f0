import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { projectRoot } from '../config/project-root.ts';
import { Clock } from '../kernel/clock.ts';
import { DemoCast, type Workshop } from './demo-cast.ts';
import { forged, unitPath } from './demo-labels.ts';
import { DemoOutcomes, FILTER } from './demo-outcomes.ts';
import { billed, DemoRepairs } from './demo-repairs.ts';

const DATA = join(projectRoot, 'src/demo/data');
const file = (name: string): string => readFileSync(join(DATA, name), 'utf8');

const PADS = 'CH-04465-02250';
const DISC = 'CH-43512-0E040';
const REAR_DISC = 'CH-42431-0E030';
const BATTERY = 'CH-28800-31250';
const HONEST_CAR = 'LCHARE3K6AN100213';

/** What the start prints, to be opened or scanned. */
export interface DemoLinks {
  /** What an owner of each finished order would open. */
  readonly honest: string;
  readonly swapped: string;
  /** Labels that a technician may hold against line 1 of `ORDER_TO_TRY`. */
  readonly labels: { readonly right: string; readonly other: string; readonly forged: string };
}

/** Approved, with both its parts on the workshop’s shelf. */
export const ORDER_TO_TRY = 'RO-240103';

interface PushedOrder {
  readonly number: string;
  readonly workshop: Workshop;
  readonly lines: readonly { readonly line: number; readonly partNumber: string; readonly quantity: number }[];
}

/** Plays the demo world into an empty installation: a day in the life of a maker, its warehouse and three workshops. */
export class DemoStory {
  private readonly repairs: DemoRepairs;

  private constructor(
    private readonly cast: DemoCast,
    private readonly now: Date,
  ) {
    this.repairs = new DemoRepairs(cast, 'WS-HZ-01', 42_180);
  }

  static async of(app: NestFastifyApplication): Promise<DemoStory> {
    return new DemoStory(await DemoCast.signIn(app), app.get(Clock).now());
  }

  async play(): Promise<DemoLinks> {
    await this.cast.who('maker').upload('/api/parts/imports', file('catalogue.csv'));
    await this.announcePrices();
    await this.mint();
    await this.stockWorkshops();
    await this.openOrders();
    await this.earlierRepair();
    await new DemoOutcomes(this.cast).play();
    const honest = await this.honestRepair();
    const swapped = await this.swappedPart();
    await this.everyOtherState();
    await this.recall();
    await this.suspicions(swapped.token);
    return { honest: honest.url, swapped: swapped.url, labels: await this.labelsToTry() };
  }

  /** The price list of next year: in which year somebody looks at it, only the clock knows. */
  private async announcePrices(): Promise<void> {
    const day = `${this.now.getUTCFullYear() + 1}-01-01`;
    const [headings, ...rows] = file('next-prices.csv').trim().split('\n');
    const list = [`${headings},价格生效日`, ...rows.map((row) => `${row},${day}`)];
    await this.cast.who('maker').upload('/api/parts/imports', list.join('\n'));
  }

  private async labelsToTry(): Promise<DemoLinks['labels']> {
    const { lines } = this.orders().find(({ number }) => number === ORDER_TO_TRY)!;
    const shelves = lines.map(({ partNumber }) => this.cast.onShelf('WS-HZ-01', partNumber));
    const [[right, next], [other]] = (await Promise.all(shelves)) as [string[], string[]];
    return { right: right!, other: other!, forged: forged(next!) };
  }

  /** The dispatch order as the warehouse's system exports it; one batch stays printed and unused. */
  private async mint(): Promise<void> {
    const warehouse = this.cast.who('warehouse');
    await warehouse.upload('/api/batches/imports', file('dispatch-order.csv'));
    for (const { id, partNumber } of await this.settled()) {
      if (partNumber !== 'CH-13506-37010') await warehouse.post(`/api/batches/${id}/commission`);
      const rows = (await warehouse.download(`/api/batches/${id}/labels.csv`)).trim().split('\n').slice(1);
      this.cast.shelve(
        partNumber,
        rows.map((row) => row.split(',').at(-1)!.trim()),
      );
    }
  }

  /** Every batch, once its labels are signed. */
  private async settled(): Promise<{ id: string; partNumber: string; status: string }[]> {
    for (;;) {
      const page = await this.cast.who('warehouse').get('/api/batches?limit=200');
      const batches = page.items as { id: string; partNumber: string; status: string }[];
      if (batches.every(({ status }) => status !== 'queued' && status !== 'running')) return batches;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Each workshop gets what its orders need and a little more. One shipment is still on the road. */
  private async stockWorkshops(): Promise<void> {
    const wanted: Record<Workshop, string[]> = { 'WS-HZ-01': [], 'WS-HZ-02': [], 'WS-NB-01': [] };
    for (const { workshop, lines } of this.orders())
      for (const { partNumber, quantity } of lines) wanted[workshop].push(...this.cast.take(partNumber, quantity + 1));
    wanted['WS-HZ-01'].push(
      ...this.cast.take(PADS, 6),
      ...this.cast.take(DISC, 3),
      ...this.cast.take(FILTER, 12),
      ...this.cast.take(BATTERY, 4),
    );
    wanted['WS-HZ-02'].push(...this.cast.take(PADS, 4), ...this.cast.take(REAR_DISC, 2), ...this.cast.take(FILTER, 8));
    wanted['WS-NB-01'].push(...this.cast.take(FILTER, 6));
    for (const [to, units] of Object.entries(wanted)) {
      const { id } = await this.cast.who('warehouse').post('/api/shipments', { to, units, reference: 'DO-2026-1123' });
      await this.cast.clerk(to as Workshop).post(`/api/shipments/${String(id)}/receipts`, { codes: units });
      this.cast.shelve(to, units);
    }
    await this.onTheRoad();
  }

  /** One shipment out, one back, and a carton that is packed and waits. */
  private async onTheRoad(): Promise<void> {
    const [warehouse, ningbo] = [this.cast.who('warehouse'), this.cast.clerk('WS-NB-01')];
    const out = { to: 'WS-NB-01', units: this.cast.take('CH-99366-21030', 20), reference: 'DO-2026-1124' };
    await warehouse.post('/api/shipments', out);
    const unsold = (await this.cast.onShelf('WS-NB-01', FILTER)).slice(0, 3);
    await ningbo.post('/api/shipments', { to: 'WH-HZ', kind: 'return_new', units: unsold, reference: 'RT-NB-7' });
    await warehouse.post('/api/cartons', { units: this.cast.take('CH-48069-02300', 4) });
  }

  private async openOrders(): Promise<void> {
    for (const order of this.orders()) {
      const advisor = this.cast.advisor(order.workshop);
      await advisor.put(`/api/repair-orders/${order.number}`, { ...order });
      const lines = order.lines.map(({ line }) => ({ line }));
      // One order of each workshop still waits for its owner’s yes.
      if (Number(order.number.at(-1)) % 4 !== 0)
        await advisor.post(`/api/repair-orders/${order.number}/approvals`, { lines, channel: 'message' });
    }
  }

  /** The car of the honest invoice was in another workshop before: its part history has two lines. */
  private async earlierRepair(): Promise<void> {
    const repairs = new DemoRepairs(this.cast, 'WS-HZ-02', 37_400);
    await repairs.open('RO-231107', HONEST_CAR, { partNumber: FILTER, unitPrice: '42.00', concern: '定期保养' });
    const [code] = await this.cast.onShelf('WS-HZ-02', FILTER);
    const fitting = { line: 1, code, vin: HONEST_CAR, odometer: 37_405, removedPart: { outcome: 'waived' } };
    await this.cast.clerk('WS-HZ-02').post('/api/repair-orders/RO-231107/fittings', fitting);
    await repairs.bill('RO-231107', 'INV-231107', [billed(FILTER, '42.00')], []);
  }

  private async honestRepair(): Promise<{ url: string; token: string }> {
    const line = { partNumber: PADS, unitPrice: '428.00', concern: '制动异响', position: '前轴' };
    await this.repairs.open('RO-239001', HONEST_CAR, line);
    const [code] = await this.cast.onShelf('WS-HZ-01', PADS);
    await this.cast.who('technician').post('/api/scans', { code, purpose: 'fit', repairOrder: 'RO-239001', line: 1 });
    await this.cast.who('technician').post('/api/repair-orders/RO-239001/fittings', {
      line: 1,
      code,
      vin: HONEST_CAR,
      odometer: 42180,
      removedPart: { outcome: 'with_owner', note: '旧件已装袋交车主' },
    });
    return this.repairs.bill(
      'RO-239001',
      'INV-239001',
      [{ ...billed(PADS, '428.00') }],
      [{ description: '更换前制动片', hours: 1, amount: '180.00' }],
    );
  }

  /** The front disc was approved; a rear disc went in, and the supervisor let it pass. */
  private async swappedPart(): Promise<{ url: string; token: string }> {
    const line = { partNumber: DISC, unitPrice: '512.00', concern: '制动抖动', position: '前轴左' };
    await this.repairs.open('RO-239002', 'LCHBRE3K7BN100226', line);
    const units = await this.cast.onShelf('WS-HZ-01', REAR_DISC);
    await this.cast.who('supervisor').post('/api/repair-orders/RO-239002/fittings', {
      line: 1,
      code: units[0],
      vin: 'LCHBRE3K7BN100226',
      odometer: 42185,
      reason: '前盘缺货，先装在库的盘',
      removedPart: { outcome: 'waived' },
    });
    return this.repairs.bill(
      'RO-239002',
      'INV-239002',
      [billed(DISC, '512.00')],
      [{ description: '更换制动盘', hours: 1.5, amount: '260.00' }],
    );
  }

  /** An honest repair whose label somebody photographed: the copy turns up in Ningbo. */
  private async copiedLabel(): Promise<void> {
    const line = { partNumber: FILTER, unitPrice: '42.00', concern: '定期保养' };
    await this.repairs.open('RO-239005', 'LCHDRE3K0DN100242', line);
    const [code] = await this.cast.onShelf('WS-HZ-01', FILTER);
    await this.cast.who('technician').post('/api/repair-orders/RO-239005/fittings', {
      line: 1,
      code,
      vin: 'LCHDRE3K0DN100242',
      removedPart: { outcome: 'waived' },
    });
    await this.repairs.bill('RO-239005', 'INV-239005', [billed(FILTER, '42.00')], []);
    await this.cast.who('technician3').post('/api/scans', { code, purpose: 'fit', device: 'handheld-3' });
  }

  /** So that a page of every kind has something to show: allocated, returned under warranty, missing, destroyed, held, voided. */
  private async everyOtherState(): Promise<void> {
    const [battery, second] = await this.cast.onShelf('WS-HZ-01', BATTERY);
    await this.repairs.open('RO-239003', 'LCHCRE3K8CN100239', {
      partNumber: BATTERY,
      unitPrice: '620.00',
      concern: '无法启动',
    });
    const fitted = await this.cast.who('technician').post('/api/repair-orders/RO-239003/fittings', {
      line: 1,
      code: battery,
      vin: 'LCHCRE3K8CN100239',
      removedPart: { outcome: 'core_return' },
    });
    await this.repairs.bill('RO-239003', 'INV-239003', [billed(BATTERY, '620.00')], []);
    const comeback = { parent: 'RO-239003', odometerIn: 42600 };
    await this.repairs.open(
      'RO-239004',
      'LCHCRE3K8CN100239',
      { partNumber: BATTERY, payType: 'warranty', concern: '返修：仍无法启动' },
      comeback,
    );
    const { id } = fitted.fitting as { id: string };
    await this.cast.who('technician').post(`/api/repair-orders/RO-239004/fittings/${id}/removal`, {
      line: 1,
      odometer: 42610,
      outcome: 'warranty_return',
    });
    await this.cast.who('advisor').post('/api/repair-orders/RO-239004/allocations', { line: 1, code: second });
    const [lost, broken, held] = this.cast.take('CH-81551-02A20', 3);
    await this.cast.who('warehouse').post(`${unitPath(lost!)}/missing`, { reason: 'lost', note: '盘点缺失' });
    await this.cast.who('warehouse').post(`${unitPath(broken!)}/destroy`, { reason: '包装破损', witness: '王仓管' });
    await this.cast.who('analyst').post(`${unitPath(held!)}/holds`, { kind: 'quarantine', reason: '供方通知批次待查' });
    const [unused] = this.cast.take('CH-13506-37010', 1);
    await this.cast.who('warehouse').post(`${unitPath(unused!)}/void`, { reason: 'misprint' });
  }

  /** Over parts that lie in the warehouse and in a shop, wait for a car, and came out of one. */
  private async recall(): Promise<void> {
    await this.cast.who('analyst').post('/api/recalls', {
      number: 'S2026M0031',
      partNumber: BATTERY,
      lot: 'L26K10',
      title: { zh: '起动蓄电池端子可能松动', en: 'The terminals of the starter battery may come loose' },
    });
  }

  /** A copied label met in Ningbo, a forged one, and an owner who disagrees: the analyst's inbox on the first morning. */
  private async suspicions(swappedToken: string): Promise<void> {
    await this.copiedLabel();
    const [good] = await this.cast.onShelf('WS-HZ-02', PADS);
    await this.cast.who('technician2').post('/api/scans', { code: forged(good!), purpose: 'check' });
    const answer = { kind: 'dispute', line: 1, reason: 'wrong_class', text: '我同意的是前盘，不是这个零件。' };
    await this.cast.owner.post(`/api/public/invoices/${swappedToken}/answers`, answer);
  }

  private orders(): PushedOrder[] {
    return JSON.parse(file('repair-orders.json')) as PushedOrder[];
  }
}

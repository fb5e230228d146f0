import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { projectRoot } from '../config/project-root.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-people.ts';
import { answerOf, DemoPerson, type Answer } from './demo-person.ts';

const DATA = join(projectRoot, 'src/demo/data');
const file = (name: string): string => readFileSync(join(DATA, name), 'utf8');

type Workshop = 'WS-HZ-01' | 'WS-HZ-02' | 'WS-NB-01';
const PADS = 'CH-04465-02250';
const DISC = 'CH-43512-0E040';
const REAR_DISC = 'CH-42431-0E030';
const FILTER = 'CH-90915-YZZD4';
const BATTERY = 'CH-28800-31250';

/** Links that the start prints: what an owner of each finished order would open. */
export interface DemoLinks {
  readonly honest: string;
  readonly swapped: string;
}

interface PushedOrder {
  readonly number: string;
  readonly workshop: Workshop;
  readonly lines: readonly { readonly line: number; readonly partNumber: string; readonly quantity: number }[];
}

/** Plays the demo world into an empty installation: a day in the life of a maker, its warehouse and three workshops. */
export class DemoStory {
  private readonly people = new Map<string, DemoPerson>();
  private readonly shelf = new Map<string, string[]>();

  constructor(private readonly app: NestFastifyApplication) {}

  async play(): Promise<DemoLinks> {
    for (const { email } of DEMO_ACCOUNTS)
      this.people.set(email.split('@')[0]!, await DemoPerson.signIn(this.app, email, DEMO_PASSWORD));
    await this.who('maker').upload('/api/parts/imports', file('catalogue.csv'));
    await this.mint();
    await this.stockWorkshops();
    await this.openOrders();
    const honest = await this.honestRepair();
    const swapped = await this.swappedPart();
    await this.everyOtherState();
    await this.suspicions(swapped.token);
    return { honest: honest.url, swapped: swapped.url };
  }

  /** The dispatch order as the warehouse's system exports it; one batch stays printed and unused. */
  private async mint(): Promise<void> {
    const warehouse = this.who('warehouse');
    await warehouse.upload('/api/batches/imports', file('dispatch-order.csv'));
    const { items } = (await this.settled()) as unknown as { items: { id: string; partNumber: string }[] };
    for (const { id, partNumber } of items) {
      if (partNumber !== 'CH-13506-37010') await warehouse.post(`/api/batches/${id}/commission`);
      const rows = (await warehouse.download(`/api/batches/${id}/labels.csv`)).trim().split('\n').slice(1);
      this.shelf.set(
        partNumber,
        rows.map((row) => row.split(',').at(-1)!.trim()),
      );
    }
  }

  private async settled(): Promise<Answer> {
    for (;;) {
      const page = await this.who('warehouse').get('/api/batches?limit=200');
      const batches = page.items as { status: string }[];
      if (batches.every((batch) => batch.status !== 'queued' && batch.status !== 'running')) return page;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Each workshop gets what its orders need and a little more. One shipment is still on the road. */
  private async stockWorkshops(): Promise<void> {
    const wanted: Record<Workshop, string[]> = { 'WS-HZ-01': [], 'WS-HZ-02': [], 'WS-NB-01': [] };
    for (const { workshop, lines } of this.orders())
      for (const { partNumber, quantity } of lines) wanted[workshop].push(...this.take(partNumber, quantity + 1));
    wanted['WS-HZ-01'].push(
      ...this.take(PADS, 6),
      ...this.take(DISC, 3),
      ...this.take(FILTER, 12),
      ...this.take(BATTERY, 4),
    );
    wanted['WS-HZ-02'].push(...this.take(PADS, 4), ...this.take(REAR_DISC, 2), ...this.take(FILTER, 8));
    wanted['WS-NB-01'].push(...this.take(FILTER, 6));
    for (const [to, units] of Object.entries(wanted)) {
      const { id } = await this.who('warehouse').post('/api/shipments', { to, units, reference: 'DO-2026-1123' });
      await this.clerk(to as Workshop).post(`/api/shipments/${String(id)}/receipts`, { codes: units });
      this.shelf.set(to, units);
    }
    const onTheRoad = { to: 'WS-NB-01', units: this.take('CH-99366-21030', 20), reference: 'DO-2026-1124' };
    await this.who('warehouse').post('/api/shipments', onTheRoad);
  }

  private async openOrders(): Promise<void> {
    for (const order of this.orders()) {
      const advisor = this.advisor(order.workshop);
      await advisor.put(`/api/repair-orders/${order.number}`, { ...order });
      const lines = order.lines.map(({ line }) => ({ line }));
      // Every third order still waits for its owner's yes.
      if (Number(order.number.at(-1)) % 3 !== 0)
        await advisor.post(`/api/repair-orders/${order.number}/approvals`, { lines, channel: 'message' });
    }
  }

  private async honestRepair(): Promise<{ url: string; token: string }> {
    const line = { partNumber: PADS, unitPrice: '428.00', concern: '制动异响', position: '前轴' };
    await this.finish('RO-239001', 'LCHARE3K6AN100213', line);
    const [code] = await this.onShelf('WS-HZ-01', PADS);
    await this.who('technician').post('/api/scans', { code, purpose: 'fit', repairOrder: 'RO-239001', line: 1 });
    await this.who('technician').post('/api/repair-orders/RO-239001/fittings', {
      line: 1,
      code,
      vin: 'LCHARE3K6AN100213',
      odometer: 42180,
      removedPart: { outcome: 'with_owner', note: '旧件已装袋交车主' },
    });
    return this.bill(
      'RO-239001',
      'INV-239001',
      [{ ...billed(PADS, '428.00') }],
      [{ description: '更换前制动片', hours: 1, amount: '180.00' }],
    );
  }

  /** The front disc was approved; a rear disc went in, and the supervisor let it pass. */
  private async swappedPart(): Promise<{ url: string; token: string }> {
    const line = { partNumber: DISC, unitPrice: '512.00', concern: '制动抖动', position: '前轴左' };
    await this.finish('RO-239002', 'LCHBRE3K7BN100226', line);
    const units = await this.onShelf('WS-HZ-01', REAR_DISC);
    await this.who('supervisor').post('/api/repair-orders/RO-239002/fittings', {
      line: 1,
      code: units[0],
      vin: 'LCHBRE3K7BN100226',
      odometer: 42185,
      reason: '前盘缺货，先装在库的盘',
      removedPart: { outcome: 'waived' },
    });
    return this.bill(
      'RO-239002',
      'INV-239002',
      [billed(DISC, '512.00')],
      [{ description: '更换制动盘', hours: 1.5, amount: '260.00' }],
    );
  }

  /** An honest repair whose label somebody photographed: the copy turns up in Ningbo. */
  private async copiedLabel(): Promise<void> {
    const line = { partNumber: FILTER, unitPrice: '42.00', concern: '定期保养' };
    await this.finish('RO-239005', 'LCHDRE3K0DN100242', line);
    const [code] = await this.onShelf('WS-HZ-01', FILTER);
    await this.who('technician').post('/api/repair-orders/RO-239005/fittings', {
      line: 1,
      code,
      vin: 'LCHDRE3K0DN100242',
      removedPart: { outcome: 'waived' },
    });
    await this.bill('RO-239005', 'INV-239005', [billed(FILTER, '42.00')], []);
    await this.who('technician3').post('/api/scans', { code, purpose: 'fit', device: 'handheld-3' });
  }

  /** So that a page of every kind has something to show: allocated, removed, waived, missing, voided, destroyed, held. */
  private async everyOtherState(): Promise<void> {
    const [battery, second] = await this.onShelf('WS-HZ-01', BATTERY);
    await this.finish('RO-239003', 'LCHCRE3K8CN100239', {
      partNumber: BATTERY,
      unitPrice: '620.00',
      concern: '无法启动',
    });
    const fitted = await this.who('technician').post('/api/repair-orders/RO-239003/fittings', {
      line: 1,
      code: battery,
      vin: 'LCHCRE3K8CN100239',
      removedPart: { outcome: 'core_return' },
    });
    await this.bill('RO-239003', 'INV-239003', [billed(BATTERY, '620.00')], []);
    const comeback = { parent: 'RO-239003', odometerIn: 42600 };
    await this.finish(
      'RO-239004',
      'LCHCRE3K8CN100239',
      { partNumber: BATTERY, payType: 'warranty', concern: '返修：仍无法启动' },
      comeback,
    );
    const { id } = fitted.fitting as { id: string };
    await this.who('technician').post(`/api/repair-orders/RO-239004/fittings/${id}/removal`, {
      line: 1,
      odometer: 42610,
      outcome: 'warranty_return',
    });
    await this.who('advisor').post('/api/repair-orders/RO-239004/allocations', { line: 1, code: second });
    const [lost, broken, held] = this.take('CH-81551-02A20', 3);
    await this.who('warehouse').post(`${unitPath(lost!)}/missing`, { reason: 'lost', note: '盘点缺失' });
    await this.who('warehouse').post(`${unitPath(broken!)}/destroy`, { reason: '包装破损', witness: '王仓管' });
    await this.who('analyst').post(`${unitPath(held!)}/holds`, { kind: 'quarantine', reason: '供方通知批次待查' });
    const [unused] = this.shelf.get('CH-13506-37010')!;
    await this.who('warehouse').post(`${unitPath(unused!)}/void`, { reason: 'misprint' });
  }

  /** A copied label met in Ningbo, a forged one, and an owner who disagrees: the analyst's inbox on the first morning. */
  private async suspicions(swappedToken: string): Promise<void> {
    await this.copiedLabel();
    const [good] = await this.onShelf('WS-HZ-02', PADS);
    const last = good!.slice(-1) === '0' ? '1' : '0';
    await this.who('technician2').post('/api/scans', {
      code: good!.slice(0, -9) + last + good!.slice(-8),
      purpose: 'check',
    });
    const answer = { kind: 'dispute', line: 1, reason: 'wrong_class', text: '我同意的是前盘，不是这个零件。' };
    const url = `/api/public/invoices/${swappedToken}/answers`;
    const headers = { 'idempotency-key': 'demo-dispute' };
    answerOf(url, await this.app.inject({ method: 'POST', url, payload: answer, headers }));
  }

  private async finish(number: string, vin: string, line: Answer, more: Answer = {}): Promise<void> {
    await this.who('advisor').put(`/api/repair-orders/${number}`, {
      version: 1,
      openedAt: '2026-11-20T01:00:00Z',
      vehicle: { vin, model: 'E300' },
      repairCategory: 'minor',
      odometerIn: 42180,
      ...more,
      lines: [{ line: 1, category: 'original', quantity: 1, payType: 'customer', ...line }],
    });
    const lines = [{ line: 1 }];
    await this.who('advisor').post(`/api/repair-orders/${number}/approvals`, { lines, channel: 'in_person' });
  }

  private async bill(
    order: string,
    number: string,
    lines: Answer[],
    labour: Answer[],
  ): Promise<{ url: string; token: string }> {
    const invoice = await this.who('supervisor').post(`/api/repair-orders/${order}/invoice`, {
      number,
      odometerOut: 42190,
      lines,
      labour,
    });
    return { url: String(invoice.url), token: String(invoice.token) };
  }

  private orders(): PushedOrder[] {
    return JSON.parse(file('repair-orders.json')) as PushedOrder[];
  }

  private who(name: string): DemoPerson {
    return this.people.get(name)!;
  }
  private clerk = (workshop: Workshop): DemoPerson =>
    this.who({ 'WS-HZ-01': 'advisor', 'WS-HZ-02': 'technician2', 'WS-NB-01': 'technician3' }[workshop]);
  private advisor = (workshop: Workshop): DemoPerson =>
    this.who({ 'WS-HZ-01': 'advisor', 'WS-HZ-02': 'supervisor2', 'WS-NB-01': 'supervisor3' }[workshop]);

  /** Codes from the warehouse's shelf, each taken once. */
  private take(partNumber: string, quantity: number): string[] {
    return this.shelf.get(partNumber)?.splice(0, quantity) ?? [];
  }

  /** Codes of one part that a workshop was sent, whatever became of them since. */
  private async onShelf(workshop: Workshop, partNumber: string): Promise<string[]> {
    const { gtin } = await this.who('maker').get(`/api/parts/${partNumber}`);
    return this.shelf.get(workshop)!.filter((code) => code.includes(`/01/${String(gtin)}/`));
  }
}

const billed = (partNumber: string, unitPrice: string): Answer => ({
  line: 1,
  partNumber,
  category: 'original',
  quantity: 1,
  unitPrice,
});

function unitPath(code: string): string {
  const [, gtin, serial] = /\/01\/(\d{14})\/21\/(\w{12})/.exec(code)!;
  return `/api/units/${gtin}/${serial}`;
}

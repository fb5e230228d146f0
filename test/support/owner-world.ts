import { randomUUID } from 'node:crypto';
import { phonePhoto } from '../../src/repair-orders/picture.builder.ts';
import { answered, PART, VIN, World } from './actors.ts';

/** What stands on the pages of a story: nothing of it may be a person’s. */
export const PERSONAL = [VIN, '浙A·A1000', '王芳', '13900000000'];
export const HOSTILE = '<script>alert("x")</script>';

/** Invoices as owners hold them, by the token of each link. */
export interface OwnerInvoices {
  /** Two parts, labour, nothing to remark. */
  readonly honest: string;
  /** Another part than approved, above list price, one fitting undone, a supervisor’s word for it, and markup in free text. */
  readonly swapped: string;
  /** Sent again with another price. */
  readonly changed: string;
  /** Its part is under recall by now. */
  readonly recalled: string;
  /** The newer number of an approved part, several pieces, paid by warranty. */
  readonly superseded: string;
}

/** Labels as owners meet them. */
export interface OwnerLabels {
  /** Fitted by the honest invoice. */
  readonly fitted: string;
  readonly forged: string;
  readonly recalled: string;
  /** Never minted, typed by hand. */
  readonly unknown: string;
}

/** Repairs that have ended, for stories of what their owners see. */
export class OwnerWorld {
  invoices: OwnerInvoices;
  labels: OwnerLabels;

  private constructor(readonly world: World) {}

  static async start(): Promise<OwnerWorld> {
    const owners = new OwnerWorld(await World.start());
    try {
      await owners.repair();
    } catch (error) {
      await owners.close();
      throw error;
    }
    return owners;
  }

  close(): Promise<void> {
    return this.world.close();
  }

  /** The page as a browser asks for it. */
  async page(path: string, language: 'zh' | 'en' = 'zh') {
    return this.world.app.request
      .get(path)
      .set('Accept', 'text/html,application/xhtml+xml,*/*;q=0.8')
      .set('Accept-Language', language);
  }

  private async repair(): Promise<void> {
    const fitted = await this.honest();
    const recalled = await this.recalled();
    this.invoices = {
      honest: fitted.token,
      swapped: await this.swapped(),
      changed: await this.changed(),
      recalled: recalled.token,
      superseded: await this.superseded(),
    };
    this.labels = {
      fitted: fitted.code,
      recalled: recalled.code,
      forged: fitted.code.slice(0, -40) + fitted.code.slice(-40).replace(/^../, (two) => (two === '00' ? '11' : '00')),
      unknown: 'ZZZZ ZZZZ ZZZZ',
    };
  }

  private async honest(): Promise<{ token: string; code: string }> {
    const { hz1 } = this.world;
    const [pads] = await this.world.stock(hz1, PART.brakePads, 1);
    const [filter] = await this.world.stock(hz1, PART.oilFilter, 1);
    await this.order('RO-241102', [
      { partNumber: PART.brakePads, unitPrice: '428.00' },
      { partNumber: PART.oilFilter, unitPrice: '40.00' },
    ]);
    const removedPart = { id: randomUUID(), outcome: 'with_owner' };
    await this.fit('RO-241102', { line: 1, code: pads, position: '前轴', removedPart });
    answered(await hz1.technician.photographs('RO-241102', removedPart.id, await phonePhoto(1280, 960)));
    await this.fit('RO-241102', { line: 2, code: filter, removedPart: { outcome: 'waived' } });
    const token = await this.bill('RO-241102', {
      number: 'INV-241102',
      lines: [
        { line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice: '428.00' },
        { line: 2, partNumber: PART.oilFilter, category: 'original', quantity: 1, unitPrice: '40.00' },
      ],
      labour: [
        { description: '更换前制动片', hours: 1.2, amount: '180.00' },
        { description: '更换机油滤清器', hours: 0.3, amount: '60.00' },
      ],
    });
    return { token, code: pads! };
  }

  private async swapped(): Promise<string> {
    const { hz1 } = this.world;
    const [first, second] = await this.world.stock(hz1, PART.shockRight, 2);
    await this.order('RO-241103', [{ partNumber: PART.brakeDisc, unitPrice: '560.00' }]);
    const reason = `车主同意改装 ${HOSTILE}`;
    const passed = { line: 1, reason, removedPart: { outcome: 'with_owner', note: HOSTILE } };
    const mistaken = await this.fit('RO-241103', { ...passed, code: first });
    await hz1.supervisor.does(`/api/repair-orders/RO-241103/fittings/${mistaken}/undo`, { reason: '装错了一件' });
    await this.fit('RO-241103', { ...passed, code: second });
    return this.bill('RO-241103', {
      number: 'INV-241103',
      lines: [{ line: 1, partNumber: PART.brakeDisc, category: 'original', quantity: 1, unitPrice: '560.00' }],
      labour: [{ description: HOSTILE, amount: '220.00' }],
      overrides: ['R02', 'R07', 'R10', 'R21'].map((rule) => ({ rule, reason })),
    });
  }

  private async changed(): Promise<string> {
    const [code] = await this.world.stock(this.world.hz1, PART.brakePads, 1);
    await this.order('RO-241104', [{ partNumber: PART.brakePads, unitPrice: '428.00' }]);
    await this.fit('RO-241104', { line: 1, code, removedPart: { outcome: 'with_owner' } });
    const line = { line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1 };
    await this.bill('RO-241104', { number: 'INV-241104', lines: [{ ...line, unitPrice: '428.00' }] });
    this.world.app.clock.advance(3_600_000);
    return this.bill('RO-241104', { number: 'INV-241104', lines: [{ ...line, unitPrice: '427.00' }] });
  }

  private async recalled(): Promise<{ token: string; code: string }> {
    const { hz1, analyst, warehouse } = this.world;
    const codes = await warehouse.mints(PART.battery, 1, { lot: 'L26K90' });
    await hz1.clerk.receives(await warehouse.ships('WS-HZ-01', codes), codes);
    await this.order('RO-241105', [{ partNumber: PART.battery, unitPrice: '620.00' }]);
    await this.fit('RO-241105', { line: 1, code: codes[0], removedPart: { outcome: 'core_return' } });
    const line = { line: 1, partNumber: PART.battery, category: 'original', quantity: 1, unitPrice: '620.00' };
    const token = await this.bill('RO-241105', { number: 'INV-241105', lines: [line] });
    const title = { zh: '电池极柱松动', en: 'Loose battery terminals' };
    await analyst.does('/api/recalls', { number: 'S2026-1', partNumber: PART.battery, lot: 'L26K90', title });
    return { token, code: codes[0]! };
  }

  private async superseded(): Promise<string> {
    const codes = await this.world.stock(this.world.hz1, PART.brakePads, 2);
    const line = { partNumber: PART.brakePadsOld, unitPrice: '0.00', quantity: 2, payType: 'warranty' };
    await this.order('RO-241106', [line]);
    for (const code of codes)
      await this.fit('RO-241106', { line: 1, code, removedPart: { outcome: 'warranty_return' } });
    return this.bill('RO-241106', {
      number: 'INV-241106',
      lines: [{ line: 1, partNumber: PART.brakePads, category: 'original', quantity: 2, unitPrice: '0.00' }],
    });
  }

  private async order(number: string, lines: readonly Record<string, unknown>[]): Promise<void> {
    const { advisor } = this.world.hz1;
    await advisor.opens(number, lines);
    await advisor.approves(number, ...lines.map((_, at) => ({ line: at + 1, priceCap: '650.00' })));
  }

  private async fit(order: string, fitting: Record<string, unknown>): Promise<string> {
    const body = { vin: VIN, odometer: 31_005, ...fitting };
    const done = answered(await this.world.hz1.supervisor.fits(order, body)) as { fitting: { id: string } };
    return done.fitting.id;
  }

  private async bill(order: string, invoice: Record<string, unknown>): Promise<string> {
    return String(answered(await this.world.hz1.supervisor.invoices(order, { odometerOut: 31_010, ...invoice })).token);
  }
}

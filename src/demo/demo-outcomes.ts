import type { DemoCast, Workshop } from './demo-cast.ts';
import { forged } from './demo-labels.ts';
import { billed, DemoRepairs } from './demo-repairs.ts';

export const FILTER = 'CH-90915-YZZD4';

/** What the analyst said of a flag in the end. */
interface Judgement {
  readonly rule: string;
  readonly outcome: 'confirmed' | 'dismissed';
  readonly cause: string;
  readonly note: string;
}

/** A car that came for an oil filter, and what was said afterwards. */
interface Service {
  readonly order: string;
  readonly workshop: Workshop;
  readonly vin: string;
  /** Which of the filters on the workshop’s shelf goes in, from 0. */
  readonly filter: number;
  readonly unitPrice: string;
  readonly expected: number;
  readonly received: number;
  /** `thanks`: the owner accepted the answer. */
  readonly objection?: {
    readonly reason: string;
    readonly text: string;
    readonly answer: string;
    readonly thanks?: string;
  };
  readonly judgement?: Judgement;
  /** The car came back leaking, and the filter came out: what became of it. */
  readonly comeback?: { readonly outcome: OldPart; readonly isSentBack?: true };
}

type OldPart = 'with_owner' | 'waived' | 'core_return' | 'warranty_return';

const SERVICES: readonly Service[] = [
  {
    order: 'RO-238001',
    workshop: 'WS-HZ-01',
    vin: 'LCHERE3K1EN100255',
    filter: 1,
    unitPrice: '42.00',
    expected: 4,
    received: 4,
    objection: {
      reason: 'old_part_not_shown',
      text: '取车时没有看到旧滤芯。',
      answer: '旧滤芯当时留在前台，交车时忘了出示。今天已请您到店看过，抱歉。',
      thanks: '看到了，谢谢。',
    },
    judgement: {
      rule: 'U01',
      outcome: 'confirmed',
      cause: 'process_gap',
      note: '旧件在店，交车时漏了出示：车主说得对。',
    },
    comeback: { outcome: 'with_owner' },
  },
  {
    order: 'RO-238002',
    workshop: 'WS-HZ-02',
    vin: 'LCHARE3KXFN100268',
    filter: 1,
    unitPrice: '42.00',
    expected: 4,
    received: 3,
    objection: {
      reason: 'not_fitted',
      text: '滤清器看上去不像新的。',
      answer: '车上滤清器的标签与结算清单一致，照片已发给您；欢迎随时到店核对。',
    },
    judgement: {
      rule: 'U01',
      outcome: 'dismissed',
      cause: 'human_error',
      note: '车上单件与发票一致；车主看的是旁边的旧管接头。',
    },
    comeback: { outcome: 'core_return' },
  },
  {
    order: 'RO-238003',
    workshop: 'WS-NB-01',
    vin: 'LCHBRE3K5GN100281',
    filter: 3,
    unitPrice: '58.00',
    expected: 4,
    received: 2,
    objection: {
      reason: 'price',
      text: '比厂家指导价贵了不少，事先没有说。',
      answer: '高出指导价的 16 元已退还，今后按指导价收费。',
      thanks: '已收到退款。',
    },
    judgement: {
      rule: 'R21',
      outcome: 'confirmed',
      cause: 'billing_fraud',
      note: '高出指导价近四成，事先没有告知车主；已退款。',
    },
  },
  {
    order: 'RO-238004',
    workshop: 'WS-HZ-01',
    vin: 'LCHCRE3K6HN100294',
    filter: 2,
    unitPrice: '46.00',
    expected: 4,
    received: 5,
    judgement: {
      rule: 'R21',
      outcome: 'confirmed',
      cause: 'data_error',
      note: '门店系统提前启用了明年的价格表，差价已退。',
    },
    comeback: { outcome: 'waived' },
  },
  {
    order: 'RO-238005',
    workshop: 'WS-HZ-02',
    vin: 'LCHDRE3K8JN100307',
    filter: 2,
    unitPrice: '42.00',
    expected: 4,
    received: 5,
    comeback: { outcome: 'warranty_return', isSentBack: true },
  },
];

/** What was settled before the analyst's first morning: without outcomes nobody sees how well anything works. */
export class DemoOutcomes {
  constructor(private readonly cast: DemoCast) {}

  async play(): Promise<void> {
    for (const service of SERVICES) await this.serve(service);
    await this.counterfeit();
  }

  private async serve(service: Service): Promise<void> {
    const { order, workshop, vin, unitPrice, expected, received, objection, judgement, comeback } = service;
    const repairs = new DemoRepairs(this.cast, workshop, 20_000);
    await repairs.open(order, vin, { partNumber: FILTER, unitPrice, concern: '定期保养' });
    const code = (await this.cast.onShelf(workshop, FILTER))[service.filter]!;
    const fitting = { line: 1, code, vin, removedPart: { outcome: 'with_owner' } };
    const fitted = await this.cast.supervisor(workshop).post(`/api/repair-orders/${order}/fittings`, fitting);
    const { token } = await repairs.bill(order, order.replace('RO', 'INV'), [billed(FILTER, unitPrice)], []);
    await this.cast.owner.post(`/api/public/invoices/${token}/satisfaction`, { expected, received });
    const number = objection && (await this.settle(workshop, token, objection));
    if (judgement) await this.judge(workshop, judgement, number);
    if (comeback) await this.takeOut(service, (fitted.fitting as { id: string }).id, comeback.outcome);
    if (comeback?.isSentBack) await this.sendBack(workshop, code);
  }

  private async takeOut({ order, workshop, vin }: Service, fitting: string, outcome: OldPart): Promise<void> {
    const number = order.replace('2380', '2381');
    const line = { partNumber: FILTER, payType: 'warranty', concern: '返修：滤清器处渗油' };
    await new DemoRepairs(this.cast, workshop, 20_400).open(number, vin, line, { parent: order });
    const removal = { line: 1, odometer: 20_405, outcome };
    await this.cast.supervisor(workshop).post(`/api/repair-orders/${number}/fittings/${fitting}/removal`, removal);
  }

  /** The maker’s warehouse has an old part on its bench. */
  private async sendBack(workshop: Workshop, code: string): Promise<void> {
    const shipment = { to: 'WH-HZ', kind: 'return_old', units: [code], reference: 'RT-OLD-1' };
    const { id } = await this.cast.clerk(workshop).post('/api/shipments', shipment);
    await this.cast.who('warehouse').post(`/api/shipments/${String(id)}/receipts`, { codes: [code] });
  }

  /** The owner objects, the workshop answers, and the owner may be content with that. Gives the case's number. */
  private async settle(
    workshop: Workshop,
    token: string,
    { reason, text, answer, thanks }: NonNullable<Service['objection']>,
  ): Promise<string> {
    const invoice = `/api/public/invoices/${token}`;
    const raised = await this.cast.owner.post(`${invoice}/answers`, { kind: 'dispute', line: 1, reason, text });
    const { number } = raised.case as { number: string };
    await this.cast.advisor(workshop).post(`/api/cases/${number}/entries`, { kind: 'answer', text: answer });
    if (thanks !== undefined)
      await this.cast.owner.post(`${invoice}/cases/${number}/reply`, { isAccepted: true, text: thanks });
    return number;
  }

  /** A label that somebody drew; it was found on a filter bought on the market. */
  private async counterfeit(): Promise<void> {
    const code = (await this.cast.onShelf('WS-NB-01', FILTER))[4];
    await this.cast.who('technician3').post('/api/scans', { code: forged(code!), purpose: 'check' });
    const note = '签名不符，印刷与正品不同；滤清器购自市场摊位，已封存。';
    const cases = await this.judge('WS-NB-01', { rule: 'C02', outcome: 'confirmed', cause: 'counterfeit', note });
    for (const number of cases)
      await this.cast.who('analyst').post(`/api/cases/${number}/entries`, { kind: 'resolution', text: note });
  }

  /** @returns the cases that its flags led to */
  private async judge(workshop: Workshop, { rule, ...resolution }: Judgement, objection?: string): Promise<string[]> {
    const analyst = this.cast.who('analyst');
    const { items } = await analyst.get(`/api/flags?status=open&rule=${rule}&workshop=${workshop}`);
    const flags = (items as { id: string; case: string | null }[]).filter(
      (flag) => objection === undefined || flag.case === null || flag.case === objection,
    );
    for (const { id } of flags) await analyst.post(`/api/flags/${id}/resolution`, resolution);
    return flags.flatMap((flag) => flag.case ?? []);
  }
}

import { Refusal } from '../kernel/refusal.ts';

export class NoInvoice extends Refusal {
  constructor() {
    super('INVOICE_NOT_FOUND', 'missing', {
      zh: '没有这张工单，或尚未开票。',
      en: 'There is no such repair order, or it has no invoice yet.',
    });
  }
}

export class OrderCancelled extends Refusal {
  constructor() {
    super('REPAIR_ORDER_CANCELLED', 'conflict', { zh: '工单已取消。', en: 'This repair order is cancelled.' });
  }
}

export class OdometerOutMissing extends Refusal {
  constructor() {
    const words = {
      zh: '请填写出厂里程：工单有进厂里程，两者要相互核对。',
      en: 'Give the odometer out: the order has the odometer in, and the two are compared.',
    };
    super('ODOMETER_OUT_REQUIRED', 'invalid', words, {}, [{ path: 'odometerOut', message: words.en, words }]);
  }
}

export class OdometerBack extends Refusal {
  constructor(odometerIn: number, odometerOut: number) {
    super(
      'ODOMETER_BACK',
      'blocked',
      {
        zh: `出厂里程 ${odometerOut} 小于进厂里程 ${odometerIn}。`,
        en: `The odometer out, ${odometerOut}, is below the odometer in, ${odometerIn}.`,
      },
      { odometerIn, odometerOut },
      [
        {
          path: 'odometerOut',
          message: `must not be less than ${odometerIn}`,
          words: { zh: `不应小于 ${odometerIn}`, en: `must not be less than ${odometerIn}` },
        },
      ],
    );
  }
}

export class OverrideNeedsSupervisor extends Refusal {
  constructor() {
    super('OVERRIDE_FORBIDDEN', 'forbidden', {
      zh: '只有主管可以说明理由放行。',
      en: 'Only a supervisor may override a finding.',
    });
  }
}

import { Refusal } from '../kernel/refusal.ts';
import type { Finding } from '../flags/rule.ts';

export class OrderNotFound extends Refusal {
  constructor() {
    super('REPAIR_ORDER_NOT_FOUND', 'missing', { zh: '没有这张工单。', en: 'There is no such repair order.' });
  }
}

export class StaleVersion extends Refusal {
  constructor(stored: number, offered: number) {
    super(
      'STALE_VERSION',
      'conflict',
      {
        zh: `已有更新的版本 ${stored}，收到的是版本 ${offered}。`,
        en: `Version ${stored} is already here; version ${offered} is older.`,
      },
      { stored, offered },
    );
  }
}

export class VersionContentDiffers extends Refusal {
  constructor(version: number) {
    super(
      'VERSION_CONTENT_DIFFERS',
      'conflict',
      {
        zh: `版本 ${version} 已存在且内容不同；如有修改请提高版本号。`,
        en: `Version ${version} is already here with other content. Raise the version to change the order.`,
      },
      { version },
    );
  }
}

export class OrderSettled extends Refusal {
  constructor(status: string) {
    super(
      'REPAIR_ORDER_SETTLED',
      'conflict',
      {
        zh: `工单已${status === 'cancelled' ? '取消' : '开票或结束'}，不能再更改；返修请新建工单并注明原工单。`,
        en: `This repair order is ${status} and can no longer change. A comeback is a new order that names this one.`,
      },
      { status },
    );
  }
}

export class InvoicedOnlyByInvoice extends Refusal {
  constructor() {
    super('INVOICE_NEEDED', 'conflict', {
      zh: '开票后工单自动变为已开票。',
      en: 'A repair order becomes invoiced by issuing its invoice.',
    });
  }
}

export class LineInUse extends Refusal {
  constructor(line: number) {
    super(
      'LINE_IN_USE',
      'conflict',
      {
        zh: `第 ${line} 行已有零件领用或安装，不能删除或更换零件号。`,
        en: `Line ${line} has parts issued or fitted; it can be neither removed nor given another part number.`,
      },
      { line },
    );
  }
}

export class VinInUse extends Refusal {
  constructor() {
    const words = {
      zh: '工单已有零件领用或安装，不能换成另一辆车；车架号有误的，先撤销安装并退回零件。',
      en: 'Parts are issued or fitted on this repair order; it cannot become another car’s. If its VIN is wrong, undo the fittings and give the parts back first.',
    };
    super('VIN_IN_USE', 'conflict', words, {}, [{ path: 'vehicle.vin', message: words.en, words }]);
  }
}

export class LineNotFound extends Refusal {
  constructor(line: number) {
    super(
      'LINE_NOT_FOUND',
      'invalid',
      { zh: `工单没有第 ${line} 行。`, en: `The repair order has no line ${line}.` },
      { line },
    );
  }
}

export class FittingNotFound extends Refusal {
  constructor() {
    super('FITTING_NOT_FOUND', 'missing', { zh: '没有这条安装记录。', en: 'There is no such fitting.' });
  }
}

export class UnitAlreadyFitted extends Refusal {
  constructor() {
    super('UNIT_ALREADY_FITTED', 'conflict', {
      zh: '这个编码的零件已登记装车。',
      en: 'The unit with this code is already recorded as fitted.',
    });
  }
}

export class UnitAllocatedElsewhere extends Refusal {
  constructor() {
    super('UNIT_ALLOCATED_ELSEWHERE', 'conflict', {
      zh: '此零件已领用到另一张工单或另一行。',
      en: 'This unit is issued to another repair order or line.',
    });
  }
}

export class UnitNotHere extends Refusal {
  constructor(state: string) {
    super(
      'UNIT_NOT_IN_STOCK_HERE',
      'conflict',
      {
        zh: '登记显示此零件不在本厂库存，请先收货。',
        en: 'The register does not have this unit in your stock. Receive it first.',
      },
      { state },
    );
  }
}

export class UnitUnknown extends Refusal {
  constructor(verdict: unknown) {
    super(
      'UNIT_UNKNOWN',
      'conflict',
      { zh: '此编码不在登记中。', en: 'This code is not in the register.' },
      { verdict },
    );
  }
}

/** What it takes to go on with a step that was stopped. */
const STOPPED = {
  supervisor: {
    code: 'SUPERVISOR_REQUIRED',
    words: {
      zh: '存在疑点，需主管说明理由后才能继续。',
      en: 'Something does not agree. A supervisor may go on, with a reason.',
    },
  },
  reason: { code: 'REASON_REQUIRED', words: { zh: '请说明理由后再继续。', en: 'Give a reason to go on.' } },
  nobody: {
    code: 'FITTING_REFUSED',
    words: {
      zh: '不要安装：此零件与登记不符，请隔离。',
      en: 'Do not fit this part: it contradicts the register. Quarantine it.',
    },
  },
  oldPart: {
    code: 'OLD_PART_REFUSED',
    words: {
      zh: '旧件与登记不符，未登记：请核对并重新扫码，保留这个零件。',
      en: 'This old part contradicts the register and was not recorded. Check it, scan it again, and keep it.',
    },
  },
} as const;

/** The step was stopped before it took effect; what was found goes along and is kept as prevented. */
export class FittingBlocked extends Refusal {
  constructor(findings: readonly Finding[], verdict: unknown, needs: keyof typeof STOPPED) {
    super(STOPPED[needs].code, 'conflict', STOPPED[needs].words, {
      findings: findings.map(({ rule, name, level, message, evidence }) => ({
        rule,
        name,
        level,
        message,
        evidence,
      })),
      verdict,
    });
  }
}

export class UndoRefused extends Refusal {
  constructor(why: 'invoiced' | 'late' | 'undone' | 'removed') {
    super(
      'UNDO_REFUSED',
      'conflict',
      {
        invoiced: {
          zh: '工单已开票，不能撤销安装。',
          en: 'The order is invoiced; the fitting can no longer be undone.',
        },
        late: { zh: '已超过可撤销时限。', en: 'The time in which a fitting can be undone is over.' },
        undone: { zh: '此安装已撤销。', en: 'This fitting is already undone.' },
        removed: { zh: '此零件已拆下。', en: 'This part was already removed.' },
      }[why],
      { why },
    );
  }
}

export class InvoiceBlocked extends Refusal {
  constructor(findings: readonly Finding[]) {
    super(
      'INVOICE_BLOCKED',
      'blocked',
      {
        zh: '发票与维修记录不一致，未开出。请按提示更正，或由主管说明理由。',
        en: 'The invoice does not agree with the records and was not issued. Mend what is listed, or let a supervisor give a reason.',
      },
      {
        findings: findings.map(({ rule, name, level, line, message, next, evidence }) => ({
          rule,
          name,
          level,
          ...(line === undefined ? {} : { line }),
          message,
          next,
          evidence,
        })),
      },
    );
  }
}

export class OldPartIdTaken extends Refusal {
  constructor() {
    super('OLD_PART_ID_TAKEN', 'conflict', {
      zh: '这个旧件编号已经用过；每次登记请用新的编号。',
      en: 'This id is an old part’s already. Give each one that is told of a new id.',
    });
  }
}

/** Constraint names of this folder's tables: for the two that race each other to one unit, and for an id of the caller’s. */
export const REPAIR_ORDER_CONSTRAINTS = {
  unit_fitted_once: () => new UnitAlreadyFitted(),
  unit_allocated_once: () => new UnitAllocatedElsewhere(),
  old_part_pkey: () => new OldPartIdTaken(),
} as const;

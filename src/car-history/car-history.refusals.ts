import { Refusal } from '../kernel/refusal.ts';

/** Never made, ended, taken back, or overtaken by a later repair: which of them is nobody’s business but the owner’s. */
export class HistoryLinkUnknown extends Refusal {
  constructor() {
    super('HISTORY_LINK_UNKNOWN', 'missing', {
      zh: '这个链接无效或已经到期。请向车主要一个新的链接。',
      en: 'This link is not valid, or has ended. Ask the owner of the car for a new one.',
    });
  }
}

export class NotLatestInvoice extends Refusal {
  constructor() {
    super('NOT_LATEST_INVOICE', 'conflict', {
      zh: '只有这辆车最近一次维修的结算单，才能把零件记录给别人看。请打开那张结算单的链接。',
      en: 'Only the invoice of this car’s latest repair can show its part history to others. Open the link of that one.',
    });
  }
}

export class TooManyHistoryLinks extends Refusal {
  constructor(most: number) {
    super(
      'TOO_MANY_HISTORY_LINKS',
      'conflict',
      {
        zh: `最多同时有 ${most} 个有效链接。请先收回一个。`,
        en: `There can be ${most} links at a time. Take one back first.`,
      },
      { most },
    );
  }
}

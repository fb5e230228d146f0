import { Refusal } from '../kernel/refusal.ts';

export class InvoiceLinkUnknown extends Refusal {
  constructor() {
    super('INVOICE_LINK_UNKNOWN', 'missing', {
      zh: '没有找到这张结算单。请核对链接或重新扫描发票上的二维码。',
      en: 'No invoice belongs to this link. Check it, or scan the code on the invoice again.',
    });
  }
}

export class AnswerLineUnknown extends Refusal {
  constructor(line: number) {
    super(
      'INVOICE_LINE_NOT_FOUND',
      'invalid',
      { zh: `结算单没有第 ${line} 行。`, en: `The invoice has no line ${line}.` },
      { line },
    );
  }
}

export class SatisfactionGiven extends Refusal {
  constructor() {
    super('SATISFACTION_GIVEN', 'conflict', {
      zh: '您已经评价过这次服务，谢谢。',
      en: 'You have rated this service already. Thank you.',
    });
  }
}

export class CaseNotAnswered extends Refusal {
  constructor() {
    super('CASE_NOT_ANSWERED', 'conflict', {
      zh: '这件事还没有得到答复，请等到答复期限。',
      en: 'There is no answer yet. You will be able to say whether you accept it.',
    });
  }
}

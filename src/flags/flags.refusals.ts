import { Refusal } from '../kernel/refusal.ts';

export class FlagNotFound extends Refusal {
  constructor() {
    super('FLAG_NOT_FOUND', 'missing', { zh: '没有这条疑点。', en: 'There is no such flag.' });
  }
}

export class FlagResolved extends Refusal {
  constructor(status: string) {
    super(
      'FLAG_ALREADY_RESOLVED',
      'conflict',
      { zh: '这条疑点已处理。', en: 'This flag is already resolved.' },
      { status },
    );
  }
}

export class CaseClosed extends Refusal {
  constructor() {
    super('CASE_CLOSED', 'conflict', {
      zh: '案件已结束，不能再添加记录。',
      en: 'This case is closed; nothing more can be added to it.',
    });
  }
}

export class NotYoursToClose extends Refusal {
  constructor() {
    super('NOT_YOURS_TO_CLOSE', 'forbidden', {
      zh: '调查由厂家分析员结案，争议由收到争议的维修店结案；逾期未答复、已上报的争议由厂家结案。',
      en: 'An investigation is closed by the maker’s analyst, a dispute by its workshop, or by the maker once it was passed on.',
    });
  }
}

export class AnswerOwed extends Refusal {
  constructor() {
    super('ANSWER_OWED', 'conflict', {
      zh: '车主还在等答复。请先答复或电话回访，之后才能结案。',
      en: 'The owner is waiting for an answer. Answer or ring up first; the case can be closed after that.',
    });
  }
}

export class RecallNotFound extends Refusal {
  constructor() {
    super('RECALL_NOT_FOUND', 'missing', { zh: '没有这个召回。', en: 'There is no such recall.' });
  }
}

export class RecallNumberTaken extends Refusal {
  constructor() {
    super('RECALL_NUMBER_TAKEN', 'conflict', { zh: '召回编号已使用。', en: 'This recall number is taken.' });
  }
}

export class RuleUnknown extends Refusal {
  constructor() {
    super('RULE_NOT_FOUND', 'missing', { zh: '没有这条规则。', en: 'There is no such rule.' });
  }
}

export const FLAG_CONSTRAINTS = { recall_number: () => new RecallNumberTaken() } as const;

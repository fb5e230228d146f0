import type { Words } from '../../kernel/words.ts';
import type { DisputeReason } from '../../feedback/answer.dto.ts';
import { catalogue } from '../design/catalogue.ts';

/** What an owner may say is wrong, in the owner’s own voice. */
export const REASON = catalogue({
  not_fitted: { zh: '这个零件没有装上', en: 'This part was not fitted' },
  old_part_not_shown: { zh: '没有给我看旧件', en: 'I never saw the old part' },
  wrong_class: { zh: '零件类别不对', en: 'It is another class of part' },
  not_agreed: { zh: '我没有同意', en: 'I did not agree to this' },
  price: { zh: '价格不对', en: 'The price is wrong' },
  other: { zh: '其他', en: 'Something else' },
} satisfies Record<DisputeReason, Words>);

export const ANSWER_WORDS = catalogue({
  ask: { zh: '这张账单对吗？', en: 'Is this bill right?' },
  confirm: { zh: '没有问题', en: 'Yes, it is right' },
  confirmMeans: {
    zh: '确认后，维修店会看到您认可了这张账单。以后发现问题，仍然可以在这里提出。',
    en: 'The workshop will see that you accept this bill. If something comes up later, you can still say so here.',
  },
  confirmNow: { zh: '确认账单', en: 'Confirm the bill' },
  confirmed: { zh: '您已确认这张账单', en: 'You have confirmed this bill' },
  confirmedMeans: {
    zh: '以后发现问题，仍然可以在这里提出。',
    en: 'If something comes up later, you can still say so here.',
  },
  disputeBill: { zh: '账单有问题', en: 'Something is wrong' },
  disputeLine: { zh: '这一项有问题？', en: 'Something wrong here?' },
  backToBill: { zh: '返回结算单', en: 'Back to the bill' },
  choose: {
    zh: '哪里不对？点一下就提交，您会得到一个编号和答复期限。',
    en: 'What is wrong? One tap sends it; you get a case number and a date for the answer.',
  },
  text: { zh: '想补充的话（可不填）', en: 'Anything to add (optional)' },

  received: { zh: (number: string) => `已收到，编号 ${number}`, en: (number: string) => `Received: case ${number}` },
  cases: { zh: '您提出的问题', en: 'What you have raised' },
  aboutLine: { zh: (line: number) => `第 ${line} 项`, en: (line: number) => `Line ${line}` },
  aboutBill: { zh: '整张账单', en: 'The whole bill' },
  raised: { zh: (at: string) => `${at} 提出`, en: (at: string) => `raised ${at}` },
  due: { zh: (at: string) => `维修店应在 ${at} 前答复。`, en: (at: string) => `The workshop must answer by ${at}.` },
  overdue: {
    zh: (at: string) => `维修店应在 ${at} 前答复，已经超过期限。`,
    en: (at: string) => `The workshop should have answered by ${at}. That time has passed.`,
  },
  open: { zh: '等待答复', en: 'Waiting for an answer' },
  answered: { zh: '已答复', en: 'Answered' },
  closed: { zh: '已结束', en: 'Closed' },
});

/** Who speaks in a case, by the kind of entry. */
export const SPEAKER = catalogue({
  owner: { zh: '您', en: 'You' },
  answer: { zh: '维修店', en: 'Workshop' },
  call_back: { zh: '电话回访', en: 'Call' },
  resolution: { zh: '结论', en: 'Conclusion' },
  evidence: { zh: '记录', en: 'Record' },
  note: { zh: '说明', en: 'Note' },
  accepted: { zh: '您接受了答复', en: 'You accepted the answer' },
  declined: { zh: '您不接受答复', en: 'You did not accept the answer' },
  escalated: { zh: '维修店逾期未答复，已转交厂家', en: 'The workshop let its time pass: the maker was told' },
});

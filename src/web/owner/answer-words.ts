import type { Words } from '../../kernel/words.ts';
import type { DisputeReason } from '../../feedback/answer.dto.ts';
import { catalogue, counted } from '../design/catalogue.ts';

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
  late: {
    zh: (days: number) => (days > 0 ? `逾期 ${days} 天，还没有答复` : '已逾期，还没有答复'),
    en: (days: number) => (days > 0 ? `${counted(days, 'day')} late, and not answered` : 'Late, and not answered'),
  },
  escalates: {
    zh: (at: string) => `到 ${at} 仍没有答复，就转交厂家处理。`,
    en: (at: string) => `If nobody has answered by ${at}, it is passed on to the maker.`,
  },
  escalated: { zh: '已转交厂家', en: 'Passed on to the maker' },
  escalatedNext: {
    zh: (at: string) => `${at} 起，厂家也可以直接答复您。`,
    en: (at: string) => `Since ${at} the maker may answer you, too.`,
  },
  answered: { zh: '已答复，请您决定是否接受', en: 'Answered. Do you accept it?' },
  answeredNext: {
    zh: '答复在下面。您不表态，这件事就保持现状。',
    en: 'The answer is below. As long as you say nothing, it stays as it is.',
  },
  closed: { zh: '已结束', en: 'Closed' },
  closedNext: {
    zh: '不同意这个结果，可以在这里重新提出。',
    en: 'If you do not agree with this, you can raise it here anew.',
  },

  accept: { zh: '接受这个答复', en: 'I accept the answer' },
  acceptMeans: {
    zh: '接受后，这件事就结束了，维修店和厂家会看到。以后又发现问题，可以重新提出。',
    en: 'This ends the case; the workshop and the maker will see it. If something comes up again, you can raise it anew.',
  },
  acceptNow: { zh: '接受并结束', en: 'Accept and close' },
  accepted: {
    zh: (number: string) => `您接受了答复，${number} 已结束`,
    en: (number: string) => `You accepted the answer: case ${number} is closed`,
  },
  acceptedMeans: {
    zh: '又发现问题，可以在这里重新提出。',
    en: 'If something comes up again, you can raise it here anew.',
  },
  decline: { zh: '不接受', en: 'I do not accept it' },
  declineMeans: {
    zh: (days: number) => `维修店要在 ${days} 天内重新答复。`,
    en: (days: number) => `The workshop must answer again within ${counted(days, 'day')}.`,
  },
  declineElse: {
    zh: '再次逾期，就转交厂家处理。',
    en: ' If it lets that time pass too, the case goes to the maker.',
  },
  declineText: { zh: '还有哪里不对（可不填）', en: 'What is still wrong (optional)' },
  declineNow: { zh: '不接受，要求重新答复', en: 'Ask for another answer' },
  declined: {
    zh: (number: string) => `已记下您不接受答复，编号 ${number}`,
    en: (number: string) => `Recorded: you do not accept the answer to case ${number}`,
  },
});

/** Who speaks in a case, by the kind of entry. */
export const SPEAKER = catalogue({
  owner: { zh: '您', en: 'You' },
  answer: { zh: '维修店', en: 'Workshop' },
  call_back: { zh: '维修店来电', en: 'Call from the workshop' },
  maker_answer: { zh: '厂家', en: 'Maker' },
  maker_call_back: { zh: '厂家来电', en: 'Call from the maker' },
  resolution: { zh: '结论', en: 'Conclusion' },
  evidence: { zh: '记录', en: 'Record' },
  note: { zh: '说明', en: 'Note' },
  accepted: { zh: '您接受了答复', en: 'You accepted the answer' },
  declined: { zh: '您不接受答复', en: 'You did not accept the answer' },
  escalated: { zh: '维修店逾期未答复，已转交厂家', en: 'The workshop let its time pass: the maker was told' },
});

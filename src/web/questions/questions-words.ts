import { catalogue, counted } from '../design/catalogue.ts';

export const QUESTIONS_WORDS = catalogue({
  questions: { zh: '车主的问题', en: 'Owners’ questions' },
  about: {
    zh: '车主在结算单上提出的问题。请在期限内答复；逾期未答复会转交厂家。答复之后才能结案。答复、电话回访和结论，车主在结算单上都看得到。',
    en: 'What owners ask on their bills. Answer in time, or it is passed on to the maker. A case can be closed once it is answered. Owners read answers, call-backs and how it ended on the bill.',
  },
  none: { zh: '没有符合条件的问题。', en: 'No questions match.' },
  asked: { zh: '问的是什么', en: 'What it is about' },
  satisfaction: { zh: '车主满意度', en: 'Satisfaction of owners' },
  ofOwners: {
    zh: (answers: number) => `实际 ÷ 期望，${answers} 位车主`,
    en: (answers: number) => `received ÷ expected, ${counted(answers, 'owner')}`,
  },
  noAnswers: { zh: '还没有车主评价。', en: 'No owner has said so far.' },
});

import { catalogue, counted } from '../../design/catalogue.ts';

export const RECEIVING_WORDS = catalogue({
  ready: { zh: '开始扫描', en: 'Ready to scan' },
  readyMeans: { zh: '逐件扫描标签，或扫描整箱。', en: 'Scan one label after the other, or a whole carton.' },
  counted: { zh: '已清点', en: 'Counted' },
  again: { zh: '已经扫过', en: 'Scanned before' },
  againMeans: { zh: '这一件已清点，继续下一件。', en: 'This one is counted already. Go on with the next.' },
  stranger: { zh: '不在这批货里', en: 'Not in this delivery' },
  strangerMeans: {
    zh: '单独存放。清点结束时会记为多出。',
    en: 'Set it aside. It is recorded as over when you finish.',
  },
  strangerUnknown: { zh: '登记中没有这个零件。', en: 'There is no such unit in the register.' },
  strangerForeign: {
    zh: '标签指向别的网站，不是厂家的标签。',
    en: 'The label leads to another site: it is not the maker’s.',
  },
  strangerCarton: {
    zh: '箱子不在这批货里，请逐件扫描。',
    en: 'This carton is not in this delivery. Scan its units one by one.',
  },
  unreadable: { zh: '没读出来', en: 'Not read' },
  unreadableMeans: { zh: '再扫一次，或输入标签上的序列号。', en: 'Scan again, or type the serial on the label.' },
  ofExpected: {
    zh: (expected: string) => `/ 应到 ${expected} 件`,
    en: (expected: string) => `of ${expected} expected`,
  },
  over: { zh: '多出', en: 'Over' },
  short: { zh: '短缺', en: 'Short' },
  missingYet: { zh: '还没扫到', en: 'Not scanned yet' },
  overYet: { zh: '多出的', en: 'Over' },
  all: { zh: '全部扫到了。', en: 'Everything was scanned.' },
  undo: { zh: '撤销上一次扫描', en: 'Undo the last scan' },
  undone: { zh: '已撤销', en: 'Taken off the list' },
  finish: { zh: '结束清点', en: 'Finish' },
  finishAsk: {
    zh: (received: number, over: number, short: number) =>
      `收 ${received} 件，多 ${over} 件，少 ${short} 件。确定结束吗？`,
    en: (received: number, over: number, short: number) =>
      `${counted(received, 'unit')} received, ${over} over, ${short} short. Finish?`,
  },
  finishYes: { zh: '确定，收货', en: 'Yes, receive' },
  back: { zh: '继续扫描', en: 'Scan on' },
  part: { zh: '先收已清点的，其余还在拆箱', en: 'Receive what is counted; more is being unpacked' },
  units: { zh: (count: number) => `${count} 件`, en: (count: number) => counted(count, 'unit') },
  more: { zh: (count: number) => `另有 ${count} 件`, en: (count: number) => `${count} more` },
  notReceived: { zh: '没有收货', en: 'Not received' },

  done: { zh: '已收货', en: 'Received' },
  result: {
    zh: (received: number, over: number, short: number) => `收货 ${received} 件，多 ${over} 件，少 ${short} 件`,
    en: (received: number, over: number, short: number) =>
      `${counted(received, 'unit')} received, ${over} over, ${short} short`,
  },
  shortMeans: {
    zh: '短缺的零件仍登记为在途，到了可以再收；发货方会看到。',
    en: 'What is short stays on the road and may still be received. The sender sees it.',
  },
  overMeans: {
    zh: '多出的没有入库，请单独存放，等主管处理。',
    en: 'What is over is not your stock. Keep it apart until the lead has looked at it.',
  },
  toShipment: { zh: '查看发货单', en: 'See the shipment' },

  inspect: { zh: '检验', en: 'Inspect it' },
  inspectMeans: {
    zh: '是发出去的那一件吗？没用过，封签完好？',
    en: 'Is it the part that went out, unused, with its seal?',
  },
  asNew: { zh: '完好', en: 'As new' },
  notAsNew: { zh: '不是新件', en: 'Not as new' },
  undecided: {
    zh: (count: number) => `${count} 件还没有检验结论`,
    en: (count: number) => `${counted(count, 'unit')} not inspected yet`,
  },
});

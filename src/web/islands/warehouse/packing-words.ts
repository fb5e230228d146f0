import { catalogue, counted } from '../../design/catalogue.ts';

export const PACKING_WORDS = catalogue({
  ready: { zh: '开始扫描', en: 'Ready to scan' },
  readyMeans: { zh: '逐件扫描标签，或扫描已封好的箱。', en: 'Scan one label after the other, or a sealed carton.' },
  loaded: { zh: '已加入', en: 'Loaded' },
  inCarton: { zh: '已装箱', en: 'In the carton' },
  again: { zh: '已经扫过', en: 'Scanned before' },
  againMeans: { zh: '这一件已在清单中，无需再扫。', en: 'This one is on the list already. Go on with the next.' },
  notLoaded: { zh: '未加入', en: 'Not loaded' },
  notOnList: { zh: '不在拣货单上', en: 'Not on the picking list' },
  notOnListMeans: { zh: '放回货架，或确认后仍然加入。', en: 'Put it back, or load it all the same.' },
  lineFull: { zh: '已经够数', en: 'There are enough of these' },
  lineFullMeans: { zh: '放回货架，或确认后仍然加入。', en: 'Put it back, or load it all the same.' },
  anyway: { zh: '仍然加入', en: 'Load it all the same' },
  waiting: {
    zh: (count: number) => `${count} 个扫描待核对`,
    en: (count: number) => `${counted(count, 'scan')} not checked yet`,
  },
  toPick: { zh: '拣货单', en: 'To pick' },
  scanned: { zh: '已扫描', en: 'Scanned' },
  nothing: { zh: '还没有扫描。', en: 'Nothing was scanned yet.' },
  total: { zh: '件待发', en: 'ready to ship' },
  ofTotal: { zh: (wanted: string) => `/ 应拣 ${wanted}`, en: (wanted: string) => `of ${wanted} to pick` },
  undo: { zh: '撤销上一次扫描', en: 'Undo the last scan' },
  undone: { zh: '已撤销', en: 'Taken off the list' },
  remove: { zh: '移除', en: 'Take off' },
  openCarton: { zh: '开新箱', en: 'Begin a carton' },
  closeCarton: { zh: '封箱', en: 'Close the carton' },
  cartonOpen: {
    zh: (count: number) => `正在装箱：${count} 件`,
    en: (count: number) => `Open carton: ${counted(count, 'unit')}`,
  },
  cartonClosed: { zh: '箱已封好', en: 'The carton is sealed' },
  cartonClosedMeans: {
    zh: (sscc: string) => `箱号 ${sscc}。打印箱标签并贴上。`,
    en: (sscc: string) => `Number ${sscc}. Print its label and stick it on.`,
  },
  printCarton: { zh: '打印箱标签', en: 'Print its label' },
  cartons: { zh: '箱', en: 'Cartons' },
  units: { zh: (count: number) => `${count} 件`, en: (count: number) => counted(count, 'unit') },
  ship: { zh: '发运', en: 'Ship' },
  closeFirst: { zh: '先封箱，再发运。', en: 'Close the carton first, then ship.' },
  notShipped: { zh: '没有发运', en: 'Not shipped' },
  loose: { zh: '散件', en: 'loose' },
  more: { zh: (count: number) => `另有 ${count} 件`, en: (count: number) => `${count} more` },
  startOver: { zh: '全部清除', en: 'Start over' },
});

/** What to do about a code that cannot be shipped, by the API’s reason. */
export const NEXT_STEP = catalogue({
  UNKNOWN_UNIT: { zh: '单独存放，交给主管核查。', en: 'Set it aside and give it to the lead.' },
  LABEL_NOT_OURS: { zh: '单独存放，不要发出，报告主管。', en: 'Set it aside, do not send it out, and tell the lead.' },
  UNIT_ON_HOLD: {
    zh: '放到隔离区。解除前不能发出。',
    en: 'Take it to quarantine. It cannot go out until the hold is cleared.',
  },
  UNIT_NOT_IN_STOCK: {
    zh: '如果标签刚贴好，先在批次页确认“标签已贴好”。',
    en: 'If its label was just stuck on, say so on the page of its batch first.',
  },
  UNIT_NOT_IN_CUSTODY: { zh: '单独存放：登记显示它不在这里。', en: 'Set it aside: the records have it elsewhere.' },
  UNIT_ALREADY_SHIPPED: { zh: '单独存放：登记显示它已在路上。', en: 'Set it aside: the records have it on the road.' },
  UNIT_PACKED: { zh: '扫描整箱，或先从箱中取出。', en: 'Scan the whole carton, or take it out first.' },
  UNREADABLE_CODE: { zh: '再扫一次，或输入标签上的序列号。', en: 'Scan again, or type the serial on the label.' },
  CARTON_NOT_SEALED: { zh: '先封箱，再扫描。', en: 'Seal it, then scan it again.' },
  NOT_OF_THIS_MAKER: {
    zh: '放回货架：收货方不收这个厂家的零件。',
    en: 'Put it back: the consignee does not take this maker’s parts.',
  },
});

import { catalogue, counted } from '../../design/catalogue.ts';

/** Orders, their lines, and what is done on them. */
export const ORDER_WORDS = catalogue({
  search: { zh: '搜索单号、车牌、车架号', en: 'Number, plate or VIN' },
  open: { zh: '进行中', en: 'Open' },
  all: { zh: '全部', en: 'All' },
  none: { zh: '没有进行中的工单', en: 'No open orders' },
  noneFound: { zh: '没有找到', en: 'Nothing found' },
  lookUp: {
    zh: (text: string) => `按单号查“${text}”`,
    en: (text: string) => `Look up number “${text}”`,
  },
  progress: {
    zh: (fitted: number, lines: number) => `${lines} 行，已装 ${fitted} 行`,
    en: (fitted: number, lines: number) => `${fitted} of ${lines} lines fitted`,
  },
  vin: { zh: '车架号', en: 'VIN' },
  odometer: { zh: '进厂里程', en: 'Odometer in' },
  lines: { zh: '零件', en: 'Parts' },
  line: { zh: (line: number) => `第 ${line} 行`, en: (line: number) => `Line ${line}` },
  wanted: { zh: '应装', en: 'To fit' },
  partNumber: { zh: '零件号', en: 'Part number' },
  position: { zh: '位置', en: 'Position' },
  category: { zh: '类别', en: 'Category' },
  concern: { zh: '车主反映', en: 'Complaint' },
  cause: { zh: '原因', en: 'Cause' },
  countFitted: {
    zh: (fitted: number, of: number) => `已装 ${fitted} / ${of}`,
    en: (fitted: number, of: number) => `${fitted} of ${of} fitted`,
  },
  countWaiting: {
    zh: (count: number) => `${count} 条待传`,
    en: (count: number) => `${count} not sent yet`,
  },
  notApproved: { zh: '车主还没有确认这一行', en: 'The owner has not approved this line' },
  approvedOther: {
    zh: (part: string) => `车主确认的是 ${part}`,
    en: (part: string) => `The owner approved ${part}`,
  },
  settled: { zh: '工单已结束，不能再装。', en: 'The order is settled. Nothing more is fitted on it.' },
  invoice: { zh: '结算单', en: 'Invoice' },
  markReady: { zh: '全部装完，可以交车', en: 'All done: ready to hand over' },
  scanTitle: { zh: '扫零件上的标签', en: 'Scan the label on the part' },
  fitted: { zh: '已装', en: 'Fitted' },
  fittedAt: {
    zh: (time: string) => `${time} 装上`,
    en: (time: string) => `Fitted ${time}`,
  },
  undone: {
    zh: (reason: string) => `已撤销：${reason}`,
    en: (reason: string) => `Undone: ${reason}`,
  },
  removed: { zh: '已拆下', en: 'Taken out' },
  noted: { zh: '已记在手机里，等待上传', en: 'Noted on this phone, waiting to be sent' },
  undo: { zh: '撤销这次安装', en: 'Undo this fitting' },
  undoMeans: {
    zh: '撤销和原来的安装都会留在记录里，车主看得到。',
    en: 'Both the fitting and its undoing stay on record, and the owner sees both.',
  },
  undoReason: { zh: '为什么撤销', en: 'Why it is undone' },
  takeOut: { zh: '拆下这个零件', en: 'Take this part out' },
  issuedOpen: {
    zh: (count: number) => `已领出 ${count} 件，还没有装`,
    en: (count: number) => `${counted(count, 'unit')} issued and not fitted`,
  },
  giveBack: { zh: '没有装，退回库存', en: 'Not fitted: back to stock' },
  giveBackMeans: {
    zh: '封签完好的零件才能退回库存。先扫它的标签。',
    en: 'Only with its seal intact. Scan its label first.',
  },
  sealIntact: { zh: '封签完好', en: 'The seal is intact' },
  earlier: { zh: '这辆车上以前装的零件', en: 'Parts fitted in this car before' },
  earlierNone: {
    zh: '本店没有为这辆车装过有编码的零件。',
    en: 'This workshop fitted no coded parts in this car before.',
  },
  showEarlier: { zh: '看以前装的零件', en: 'Show parts fitted before' },
  withoutCode: { zh: '这一行的零件没有编码', en: 'The part of this line carries no code' },
  fitWithoutCode: { zh: '登记安装', en: 'Record the fitting' },
});

export const FIT_WORDS = catalogue({
  title: { zh: '登记安装', en: 'Record the fitting' },
  vin: { zh: '车架号：到车上扫，或输入后 8 位', en: 'VIN: scan it at the car, or type the last 8' },
  vinSame: { zh: '是这辆车', en: 'This is the car' },
  vinOther: {
    zh: '不是这张工单的车。请到车上再看一次；确实是另一辆车，请打开那辆车的工单。',
    en: 'This is not the car of this order. Look again at the car; if it is another one, open that car’s order.',
  },
  vinShort: { zh: '至少输入后 8 位', en: 'At least the last 8 characters' },
  vinNone: {
    zh: '不填也可以，记录上会写明没有核对车辆。',
    en: 'It may stay empty; the record then says that nobody checked the car.',
  },
  scanVin: { zh: '扫车架号', en: 'Scan the VIN' },
  position: { zh: '位置', en: 'Position' },
  odometer: { zh: '里程（公里）', en: 'Odometer (km)' },
  odometerLow: {
    zh: (kilometres: string) => `比进厂时的 ${kilometres} 还少，请再看一次。`,
    en: (kilometres: string) => `Below the ${kilometres} at check-in. Please look again.`,
  },
  oldPart: { zh: '旧件去了哪里', en: 'What became of the old part' },
  oldPartOpen: { zh: '旧件去向还没有登记', en: 'Nobody has told what became of the old part' },
  tellOldPart: { zh: '登记旧件去向', en: 'Tell what became of it' },
  recordOldPart: { zh: '登记', en: 'Record it' },
  with_owner: { zh: '车主带走', en: 'The owner took it' },
  waived: { zh: '车主不要，留店处理', en: 'The owner left it here' },
  none: { zh: '没有旧件', en: 'There was none' },
  core_return: { zh: '退厂再制造', en: 'Back to the maker: core' },
  warranty_return: { zh: '质保退厂', en: 'Back to the maker: warranty' },
  oldCode: { zh: '旧件上的编码（有就扫）', en: 'Code on the old part, if it has one' },
  scanOld: { zh: '扫旧件标签', en: 'Scan the old part' },
  oldTaken: { zh: '旧件编码已读', en: 'Old part read' },
  reason: { zh: '为什么仍然可以装（车主会看到）', en: 'Why it is right all the same (the owner sees it)' },
  lot: { zh: '批号', en: 'Lot' },
  quantity: { zh: '数量', en: 'Quantity' },
  noCodeReason: { zh: '为什么没有编码', en: 'Why there is no code' },
  choose: { zh: '请选一项', en: 'Choose one' },
  record: { zh: '记为已装', en: 'Record as fitted' },
  done: { zh: '已登记', en: 'Recorded' },
  doneNoted: { zh: '已记在手机里', en: 'Noted on this phone' },
  doneNotedMeans: {
    zh: '还没有和登记核对。有网络后自动上传，有问题会告诉您。',
    en: 'Not yet checked against the register. It is sent by itself when there is a network, and you are told if something is wrong.',
  },
  next: { zh: '下一行', en: 'Next line' },
  toOrder: { zh: '回到工单', en: 'Back to the order' },
  takeOut: { zh: '记为已拆下', en: 'Record as taken out' },
});

export const PHOTO_WORDS = catalogue({
  take: { zh: '拍下旧件', en: 'Photograph the old part' },
  again: { zh: '重拍旧件', en: 'Photograph it again' },
  photo: { zh: '旧件照片', en: 'Photo of the old part' },
  kept: { zh: '照片在手机里，等待上传', en: 'Photo kept on this phone, not sent yet' },
  sent: { zh: '照片已上传', en: 'Photo sent' },
  noPicture: { zh: '这不是照片，请再拍一次。', en: 'That is no picture. Please take it again.' },
});

export const STATUS = catalogue({
  draft: { zh: '草稿', en: 'Draft' },
  checked_in: { zh: '已进厂', en: 'Checked in' },
  estimated: { zh: '已报价', en: 'Estimated' },
  approved: { zh: '已确认', en: 'Approved' },
  in_progress: { zh: '维修中', en: 'In progress' },
  on_hold: { zh: '暂停', en: 'On hold' },
  ready: { zh: '可交车', en: 'Ready' },
  invoiced: { zh: '已开票', en: 'Invoiced' },
  delivered: { zh: '已交车', en: 'Delivered' },
  closed: { zh: '已结束', en: 'Closed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
});

export const CATEGORY_NAME = catalogue({
  original: { zh: '原厂件', en: 'Original part' },
  matching_quality: { zh: '质量相当件', en: 'Matching quality' },
  remanufactured: { zh: '再制造件', en: 'Remanufactured' },
  reused: { zh: '回用件', en: 'Reused part' },
  customer_supplied: { zh: '车主自配件', en: 'Owner’s own part' },
});

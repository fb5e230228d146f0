import { catalogue, counted } from '../../design/catalogue.ts';

/** Receiving, giving back, sending back. */
export const STOCK_WORDS = catalogue({
  checkLead: { zh: '扫任何一个标签，看看记录怎么说。', en: 'Scan any label to see what the records say of it.' },
  coming: { zh: '在路上的', en: 'On the way to you' },
  received: { zh: '已收到的', en: 'Received' },
  sent: { zh: '退回去的', en: 'Sent back' },
  none: { zh: '没有在路上的货', en: 'Nothing is on the way' },
  from: { zh: (name: string) => `来自 ${name}`, en: (name: string) => `From ${name}` },
  to: { zh: (name: string) => `发往 ${name}`, en: (name: string) => `To ${name}` },
  units: { zh: (count: number) => `${count} 件`, en: (count: number) => counted(count, 'unit') },
  toReceive: {
    zh: (count: number) => `${count} 件待收`,
    en: (count: number) => `${counted(count, 'unit')} to receive`,
  },
  receive: { zh: '收货', en: 'Receive' },
  receiveHow: { zh: '逐个扫，扫到的就在下面打勾。', en: 'Scan one after another; each is ticked off below.' },
  seen: {
    zh: (seen: number, of: number) => `已扫 ${seen} / ${of}`,
    en: (seen: number, of: number) => `${seen} of ${of} scanned`,
  },
  twice: { zh: '这个已经扫过了', en: 'This one was scanned already' },
  notInList: { zh: '不在这张发运单里', en: 'Not in this shipment' },
  notInListMeans: {
    zh: '会记为多收，零件不入库。先单独放。',
    en: 'It is counted as over and does not enter your stock. Keep it apart.',
  },
  undo: { zh: '撤销上一次扫码', en: 'Undo the last scan' },
  unreadable: { zh: '没有读清，请再扫一次', en: 'Not readable: scan again' },
  confirm: { zh: '收货完成', en: 'Finish the receipt' },
  confirmShort: {
    zh: (count: number) => `少 ${count} 件，仍然完成`,
    en: (count: number) => `Finish with ${count} short`,
  },
  later: { zh: '先记这些，还没拆完', en: 'Record these, more to unpack' },
  result: { zh: '收货结果', en: 'Result' },
  resultReceived: { zh: '收到', en: 'Received' },
  resultOver: { zh: '多出', en: 'Over' },
  resultShort: { zh: '少', en: 'Short' },
  resultNoted: {
    zh: '已记在手机里，有网络后上传。',
    en: 'Noted on this phone, and sent when there is a network.',
  },
  outcome: { zh: '状态', en: 'State' },
  in_transit: { zh: '在路上', en: 'On the way' },
  short: { zh: '没有到', en: 'Short' },
  gotIt: { zh: '已收到', en: 'Received' },
  not_received: { zh: '没有收到', en: 'Not received' },
  returns: { zh: '把新件退回仓库', en: 'Send new parts back' },
  returnsHow: {
    zh: '没有用过、封签完好的零件。逐个扫，选好退回哪里。',
    en: 'Unused, with their seals intact. Scan them and choose where they go.',
  },
  returnsTo: { zh: '退回到', en: 'Send back to' },
  returnsNowhere: {
    zh: '还没有仓库给本店发过货，所以没有可退的地方。',
    en: 'No warehouse has supplied this workshop yet, so there is nowhere to send to.',
  },
  returnsSend: {
    zh: (count: number) => `登记退回 ${count} 件`,
    en: (count: number) => `Record ${counted(count, 'unit')} as sent back`,
  },
  returnsDone: { zh: '已登记退回', en: 'Recorded as sent back' },
  remove: { zh: '去掉', en: 'Remove' },
  toStock: { zh: '回到收发', en: 'Back to stock' },
});

import { catalogue } from '../../design/catalogue.ts';

/** What a technician reads of one scan, after the colour. */
export const READING_WORDS = catalogue({
  checking: { zh: '正在核对…', en: 'Checking…' },
  noted: { zh: '已记录，尚未与登记核对', en: 'Recorded, not yet checked against the register' },
  notedNext: {
    zh: '没有网络。有网络后自动核对，有问题会告诉您。',
    en: 'There is no network. It is checked as soon as there is one, and you are told if something is wrong.',
  },
  notedSigned: {
    zh: '编码确实由厂家签发。这说明不了零件本身，登记也还没有核对。',
    en: 'The maker did issue this code. That proves nothing about the part, and the register has not been asked.',
  },
  notedRevoked: {
    zh: '签发这个编码的密钥已被吊销，要等登记核对后才知道算不算数。最好先不装。',
    en: 'The key that signed this code was revoked. Only the register knows whether it still counts: better wait with it.',
  },
  notedCannotTell: {
    zh: '这部手机现在无法验证这个签名，要等有网络。这不说明零件有问题。',
    en: 'This phone cannot verify this signature now; it needs the network. That says nothing against the part.',
  },
  notedUnsigned: {
    zh: '手工输入的编码没有签名可验，要等有网络再核对。',
    en: 'A typed code has no signature to verify. It is checked when there is a network.',
  },
  otherPart: { zh: '不是这一行的零件', en: 'Not the part of this line' },
  notedOtherPart: {
    zh: '已记录。这个编码是另一种零件的，可能是替代件：先核对零件号，联网确认后再装。',
    en: 'Recorded. This code is of another part. It may be a successor: compare the part number, and fit it only when the register has been asked.',
  },
  doubtful: { zh: '不要安装', en: 'Do not fit' },
  doubtfulForged: {
    zh: '这个编码的签名不是厂家的。已记录，联网后再与登记核对。',
    en: 'The signature on this code is not the maker’s. It is recorded, and checked against the register later.',
  },
  doubtfulForeign: {
    zh: (host: string) => `这个编码指向 ${host}，不是我们的网站。已记录。`,
    en: (host: string) => `This code leads to ${host}, which is not our site. It is recorded.`,
  },
  unreadableNext: {
    zh: '没有读清。这不说明零件有问题：擦净标签再扫，或输入 12 位序列号。',
    en: 'It was not readable. That says nothing against the part: wipe the label and scan again, or type the 12 characters.',
  },
  next: { zh: '下一步', en: 'Next step' },
  claims: { zh: '三件事，分开看', en: 'Three things, each for itself' },
  issuedByMaker: { zh: '编码由厂家签发', en: 'The maker issued this code' },
  recordsAgree: { zh: '各项记录一致', en: 'The records agree' },
  physicallyChecked: { zh: '有人看过实物', en: 'Somebody looked at the part' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  open: { zh: '还不知道', en: 'Not known yet' },
  notLooked: { zh: '还没有', en: 'Not yet' },
  serial: { zh: '序列号', en: 'Serial' },
  lot: { zh: '批号', en: 'Lot' },
  look: { zh: '看一看实物', en: 'Look at the part' },
  lookHow: {
    zh: (part: string) => `包装和零件上写的是 ${part} 吗？封签完好吗？`,
    en: (part: string) => `Do the box and the part say ${part}? Is the seal intact?`,
  },
  looksRight: { zh: '都对，封签完好', en: 'Yes, and the seal is intact' },
  sealBroken: { zh: '封签破了', en: 'The seal is broken' },
  otherNumber: { zh: '零件号不对', en: 'The number differs' },
  numberSeen: { zh: '实物上的零件号', en: 'The number on the part' },
  report: { zh: '记录', en: 'Record it' },
  fit: { zh: '装这个', en: 'Fit this one' },
  fitWithReason: { zh: '写明理由再装', en: 'Fit it, with a reason' },
  fitAsSupervisor: { zh: '主管放行，写明理由', en: 'Let it pass, with a reason' },
  needsSupervisor: {
    zh: '只有主管能放行：请主管用自己的账号登记。',
    en: 'Only a supervisor may let it pass, under their own name.',
  },
  quarantine: { zh: '先隔离这个零件', en: 'Set this part aside' },
  quarantineSteps: {
    zh: '不要装车，也不要退回货架。\n把零件、包装和标签一起放进隔离区，写上日期和工单号。\n拍下标签、包装和零件。\n告诉主管，由主管联系厂家。\n从货架上换一个，再扫一次。',
    en: 'Do not fit it, and do not put it back on the shelf.\nPut part, box and label together in the quarantine place, with the date and the order’s number.\nTake photos of label, box and part.\nTell your supervisor, who asks the maker.\nTake another unit from the shelf and scan that.',
  },
});

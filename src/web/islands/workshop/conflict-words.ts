import type { Words } from '../../../kernel/words.ts';
import { catalogue } from '../../design/catalogue.ts';
import type { ConflictKind } from './conflict.ts';

/** What came back, in a few words. */
export const CONFLICT_TITLE = catalogue({
  alreadyFitted: { zh: '这个编码已登记装在别处', en: 'This code is already recorded in a car' },
  issuedElsewhere: { zh: '这个零件已领给另一张工单', en: 'This unit is issued to another order' },
  notInStock: { zh: '登记里，这个零件不在本店', en: 'The register does not have this unit here' },
  notIssued: { zh: '这个零件没有领给这张工单', en: 'This unit is not issued to this order' },
  unknownUnit: { zh: '登记里没有这个编码', en: 'The register does not know this code' },
  onHold: { zh: '这个零件被扣留了', en: 'This unit is on hold' },
  needsReason: { zh: '需要说明理由', en: 'A reason is needed' },
  needsSupervisor: { zh: '需要主管放行', en: 'A supervisor has to decide' },
  contradicts: { zh: '与登记不符，没有记为已装', en: 'It contradicts the register and was not recorded as fitted' },
  orderSettled: { zh: '工单已结束', en: 'The order is settled already' },
  orderGone: { zh: '工单或这一行已不存在', en: 'The order or its line is no longer there' },
  wrongCar: { zh: '车架号与工单不一致', en: 'The VIN is not the one of the order' },
  codeUnreadable: { zh: '旧件上的编码没有读清', en: 'The code on the old part was not readable' },
  undoRefused: { zh: '不能撤销', en: 'It could not be undone' },
  partOut: { zh: '这个零件已经登记拆下', en: 'This part was already recorded as taken out' },
  photoAlone: { zh: '照片没有对应的旧件', en: 'A photo of no old part on record' },
  shipmentTrouble: { zh: '发运单没有全部记上', en: 'The shipment was not recorded as sent' },
  scanCaution: { zh: '扫过的零件需要核对', en: 'A part you scanned needs checking' },
  scanSuspect: { zh: '扫过的零件与登记不符', en: 'A part you scanned does not match' },
  scanUnknown: { zh: '登记里没有扫过的编码', en: 'A code you scanned is not in the records' },
  scanUnreadable: { zh: '有一次扫码没有读清', en: 'One scan was not readable' },
  receiptDiffers: { zh: '收货数量与发运单不同', en: 'What arrived differs from the shipment' },
  other: { zh: '没有记上', en: 'It was not recorded' },
} satisfies Record<ConflictKind, Words>);

/** What to do now, one step a line. */
export const CONFLICT_STEPS = catalogue({
  alreadyFitted: {
    zh: '把零件上的序列号和这里的再对一遍。\n如果对得上，标签可能被复制：不要装，装上的请拆下，单独放好。\n告诉主管，换一个零件再扫。',
    en: 'Compare the serial on the part with the one here.\nIf it is the same, the label may have been copied: do not fit it, take it out if it is in, and set it aside.\nTell your supervisor, and scan another unit.',
  },
  issuedElsewhere: {
    zh: '问配件员这个零件领给了谁。\n零件在对的车上时，请配件员先退回领用，再扫一次。',
    en: 'Ask the parts clerk who it was issued to.\nIf it belongs here, have it given back first, then scan again.',
  },
  notInStock: {
    zh: '请配件员先把这批货收进来。\n收货后再登记一次安装。',
    en: 'Have the parts clerk receive the delivery.\nThen record the fitting again.',
  },
  notIssued: {
    zh: '看看扫的是不是要退的那一个。\n在它领用的那张工单里退回。',
    en: 'See whether you scanned the one that goes back.\nGive it back on the order that it was issued to.',
  },
  unknownUnit: {
    zh: '先不要装，装上的请拆下。\n对照标签再扫一次，或输入 12 位序列号。\n还是没有：问供货的人，告诉主管。',
    en: 'Do not fit it; take it out if it is in.\nScan again, or type the 12 characters of the serial.\nIf it stays unknown, ask who supplied it and tell your supervisor.',
  },
  onHold: {
    zh: '不要装车，装上的请拆下。\n把零件连同包装单独放好，贴上“勿用”。\n请主管联系厂家。',
    en: 'Do not fit it; take it out if it is in.\nSet it aside with its packaging, marked “do not use”.\nHave a supervisor ask the maker.',
  },
  needsReason: {
    zh: '看一看下面的疑点。\n写明理由再登记一次，车主会看到。',
    en: 'Read what was found below.\nRecord it again with a reason. The owner sees it.',
  },
  needsSupervisor: {
    zh: '请主管看一看下面的疑点。\n主管可以用自己的账号写明理由后登记，或让您换一个零件。',
    en: 'Show a supervisor what was found below.\nThey may record it with a reason under their own name, or have you take another unit.',
  },
  contradicts: {
    zh: '不要装，装上的请拆下。\n把零件连同包装单独放好并拍照。\n告诉主管，换一个零件再扫。',
    en: 'Do not fit it; take it out if it is in.\nSet it aside with its packaging and take photos.\nTell your supervisor, and scan another unit.',
  },
  orderSettled: {
    zh: '这张工单不能再改。\n请服务顾问开一张注明原工单的返修单，在那里登记。',
    en: 'This order can no longer change.\nHave an advisor open a new order that names this one, and record it there.',
  },
  orderGone: {
    zh: '打开工单列表，看看单号或行号是否改了。\n问服务顾问，再登记一次。',
    en: 'Open the list of orders and see whether its number or line changed.\nAsk the advisor, then record it again.',
  },
  wrongCar: {
    zh: '到车上再读一次车架号。\n是另一辆车：打开那辆车的工单。',
    en: 'Read the VIN at the car once more.\nIf it is another car, open that car’s order.',
  },
  codeUnreadable: {
    zh: '擦净旧件上的标签再扫，或不填旧件编码再登记一次。',
    en: 'Wipe the old part’s label and scan it, or record it again without the code.',
  },
  undoRefused: {
    zh: '已开票或超过时限的安装不能撤销。\n零件确实不在车上：按拆下登记。',
    en: 'What is invoiced, or older than the time allowed, cannot be undone.\nIf the part really is out of the car, record it as taken out.',
  },
  partOut: { zh: '不用再做什么。', en: 'There is nothing left to do.' },
  photoAlone: {
    zh: '打开这一行，登记安装和旧件去向。\n再拍一张旧件照片。',
    en: 'Open the line, and record the fitting and what became of the old part.\nThen photograph the old part again.',
  },
  shipmentTrouble: {
    zh: '打开发运单，按下面列出的逐个核对后再登记一次。',
    en: 'Open the shipment, check what is listed below, and record it again.',
  },
  scanCaution: {
    zh: '还没装：再扫一次，按提示做。\n已经装了：告诉主管。',
    en: 'Not fitted yet: scan it again and follow what it says.\nFitted already: tell your supervisor.',
  },
  scanSuspect: {
    zh: '不要装，装上的请拆下。\n把零件连同包装单独放好并拍照。\n告诉主管。',
    en: 'Do not fit it; take it out if it is in.\nSet it aside with its packaging and take photos.\nTell your supervisor.',
  },
  scanUnknown: {
    zh: '先不要装，装上的请拆下。\n对照标签再扫一次。\n还是没有：问供货的人。',
    en: 'Do not fit it; take it out if it is in.\nCompare with the label and scan again.\nIf it stays unknown, ask who supplied it.',
  },
  scanUnreadable: {
    zh: '这不说明零件有问题。擦净标签，再扫一次。',
    en: 'That says nothing against the part. Wipe the label and scan again.',
  },
  receiptDiffers: {
    zh: '打开发运单，看看多了或少了哪些。\n告诉发货的仓库。',
    en: 'Open the shipment to see what is over or short.\nTell the warehouse that sent it.',
  },
  other: { zh: '看一看下面的说明，改好后再登记一次。', en: 'Read what is said below, mend it, and record it again.' },
} satisfies Record<ConflictKind, Words>);

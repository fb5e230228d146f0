import { CATEGORY_WORDS } from '../../flags/rules/category-words.ts';
import type { Language, Words } from '../../kernel/words.ts';
import type { UnreadableReason } from '../../labels/label-text.ts';
import { READ_HINT_WORDS } from '../../labels/read-diagnosis.ts';
import { ORDER_STATUS_WORDS } from '../../repair-orders/order-status-words.ts';
import { SIGHTING_WORDS } from '../../units/unit-event-words.ts';
import { STATE_WORDS } from '../../units/unit-lifecycle.ts';
import { catalogue } from '../design/catalogue.ts';
import { REASON } from '../owner/answer-words.ts';

/** What a case puts down beside the facts of its finding. */
export const CASE_FACTS = [
  'rule',
  'level',
  'gtin',
  'serial',
  'openedBy',
  'invoice',
  'version',
  'line',
  'reason',
] as const;

/** What rules and cases call the facts that they rest on. */
export const FACT_NAME = catalogue({
  rule: { zh: '规则', en: 'Rule' },
  level: { zh: '级别', en: 'Level' },
  gtin: { zh: 'GTIN', en: 'GTIN' },
  serial: { zh: '序列号', en: 'Serial' },
  partNumber: { zh: '零件号', en: 'Part number' },
  approved: { zh: '已同意', en: 'Agreed' },
  scanned: { zh: '扫描的零件', en: 'Part scanned' },
  state: { zh: '状态', en: 'State' },
  order: { zh: '工单', en: 'Repair order' },
  line: { zh: '项', en: 'Line' },
  invoice: { zh: '发票', en: 'Invoice' },
  version: { zh: '版本', en: 'Version' },
  reason: { zh: '理由', en: 'Reason' },
  purpose: { zh: '扫描目的', en: 'Scanned for' },
  host: { zh: '网址', en: 'Host' },
  listPrice: { zh: '指导价', en: 'List price' },
  unitPrice: { zh: '单价', en: 'Unit price' },
  fitted: { zh: '装车', en: 'Fitted' },
  billed: { zh: '计费数', en: 'Billed' },
  position: { zh: '位置', en: 'Position' },
  isFitted: { zh: '已装车', en: 'Is fitted' },
  campaign: { zh: '召回编号', en: 'Recall' },
  isSameCar: { zh: '同一辆车', en: 'Same vehicle' },
  seen: { zh: '看到的', en: 'Seen' },
  secondsApart: { zh: '相隔（秒）', en: 'Seconds apart' },
  returned: { zh: '退回数', en: 'Returned' },
  requested: { zh: '要求的', en: 'Asked for' },
  registered: { zh: '登记的', en: 'Registered' },
  partNumbers: { zh: '零件号', en: 'Part numbers' },
  ordered: { zh: '订购数', en: 'Ordered' },
  oldPieces: { zh: '旧件数', en: 'Old pieces' },
  newPieces: { zh: '新件数', en: 'New pieces' },
  minutesAhead: { zh: '快了（分钟）', en: 'Minutes ahead' },
  kid: { zh: '密钥', en: 'Key' },
  issued: { zh: '领用数', en: 'Issued' },
  isStolen: { zh: '报失窃', en: 'Reported stolen' },
  isSerialRegistered: { zh: '序列号已登记', en: 'Serial is registered' },
  isRepeated: { zh: '多次出现', en: 'Met repeatedly' },
  isOnItsWayHere: { zh: '正发往此处', en: 'On its way here' },
  isTold: { zh: '已登记为旧件', en: 'Told as an old part already' },
  isNewPart: { zh: '新件', en: 'New part' },
  hoursLate: { zh: '延迟（小时）', en: 'Hours late' },
  expiresOn: { zh: '有效期至', en: 'Expires' },
  excess: { zh: '超出', en: 'In excess' },
  earlierSources: { zh: '之前的来源数', en: 'Sources before' },
  cutOffAt: { zh: '截止时间', en: 'Cut-off' },
  count: { zh: '数量', en: 'Count' },
  alreadyMinted: { zh: '已签发', en: 'Minted already' },
  path: { zh: '替代路径', en: 'Replacement path' },
  days: { zh: '天数', en: 'Days' },
  daysAgo: { zh: '几天前', en: 'Days ago' },
  daysLate: { zh: '逾期天数', en: 'Days late' },
  devices: { zh: '设备数', en: 'Devices' },
  isBeforeOrder: { zh: '早于工单', en: 'Before its order' },
  isBelowOwn: { zh: '低于本单读数', en: 'Below this order’s own' },
  isEscalated: { zh: '已转厂家', en: 'Passed on to the maker' },
  isGivenBack: { zh: '当新件退回', en: 'Given back as new' },
  isOtherWorkshop: { zh: '另一家店', en: 'Another workshop' },
  isOneTechnician: { zh: '一名技师', en: 'One technician alone' },
  isPaid: { zh: '车主付费', en: 'The owner pays' },
  isSealed: { zh: '封签完好', en: 'Its seal is intact' },
  km: { zh: '里程（km）', en: 'Kilometres' },
  largest: { zh: '以往最大批量', en: 'Largest batch before' },
  leastMinutes: { zh: '最短用时（分钟）', en: 'Minutes at least' },
  minutes: { zh: '分钟', en: 'Minutes' },
  // Of a part or fault, or out of so many.
  of: { zh: '对象／总数', en: 'Of' },
  orders: { zh: '工单数', en: 'Orders' },
  ownPercent: { zh: '本店（%）', en: 'This workshop, %' },
  peersPercent: { zh: '其他店（%）', en: 'Elsewhere, %' },
  reference: { zh: '单号', en: 'Reference' },
  reprintedAt: { zh: '补打时间', en: 'Reprinted' },
  sscc: { zh: '箱码', en: 'Carton' },
  times: { zh: '次数', en: 'Times' },
  units: { zh: '单件', en: 'Units' },
  wanted: { zh: '这里是', en: 'Here' },
  withinHours: { zh: '时段（小时）', en: 'Within hours' },
  withinSeconds: { zh: '时段（秒）', en: 'Within seconds' },
  case: { zh: '案件', en: 'Case' },
  cover: { zh: '仍在保障期', en: 'Covered by' },
  hasComplaint: { zh: '记录了主诉', en: 'A complaint is recorded' },
  hasModel: { zh: '工单注明车型', en: 'The order names a model' },
  hint: { zh: '读码问题', en: 'At the reader' },
  holds: { zh: '每车件数', en: 'In a vehicle' },
  matter: { zh: '不符之处', en: 'What differs' },
  models: { zh: '适用车型', en: 'For models' },
  open: { zh: '去向未登记', en: 'Unaccounted for' },
  openedBy: { zh: '立案方式', en: 'Opened' },
  reading: { zh: '里程表读数（km）', en: 'Odometer, km' },
  status: { zh: '工单状态', en: 'State of the order' },
  trouble: { zh: '问题', en: 'Trouble' },
  what: { zh: '三包计数', en: 'Counted' },
});

/** Why a text is no label. */
export const UNREADABLE_WORDS = {
  empty: { zh: '没有内容', en: 'nothing was read' },
  tooLong: { zh: '内容过长', en: 'too long for a label' },
  notALabel: { zh: '不是标签', en: 'no label of ours' },
  grammar: { zh: '像标签，但内容有误', en: 'like a label, with a mistake in it' },
  origin: { zh: '域名对，网址写法不对', en: 'our host in an address that is not ours' },
  checkDigit: { zh: 'GTIN 校验位不对', en: 'the GTIN’s check digit is wrong' },
  signatureText: { zh: '签名部分写法不对', en: 'the signature is misspelt' },
} as const satisfies Record<UnreadableReason, Words>;

const VALUES: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  approved: CATEGORY_WORDS,
  cover: {
    warranty: { zh: '零件质保', en: 'the part’s warranty' },
    guarantee: { zh: '维修质量保证', en: 'the guarantee of the repair' },
  },
  fitted: CATEGORY_WORDS,
  hint: READ_HINT_WORDS,
  matter: {
    none: { zh: '没有同意记录', en: 'no consent is recorded' },
    notOnOrder: { zh: '不在工单上', en: 'not on the repair order' },
    part: { zh: '零件', en: 'part' },
    quantity: { zh: '数量', en: 'quantity' },
    category: { zh: '零件类别', en: 'category of part' },
    price: { zh: '单价', en: 'unit price' },
  },
  openedBy: { hand: { zh: '人工', en: 'by hand' } },
  purpose: SIGHTING_WORDS,
  reason: UNREADABLE_WORDS,
  state: STATE_WORDS,
  status: ORDER_STATUS_WORDS,
  trouble: {
    idReused: { zh: '扫码编号重复使用', en: 'the id of another scan' },
    counterBack: { zh: '顺序号倒退', en: 'its number goes back' },
    stale: { zh: '上传太迟', en: 'it waited too long' },
    over: { zh: '多收', en: 'too many' },
    wrongPart: { zh: '零件不符', en: 'another part' },
    short: { zh: '少收', en: 'too few' },
  },
  wanted: CATEGORY_WORDS,
  what: {
    mainPart: { zh: '主要总成更换', en: 'replacements of a main part' },
    fault: { zh: '同一故障维修', en: 'repairs of one fault' },
    days: { zh: '维修天数', en: 'days in repair' },
  },
};

/** How a fact reads that is one of a few; undefined where it stands as it is. */
export function wordOf(name: string, value: string, language: Language): string | undefined {
  const reasons: Readonly<Record<string, string>> = name === 'reason' ? REASON[language] : {};
  return reasons[value] ?? VALUES[name]?.[value]?.[language];
}

import type { Language } from '../../kernel/words.ts';
import { catalogue } from '../design/catalogue.ts';
import { nameIn } from '../design/names.ts';

/** What each rule is called on the desk; what it found in one case it says itself. */
export const RULE_TITLE = catalogue({
  B01: { zh: '不可能的位移', en: 'Travelled impossibly fast' },
  B02: { zh: '读取过于频繁', en: 'Read by many devices' },
  B03: { zh: '未售出即被查询', en: 'Read before it was sold' },
  B04: { zh: '批量灌入查询', en: 'Flood of real codes' },
  B05: { zh: '猜码', en: 'Codes are guessed' },
  B06: { zh: '离线记录重放', en: 'Offline record replayed' },
  B07: { zh: '设备时钟偏差', en: 'Device clock is off' },
  B09: { zh: '桌面集中扫码', en: 'Scanned at a desk' },
  B10: { zh: '重复扫描', en: 'Scanned twice' },
  C01: { zh: '读码错误', en: 'Misread code' },
  C02: { zh: '签名不符', en: 'False signature' },
  C03: { zh: '签名为真但未登记', en: 'Signed but never issued' },
  C04: { zh: '未知序列号', en: 'Unknown serial' },
  C05: { zh: '仿冒网址', en: 'Code on a foreign host' },
  C06: { zh: '未贴标的标签外流', en: 'Label in the field, never stuck on' },
  C07: { zh: '作废标签出现', en: 'Voided label seen' },
  C08: { zh: '标签与零件号不符', en: 'Label and part number differ' },
  C11: { zh: '密钥已吊销', en: 'Signed by a revoked key' },
  C12: { zh: '封签破损', en: 'Seal broken' },
  I01: { zh: '签发超出订单', en: 'Minted beyond the order' },
  I02: { zh: '重印标签并存', en: 'Original and reprint both live' },
  I03: { zh: '大批赋码无人复核', en: 'Unusual bulk, one person' },
  I04: { zh: '放行或撤销异常多', en: 'Overrides far above peers' },
  K01: { zh: '未发货却收货', en: 'Received where it was not sent' },
  K02: { zh: '窜货', en: 'Diverted to another site' },
  K03: { zh: '没有收货记录', en: 'No receipt at this site' },
  K04: { zh: '丢失或被盗件出现', en: 'Lost or stolen unit seen' },
  K05: { zh: '已装车零件再次出现', en: 'A fitted unit appears again' },
  K06: { zh: '箱未拆而件已出', en: 'Seen outside its sealed carton' },
  K07: { zh: '收货与发货不符', en: 'Receipt and shipment differ' },
  K08: { zh: '退货被调换', en: 'Return was swapped' },
  K09: { zh: '在途过久', en: 'Too long on the road' },
  Q01: { zh: '召回', en: 'Under recall' },
  Q02: { zh: '过期', en: 'Expired' },
  Q03: { zh: '质保内收费', en: 'Covered, yet charged' },
  Q04: { zh: '三包累计', en: 'Right to exchange (三包) in reach' },
  Q05: { zh: '旧件逾期未退', en: 'Core return overdue' },
  R01: { zh: '同一零件用于两张工单', en: 'One unit on two orders' },
  R02: { zh: '与批准的零件不符', en: 'Another part than approved' },
  R03: { zh: '有效替代', en: 'Valid replacement' },
  R04: { zh: '用旧号替代新号', en: 'Older part than allowed' },
  R05: { zh: '不适用车型', en: 'Not for this model' },
  R06: { zh: '车架号不符', en: 'Another vehicle' },
  R07: { zh: '未经批准', en: 'Not approved' },
  R08: { zh: '零件类别不实', en: 'Category misrepresented' },
  R09: { zh: '计费多于装车', en: 'Billed but not fitted' },
  R10: { zh: '领用未装车', en: 'Issued but not fitted' },
  R11: { zh: '装车未计费', en: 'Fitted but not billed' },
  R12: { zh: '装车件流回市场', en: 'Fitted part resold' },
  R13: { zh: '旧件未处理', en: 'Old part unaccounted for' },
  R14: { zh: '旧件不符', en: 'Another old part' },
  R15: { zh: '短期内再次更换', en: 'Replaced again too soon' },
  R16: { zh: '缺少故障依据', en: 'No diagnosis recorded' },
  R17: { zh: '更换率异常', en: 'Replaced far above peers' },
  R18: { zh: '用时过短', en: 'Fitted too fast' },
  R19: { zh: '里程倒退', en: 'Odometer went back' },
  R20: { zh: '安装位置冲突', en: 'Position is taken' },
  R21: { zh: '高于指导价', en: 'Above list price' },
  R22: { zh: '安全件没有编码', en: 'Safety part without a unit' },
  R23: { zh: '事后补登', en: 'Recorded late' },
  R24: { zh: '工单已结束', en: 'Order is closed' },
  R25: { zh: '发票内容被改', en: 'Invoice was changed' },
  R26: { zh: '自配件被计费', en: 'Owner’s own part billed' },
  U01: { zh: '车主异议', en: 'Owner disputes' },
  U02: { zh: '车主所扫标签不符', en: 'Owner’s label differs' },
  U04: { zh: '投诉逾期未答', en: 'Complaint overdue' },
});

export const THRESHOLD_NAME = catalogue({
  skewMinutes: { zh: '偏差（分钟）', en: 'Minutes off' },
  withinMinutes: { zh: '间隔（分钟）', en: 'Minutes apart' },
  staleHours: { zh: '延迟（小时）', en: 'Hours late' },
  tolerancePercent: { zh: '容差（%）', en: 'Tolerance in %' },
  earlierSources: { zh: '之前的来源数', en: 'Sources before' },
});

/** Why something is held: what a person wrote, or the rule that held it (`K05 FITTED_REAPPEARS`) by its title. */
export function holdReason(reason: string, language: Language): string {
  const [, rule = ''] = /^([A-Z]\d{2}) [A-Z_]+$/.exec(reason) ?? [];
  const title = nameIn(RULE_TITLE[language], rule);
  return title === rule ? reason : `${rule} ${title}`;
}

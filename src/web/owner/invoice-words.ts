import { catalogue, counted } from '../design/catalogue.ts';

/** What the owner’s invoice page says. Calm: a finding says what differs and what follows, never who is to blame. */
export const INVOICE_WORDS = catalogue({
  bill: { zh: (number: string) => `结算单 ${number}`, en: (number: string) => `Bill ${number}` },
  call: { zh: '致电维修店', en: 'Call the workshop' },

  consistent: { zh: '账单与记录相符', en: 'This bill matches the records' },
  caution: { zh: '有内容需要维修店说明', en: 'The workshop has something to explain' },
  suspect: { zh: '账单与记录不符', en: 'This bill does not match the records' },
  consistentMeans: {
    zh: '维修申请、您的同意、装车记录和收费，逐项核对没有出入。',
    en: 'What was asked for, what you approved, what was fitted and what is billed agree, line by line.',
  },
  cautionMeans: {
    zh: (lines: number) => (lines > 0 ? `有 ${lines} 项需要说明，见下。` : '需要说明的内容见下。'),
    en: (lines: number) => (lines > 0 ? `${counted(lines, 'line')} to explain, see below.` : 'See below what it is.'),
  },
  suspectMeans: {
    zh: '不符之处见下。请先让维修店说明，再决定是否付款。',
    en: 'See below what differs. Let the workshop explain before you pay.',
  },

  changed: { zh: '这张账单在开出后改过', en: 'This bill was changed after it was issued' },
  changedHow: {
    zh: (version: number, at: string) => `您看到的是第 ${version} 版，${at}。以前的版本：`,
    en: (version: number, at: string) => `You are reading version ${version} of ${at}. Earlier versions:`,
  },
  earlier: {
    zh: (version: number, at: string, total: string) => `第 ${version} 版，${at}，合计 ${total}`,
    en: (version: number, at: string, total: string) => `Version ${version} of ${at}, total ${total}`,
  },
  later: {
    zh: (day: string) => `${day} 开单以后，又有新的情况`,
    en: (day: string) => `Something has come to light since this bill of ${day}`,
  },
  laterLine: {
    zh: (line: number, name: string) => `第 ${line} 项 ${name}`,
    en: (line: number, name: string) => `Line ${line}: ${name}`,
  },
  cameToLight: { zh: (day: string) => `${day} 发现`, en: (day: string) => `Came to light on ${day}` },
  recall: {
    zh: (number: string, title: string) => `召回 ${number}：${title}`,
    en: (number: string, title: string) => `Recall ${number}: ${title}`,
  },
  recallSince: { zh: (day: string) => `厂家 ${day} 发布。`, en: (day: string) => `Announced by the maker on ${day}.` },
  recallMeans: {
    zh: '厂家正在召回这个零件。请与维修店约时间，召回维修不收费。',
    en: 'The maker is recalling this part. Please make an appointment with the workshop; recall work is free of charge.',
  },

  claims: { zh: '三件事，分开看', en: 'Three separate facts' },
  ofParts: {
    zh: (count: number, of: number) => `${count} / ${of} 件`,
    en: (count: number, of: number) => `${count} of ${counted(of, 'part')}`,
  },
  ofLines: {
    zh: (count: number, of: number) => `${count} / ${of} 项`,
    en: (count: number, of: number) => `${count} of ${counted(of, 'line')}`,
  },
  issued: { zh: '编码由厂家签发', en: 'Codes issued by the maker' },
  issuedMeans: {
    zh: '只说明编码，说明不了零件本身。',
    en: 'This speaks of the codes, not of the parts themselves.',
  },
  agree: { zh: '记录一致', en: 'The records agree' },
  agreeMeans: {
    zh: '比对了申请、您的同意、装车记录和收费。',
    en: 'Request, approval, fitting and bill were compared.',
  },
  looked: { zh: '在车旁核对过', en: 'Checked at the car' },
  lookedMeans: {
    zh: '装车时读过您车上的车架号。',
    en: 'Your car’s own number was read when the part was fitted.',
  },
  none: { zh: '没有登记装车的零件。', en: 'No part is recorded as fitted.' },

  lines: { zh: '逐项核对', en: 'Line by line' },
  lineConsistent: { zh: '一致', en: 'Agrees' },
  lineCaution: { zh: '需要说明', en: 'To be explained' },
  lineSuspect: { zh: '不符', en: 'Differs' },
  requested: { zh: '申请', en: 'Asked for' },
  approved: { zh: '您同意', en: 'Approved' },
  fitted: { zh: '装车', en: 'Fitted' },
  billed: { zh: '收费', en: 'Billed' },
  notApproved: { zh: '没有您同意的记录', en: 'There is no record of your approval' },
  approvedAs: {
    zh: (category: string, number: string) => `您同意的是${category} ${number}。`,
    en: (category: string, number: string) => `You approved: ${category}, ${number}.`,
  },
  requestedAs: {
    zh: (category: string, number: string) => `最初申请的是${category} ${number}。`,
    en: (category: string, number: string) => `First asked for: ${category}, ${number}.`,
  },
  unitPrice: { zh: '收费单价', en: 'Price charged' },
  listPrice: { zh: '厂家指导价', en: 'Maker’s list price' },
  noListPrice: { zh: '没有指导价可比', en: 'none to compare' },
  samePrice: { zh: '与厂家指导价相同', en: 'the same as the list price' },
  above: {
    zh: (difference: string, share: string) => `比厂家指导价高 ${difference}（${share}）`,
    en: (difference: string, share: string) => `${difference} (${share}) above the list price`,
  },
  below: {
    zh: (difference: string, share: string) => `比厂家指导价低 ${difference}（${share}）`,
    en: (difference: string, share: string) => `${difference} (${share}) below the list price`,
  },
  workshopSays: { zh: '维修店说明', en: 'The workshop says' },

  category: { zh: '类别', en: 'Class' },
  partNumber: { zh: '零件号', en: 'Part number' },
  serial: { zh: '序列号', en: 'Serial' },
  lot: { zh: '批次', en: 'Lot' },
  noCode: { zh: '没有编码', en: 'carries no code' },
  replaces: { zh: '替代关系', en: 'Replaces' },
  replacedBy: {
    zh: (older: string, newer: string) => `厂家已用 ${newer} 替代 ${older}，零件号不同是正常的。`,
    en: (older: string, newer: string) =>
      `The maker has replaced ${older} by ${newer}; the different number is as it should be.`,
  },
  piecesFor: {
    zh: (older: number, newer: number) => `${newer} 件新型号替代 ${older} 件旧型号。`,
    en: (older: number, newer: number) => `${counted(newer, 'new piece')} for ${counted(older, 'old one')}.`,
  },
  olderFitted: {
    zh: (older: string, newer: string) => `装上的是旧型号 ${older}，厂家现用 ${newer}。`,
    en: (older: string, newer: string) => `The older ${older} was fitted; the maker now supplies ${newer}.`,
  },
  pieces: { zh: (count: string) => `${count} 件`, en: (count: string) => count },
  upTo: { zh: (cap: string) => `单价不超过 ${cap}`, en: (cap: string) => `at most ${cap} each` },
  vinRead: { zh: '核对过车架号', en: 'VIN read at the car' },
  vinNotRead: { zh: '没有核对车架号', en: 'VIN not read at the car' },
  oldPart: { zh: '旧件', en: 'Old part' },
  oldPartUnknown: { zh: '没有登记', en: 'Not recorded' },
  photo: {
    zh: (day: string) => `${day}维修店拍的照片`,
    en: (day: string) => `Photo taken by the workshop on ${day}`,
  },
  photoAfterwards: {
    zh: (day: string) => `维修店称于${day}拍的照片，开票之后才收到`,
    en: (day: string) => `Photo taken by the workshop on ${day}, as it says; it came after the bill`,
  },
  photoMeans: {
    zh: '照片说明有这样一件旧件，不能说明它来自哪辆车。',
    en: 'It shows an old part, and cannot show which car that came from.',
  },
  photoAlt: {
    zh: (part: string) => `旧件照片（${part}）`,
    en: (part: string) => `Photo of an old part (${part})`,
  },
  warranty: { zh: '零件质保', en: 'Warranty' },
  until: { zh: (day: string) => `到 ${day}`, en: (day: string) => `Until ${day}` },
  untilDistance: {
    zh: (distance: string) => `到里程 ${distance}`,
    en: (distance: string) => `Up to ${distance} on the odometer`,
  },
  untilEither: {
    zh: (day: string, distance: string) => `到 ${day} 或里程 ${distance}，先到为准`,
    en: (day: string, distance: string) => `Until ${day} or ${distance} on the odometer, whichever comes first`,
  },
  left: { zh: (days: number) => `还剩 ${days} 天`, en: (days: number) => `${counted(days, 'day')} left` },
  lastDay: { zh: '今天是最后一天', en: 'today is the last day' },
  over: { zh: '已经结束', en: 'this has ended' },
  way: { zh: '来路', en: 'Its way here' },
  removed: { zh: '又拆下的零件', en: 'Taken out again' },
  removedHow: {
    zh: (fitted: string, removed: string) => `${fitted} 登记装上，${removed} 在同一次维修中又拆下，不在车上。`,
    en: (fitted: string, removed: string) =>
      `Recorded as fitted ${fitted}, taken out again at the same repair ${removed}. It is not in the car.`,
  },
  undone: { zh: '撤销的装车', en: 'Undone' },
  undoneHow: {
    zh: (fitted: string, undone: string) => `${fitted} 登记装上，${undone} 由维修店撤销。`,
    en: (fitted: string, undone: string) => `Recorded as fitted ${fitted}, undone by the workshop ${undone}.`,
  },

  settlement: { zh: '费用', en: 'What you pay' },
  material: { zh: '材料费', en: 'Parts' },
  labour: { zh: '工时费', en: 'Labour' },
  hours: { zh: (hours: string) => `${hours} 小时`, en: (hours: string) => `${hours} h` },
  total: { zh: '合计', en: 'Total' },
  guarantee: { zh: '维修质量保证', en: 'Repair guarantee' },
  guaranteeTerms: {
    zh: (days: string, km: string) => `从交车起 ${days} 天或 ${km}。同一故障再次出现，维修店免费返修。`,
    en: (days: string, km: string) =>
      `${days} days or ${km} from delivery. If the same fault comes back, the workshop repairs it free of charge.`,
  },
  sanbao: { zh: '三包', en: 'Right to another car (三包)' },
  sanbaoMeans: {
    zh: (months: string) => `家用汽车在三包有效期内（${months} 个月），达到以下任一次数，您可能有权要求换车或退车。`,
    en: (months: string) =>
      `Within ${months} months, a car that reaches one of these may give you the right to another car or your money back.`,
  },
  sanbaoMainPart: {
    zh: (of: string, count: number, limit: number) => `主要总成 ${of} 更换 ${count} / ${limit} 次`,
    en: (of: string, count: number, limit: number) => `Main part ${of}: replaced ${count} of ${counted(limit, 'time')}`,
  },
  sanbaoFault: {
    zh: (of: string, count: number, limit: number) => `同一故障 ${of} 修理 ${count} / ${limit} 次`,
    en: (of: string, count: number, limit: number) => `Fault ${of}: repaired ${count} of ${counted(limit, 'time')}`,
  },
  sanbaoDays: {
    zh: (_of: string, count: number, limit: number) => `累计修理 ${count} / ${limit} 天`,
    en: (_of: string, count: number, limit: number) => `In repair: ${count} of ${counted(limit, 'day')}`,
  },
  checks: { zh: '公开查验', en: 'Public checks' },
  checksNone: {
    zh: '这些零件的编码还没有人公开查验过。',
    en: 'Nobody has looked up the codes of these parts yet.',
  },
  checksSome: {
    zh: (count: number, first: string) =>
      `这些零件的编码被公开查验过 ${count} 次，首次是 ${first}。同一处一天内算一次，您自己的也算，多次查验不说明有问题。`,
    en: (count: number, first: string) =>
      `The codes of these parts were looked up ${count === 1 ? 'once' : `${count} times`}, first on ${first}. One place counts once a day, yours too, and several checks are nothing unusual.`,
  },
  foot: {
    zh: '本页不显示车架号、车牌和车主信息。知道链接的人都能打开本页，请只交给您信任的人。',
    en: 'This page shows no vehicle number, plate or name. Whoever has the link can open it; give it only to people you trust.',
  },
});

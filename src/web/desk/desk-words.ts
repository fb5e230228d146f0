import type { CASE_KINDS, CASE_STATUSES, ENTRY_KINDS, WrittenEntry } from '../../flags/case.dto.ts';
import type { CAUSES, FLAG_STATUSES } from '../../flags/flag.dto.ts';
import type { Level } from '../../flags/rule.ts';
import type { Words } from '../../kernel/words.ts';
import { catalogue, counted } from '../design/catalogue.ts';

export const DESK_WORDS = catalogue({
  flags: { zh: '疑点', en: 'Flags' },
  status: { zh: '状态', en: 'Status' },
  severity: { zh: '级别', en: 'Severity' },
  rule: { zh: '规则', en: 'Rule' },
  part: { zh: '零件号', en: 'Part number' },
  workshop: { zh: '维修店代码', en: 'Workshop code' },
  kind: { zh: '类型', en: 'Kind' },
  all: { zh: '全部', en: 'All' },
  filter: { zh: '筛选', en: 'Filter' },
  noFlags: { zh: '没有符合条件的疑点。', en: 'No flags match.' },
  noCases: { zh: '没有符合条件的案件。', en: 'No cases match.' },
  times: { zh: (count: number) => `出现 ${count} 次`, en: (count: number) => `seen ${counted(count, 'time')}` },
  lastSeen: { zh: (at: string) => `最近 ${at}`, en: (at: string) => `last ${at}` },
  firstSeen: { zh: '首次出现', en: 'First seen' },
  lastAt: { zh: '最近出现', en: 'Last seen' },
  count: { zh: '次数', en: 'Count' },

  toDo: { zh: '现场下一步', en: 'What happens next on site' },
  ownerReads: { zh: '车主看到', en: 'What the owner reads' },
  evidence: { zh: '证据', en: 'Evidence' },
  frozen: { zh: '立案时的记录，此后不再改变。', en: 'As it was when the case was opened. It never changes.' },
  about: { zh: '相关', en: 'About' },
  unit: { zh: '零件', en: 'Unit' },
  code: { zh: '标签上的编码', en: 'Code as printed' },
  order: { zh: '工单', en: 'Repair order' },
  case: { zh: '案件', en: 'Case' },
  override: { zh: '主管放行的理由', en: 'Why a supervisor let it pass' },
  resolve: { zh: '处理疑点', en: 'Resolve this flag' },
  resolveMeans: {
    zh: '您的判断计入这条规则的误报率。冻结要在零件页另行解除。',
    en: 'Your judgement counts towards this rule’s false-alert rate. Holds are cleared on the unit’s page.',
  },
  outcome: { zh: '这条疑点对吗？', en: 'Was it right to flag this?' },
  cause: { zh: '原因', en: 'Cause' },
  chooseCause: { zh: '请选择', en: 'Choose' },
  note: { zh: '说明', en: 'Note' },
  save: { zh: '保存', en: 'Save' },
  resolution: { zh: '处理结果', en: 'Resolution' },
  saved: { zh: '已保存', en: 'Saved' },

  cases: { zh: '案件', en: 'Cases' },
  due: { zh: (at: string) => `${at} 前答复`, en: (at: string) => `answer due ${at}` },
  late: { zh: (at: string) => `已逾期，应在 ${at} 前答复`, en: (at: string) => `late: was due ${at}` },
  opened: { zh: (at: string) => `${at} 立案`, en: (at: string) => `opened ${at}` },
  record: { zh: '案件记录', en: 'What was written' },
  noEntries: { zh: '还没有记录。', en: 'Nothing has been written yet.' },
  add: { zh: '添加记录', en: 'Add to this case' },
  text: { zh: '内容', en: 'Text' },
  showOwner: {
    zh: '车主可见（答复和争议的结论总是可见）',
    en: 'Shown to the owner (answers and the end of a dispute always are)',
  },
  shown: { zh: '车主可见', en: 'shown to the owner' },
  closed: { zh: '案件已结束，不能再添加记录。', en: 'This case is closed; nothing more can be added.' },
  flagsHere: { zh: '相关疑点', en: 'Flags that led here' },
  life: { zh: '零件的经历', en: 'The unit’s life' },

  lot: { zh: '批次', en: 'Lot' },
  serial: { zh: '序列号', en: 'Serial' },
  state: { zh: '状态', en: 'State' },
  custodian: { zh: '保管方', en: 'In the hands of' },
  expires: { zh: '有效期至', en: 'Expires' },
  holds: { zh: '冻结', en: 'Holds' },
  noHolds: { zh: '没有冻结。', en: 'Nothing holds this unit.' },
  since: { zh: (at: string) => `自 ${at}`, en: (at: string) => `since ${at}` },
  half: {
    zh: '第一人已同意，还需第二人确认。',
    en: 'The first of two people has agreed; a second one must.',
  },
  clear: { zh: '解除冻结', en: 'Clear this hold' },
  reason: { zh: '理由', en: 'Reason' },
  caseNumber: { zh: '案件编号', en: 'Case number' },
  caseHint: { zh: '留空则为冻结时的案件', en: 'Left empty: the case that the hold came with' },
  recalls: { zh: '召回', en: 'Recalls' },
  noRecalls: { zh: '没有召回。', en: 'There are no recalls.' },
  running: { zh: '进行中', en: 'Running' },
  ended: { zh: '已结束', en: 'Ended' },
  endedAt: { zh: (at: string) => `${at} 结束`, en: (at: string) => `ended ${at}` },
  everyLot: { zh: '所有批次', en: 'every lot' },
  reach: { zh: '零件在哪里', en: 'Where the units are' },
  noReach: { zh: '没有已签发的零件。', en: 'No units were issued.' },
  units: { zh: '数量', en: 'Units' },
  place: { zh: '所在', en: 'Place' },
  reachOf: { zh: '查看零件、维修店和车主', en: 'Its units, workshops and owners' },
  inTotal: { zh: '零件总数', en: 'Units' },
  inCars: { zh: '在车上', en: 'In cars' },
  inWorkshops: { zh: '在维修店', en: 'In workshops’ hands' },
  ownersTold: { zh: '会被告知的车主', en: 'Owners who are told' },
  byState: { zh: '按状态', en: 'By state' },
  workshops: { zh: '维修店', en: 'Workshops' },
  noWorkshops: { zh: '没有维修店持有或装过这些零件。', en: 'No workshop has or fitted any of them.' },
  inHand: { zh: '在手', en: 'In hand' },
  fittedThere: { zh: '装车', en: 'Fitted' },
  removedThere: { zh: '已拆下', en: 'Taken out' },
  invoices: { zh: '车主的发票', en: 'Owners’ invoices' },
  noInvoices: { zh: '没有发票包含这些零件。', en: 'No invoice names any of them.' },
  noticeShown: {
    zh: '打开发票链接的车主会看到召回通知。发票号、车牌和姓名只有维修店知道；请用序列号与维修店核对。',
    en: 'Owners who open their invoice’s link are shown the notice. Its number, the car and the person are the workshop’s alone: name the serial to them.',
  },
  noticeEnded: { zh: '召回已结束，车主不再看到通知。', en: 'The recall has ended, and owners are no longer shown it.' },
  issuedAt: { zh: '开票', en: 'Issued' },
  ownerRead: { zh: '车主', en: 'Owner' },
  readNotice: { zh: (at: string) => `${at} 已看到通知`, en: (at: string) => `saw the notice ${at}` },
  openedBefore: {
    zh: '召回前打开过，之后不详',
    en: 'opened it before the recall; since then unknown',
  },
  neverOpened: { zh: '还没有打开', en: 'has not opened it' },
  listed: {
    zh: (shown: number, total: number) => `列出最近 ${shown} 张，共 ${total} 张。`,
    en: (shown: number, total: number) => `The latest ${shown} of ${total} are listed.`,
  },
  unitList: { zh: '零件', en: 'Units' },
  onHold: { zh: '已冻结', en: 'on hold' },
  noUnits: { zh: '没有符合条件的零件。', en: 'No units match.' },
  custodianCode: { zh: '保管方代码', en: 'Code of who has it' },
  backToRecalls: { zh: '所有召回', en: 'All recalls' },
  endRecall: { zh: '结束召回', en: 'End this recall' },
  endMeans: {
    zh: '因这次召回而冻结、尚未处理的零件都会解冻。',
    en: 'Units that it still holds are let go.',
  },
  openRecall: { zh: '发起召回', en: 'Open a recall' },
  openMeans: {
    zh: '这个零件号和批次的所有现存零件会立即冻结。',
    en: 'Every unit of this part and lot that still exists is held at once.',
  },
  number: { zh: '召回编号', en: 'Number' },
  lotHint: { zh: '留空：所有批次', en: 'Left empty: every lot' },
  titleZh: { zh: '告知车主（中文）', en: 'What owners are told, in Chinese' },
  titleEn: { zh: '告知车主（英文）', en: 'What owners are told, in English' },

  rules: { zh: '规则', en: 'Rules' },
  rulesLead: {
    zh: '只对贵厂的零件生效。每次修改都记入审计。',
    en: 'For your own parts only. Every change is kept in the audit.',
  },
  isOn: { zh: '启用', en: 'On' },
  off: { zh: '已停用', en: 'Off' },
  changed: { zh: '已调整', en: 'Changed' },
  changes: { zh: '修改记录', en: 'Who changed it' },
  own: { zh: (level: string) => `规则本身的级别（${level}）`, en: (level: string) => `The rule’s own (${level})` },
  byItself: { zh: (value: string) => `默认 ${value}`, en: (value: string) => `by itself ${value}` },
});

export const LEVEL = catalogue({
  1: { zh: 'L1 记录', en: 'L1 Log' },
  2: { zh: 'L2 自行更正', en: 'L2 Mend' },
  3: { zh: 'L3 提醒', en: 'L3 Warn' },
  4: { zh: 'L4 拦下', en: 'L4 Stop' },
  5: { zh: 'L5 立案', en: 'L5 Case' },
} satisfies Record<Level, Words>);

export const FLAG_STATUS = catalogue({
  open: { zh: '待处理', en: 'Open' },
  prevented: { zh: '已拦下', en: 'Prevented' },
  confirmed: { zh: '属实', en: 'Confirmed' },
  dismissed: { zh: '误报', en: 'Dismissed' },
} satisfies Record<(typeof FLAG_STATUSES)[number], Words>);

export const OUTCOME = catalogue({
  confirmed: { zh: '对，属实', en: 'Yes: confirm it' },
  dismissed: { zh: '不对，是误报', en: 'No: dismiss it' },
});

export const CAUSE = catalogue({
  counterfeit: { zh: '假冒零件', en: 'Counterfeit part' },
  diversion: { zh: '窜货', en: 'Diversion' },
  theft: { zh: '盗窃', en: 'Theft' },
  substitution: { zh: '换件', en: 'Substitution' },
  billing_fraud: { zh: '虚假计费', en: 'False billing' },
  process_gap: { zh: '流程缺漏', en: 'Gap in the process' },
  human_error: { zh: '操作失误', en: 'Human error' },
  read_error: { zh: '读码错误', en: 'Misread code' },
  late_upload: { zh: '上传延迟', en: 'Late upload' },
  data_error: { zh: '数据错误', en: 'Wrong data' },
  rule_too_strict: { zh: '规则过严', en: 'Rule too strict' },
  unexplained: { zh: '原因不明', en: 'Unexplained' },
} satisfies Record<(typeof CAUSES)[number], Words>);

export const CASE_KIND = catalogue({
  investigation: { zh: '调查', en: 'Investigation' },
  dispute: { zh: '争议', en: 'Dispute' },
  complaint: { zh: '投诉', en: 'Complaint' },
} satisfies Record<(typeof CASE_KINDS)[number], Words>);

export const CASE_STATUS = catalogue({
  open: { zh: '待答复', en: 'Open' },
  answered: { zh: '已答复', en: 'Answered' },
  closed: { zh: '已结束', en: 'Closed' },
} satisfies Record<(typeof CASE_STATUSES)[number], Words>);

export const ENTRY_KIND = catalogue({
  note: { zh: '内部说明', en: 'Note' },
  answer: { zh: '答复', en: 'Answer' },
  call_back: { zh: '电话回访', en: 'Call-back' },
  resolution: { zh: '结论', en: 'Resolution' },
  owner: { zh: '车主', en: 'Owner' },
  evidence: { zh: '证据', en: 'Evidence' },
  accepted: { zh: '车主接受了答复', en: 'The owner accepted the answer' },
  declined: { zh: '车主不接受答复', en: 'The owner did not accept the answer' },
  escalated: { zh: '逾期未答复，已转交厂家', en: 'Not answered in time: passed on to the maker' },
} satisfies Record<WrittenEntry['kind'], Words>);

/** What writing it does. */
export const ENTRY_MEANS = catalogue({
  note: { zh: '说明（只供内部）', en: 'Note, for the inside' },
  answer: { zh: '答复（车主可见）', en: 'Answer, which the owner reads' },
  call_back: { zh: '电话回访记录（车主可见）', en: 'Call-back: somebody rang up; the owner reads it' },
  resolution: { zh: '结论（结案）', en: 'Resolution, which closes the case' },
} satisfies Record<(typeof ENTRY_KINDS)[number], Words>);

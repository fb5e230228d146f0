import { LEAST_DISPUTES, LEAST_HOUSES, LEAST_RESOLVED, LEAST_SCANS } from '../../scorecard/scorecard.ts';
import { catalogue } from '../design/catalogue.ts';

export const SCORECARD_WORDS = catalogue({
  title: { zh: '检测评分', en: 'Scorecard' },
  lead: {
    zh: '检测得准不准，答复得快不快：只算您的零件。',
    en: 'How often detection is right and how soon people are answered, counted on your parts.',
  },
  publicTitle: { zh: '真件查得准不准', en: 'How well Truepart works' },
  publicLead: {
    zh: '最近 90 天，所有厂家和维修店合在一起。不出现任何一家的名字。',
    en: 'The last 90 days, of all makers and workshops together. Nobody is named.',
  },
  publicLink: { zh: '公开评分', en: 'The public scorecard' },
  howWell: { zh: '真件查得准不准？看公开评分', en: 'How well does this work? See the public scorecard' },
  period: { zh: '时间', en: 'Period' },
  show: { zh: '查看', en: 'Show' },

  falseAlerts: { zh: '误报率', en: 'False alerts' },
  verdict: { zh: '95% 的结论快于', en: '95% of verdicts within' },
  inTime: { zh: '按期答复', en: 'Answered in time' },
  answerTime: { zh: '半数答复快于', en: 'Half answered within' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
  unread: { zh: '读不出的标签', en: 'Labels not read' },
  none: { zh: '数据不足', en: 'too few' },
  hours: { zh: (hours: string) => `${hours} 小时`, en: (hours: string) => `${hours} h` },
  milliseconds: { zh: (count: string) => `${count} 毫秒`, en: (count: string) => `${count} ms` },

  rules: { zh: '误报率，按规则', en: 'False alerts, by rule' },
  rulesLead: {
    zh: '处理完的疑点里，有多少被判定为误报。点是比率，横线是 95% 的可能范围；空心点：处理过的不足 10 条，还不能下结论。',
    en: 'Of the flags that were resolved, those that turned out to be nothing. The dot is the share; the line is where the true one lies 19 times of 20. A hollow dot stands for fewer than 10, which prove little yet.',
  },
  noRules: { zh: '这段时间没有处理完的疑点。', en: 'No flag was resolved in this time.' },
  noPublicRules: {
    zh: `还没有一条规则处理过 ${LEAST_RESOLVED} 条疑点，所以没有可以公布的数字。`,
    en: `No rule has had ${LEAST_RESOLVED} flags resolved yet, so there is nothing to publish.`,
  },
  rule: { zh: '规则', en: 'Rule' },
  dismissed: { zh: '误报', en: 'False' },
  resolved: { zh: '已处理', en: 'Resolved' },
  because: { zh: '误报原因', en: 'Why' },
  cause: {
    zh: (cause: string, count: string) => `${cause} ${count}`,
    en: (cause: string, count: string) => `${cause} ${count}`,
  },

  reads: { zh: '读不出的标签，按读取方式', en: 'Labels not read, by way of reading' },
  readsLead: {
    zh: '全部扫描里没有读出来的。读不出不算疑点，只请人再扫一次。',
    en: 'Of all scans, those that read nothing. Such a scan raises no alarm; people are asked to scan again.',
  },
  noReads: { zh: '这段时间的扫描太少。', en: 'Too few scans in this time.' },
  way: { zh: '读取方式', en: 'Read by' },
  scanners: { zh: '读不出的标签，按扫码设备', en: 'Labels not read, by scanner' },
  scannersLead: {
    zh: '本厂和所属仓库的设备，最差的在前。经常读不出的设备，请用扫码枪检测页查一下。',
    en: 'Devices of your own and your warehouses, the worst first. Try the scanner test with one that often reads nothing.',
  },
  noScanners: { zh: '这段时间没有带设备编号的扫描。', en: 'No scan in this time named its device.' },
  device: { zh: '设备', en: 'Device' },
  unreadCount: { zh: '读不出', en: 'Not read' },
  scans: { zh: '扫描', en: 'Scans' },
  rate: { zh: '比率', en: 'Share' },
  range: { zh: '可能范围', en: 'Range' },
  between: {
    zh: (low: string, high: string) => `${low} 至 ${high}`,
    en: (low: string, high: string) => `${low} to ${high}`,
  },
  sample: { zh: (count: string) => `${count} 条`, en: (count: string) => `n = ${count}` },
  table: { zh: '数据表', en: 'The numbers as a table' },
  only: {
    zh: (shown: number) => `图中只画了最高的 ${shown} 项，表里有全部。`,
    en: (shown: number) => `The plot shows the ${shown} highest; the table has all.`,
  },

  disputes: { zh: '车主的异议', en: 'Owners’ disputes' },
  disputesLead: { zh: '第一次答复或回访就算答复。', en: 'The first answer or call-back counts.' },
  raised: { zh: '提出', en: 'Raised' },
  answered: { zh: '已答复', en: 'Answered' },
  answeredInTime: { zh: '其中按期', en: 'Of these in time' },
  accepted: { zh: '车主接受', en: 'Accepted by the owner' },
  declined: { zh: '车主不接受', en: 'Not accepted' },
  escalated: { zh: '转交厂家', en: 'Passed on to the maker' },
  p90: { zh: '90% 答复快于', en: '90% answered within' },
  fewDisputes: {
    zh: '异议太少，公布出来会看出是哪一家。',
    en: 'There are too few to publish without telling who it was.',
  },

  publishedTitle: { zh: '公布什么，不公布什么', en: 'What is published, and what is not' },
  published: {
    zh: `规则：处理过至少 ${LEAST_RESOLVED} 条。异议：至少 ${LEAST_DISPUTES} 件有答复。满意度：至少 5 位车主。读取方式：至少 ${LEAST_SCANS} 次扫描。后三项还要来自至少 ${LEAST_HOUSES} 家，否则不公布。`,
    en: `A rule needs ${LEAST_RESOLVED} flags resolved, disputes ${LEAST_DISPUTES} answers, satisfaction five owners, a way of reading ${LEAST_SCANS} scans; the last three must also come from ${LEAST_HOUSES} houses or more.`,
  },
  falseMeans: {
    zh: '误报由分析员判定：厂家查过之后认为没有问题的疑点。真件看不到的事，这里也数不到。',
    en: 'Analysts decide what was false: a flag that their maker looked into and found to be nothing. What no record can show is not counted here either.',
  },
  latencyMeans: {
    zh: '结论的快慢只算这台服务器启动以来有人当场等待的扫描，含手机上的；离线补传的不算。',
    en: 'How soon verdicts come is measured since this server was started, where somebody waited for one, on a phone as well; what a queue brings late is left out.',
  },
});

/** Days that can be looked back. */
export const DAYS = catalogue({
  30: { zh: '30 天', en: '30 days' },
  90: { zh: '90 天', en: '90 days' },
  365: { zh: '一年', en: 'One year' },
});

export const READ_BY = catalogue({
  camera: { zh: '摄像头', en: 'Camera' },
  wedge: { zh: '扫码枪', en: 'Handheld scanner' },
  typed: { zh: '手工输入', en: 'Typed' },
  photo: { zh: '照片', en: 'Photo' },
  unsaid: { zh: '没有说明', en: 'Not said' },
});

import { catalogue, counted } from '../design/catalogue.ts';

/** On the owner’s side: who may read which parts the car was given. */
export const HISTORY_LINK_WORDS = catalogue({
  door: { zh: '要卖车？给买家看零件记录', en: 'Selling the car? Show its part history' },
  title: { zh: '给买家看零件记录', en: 'Show the car’s part history' },
  lead: {
    zh: '您生成一个链接交给买家。对方能看到这辆车在各家维修店装过的带码零件，以及召回、质保和仍未排除的疑点。',
    en: 'Make a link and hand it to whoever wants to buy. It shows the labelled parts that any workshop has fitted to this car, with recalls, warranties and whatever stands against them.',
  },
  hides: {
    zh: '不显示车架号、车牌、姓名、价格和发票；维修店只显示这张结算单上的这家。',
    en: 'It shows no vehicle number, plate, name, price or invoice, and no workshop’s name but the one on this bill.',
  },
  ends: {
    zh: '到期自动失效，您也可以随时收回。这辆车下一次维修开出结算单后，以前的链接全部失效。',
    en: 'It ends by itself, or when you take it back. Once the car’s next repair is billed, all earlier links end.',
  },
  days: { zh: '有效时间', en: 'It works for' },
  make: { zh: '生成链接', en: 'Make a link' },
  made: { zh: '链接已生成，只显示这一次', en: 'This is the link. It is shown only now' },
  madeMeans: {
    zh: '请现在复制给买家，或让对方扫码。知道链接的人都能打开。',
    en: 'Copy it for the buyer now, or let them scan the code. Whoever has it can open it.',
  },
  code: { zh: '零件记录链接的二维码', en: 'QR code of the link to the part history' },
  yours: { zh: '有效的链接', en: 'Links that work' },
  none: { zh: '现在没有有效的链接。', en: 'There is none at the moment.' },
  until: {
    zh: (made: string, ends: string) => `${made} 生成，到 ${ends} 失效`,
    en: (made: string, ends: string) => `Made ${made}, works until ${ends}`,
  },
  opened: {
    zh: (times: number) => (times === 0 ? '还没有人打开' : `打开过 ${times} 次`),
    en: (times: number) => (times === 0 ? 'not opened yet' : `opened ${times === 1 ? 'once' : `${times} times`}`),
  },
  revoke: { zh: '收回', en: 'Take it back' },
  revoked: { zh: '链接已收回，不能再打开', en: 'The link is taken back and opens nothing any more' },
});

export const LINK_PERIOD = catalogue({
  1: { zh: '1 天', en: '1 day' },
  7: { zh: '7 天', en: '7 days' },
  30: { zh: '30 天', en: '30 days' },
});

/** On the buyer’s side. Nothing here vouches for the car: it tells what was recorded. */
export const CAR_HISTORY_WORDS = catalogue({
  title: { zh: '这辆车装过的零件', en: 'Parts that this car was given' },
  over: { zh: '由车主授权查看', en: 'Shown by permission of its owner' },
  count: {
    zh: (count: number) => `记录里有 ${count} 个带码零件。`,
    en: (count: number) => `The records name ${counted(count, 'labelled part')}.`,
  },
  nothing: { zh: '记录里没有带码零件。', en: 'The records name no labelled part of this car.' },
  clean: { zh: '没有召回，也没有未排除的疑点。', en: 'None is under recall, and nothing stands against any of them.' },
  recalls: {
    zh: (count: number) => `${count} 个在车上的零件正在召回。`,
    en: (count: number) => `${counted(count, 'part')} in the car ${count === 1 ? 'is' : 'are'} under recall.`,
  },
  flagged: {
    zh: (count: number) => `${count} 个零件有未排除的疑点。`,
    en: (count: number) => `Something stands against ${counted(count, 'part')}.`,
  },
  checked: {
    zh: (now: string, ends: string) => `查看时间 ${now}。链接到 ${ends} 失效。`,
    en: (now: string, ends: string) => `As of ${now}. The link works until ${ends}.`,
  },
  thisCar: { zh: '是不是您面前的这辆车？', en: 'Is it the car in front of you?' },
  thisCarHow: {
    zh: '在车上找到 17 位车架号（前风挡下沿或行驶证），输入后核对。只回答是或不是，不保存。',
    en: 'Find the 17-character VIN on the car (below the windscreen, or in its papers) and enter it. The answer is yes or no; nothing is kept.',
  },
  vin: { zh: '车架号', en: 'VIN' },
  compare: { zh: '核对', en: 'Compare' },
  match: { zh: '是这辆车的记录', en: 'Yes: this is that car’s history' },
  noMatch: { zh: '不是这辆车的记录', en: 'No: this is another car’s history' },
  noMatchMeans: {
    zh: '请核对输入。如果没有输错，这份记录属于另一辆车，请不要当作这辆车的记录。',
    en: 'Check what you entered. If it is right, this history belongs to another car and says nothing about this one.',
  },
  agrees: { zh: '记录没有出入', en: 'Nothing stands against it' },
  caution: { zh: '有未排除的疑点', en: 'Something is not cleared up' },
  suspect: { zh: '与记录不符', en: 'It does not match the records' },
  removed: { zh: (day: string) => `${day} 已拆下`, en: (day: string) => `Taken out on ${day}` },
  fittedOn: { zh: '装车', en: 'Fitted' },
  at: { zh: (distance: string) => `里程 ${distance}`, en: (distance: string) => `at ${distance}` },
  workshop: { zh: '维修店', en: 'Workshop' },
  unnamed: { zh: '不公开', en: 'not named' },
  noWarranty: { zh: '没有', en: 'none' },
  limits: { zh: '这份记录说明不了什么', en: 'What this cannot tell' },
  limitUnlabelled: {
    zh: '没有带码的零件、没有登记的维修，这里都看不到。',
    en: 'Parts without a label, and repairs that nobody recorded, are not in it.',
  },
  limitLook: {
    zh: '它说的是记录，没有人为您看过车。买车前请让人检查。',
    en: 'It tells of records. Nobody has looked at the car for you: have it inspected before you buy.',
  },
  limitSeller: {
    zh: '链接由车主生成。先核对上面的车架号，再相信这份记录。',
    en: 'Its owner made the link. Compare the VIN above before you believe it.',
  },
  foot: {
    zh: '本页不显示车架号、车牌、姓名和价格。',
    en: 'This page shows no vehicle number, plate, name or price.',
  },
});

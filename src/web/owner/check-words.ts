import { catalogue, counted } from '../design/catalogue.ts';

/** What the page of one unit says. No outcome says more of a part than the records do. */
export const CHECK_WORDS = catalogue({
  title: { zh: '零件查验', en: 'Part check' },
  consistent: { zh: '与厂家记录相符', en: 'Matches the maker’s records' },
  caution: { zh: '需要维修店说明', en: 'The workshop has something to explain' },
  suspect: { zh: '与厂家记录不符', en: 'Does not match the maker’s records' },
  unknown: { zh: '厂家记录里没有', en: 'Not in the maker’s records' },
  unreadable: { zh: '没有读清，请再试一次', en: 'That could not be read. Please try again' },

  consistentNext: {
    zh: '您不需要再做什么。可以把零件上印的编号与本页对照一下。',
    en: 'There is nothing you need to do. You may compare the numbers on the part with this page.',
  },
  cautionNext: {
    zh: '请把本页给维修店看，请他们说明。',
    en: 'Show this page to the workshop and ask them to explain it.',
  },
  suspectNext: {
    zh: '请保留零件、包装和票据，让维修店说明，也可以直接问厂家。',
    en: 'Keep the part, its box and the bill. Ask the workshop to explain, or ask the maker.',
  },
  unknownNext: {
    zh: '请核对输入的编号，或直接扫描标签。仍然查不到时，请问维修店这个零件从哪里来。',
    en: 'Check what was typed, or scan the label. If it stays unknown, ask the workshop where the part comes from.',
  },
  unreadableNext: {
    zh: '这不说明零件有问题。擦净标签，换个角度或光线再扫一次，或者输入序列号。',
    en: 'That says nothing against the part. Wipe the label, try another angle or more light, or type the serial.',
  },

  part: { zh: '这个编码属于', en: 'This code belongs to' },
  compare: {
    zh: '请与零件和包装上印的名称、零件号和序列号对照。',
    en: 'Compare name, part number and serial with what is printed on the part and its box.',
  },
  partNumber: { zh: '零件号', en: 'Part number' },
  lot: { zh: '批次', en: 'Lot' },
  serial: { zh: '序列号', en: 'Serial' },
  way: { zh: '来路', en: 'Its way' },

  claims: { zh: '三件事，分开看', en: 'Three separate facts' },
  issued: { zh: '编码由厂家签发', en: 'The maker issued this code' },
  issuedYes: {
    zh: '是。编码上的签名是厂家的。它只说明编码，不说明零件本身。',
    en: 'Yes. The signature in the code is the maker’s. It speaks of the code, not of the part itself.',
  },
  issuedNo: { zh: '不是。编码上的签名不是厂家的。', en: 'No. The signature in the code is not the maker’s.' },
  issuedOpen: {
    zh: '不知道。输入的编号不带签名，扫描标签才能核对。',
    en: 'Unknown. A typed number carries no signature; scan the label to check it.',
  },
  agree: { zh: '记录一致', en: 'The records agree' },
  agreeYes: { zh: '是。没有发现互相矛盾的记录。', en: 'Yes. No record contradicts another.' },
  agreeNo: { zh: '不一致，详见本页的提示。', en: 'No. This page says what differs.' },
  agreeOpen: { zh: '没有可以核对的记录。', en: 'There are no records to compare.' },
  looked: { zh: '有人看过实物', en: 'Somebody looked at the part' },
  lookedYes: { zh: '是。', en: 'Yes.' },
  lookedNo: { zh: '看过，实物与记录不符。', en: 'Yes, and it did not match.' },
  lookedOpen: {
    zh: '这次查验只核对了编码，没有人看过实物。请您自己对照。',
    en: 'This check read the code only. Please compare the part yourself.',
  },

  checks: { zh: '查验次数', en: 'Checks so far' },
  checksFirst: { zh: '这是第一次有人公开查验这个编码。', en: 'Nobody has looked up this code before.' },
  checksSome: {
    zh: (count: number, first: string) =>
      `这个编码被公开查验过 ${count} 次，首次是 ${first}。同一处一天内算一次，多次查验不说明有问题。`,
    en: (count: number, first: string) =>
      `This code was looked up ${counted(count, 'time')}, first on ${first}. One place counts once a day, and several checks are nothing unusual.`,
  },

  real: { zh: '怎样确认这是真的查验网站？', en: 'Is this the real site?' },
  realHost: {
    zh: (host: string) => `地址栏里的网址应当是 ${host}，前后不多一个字。`,
    en: (host: string) => `The address bar must show ${host}, and nothing before or after that name.`,
  },
  realAsks: {
    zh: '真的网站不要求您登录、付款、下载应用，也不问姓名、电话和车牌。',
    en: 'The real site never asks you to sign in, to pay, to install anything, or for name, phone or plate.',
  },
  realType: {
    zh: (address: string) => `不放心时，不要扫码：自己在浏览器里输入 ${address}，再输入标签上的序列号。`,
    en: (address: string) => `When in doubt, do not scan: type ${address} yourself and enter the serial on the label.`,
  },

  enter: { zh: '输入编码查验', en: 'Enter a code' },
  enterAnother: { zh: '查验另一个编码', en: 'Check another code' },
  enterHow: {
    zh: '标签上的 12 位序列号，印在二维码旁边，例如 7Q3K 9D0A 2FXM。也可以粘贴整条网址。',
    en: 'The serial of 12 characters beside the QR code, such as 7Q3K 9D0A 2FXM. The whole address can be pasted, too.',
  },
  field: { zh: '序列号或网址', en: 'Serial or address' },
  check: { zh: '查验', en: 'Check' },
});

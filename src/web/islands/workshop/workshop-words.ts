import type { Words } from '../../../kernel/words.ts';
import { catalogue, counted } from '../../design/catalogue.ts';
import type { DeedKind } from './deed.ts';

/** The frame of the app: where one is, who one is, and how it stands with the network. */
export const WORKSHOP_WORDS = catalogue({
  app: { zh: '车间', en: 'Workshop' },
  back: { zh: '返回', en: 'Back' },
  rooms: { zh: '功能', en: 'Rooms' },
  orders: { zh: '工单', en: 'Orders' },
  check: { zh: '查验', en: 'Check' },
  stock: { zh: '收发', en: 'Stock' },
  outbox: { zh: '待传', en: 'Outbox' },
  account: { zh: '我', en: 'Me' },
  close: { zh: '关闭', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },
  retry: { zh: '再试一次', en: 'Try again' },
  loading: { zh: '正在打开…', en: 'Opening…' },
  sending: { zh: '正在记录…', en: 'Recording…' },
  nowhere: { zh: '这里什么也没有', en: 'There is nothing here' },
  notKnown: {
    zh: '没有网络，这部手机上也没有存下它。连上网络后再打开。',
    en: 'There is no network, and this phone has no copy of it. Open it again when you are online.',
  },
  missing: { zh: '没有找到', en: 'Not found' },
  asOf: {
    zh: (time: string) => `没有网络。这是 ${time} 的内容。`,
    en: (time: string) => `No network. This is how it was at ${time}.`,
  },
  needsNetwork: {
    zh: '这一步要联网才能做。',
    en: 'This step needs a network.',
  },
  waitingCount: {
    zh: (count: number) => `${count} 条待传`,
    en: (count: number) => `${counted(count, 'record')} waiting`,
  },
  newsCount: {
    zh: (count: number) => `${count} 条有结果，需要看一看`,
    en: (count: number) => `${count} came back and ${count === 1 ? 'needs' : 'need'} a look`,
  },
  look: { zh: '去看', en: 'Look' },
  signInAgain: {
    zh: '登录已过期。请重新登录，记录都还在，登录后自动上传。',
    en: 'Your session is over. Sign in again: everything is kept, and is sent then.',
  },
  update: { zh: '有新版本', en: 'A new version is ready' },
  updateNow: { zh: '更新', en: 'Update' },
  signIn: { zh: '登录', en: 'Sign in' },
  signInWith: {
    zh: (provider: string) => `使用 ${provider} 登录`,
    en: (provider: string) => `Sign in with ${provider}`,
  },
  signInTitle: { zh: '登录车间', en: 'Sign in to the workshop' },
  email: { zh: '邮箱', en: 'E-mail address' },
  password: { zh: '密码', en: 'Password' },
  signInSilent: {
    zh: '连不上网络。第一次登录需要网络，之后没有网络也能用。',
    en: 'There is no network. The first sign-in needs one; after it the app works without.',
  },
  closed: {
    zh: '这里供维修店的人使用，您的账号不属于维修店。',
    en: 'This room is for people of a workshop, and your account is of none.',
  },
  toHome: { zh: '去首页', en: 'To the home page' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  signOutWith: {
    zh: (count: number) =>
      `还有 ${count} 条记录没有上传。退出后它们留在这部手机里，要等您再次在这里登录才会上传，别人登录不会代您上传。`,
    en: (count: number) =>
      `${counted(count, 'record')} ${count === 1 ? 'has' : 'have'} not been sent. They stay on this phone until you sign in here again; nobody else’s sign-in sends them.`,
  },
  signOutAnyway: { zh: '仍然退出', en: 'Sign out all the same' },
  stay: { zh: '先不退出', en: 'Stay signed in' },
  signOutSilent: { zh: '没有网络，无法退出。', en: 'There is no network to sign out with.' },
  language: { zh: '语言', en: 'Language' },
  roles: { zh: '角色', en: 'Roles' },
  organisation: { zh: '维修店', en: 'Workshop' },
  questions: { zh: '车主的问题', en: 'Owners’ questions' },
  scannerTest: { zh: '测试扫码枪', en: 'Test the scanner' },
  help: { zh: '帮助', en: 'Help' },
  install: { zh: '装到手机桌面', en: 'Put it on the home screen' },
  installHow: {
    zh: '在浏览器菜单里选“添加到主屏幕”。',
    en: 'Choose “Add to home screen” in the menu of the browser.',
  },
});

export const ROLE_NAME = catalogue({
  technician: { zh: '维修技师', en: 'technician' },
  parts_clerk: { zh: '配件员', en: 'parts clerk' },
  advisor: { zh: '服务顾问', en: 'service advisor' },
  supervisor: { zh: '维修主管', en: 'supervisor' },
});

/** What waits in the outbox, and what came of it. */
export const OUTBOX_WORDS = catalogue({
  title: { zh: '记录', en: 'Outbox' },
  lead: {
    zh: '您做的每一步先记在手机里，再上传。没有网络也不会丢。',
    en: 'Everything you do is written down on this phone first, and then sent. Nothing is lost without a network.',
  },
  waiting: { zh: '等待上传', en: 'Waiting to be sent' },
  cameBack: { zh: '有结果，需要您处理', en: 'Came back and needs you' },
  done: { zh: '今天已上传', en: 'Sent today' },
  nothing: { zh: '都已上传，没有要处理的。', en: 'Everything is sent, and nothing needs you.' },
  sendNow: { zh: '现在上传', en: 'Send now' },
  understood: { zh: '知道了', en: 'Understood' },
  inCar: {
    zh: '您当时没有网络，零件可能已经装上车。',
    en: 'You had no network then, so the part may be in the car already.',
  },
  toDo: { zh: '现在怎么做', en: 'What to do now' },
  found: { zh: '登记这样说', en: 'What the register says' },
  openOrder: { zh: '打开工单', en: 'Open the order' },
  giveReason: { zh: '写明理由，再登记一次', en: 'Record again with a reason' },
  reason: { zh: '理由（车主会看到）', en: 'Reason (the owner sees it)' },
  again: { zh: '再登记一次', en: 'Record again' },
  at: {
    zh: (what: string, order: string, line: number) => `${what} · 工单 ${order} 第 ${line} 行`,
    en: (what: string, order: string, line: number) => `${what} · order ${order}, line ${line}`,
  },
});

export const DEED_NAME = catalogue({
  scan: { zh: '扫码', en: 'Scan' },
  fitting: { zh: '安装', en: 'Fitting' },
  removal: { zh: '拆下', en: 'Removal' },
  undo: { zh: '撤销安装', en: 'Undoing a fitting' },
  oldPart: { zh: '旧件去向', en: 'Old part' },
  photo: { zh: '旧件照片', en: 'Photo of an old part' },
  giveBack: { zh: '退回库存', en: 'Given back to stock' },
  receipt: { zh: '收货', en: 'Receipt' },
  return: { zh: '退货发运', en: 'Return shipment' },
  status: { zh: '工单状态', en: 'Status of the order' },
} satisfies Record<DeedKind, Words>);

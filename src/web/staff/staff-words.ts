import type { Role } from '../../auth/actor.ts';
import type { Words } from '../../kernel/words.ts';
import { catalogue, counted } from '../design/catalogue.ts';

export const STAFF_WORDS = catalogue({
  rooms: { zh: '功能', en: 'Rooms' },
  home: { zh: '首页', en: 'Home' },
  account: { zh: '账号', en: 'Account' },
  signIn: { zh: '登录', en: 'Sign in' },
  signInTitle: { zh: '登录真件', en: 'Sign in to Truepart' },
  signInWith: {
    zh: (provider: string) => `使用 ${provider} 登录`,
    en: (provider: string) => `Sign in with ${provider}`,
  },
  email: { zh: '邮箱', en: 'E-mail address' },
  password: { zh: '密码', en: 'Password' },
  lead: { zh: '供厂家、仓库和维修店的员工使用。', en: 'For people at makers, warehouses and workshops.' },
  owner: { zh: '车主不需要账号：查验零件', en: 'Car owners need no account: check a part' },
  demo: { zh: '演示账号', en: 'Demo accounts' },
  demoHow: {
    zh: (password: string) => `这是演示数据，所有账号的密码都是 ${password}`,
    en: (password: string) => `This is a demonstration. Every account has the password ${password}`,
  },
  signOut: { zh: '退出登录', en: 'Sign out' },
  everywhere: { zh: '在所有设备上退出', en: 'Sign out everywhere' },
  everywhereMeans: {
    zh: '包括这台设备。丢了手机，或在别人的电脑上登录过，就点这里。',
    en: 'This device too. For a lost phone, or a computer of somebody else’s.',
  },
  signedOut: { zh: '您已退出登录', en: 'You are signed out' },
  endedEverywhere: { zh: '您已在所有设备上退出', en: 'You are signed out on every device' },
  welcome: { zh: (name: string) => `您好，${name}`, en: (name: string) => `Hello, ${name}` },
  organisation: { zh: '组织', en: 'Organisation' },
  roles: { zh: '角色', en: 'Roles' },
  ofOrganisation: { zh: '您的组织', en: 'Your organisation' },
  goTo: { zh: '您可以去', en: 'Where to go' },
  noRoom: {
    zh: '您的角色目前没有网页，请通过接口使用真件。',
    en: 'There are no pages for your role yet. Use Truepart through its API.',
  },
  apiDocs: { zh: '接口文档', en: 'API documents' },
  check: { zh: '公开查验', en: 'Public check' },
  name: { zh: '姓名', en: 'Name' },
  changePassword: { zh: '修改密码', en: 'Change password' },
  current: { zh: '当前密码', en: 'Current password' },
  next: { zh: '新密码', en: 'New password' },
  nextRule: {
    zh: '至少 12 个字符。修改后，其他设备上的登录都会失效。',
    en: 'At least 12 characters. Your other sessions end with it.',
  },
  passwordChanged: { zh: '密码已修改', en: 'Your password is changed' },
  back: { zh: '返回', en: 'Back' },
  refused: { zh: '没有完成', en: 'That did not work' },
  missing: { zh: '没有找到', en: 'Not found' },
  forbidden: { zh: '这里不对您开放', en: 'This is not open to you' },
  toStart: { zh: '回到首页', en: 'Back to start' },
  older: { zh: '更早的', en: 'Older' },
  newest: { zh: '回到最新', en: 'Back to newest' },
  following: { zh: '后面的', en: 'Next' },
  first: { zh: '回到开头', en: 'Back to the first' },
  leftOut: {
    zh: (count: number) => `另有 ${count} 次更早的扫描未列出。`,
    en: (count: number) => `${counted(count, 'older scan')} not listed.`,
  },
});

export const ROLE = catalogue({
  catalogue_editor: { zh: '目录编辑', en: 'catalogue editor' },
  key_custodian: { zh: '密钥管理员', en: 'key custodian' },
  analyst: { zh: '分析员', en: 'analyst' },
  operator: { zh: '仓库操作员', en: 'warehouse operator' },
  lead: { zh: '仓库主管', en: 'warehouse lead' },
  technician: { zh: '维修技师', en: 'technician' },
  parts_clerk: { zh: '配件员', en: 'parts clerk' },
  advisor: { zh: '服务顾问', en: 'service advisor' },
  supervisor: { zh: '维修主管', en: 'supervisor' },
  administrator: { zh: '平台管理员', en: 'administrator' },
} satisfies Record<Role, Words>);

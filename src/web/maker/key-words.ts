import type { KeyStatus } from '../../labels/label-signature.ts';
import type { Words } from '../../kernel/words.ts';
import { catalogue, counted } from '../design/catalogue.ts';

export const KEY_WORDS = catalogue({
  keys: { zh: '签名密钥', en: 'Signing keys' },
  lead: {
    zh: '每枚标签都由贵厂的密钥签名。私钥只在服务器的密钥文件夹里，这里看不到，也下载不了。',
    en: 'Every label is signed with a key of yours. The private half stays in the server’s key folder: it is never shown and cannot be downloaded.',
  },
  none: {
    zh: '还没有密钥；第一次发码时会自动生成。',
    en: 'There is no key yet; the first label makes one.',
  },
  saved: { zh: '已完成', en: 'Done' },
  kid: { zh: '指纹', en: 'Thumbprint' },
  alg: { zh: '算法', en: 'Algorithm' },
  since: { zh: '启用', en: 'Signs since' },
  from: { zh: '启用', en: 'Signed from' },
  to: { zh: '停止签名', en: 'Signed until' },
  cutOff: { zh: '截止时间', en: 'Cut-off' },
  cutOffMeans: {
    zh: '在此之前登记的标签仍然有效，之后的不再有效。请填密钥可能泄露的最早时间。',
    en: 'Labels recorded before it stay good, later ones do not. Give the earliest time at which the key may have been in wrong hands.',
  },
  reason: { zh: '理由', en: 'Reason' },

  rotate: { zh: '更换密钥', en: 'Rotate the key' },
  rotateMeans: { zh: '更换后：', en: 'When you rotate the key:' },
  rotateNew: { zh: '生成一把新密钥，从此用它签名；', en: 'a new key is made, and signs every label from now on;' },
  rotateOld: {
    zh: '现在的密钥停用，私钥立即删除，无法恢复；',
    en: 'the present key is retired and its private half deleted at once, for good;',
  },
  rotateLabels: {
    zh: '它签过的标签全部继续有效，不用重印；',
    en: 'every label it signed stays good, and none need be printed again;',
  },
  rotateOthers: {
    zh: '离线验码的程序会在下次读取公钥清单时认识新密钥。',
    en: 'programs that check labels offline learn of the new key when they next read the list of public keys.',
  },
  newAlg: { zh: '新密钥的算法', en: 'Algorithm of the new key' },
  rotateNow: { zh: '立即更换', en: 'Rotate now' },

  revoke: { zh: '吊销', en: 'Revoke' },
  revokeTitle: { zh: '吊销密钥', en: 'Revoke a key' },
  revokeWhen: {
    zh: '只在私钥可能落入他人之手时吊销。平常换密钥请用“更换密钥”。',
    en: 'Only for a private key that may be in wrong hands. To change keys from time to time, rotate instead.',
  },
  earlier: { zh: '把截止时间提前', en: 'Move the cut-off earlier' },
  look: { zh: '看看会发生什么', en: 'See what would happen' },
  willHappen: { zh: '吊销后：', en: 'When you revoke it:' },
  staysGood: {
    zh: (count: string) => `${count} 枚标签在截止时间前登记，继续有效；`,
    en: (count: string) => `${count} labels recorded before the cut-off stay good;`,
  },
  goesBad: {
    zh: (count: string) => `${count} 枚标签之后登记：扫描时会被拦下，要复核并换标；`,
    en: (count: string) =>
      `${count} labels recorded later are stopped when they are scanned, and must be checked and labelled anew;`,
  },
  nextKey: {
    zh: '私钥立即删除；下一枚标签会用一把新密钥；',
    en: 'its private half is deleted at once, and the next label gets a new key;',
  },
  stays: {
    zh: '密钥本来就不再签名，私钥已经删除；',
    en: 'it does not sign any more, and its private half is gone already;',
  },
  forGood: {
    zh: '无法撤销。截止时间以后只能再提前。',
    en: 'this cannot be undone, and the cut-off can be moved earlier only.',
  },
  revokeNow: { zh: '确认吊销', en: 'Revoke it now' },
  signed: {
    zh: (count: number) => `共签过 ${count} 枚标签`,
    en: (count: number) => `It signed ${counted(count, 'label')}`,
  },
  back: { zh: '返回', en: 'Back' },
});

export const KEY_STATUS = catalogue({
  active: { zh: '使用中', en: 'Signs now' },
  retired: { zh: '已停用，标签有效', en: 'Retired, labels good' },
  revoked: { zh: '已吊销', en: 'Revoked' },
} satisfies Record<KeyStatus, Words>);

import type { ConstraintRefusals } from '../database/constraints.ts';
import { Refusal } from '../kernel/refusal.ts';

export const noProvider = (): Refusal =>
  new Refusal('SIGN_IN_PROVIDER_UNSET', 'missing', {
    zh: '这里没有设置统一登录，请用密码登录。',
    en: 'No sign-in provider is set up here. Sign in with your password.',
  });

export const providerAway = (provider: string): Refusal =>
  new Refusal('SIGN_IN_PROVIDER_AWAY', 'conflict', {
    zh: `${provider} 没有应答。请用密码登录，或稍后再试。`,
    en: `${provider} does not answer. Sign in with your password, or try again later.`,
  });

export const attemptOver = (): Refusal =>
  new Refusal('SIGN_IN_ATTEMPT_OVER', 'conflict', {
    zh: '这次登录已失效：超过十分钟、已经用过，或是在别的浏览器中开始的。请重新登录。',
    en: 'This attempt to sign in is over: it took more than ten minutes, was used already, or began in another browser. Begin again.',
  });

export const signInDeclined = (provider: string): Refusal =>
  new Refusal('SIGN_IN_DECLINED', 'forbidden', {
    zh: `登录在 ${provider} 被取消或拒绝。`,
    en: `The sign-in was cancelled or refused at ${provider}.`,
  });

export const signInUnproven = (provider: string): Refusal =>
  new Refusal('SIGN_IN_UNPROVEN', 'forbidden', {
    zh: `${provider} 的答复不能证明您的身份，已记录。请重试；如仍不行，请联系管理员。`,
    en: `What ${provider} answered does not prove who you are, and was recorded. Try again; if it stays so, tell your administrator.`,
  });

export const emailUnverified = (provider: string): Refusal =>
  new Refusal('EMAIL_UNVERIFIED', 'forbidden', {
    zh: `${provider} 没有为您确认过的邮箱。请先在那里确认邮箱，或联系管理员。`,
    en: `${provider} has no confirmed e-mail address of yours. Confirm one there, or ask your administrator.`,
  });

/** The same for an address that nobody has and for a disabled account. */
export const nobodyHere = (provider: string): Refusal =>
  new Refusal('EMAIL_UNKNOWN', 'forbidden', {
    zh: `这里没有人使用您在 ${provider} 的邮箱。请联系管理员开通账号。`,
    en: `Nobody here has the e-mail address that you have at ${provider}. Ask your administrator for an account.`,
  });

export const anotherPerson = (): Refusal =>
  new Refusal('ACCOUNT_OF_ANOTHER', 'forbidden', {
    zh: '使用该邮箱的账号已关联到另一个人。如果这是您的账号，请管理员解除关联。',
    en: 'The account with this e-mail address is linked with somebody else. If it is yours, ask your administrator to remove the link.',
  });

export const OIDC_CONSTRAINTS: ConstraintRefusals = { account_identity_unique: anotherPerson };

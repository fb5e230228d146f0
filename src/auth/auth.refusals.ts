import { Refusal } from '../kernel/refusal.ts';

export const unauthenticated = (): Refusal =>
  new Refusal('UNAUTHENTICATED', 'unauthenticated', {
    zh: '请先登录，或提供有效的 API 密钥。',
    en: 'Sign in first, or send a valid API key.',
  });

/** Not `forbidden`: signing in as that person mends it. */
export const anotherAccount = (): Refusal =>
  new Refusal('ANOTHER_ACCOUNT', 'unauthenticated', {
    zh: '当前登录的是另一个账号。请用发出该请求的账号登录。',
    en: 'Somebody else is signed in by now. Sign in as the account that this request is meant for.',
  });

/** The same for an unknown address, a wrong password and a disabled account: a stranger learns nothing from it. */
export const signInFailed = (): Refusal =>
  new Refusal('SIGN_IN_FAILED', 'unauthenticated', {
    zh: '邮箱或密码不正确。',
    en: 'The e-mail address or the password is not right.',
  });

export const tooManySignIns = (secondsLeft: number): Refusal =>
  new Refusal(
    'TOO_MANY_SIGN_INS',
    'throttled',
    {
      zh: `登录尝试过多，请在 ${secondsLeft} 秒后再试。`,
      en: `Too many attempts to sign in. Try again in ${secondsLeft} seconds.`,
    },
    { retryAfter: secondsLeft },
  );

export const forbidden = (): Refusal =>
  new Refusal('FORBIDDEN', 'forbidden', {
    zh: '您的角色无权进行此操作。',
    en: 'Your role does not allow this.',
  });

export const crossSiteRequest = (): Refusal =>
  new Refusal('CROSS_SITE_REQUEST', 'forbidden', {
    zh: '该请求似乎来自其他网站，已拒绝。程序请使用 API 密钥，或以 application/json 发送。',
    en: 'This request seems to come from another site. Programs: use an API key, or send application/json.',
  });

export const peopleOnly = (): Refusal =>
  new Refusal('PEOPLE_ONLY', 'forbidden', {
    zh: 'API 密钥不能进行此操作，请以账号登录。',
    en: 'An API key cannot do this: sign in with an account.',
  });

export const rolesOfAnotherKind = (path: string, roles: readonly string[], known: readonly string[]): Refusal => {
  const words = {
    zh: `该类组织没有这些角色：${roles.join(', ')}；可用：${known.join(', ')}`,
    en: `this kind of organisation has no ${roles.join(', ')}; it has ${known.join(', ')}`,
  };
  return new Refusal('ROLE_NOT_OF_ORGANISATION', 'invalid', words, {}, [{ path, message: words.en, words }]);
};

export const rolesBeyondOwn = (): Refusal =>
  new Refusal('ROLES_BEYOND_OWN', 'forbidden', {
    zh: 'API 密钥的权限不能超过您自己的角色。',
    en: 'A key cannot be given roles that you do not hold yourself.',
  });

export const apiKeyNotFound = (): Refusal =>
  new Refusal('API_KEY_NOT_FOUND', 'missing', { zh: '没有这个 API 密钥。', en: 'There is no such API key.' });

export const accountNotFound = (): Refusal =>
  new Refusal('ACCOUNT_NOT_FOUND', 'missing', { zh: '没有这个账号。', en: 'There is no such account.' });

export const organisationNotFound = (): Refusal =>
  new Refusal('ORGANISATION_NOT_FOUND', 'missing', { zh: '没有这个组织。', en: 'There is no such organisation.' });

export const organisationCodeTaken = (): Refusal =>
  new Refusal('ORGANISATION_CODE_TAKEN', 'conflict', {
    zh: '已有组织使用该代码。',
    en: 'Another organisation has this code.',
  });

export const emailTaken = (): Refusal =>
  new Refusal('EMAIL_TAKEN', 'conflict', {
    zh: '已有账号使用该邮箱。',
    en: 'Another account has this e-mail address.',
  });

export const gs1PrefixTaken = (): Refusal =>
  new Refusal('GS1_PREFIX_TAKEN', 'conflict', {
    zh: '另一制造商已使用该 GS1 前缀。',
    en: 'Another maker has this GS1 company prefix.',
  });

export const makerNeeded = (): Refusal => {
  const words = {
    zh: '仓库必须属于一个制造商，其他组织不能填写 maker。',
    en: 'a warehouse names the maker it belongs to, and nobody else does',
  };
  return new Refusal('MAKER_OF_WAREHOUSE', 'invalid', words, {}, [{ path: 'maker', message: words.en, words }]);
};

export const ownAccount = (): Refusal =>
  new Refusal('OWN_ACCOUNT', 'conflict', {
    zh: '不能停用自己的账号或更改自己的角色。',
    en: 'You cannot disable your own account or change its roles.',
  });

export const wrongPassword = (): Refusal =>
  new Refusal('WRONG_PASSWORD', 'forbidden', { zh: '当前密码不正确。', en: 'The current password is not right.' });

export const expiredAlready = (): Refusal => {
  const words = { zh: '到期时间应在将来', en: 'expected a time in the future' };
  return new Refusal('EXPIRED_ALREADY', 'invalid', words, {}, [{ path: 'expiresAt', message: words.en, words }]);
};

export const prefixOfMaker = (): Refusal => {
  const words = { zh: '只有制造商有 GS1 前缀', en: 'only a maker has a GS1 company prefix' };
  return new Refusal('PREFIX_OF_MAKER', 'invalid', words, {}, [{ path: 'gs1Prefix', message: words.en, words }]);
};

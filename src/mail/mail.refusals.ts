import { Refusal } from '../kernel/refusal.ts';

export const notOpenToYou = (types: readonly string[]): Refusal => {
  const words = {
    zh: `您的角色不能接收：${types.join('、')}`,
    en: `your roles are not told of: ${types.join(', ')}`,
  };
  return new Refusal('NOTIFICATION_NOT_FOR_ROLE', 'invalid', words, {}, [{ path: 'events', message: words.en, words }]);
};

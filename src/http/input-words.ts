import type { Words } from '../kernel/words.ts';

type Arguments = readonly unknown[];
const say = (zh: string, en: string): Words => ({ zh, en });
const list = (values: unknown): string => (values as readonly unknown[]).map(String).join(', ');

/** `@Length(2)` has no upper bound, `@Length(0, 9)` none that is worth saying below. */
function lengthWords([least, most]: Arguments): Words {
  if (most === undefined) return say(`至少 ${Number(least)} 个字符`, `at least ${Number(least)} characters`);
  if (Number(least) === 0) return say(`至多 ${Number(most)} 个字符`, `at most ${Number(most)} characters`);
  if (least === most) return say(`${Number(least)} 个字符`, `exactly ${Number(least)} characters`);
  return say(`${Number(least)} 至 ${Number(most)} 个字符`, `${Number(least)} to ${Number(most)} characters`);
}

/**
 * What each validator expects, by class-validator's name for it, from the validator's own arguments. A validator of
 * ours brings its words along instead: `ValidateBy(…, { context: { zh, en } })`.
 */
export const EXPECTED: Readonly<Record<string, (args: Arguments) => Words>> = {
  isString: () => say('文本', 'text'),
  isInt: () => say('整数', 'a whole number'),
  isNumber: () => say('数字', 'a number'),
  isBoolean: () => say('true 或 false', 'true or false'),
  isArray: () => say('列表', 'a list'),
  isObject: () => say('对象', 'an object'),
  isDefined: () => say('必填', 'a value'),
  isNotEmpty: () => say('非空值', 'a value that is not empty'),
  isNotEmptyObject: () => say('非空对象', 'an object that is not empty'),
  nestedValidation: () => say('对象', 'an object'),
  isIn: ([values]) => say(`以下之一：${list(values)}`, `one of ${list(values)}`),
  isEnum: ([, values]) => say(`以下之一：${list(values)}`, `one of ${list(values)}`),
  equals: ([value]) => say(String(value), String(value)),
  min: ([least]) => say(`不小于 ${Number(least)}`, `${Number(least)} or more`),
  max: ([most]) => say(`不大于 ${Number(most)}`, `${Number(most)} or less`),
  isPositive: () => say('正数', 'a number above zero'),
  isLatitude: () => say('-90 至 90 的纬度', 'a latitude from -90 to 90'),
  isLongitude: () => say('-180 至 180 的经度', 'a longitude from -180 to 180'),
  minLength: ([least]) => lengthWords([least]),
  maxLength: ([most]) => lengthWords([0, most]),
  isLength: lengthWords,
  matches: ([pattern]) => say(`符合格式 ${String(pattern)}`, `text of the form ${String(pattern)}`),
  arrayNotEmpty: () => say('至少一项', 'at least one item'),
  arrayMinSize: ([least]) => say(`至少 ${Number(least)} 项`, `at least ${Number(least)} items`),
  arrayMaxSize: ([most]) => say(`至多 ${Number(most)} 项`, `at most ${Number(most)} items`),
  arrayUnique: () => say('各项不重复', 'items that differ from each other'),
  isUuid: () => say('UUID', 'a UUID'),
  isEmail: () => say('电子邮件地址', 'an e-mail address'),
  isUrl: () => say('网址', 'a URL'),
  isIso8601: () => say('ISO 8601 日期或时间', 'an ISO 8601 date or time'),
  isDateString: () => say('ISO 8601 日期或时间', 'an ISO 8601 date or time'),
  isRfc3339: () => say('RFC 3339 时间，如 2026-11-23T02:00:00Z', 'an RFC 3339 time such as 2026-11-23T02:00:00Z'),
  isDate: () => say('日期', 'a date'),
  isNumberString: () => say('数字文本', 'digits'),
  isBooleanString: () => say('true 或 false', 'true or false'),
  isDecimal: () => say('十进制数，如 428.00', 'a decimal such as 428.00'),
};

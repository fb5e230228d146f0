import { isIP } from 'node:net';

const PROXY_NETWORKS = new Set(['loopback', 'uniquelocal']);

/** What a bad variable should have been: the text after "expected". */
export class Expected {
  constructor(readonly what: string) {}
}

/** Reads the text of one variable: a value, or what it should have been. */
export type Reader<Value> = (text: string) => Value | Expected;

export function wholeNumber(least: number, most: number): Reader<number> {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : new Expected(`a whole number from ${least} to ${most}`);
  };
}

export const yesOrNo: Reader<boolean> = (text) =>
  text === 'true' ? true : text === 'false' ? false : new Expected('true or false');

export function oneOf<Choice extends string>(...choices: readonly Choice[]): Reader<Choice> {
  return (text) => choices.find((choice) => choice === text) ?? new Expected(`one of ${choices.join(', ')}`);
}

export const hostToListenOn: Reader<string> = (text) =>
  isIP(text) > 0 || isHostName(text) ? text : new Expected('an IP address or a host name, such as 127.0.0.1');

/** The origin people's phones reach: only letters, digits, `.` and `-` keep the label's QR code in alphanumeric mode. */
export const origin: Reader<string> = (text) => {
  const expected = new Expected('an origin such as https://truepart.example: no path, no user, no query');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !isHostName(url.hostname)) return expected;
  return text.replace(/\/$/, '').toLowerCase() === url.origin ? url.origin : expected;
};

export const postgresUrl: Reader<string> = (text) =>
  URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).pathname.length > 1
    ? text
    : new Expected('an address such as postgresql://user:password@host:5432/truepart');

/**
 * Whose X-Forwarded-For is believed. Never everybody's and never a number of hops: whoever reaches the server directly
 * would then choose the address that limits count him under.
 */
export const trustedProxies: Reader<false | string[]> = (text) => {
  if (text === 'false') return false;
  const addresses = text.split(',').map((address) => address.trim());
  return addresses.every((address) => PROXY_NETWORKS.has(address) || isAddressOrRange(address))
    ? addresses
    : new Expected('false, or IP addresses, ranges and loopback or uniquelocal, separated by commas');
};

/** Private networks that webhooks may reach, by name or range; `none` for none. */
export const privateNetworks: Reader<string[]> = (text) => {
  if (text === 'none') return [];
  const networks = text.split(',').map((network) => network.trim());
  return networks.every((network) => network === 'loopback' || isAddressOrRange(network))
    ? networks
    : new Expected('none, or IP addresses, ranges and loopback, separated by commas');
};

export const smtpUrl: Reader<string> = (text) =>
  URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== ''
    ? text
    : new Expected('an address such as smtps://user:password@mail.example:465');

/** `name@host`, with or without a name before it in the way of e-mail: `Truepart <name@host>`. */
export const mailSender: Reader<string> = (text) =>
  /^([^<>@\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text)
    ? text
    : new Expected('an e-mail address such as Truepart <truepart@example.com>');

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** A bad value as it may be shown: the password of a database address stays out of terminals and logs. */
export function withoutPassword(text: string): string {
  return text.replace(/(:\/\/[^/?#]*?:)[^/?#]*@/, '$1***@');
}

function isHostName(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9](-*[a-z0-9]+)*(\.[a-z0-9](-*[a-z0-9]+)*)*$/i.test(text);
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

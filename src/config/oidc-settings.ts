import type { EnvironmentReader } from './environment-reader.ts';
import { Expected, isLoopback, type Reader } from './variables.ts';

/** The provider that vouches for staff, and how it knows us. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it: it stands on the button. */
  readonly name: string;
}

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** All of it or nothing: a button that leads nowhere helps nobody. */
export function oidcSettings(environment: EnvironmentReader): OidcSettings | undefined {
  const issuer = environment.read('OIDC_ISSUER', issuerAddress, undefined);
  const name = environment.read('OIDC_NAME', shortName, undefined);
  const clientId = environment.text('OIDC_CLIENT_ID');
  const clientSecret = environment.text('OIDC_CLIENT_SECRET');
  const given = [...NEEDED, 'OIDC_NAME'].find((each) => environment.text(each) !== undefined);
  if (given === undefined) return undefined;
  for (const each of NEEDED) {
    if (environment.text(each) === undefined) environment.report(each, `a value, because ${given} is set`);
  }
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret, name: name ?? new URL(issuer).host };
}

/** What travels to it is worth a session, so only this machine itself may be spoken to without TLS. */
const issuerAddress: Reader<string> = (text) => {
  const expected = new Expected('the https address of an issuer, without query and /.well-known/…');
  if (!URL.canParse(text)) return expected;
  const { protocol, hostname, username, search, hash } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isSafe && !text.includes('/.well-known/') && username + search + hash === '' ? text : expected;
};

const shortName: Reader<string> = (text) =>
  /^[^\p{C}]{1,40}$/u.test(text) ? text : new Expected('a name of at most 40 characters');

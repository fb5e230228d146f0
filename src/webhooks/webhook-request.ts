import { lookup as lookUpName } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { hostOf } from './webhook-address.ts';
import type { WebhookNetworks } from './webhook-networks.ts';

/** Longest that a receiver may take, from the look-up of its name to the first line of its answer. */
const TIMEOUT = 10_000;

export interface Reply {
  readonly status: number;
  /** How long the receiver wants to be left alone, in milliseconds. */
  readonly retryAfter: number;
}

/** The address is not one that webhooks may reach. */
class AddressNotAllowed extends Error {
  readonly code = 'ADDRESS_NOT_ALLOWED';
}

/**
 * Sends one message and gives the answer's status; its text is nobody's business. The address is checked after the look-up
 * and used as it was checked, so that a name cannot lead elsewhere in between. Redirects are answers like others.
 * @throws Error with a `code`: of Node, `TIMEOUT`, or `ADDRESS_NOT_ALLOWED`.
 */
export function postMessage(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  networks: WebhookNetworks,
  timeout = TIMEOUT,
): Promise<Reply> {
  const url = new URL(address);
  const host = hostOf(url);
  // No look-up is made for a bare address.
  if (isIP(host) > 0 && !networks.mayReach(host, url.protocol)) return Promise.reject(new AddressNotAllowed());
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeout);
    const lookup = checkedLookup(networks, url.protocol);
    const sent = send(url, { method: 'POST', headers, agent: false, signal, lookup }, (response) => {
      resolve({ status: response.statusCode ?? 0, retryAfter: secondsIn(response.headers['retry-after']) * 1_000 });
      response.destroy();
    });
    sent.on('error', (error) => reject(signal.aborted ? Object.assign(error, { code: 'TIMEOUT' }) : error));
    sent.end(body);
  });
}

const checkedLookup =
  (networks: WebhookNetworks, protocol: string): LookupFunction =>
  (host, options, done) =>
    lookUpName(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const allowed = found.filter(({ address }) => networks.mayReach(address, protocol));
      const [first] = allowed;
      if (first === undefined) return done(new AddressNotAllowed(host), []);
      if (options.all === true) done(null, allowed);
      else done(null, first.address, first.family);
    });

const secondsIn = (header: string | undefined): number => (/^\d{1,6}$/.test(header ?? '') ? Number(header) : 0);

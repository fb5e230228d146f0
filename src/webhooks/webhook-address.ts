import { isIP } from 'node:net';
import { addressNotAllowed, addressWithSecrets } from './webhooks.refusals.ts';
import type { WebhookNetworks } from './webhook-networks.ts';

/**
 * What can be said of an address before anybody looks up its name. Where it leads is checked again each time, at the
 * moment of connecting: a name may lead elsewhere tomorrow.
 * @throws Refusal WEBHOOK_ADDRESS_NOT_ALLOWED, WEBHOOK_ADDRESS_WITH_PASSWORD
 * @returns the address in its one normal form.
 */
export function webhookAddress(text: string, networks: WebhookNetworks): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw addressNotAllowed();
  if (url.username !== '' || url.password !== '' || url.hash !== '') throw addressWithSecrets();
  const host = hostOf(url);
  const isAllowed =
    isIP(host) > 0 || host === 'localhost'
      ? networks.mayReach(host === 'localhost' ? '127.0.0.1' : host, url.protocol)
      : url.protocol === 'https:' || networks.hasOwn;
  if (!isAllowed) throw addressNotAllowed();
  return url.href;
}

/** Without the brackets around an IPv6 address. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

import { webhookAddress } from './webhook-address.ts';
import { WebhookNetworks } from './webhook-networks.ts';

const none = new WebhookNetworks([]);
const loopback = new WebhookNetworks(['loopback']);

test.each([
  { name: 'plain HTTP', url: 'http://dms.example/hooks' },
  { name: 'another protocol', url: 'ftp://dms.example/' },
  { name: 'a file', url: 'file:///etc/passwd' },
  { name: 'a metadata service', url: 'https://169.254.169.254/latest' },
  { name: 'this machine', url: 'https://localhost/' },
  { name: 'this machine as a number', url: 'https://2130706433/' },
  { name: 'this machine in hexadecimal', url: 'https://0x7f.1/' },
  { name: 'this machine in IPv6', url: 'https://[::1]/' },
  { name: 'this machine as IPv4 in IPv6', url: 'https://[::ffff:7f00:1]/' },
  { name: 'no address at all', url: 'dms.example' },
])('not allowed: $name', ({ url }) => expect(() => webhookAddress(url, none)).toThrow('WEBHOOK_ADDRESS_NOT_ALLOWED'));

test.each(['https://u:p@dms.example/', 'https://u@dms.example/', 'https://dms.example/#x'])(
  'no secrets in the address: %s',
  (url) => expect(() => webhookAddress(url, none)).toThrow('WEBHOOK_ADDRESS_WITH_PASSWORD'),
);

test.each([
  { url: 'https://DMS.example/hooks?shop=1', networks: none, is: 'https://dms.example/hooks?shop=1' },
  { url: 'https://8.8.8.8:8443/', networks: none, is: 'https://8.8.8.8:8443/' },
  { url: 'http://127.0.0.1:4000/x', networks: loopback, is: 'http://127.0.0.1:4000/x' },
  { url: 'http://localhost:4000', networks: loopback, is: 'http://localhost:4000/' },
])('taken: $url', ({ url, networks, is }) => expect(webhookAddress(url, networks)).toBe(is));

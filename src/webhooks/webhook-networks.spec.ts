import { WebhookNetworks } from './webhook-networks.ts';

const nowhereElse = new WebhookNetworks([]);
const own = new WebhookNetworks(['loopback', '10.20.0.0/16']);

test.each(['8.8.8.8', '172.15.255.255', '172.32.0.1', '2606:4700::1111', '2001:4860:4860::8888'])(
  'the world may be reached: %s',
  (address) => {
    expect(nowhereElse.mayReach(address, 'https:')).toBe(true);
    expect(nowhereElse.mayReach(address, 'http:')).toBe(false);
  },
);

test.each([
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.8.8.8',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001::1',
  'fd00::1',
  'fe80::1',
  'ff02::1',
  'localhost',
  '',
])('what is not the world’s may not: %s', (address) => expect(nowhereElse.mayReach(address, 'https:')).toBe(false));

test.each(['127.0.0.1', '::1', '10.20.3.4'])('what the operator names may, also without TLS: %s', (address) => {
  expect(own.mayReach(address, 'http:')).toBe(true);
  expect(own.mayReach(address, 'https:')).toBe(true);
});

test('and nothing beside it', () => expect(own.mayReach('10.21.0.1', 'https:')).toBe(false));

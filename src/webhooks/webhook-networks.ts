import { BlockList, isIP } from 'node:net';

/** Special-purpose IPv4 addresses (IANA's registry): this machine, private networks, clouds' metadata, examples, multicast. */
const SPECIAL_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Of IPv6, all that is given out to the world; without what leads to IPv4 addresses or nowhere. */
const GLOBAL_V6 = '2000::/3';
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/** Names for networks that nobody writes as a range. */
const NAMED: Readonly<Record<string, readonly string[]>> = { loopback: ['127.0.0.0/8', '::1/128'] };

/**
 * Which addresses webhooks may reach. Whoever can register an address must not make this server speak to its own
 * neighbours: only the operator says which private networks are meant to be reached.
 */
export class WebhookNetworks {
  private readonly configured: BlockList;
  private readonly special = listOf([...SPECIAL_V4, ...SPECIAL_V6]);
  private readonly globalV6 = listOf([GLOBAL_V6]);

  /** @param networks `loopback`, addresses, and ranges such as `10.0.0.0/8`. */
  constructor(networks: readonly string[]) {
    this.configured = listOf(networks.flatMap((network) => NAMED[network] ?? [network]));
    this.hasOwn = networks.length > 0;
  }

  /** There are networks of the operator’s own, so that a name may stand for an address within them. */
  readonly hasOwn: boolean;

  /** Within our own networks plain HTTP will do: there is nobody in between. */
  mayReach(address: string, protocol: string): boolean {
    const family = isIP(address);
    if (family === 0) return false;
    const kind = family === 6 ? 'ipv6' : 'ipv4';
    if (this.configured.check(address, kind)) return true;
    if (protocol !== 'https:' || this.special.check(address, kind)) return false;
    return kind === 'ipv4' || this.globalV6.check(address, kind);
  }
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const isV6 = isIP(address) === 6;
    list.addSubnet(address, Number(bits ?? (isV6 ? 128 : 32)), isV6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

import { isIP } from 'node:net';
import { Expected, type Reader } from './variables.ts';

/** A label printer that the operator named: the only addresses that anything is ever printed to. */
export interface PrinterAddress {
  readonly name: string;
  /** A host name or an IP address, without brackets. */
  readonly host: string;
  readonly port: number;
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,39}$/u;
const HOST = /^[a-z0-9](-*[a-z0-9]+)*(\.[a-z0-9](-*[a-z0-9]+)*)*$/i;
/** Where printers listen for raw data. */
const RAW_PORT = 9100;

/** `packing=10.0.0.7, rolls=zebra.local:9100, v6=[fd00::7]:9100` */
export const printers: Reader<readonly PrinterAddress[]> = (text) => {
  const found = text.split(',').map((entry) => printerIn(entry.trim()));
  const named = found.filter((printer) => printer !== undefined);
  const isEachOnce = new Set(named.map(({ name }) => name)).size === found.length;
  return isEachOnce
    ? named
    : new Expected('printers such as packing=10.0.0.7:9100, commas between, each under a name of its own');
};

function printerIn(entry: string): PrinterAddress | undefined {
  const parts = /^(?<name>[^=]+)=(?:\[(?<v6>[0-9a-f:.]+)\]|(?<host>[^:[\]]+))(?::(?<port>\d{1,5}))?$/i.exec(
    entry,
  )?.groups;
  if (!parts) return undefined;
  const name = parts['name']!.trim();
  const { v6, host = '', port = String(RAW_PORT) } = parts;
  const isHost = v6 === undefined ? HOST.test(host) && host.length <= 253 : isIP(v6) === 6;
  const isPort = Number(port) >= 1 && Number(port) <= 65_535;
  return NAME.test(name) && isHost && isPort ? { name, host: v6 ?? host, port: Number(port) } : undefined;
}

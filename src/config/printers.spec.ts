import { printers } from './printers.ts';
import { Expected } from './variables.ts';

test.each([
  { name: 'one', text: 'packing=10.0.0.7:9100', is: [{ name: 'packing', host: '10.0.0.7', port: 9100 }] },
  { name: 'the usual port', text: 'packing=zebra.local', is: [{ name: 'packing', host: 'zebra.local', port: 9100 }] },
  {
    name: 'several, with blanks and a Chinese name',
    text: '包装台 1=10.0.0.7, v6=[fd00::7]:6101',
    is: [
      { name: '包装台 1', host: '10.0.0.7', port: 9100 },
      { name: 'v6', host: 'fd00::7', port: 6101 },
    ],
  },
])('$name', ({ text, is }) => expect(printers(text)).toEqual(is));

test.each([
  { name: 'no name', text: '10.0.0.7:9100' },
  { name: 'no host', text: 'packing=' },
  { name: 'an address with a scheme', text: 'packing=http://10.0.0.7' },
  { name: 'a path', text: 'packing=10.0.0.7/x' },
  { name: 'a port too high', text: 'packing=10.0.0.7:70000' },
  { name: 'port 0', text: 'packing=10.0.0.7:0' },
  { name: 'a bare IPv6 address', text: 'packing=fd00::7' },
  { name: 'brackets round something else', text: 'packing=[zebra]' },
  { name: 'one name twice', text: 'a=10.0.0.7, a=10.0.0.8' },
  { name: 'a comma too many', text: 'a=10.0.0.7,' },
])('refuses $name', ({ text }) => expect(printers(text)).toBeInstanceOf(Expected));

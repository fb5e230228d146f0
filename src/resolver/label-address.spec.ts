import { codeAt, labelAddress, namedBy } from './label-address.ts';

const UNIT = '/01/09521234100003/21/7Q3K9D0A2FXM';
const SIGNED = `${UNIT}?S=${'0'.repeat(107)}`;
const codeOf = (url: string) => codeAt('https://parts.example', labelAddress(url));

test.each([
  { name: 'a printed label', url: SIGNED, code: `https://parts.example${SIGNED}` },
  { name: 'an address without a signature', url: UNIT, code: `https://parts.example${UNIT}` },
  {
    name: 'our own parameters',
    url: `${SIGNED}&lang=en&linkType=gs1:pip&context=x`,
    code: `https://parts.example${SIGNED}`,
  },
  { name: 'application identifiers 91 and 92', url: `${UNIT}?91=a&92=b`, code: `https://parts.example${UNIT}` },
  {
    name: 'passed on in a chat',
    url: `${SIGNED}&from=singlemessage&isappinstalled=0`,
    code: `https://parts.example${SIGNED}`,
  },
  { name: 'an unknown parameter stays', url: `${SIGNED}&x=1`, code: `https://parts.example${SIGNED}&x=1` },
  { name: 'a doubled signature stays', url: `${SIGNED}&S=1`, code: `https://parts.example${SIGNED}&S=1` },
  {
    name: 'case stays for the reader of labels',
    url: SIGNED.toLowerCase(),
    code: `https://parts.example${SIGNED.toLowerCase()}`,
  },
  {
    name: 'percent signs stay',
    url: UNIT.replace('Q', '%51'),
    code: `https://parts.example${UNIT.replace('Q', '%51')}`,
  },
  { name: 'a slash too many on an unsigned address', url: `${UNIT}/`, code: `https://parts.example${UNIT}` },
  {
    name: 'a slash too many on a label stays',
    url: SIGNED.replace('?', '/?'),
    code: `https://parts.example${SIGNED.replace('?', '/?')}`,
  },
  { name: 'a bare question mark', url: `${UNIT}?`, code: `https://parts.example${UNIT}` },
])('$name', ({ url, code }) => expect(codeOf(url)).toBe(code));

test.each([
  { url: `${UNIT}?linkType=gs1:pip`, linkType: 'gs1:pip' },
  { url: `${UNIT}?linktype=https%3A%2F%2Fref.gs1.org%2Fvoc%2Fpip`, linkType: 'https://ref.gs1.org/voc/pip' },
  { url: `${UNIT}?linkType=%E0%A4%A`, linkType: '%E0%A4%A' },
  { url: UNIT, linkType: null },
])('the link type of $url', ({ url, linkType }) => expect(labelAddress(url).linkType).toBe(linkType));

test.each([
  { path: UNIT, kind: 'unit' },
  { path: '/01/09521234100003/10/L26K01/21/7Q3K9D0A2FXM', kind: 'unit' },
  { path: '/01/09521234100003/21/abc%2Fdef', kind: 'unit' },
  { path: '/01/09521234100003', kind: 'noUnit' },
  { path: '/01/09521234100003/10/L26K01', kind: 'noUnit' },
  { path: '/01/09521234100004/21/7Q3K9D0A2FXM', kind: 'malformed' },
  { path: '/01/9521234100003/21/7Q3K9D0A2FXM', kind: 'malformed' },
  { path: `${UNIT}/foo`, kind: 'malformed' },
  { path: '/01/09521234100003/21/7Q3K9D0A2FXM/10/L26K01', kind: 'malformed' },
  { path: '/01/09521234100003/21/123456789012345678901', kind: 'malformed' },
  { path: '/01/', kind: 'malformed' },
])('$path is $kind', ({ path, kind }) => expect(namedBy({ path }).kind).toBe(kind));

import { checkVin, vinIn } from './vin-check.ts';

const VIN = 'LCHARE3K8AN100200';
const OTHER = 'LCHBRE3K1BN100237';

test.each([
  ['nothing', '', { kind: 'empty' }],
  ['too little', '100200', { kind: 'short' }],
  ['its last eight', 'an100200', { kind: 'same', vin: VIN }],
  ['O for 0', 'ANIOO2OO', { kind: 'same', vin: VIN }],
  ['all of it, in groups', 'LCH ARE3K8-AN100200', { kind: 'same', vin: VIN }],
  ['the last eight of another', 'BN100237', { kind: 'other', vin: null }],
  ['all of another', OTHER, { kind: 'other', vin: OTHER }],
] as const)('%s', (_, read, found) => expect(checkVin(read, VIN)).toEqual(found));

test.each([
  ['as it is', VIN, VIN],
  ['between the stars of Code 39', `*${VIN}*`, VIN],
  ['after the I that imports carry', `I${VIN}`, VIN],
  ['a label is no VIN', 'HTTPS://PARTS.EXAMPLE.COM/01/09521234100003/21/7Q3K9D0A2FXM', null],
])('a reader reads %s', (_, text, vin) => expect(vinIn(text)).toBe(vin));

import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { FILE_LIMIT } from '../../http/consumes.ts';
import { carried, uncarried } from './carried-file.ts';

test('comes back as it was', () => {
  const file = Buffer.from('零件号,数量\r\nCH-1,40\r\n');
  expect(Buffer.from(uncarried(carried(file)!))).toEqual(file);
});

test('what no form would send back is not carried', () => expect(carried(randomBytes(1_000_000))).toBeUndefined());

test.each([
  { name: 'no gzip', text: 'aGVsbG8' },
  { name: 'nothing', text: '' },
  { name: 'a bomb', text: gzipSync(Buffer.alloc(FILE_LIMIT + 1)).toString('base64url') },
])('refuses $name', ({ text }) => expect(() => uncarried(text)).toThrow(/FILE_MISSING/));

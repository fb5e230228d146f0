import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { carried, uncarried } from './carried-file.ts';

test('what is carried comes back byte by byte', async () => {
  const bytes = Buffer.from('零件号,名称\r\nCH-1,件\r\n', 'utf16le');
  expect(await uncarried((await carried(bytes))!)).toEqual(bytes);
});

test('a file that does not pack small enough is not carried', async () => {
  expect(await carried(randomBytes(1_000_000))).toBeUndefined();
});

test.each([
  { name: 'not packed by us', text: 'aGVsbG8' },
  { name: 'nothing', text: '' },
  { name: 'a bomb', text: gzipSync(Buffer.alloc(11_000_000)).toString('base64url') },
])('$name is no file', async ({ text }) => expect(uncarried(text)).rejects.toMatchObject({ code: 'FILE_MISSING' }));

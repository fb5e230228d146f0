import sharp, { type Sharp } from 'sharp';
import { MOST_PIXELS, pictureOf } from './picture.ts';
import { claiming, phonePhoto, TOLD_BY_PHONE } from './picture.builder.ts';

const CLEAR = { create: { width: 40, height: 20, channels: 4, background: '#0000' } } as const;

const pixel = async (picture: Buffer, left: number, top: number): Promise<number[]> => [
  ...(await sharp(picture).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];

const half = (file: Buffer): Buffer => file.subarray(0, file.length / 2);

test('a phone’s photo comes out upright and bounded, and says nothing but what it shows', async () => {
  const sent = await phonePhoto(3000, 2000);
  for (const told of TOLD_BY_PHONE) expect(sent.includes(told)).toBe(true);
  const { bytes, width, height } = await pictureOf(sent);
  expect([width, height]).toEqual([853, 1280]);
  const { format, exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata();
  expect({ format, exif, xmp, icc, iptc, orientation }).toEqual({ format: 'jpeg' });
  for (const told of TOLD_BY_PHONE) expect(bytes.includes(told)).toBe(false);
  const [above, below] = [await pixel(bytes, 400, 100), await pixel(bytes, 400, 1180)];
  expect(above[0]).toBeGreaterThan(240);
  expect(below[2]).toBeGreaterThan(240);
});

test.each([
  { name: 'PNG', encoded: (image: Sharp) => image.png() },
  { name: 'WebP', encoded: (image: Sharp) => image.webp() },
])('$name is read, is not made larger, and what is clear becomes white', async ({ encoded }) => {
  const { bytes, width, height } = await pictureOf(await encoded(sharp(CLEAR)).toBuffer());
  expect([width, height]).toEqual([40, 20]);
  expect((await pixel(bytes, 20, 10)).every((value) => value > 250)).toBe(true);
});

test.each([
  { name: 'nothing', sent: async () => undefined },
  { name: 'no bytes', sent: async () => Buffer.alloc(0) },
  { name: 'a text', sent: async () => Buffer.from('GIF89a or so') },
  {
    name: 'a drawing',
    sent: async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  },
  { name: 'a GIF', sent: () => sharp(CLEAR).gif().toBuffer() },
  { name: 'a TIFF', sent: () => sharp(CLEAR).tiff().toBuffer() },
  { name: 'half a photo', sent: async () => half(await phonePhoto(3000, 2000)) },
])('$name is no picture', async ({ sent }) => {
  await expect(pictureOf(await sent())).rejects.toMatchObject({ code: 'PICTURE_UNREADABLE', kind: 'invalid' });
});

test.each([
  { name: 'a few bytes that unfold into billions', width: 60_000, height: 60_000 },
  { name: 'one column too many', width: MOST_PIXELS + 1, height: 1 },
])('$name are refused before they are read', async ({ width, height }) => {
  const refused = { code: 'PICTURE_TOO_MANY_PIXELS', kind: 'invalid', members: { limit: MOST_PIXELS } };
  await expect(pictureOf(await claiming(width, height))).rejects.toMatchObject(refused);
});

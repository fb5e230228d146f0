import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import QRCode from 'qrcode';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { qrPng } from './qr-png.ts';
import { qrSvg } from './qr-svg.ts';
import { qrMatrix, QR_ECC, QUIET_ZONE, type QrEcc, type QrMatrix } from './qr.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const random = (length: number): string => Array.from(randomBytes(length), (byte) => ALPHABET[byte & 31]).join('');
const label = (host: string): string => `HTTPS://${host}/01/09521234100003/21/${random(12)}?S=${random(107)}`;

beforeAll(() => {
  const wasm = readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: wasm.buffer } });
});

const decode = async (png: Buffer) => (await readBarcodes(png, { formats: ['QRCode'], tryHarder: true }))[0];

describe('the matrix', () => {
  const sizes: readonly { host: number; ecc: QrEcc; version: number }[] = [
    { host: 20, ecc: 'M', version: 7 },
    { host: 21, ecc: 'M', version: 8 },
    { host: 31, ecc: 'Q', version: 9 },
    { host: 32, ecc: 'Q', version: 10 },
  ];
  test.each(sizes)('a host of $host characters at $ecc is version $version', ({ host, ecc, version }) => {
    expect(qrMatrix(label('H'.repeat(host)), ecc).version).toBe(version);
  });

  test.each(QR_ECC)('is module for module what the package draws with its own mask trial, at %s', (ecc) => {
    for (const host of ['P.CO', 'PARTS.EXAMPLE.COM', 'PARTS.OF.A.LONG.HOST.EXAMPLE.COM']) {
      for (let i = 0; i < 40; i++) {
        const text = label(host);
        const query = text.indexOf('?');
        const { modules } = QRCode.create(
          [
            { mode: 'alphanumeric', data: text.slice(0, query) },
            { mode: 'byte', data: Buffer.from('?S=') },
            { mode: 'alphanumeric', data: text.slice(query + 3) },
          ],
          { errorCorrectionLevel: ecc },
        );
        const theirs = rows(modules.size, (row, column) => Boolean(modules.get(row, column)));
        expect(rowsOf(qrMatrix(text, ecc))).toEqual(theirs);
      }
    }
  });

  test.each(['https://parts.example.com/i/a-Lower_case~token', '真件 前制动片组', 'PLAIN ALPHANUMERIC $%'])(
    'holds other text too: %s',
    async (text) => {
      expect((await decode(qrPng(qrMatrix(text, 'M'), { dotsPerModule: 3 })))?.text).toBe(text);
    },
  );

  it('refuses what no QR code holds', () => {
    expect(() => qrMatrix('', 'M')).toThrow();
    expect(() => qrMatrix('A'.repeat(4000), 'M')).toThrow();
  });
});

describe('the drawings', () => {
  test.each(QR_ECC)('PNG reads back at %s, from one dot a module upwards', async (ecc) => {
    for (const dotsPerModule of [1, 2, 3, 4, 5]) {
      const text = label('PARTS.EXAMPLE.COM');
      const read = await decode(qrPng(qrMatrix(text, ecc), { dotsPerModule, dotsPerInch: 203 }));
      expect(read?.text).toBe(text);
      expect(read?.ecLevel).toBe(ecc);
    }
  });

  it('PNG stays small', () => {
    expect(qrPng(qrMatrix(label('PARTS.EXAMPLE.COM'), 'M'), { dotsPerModule: 4 }).length).toBeLessThan(1500);
  });

  test.each([0, 1.5, -1, Number.NaN, 65])('PNG refuses %s dots a module', (dotsPerModule) => {
    expect(() => qrPng(qrMatrix('A', 'M'), { dotsPerModule })).toThrow(RangeError);
  });

  it('SVG paints every dark module once, inside its quiet zone', () => {
    const matrix = qrMatrix(label('PARTS.EXAMPLE.COM'), 'M');
    const svg = qrSvg(matrix, { moduleMillimetres: 0.375, title: 'CH-1 <"&>' });
    const side = matrix.size + 2 * QUIET_ZONE;
    const painted = Array.from({ length: matrix.size }, () => '0'.repeat(matrix.size).split(''));
    for (const [, x, y, length, back] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
      expect(back).toBe(length);
      for (let i = 0; i < Number(length); i++) painted[Number(y) - QUIET_ZONE]![Number(x) - QUIET_ZONE + i] += '1';
    }
    expect(painted.map((row) => row.map((cell) => (cell === '01' ? '1' : cell)).join(''))).toEqual(rowsOf(matrix));
    expect(svg).toContain(`viewBox="0 0 ${side} ${side}" width="${side * 0.375}mm"`);
    expect(svg).toContain('<title>CH-1 &lt;&quot;&amp;&gt;</title>');
  });
});

function rows(size: number, isDark: (row: number, column: number) => boolean): string[] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (isDark(row, column) ? '1' : '0')).join(''),
  );
}

const rowsOf = (matrix: QrMatrix): string[] => rows(matrix.size, (row, column) => matrix.isDark(row, column));

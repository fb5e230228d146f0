import { PNG } from 'pngjs';
import { specimenText } from '../specimen.ts';
import { parseLabel } from '../label-text.ts';
import { proofOf } from './label-proof.ts';
import type { LabelToPrint } from './label-to-print.ts';
import { PaintPool } from './paint-pool.ts';
import { TEMPLATE_NAMES } from './sheet-template.ts';

const ORIGIN = 'https://truepart.example';
const label: LabelToPrint = {
  text: specimenText(ORIGIN),
  partNumber: 'CH-04465-02250',
  name: { zh: '前制动片组', en: 'Brake pad set, front' },
  lot: 'L26K01',
  serial: '000000000000',
  gtin: '00000000000000',
  maker: '长河汽车',
};
const pool = new PaintPool();
afterAll(() => pool.close());

test.each(TEMPLATE_NAMES)('%s reads as printed, at its true size', async (template) => {
  const proof = await proofOf(label, { template, startAt: template === 'a4-24' ? 24 : 1 }, pool);
  const dpi = template.startsWith('roll') ? 203 : 300;
  const { width, height, data } = PNG.sync.read(proof.png);
  expect(proof.isReadAsPrinted).toBe(true);
  expect([width, height]).toEqual([proof.width, proof.height].map((mm) => Math.round((mm * dpi) / 25.4)));
  expect(new Set(data)).toEqual(new Set([0, 255]));
});

test('a print that fell off its label does not read', async () => {
  const proof = await proofOf(label, { template: 'a4-65', nudge: { x: -5, y: 0 } }, pool);
  expect(proof.isReadAsPrinted).toBe(false);
});

test('a specimen is as long as a label, and none', () => {
  expect(parseLabel(specimenText(ORIGIN), ORIGIN)).toMatchObject({ kind: 'unreadable', reason: 'checkDigit' });
});

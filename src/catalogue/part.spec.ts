import { differences, gtinFault, normalPartNumber, PART_NUMBER, tidy, UNSAID, type PartContent } from './part.ts';

test.each([
  { name: 'as it should be', text: 'CH-04465-02250', is: 'CH-04465-02250' },
  { name: 'lower case', text: 'ch-87139-0e040', is: 'CH-87139-0E040' },
  { name: 'ends with an ideographic space', text: ' CH-90915-YZZD4\u3000', is: 'CH-90915-YZZD4' },
  { name: 'a no-break space within', text: 'CH-90915\u00a0-YZZD4', is: 'CH-90915-YZZD4' },
  { name: 'a zero-width space within', text: 'CH-90915\u200b-YZZD4', is: 'CH-90915-YZZD4' },
  { name: 'full-width letters and digits', text: 'ＣＨ－０４４６５', is: 'CH-04465' },
  { name: 'a typographic hyphen', text: 'CH\u201104465\u201302250', is: 'CH-04465-02250' },
  { name: 'a minus sign', text: 'CH\u221204465', is: 'CH-04465' },
])('the normal form of a part number: $name', ({ text, is }) => expect(normalPartNumber(text)).toBe(is));

test.each([
  { text: 'A1', is: true },
  { text: '0/1.2-3', is: true },
  { text: 'A'.repeat(40), is: true },
  { text: 'A', is: false },
  { text: 'A'.repeat(41), is: false },
  { text: '-A1', is: false },
  { text: 'CH_04465', is: false },
  { text: '前制动片', is: false },
  { text: 'A1\n', is: false },
])('$text is a part number: $is', ({ text, is }) => expect(PART_NUMBER.test(text)).toBe(is));

test('a name keeps its full-width signs and loses stray space', () => {
  expect(tidy('\u3000前制动片组（旧号）\r\n ')).toBe('前制动片组（旧号）');
  expect(tidy('Brake  pad\u00a0set')).toBe('Brake pad set');
});

test.each([
  { gtin: '09521234100003', fault: null },
  { gtin: '19521234100000', fault: null },
  { gtin: '09521234100080', fault: 'checkDigit' },
  { gtin: '09521235000005', fault: 'foreignPrefix' },
  { gtin: '95212341000030', fault: 'foreignPrefix' },
])('$gtin for the prefix 9521234: $fault', ({ gtin, fault }) => expect(gtinFault(gtin, '9521234')).toBe(fault));

describe('what differs', () => {
  const part: PartContent = {
    ...UNSAID,
    partNumber: 'CH-1',
    nameZh: '前制动片组',
    nameEn: 'Brake pad set',
    class: 'safety',
    tracking: 'serial',
    listPrice: '428.00',
    currency: 'CNY',
    gtin: '09521234100003',
    models: ['E300', 'E350'],
  };
  test.each([
    { name: 'nothing', change: {}, is: [] },
    { name: 'a price', change: { listPrice: '431.00' }, is: ['listPrice'] },
    { name: 'an unnamed GTIN is no difference', change: { gtin: null }, is: [] },
    { name: 'another GTIN is', change: { gtin: '09521234100010' }, is: ['gtin'] },
    { name: 'the models', change: { models: ['E300'] }, is: ['models'] },
    { name: 'one model with a comma is not two', change: { models: ['E300,E350'] }, is: ['models'] },
    { name: 'two fields', change: { isActive: false, nameEn: 'Pads' }, is: ['nameEn', 'isActive'] },
  ])('$name', ({ change, is }) => expect(differences(part, { ...part, ...change })).toEqual(is));
});

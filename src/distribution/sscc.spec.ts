import { isSscc, readSscc, ssccOf } from './sscc.ts';

test.each([
  { name: 'the first carton', prefix: '9521234', serial: 0, sscc: '095212340000000006' },
  { name: 'a later one', prefix: '9521234', serial: 123_456_789, sscc: '095212341234567891' },
  { name: 'the first after all nines', prefix: '9521234', serial: 10 ** 9, sscc: '195212340000000003' },
  { name: 'a long prefix', prefix: '952123456789', serial: 9999, sscc: '095212345678999997' },
])('$name', ({ prefix, serial, sscc }) => {
  expect(ssccOf(prefix, serial)).toBe(sscc);
  expect(isSscc(sscc)).toBe(true);
});

test('a prefix has an end', () => {
  expect(ssccOf('952123456789', 99_999)).toMatch(/^9/);
  expect(ssccOf('952123456789', 100_000)).toBeUndefined();
});

// The example of GS1 General Specifications, figure 2.2.1-1, is 1 0614141 192837465 7.
test.each([
  { name: 'bare', code: '106141411928374657' },
  { name: 'with its identifier', code: '00106141411928374657' },
  { name: 'with brackets', code: '(00)106141411928374657' },
  { name: 'with the symbology mark', code: ']C100106141411928374657' },
])('an SSCC is read $name', ({ code }) => expect(readSscc(code)).toBe('106141411928374657'));

test.each([
  { name: 'a false check digit', code: '106141411928374658' },
  { name: 'a serial', code: '7Q3K9D0A2FXM' },
  { name: 'GTIN and serial', code: '095212341000037Q3K9D0A2FXM' },
  { name: 'brackets half open', code: '(00106141411928374657' },
])('$name is no SSCC', ({ code }) => expect(readSscc(code)).toBeUndefined());

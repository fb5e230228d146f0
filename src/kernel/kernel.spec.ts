import { canonicalJson, contentHash } from './canonical-json.ts';
import { gs1CheckDigit, isGtin14 } from './gtin.ts';
import { newId } from './identifiers.ts';
import { fromCents, toCents } from './money.ts';

describe('money', () => {
  test.each([
    ['428.00', 42800n],
    ['428.5', 42850n],
    ['0.07', 7n],
    ['-3.10', -310n],
    ['9', 900n],
  ])('%s is %s hundredths', (money, cents) => expect(toCents(money)).toBe(cents));
  test.each([
    ['42850', '428.50'],
    ['7', '0.07'],
    ['-310', '-3.10'],
    ['0', '0.00'],
  ])('%s hundredths are %s', (cents, money) => expect(fromCents(BigInt(cents))).toBe(money));
  test.each(['1,000', '1.234', 'NaN', '', '1e3', '--1'])('%p is no money', (text) =>
    expect(() => toCents(text)).toThrow(RangeError),
  );
});

describe('GTIN', () => {
  it('has the check digit of the GS1 General Specifications’ example', () =>
    expect(gs1CheckDigit('629104150021')).toBe('3'));
  test.each([
    ['09521234100003', true],
    ['09521234100004', false],
    ['9521234100003', false],
    ['0952123410000x', false],
  ])('%s: %s', (text, isOne) => expect(isGtin14(text)).toBe(isOne));
});

describe('canonical JSON', () => {
  it('orders keys, leaves undefined out and keeps null', () =>
    expect(canonicalJson({ b: [1, undefined, 'é'], a: { d: undefined, c: null } })).toBe(
      '{"a":{"c":null},"b":[1,null,"é"]}',
    ));
  it('hashes the same content the same, whatever its order', () =>
    expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 })));
  it('tells other content apart', () => expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: '1' })));
});

describe('ids', () => {
  it('are UUIDs of version 7, in the order of time', () => {
    const ids = [1, 2, 3_000_000].map((offset) => newId(1_795_000_000_000 + offset));
    expect(ids).toEqual([...ids].sort());
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

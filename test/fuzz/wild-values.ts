import * as fc from 'fast-check';

/** What no field expects: other types, no length or too much of it, letters that break things, numbers at the edges. */
export const WILD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  '',
  ' ',
  '0',
  '1e9999',
  'NaN',
  'null',
  'undefined',
  'true',
  '\0',
  'a\0b',
  '\ud800',
  'x\udc00',
  '\u202egnp.exe',
  '\ufeff\u200b\u00ad',
  '👩‍👩‍👧‍👦'.repeat(20),
  'ﬀ'.repeat(50),
  'İ'.repeat(30),
  "'; DROP TABLE unit; --",
  '%s%n$1\\u0000',
  '${jndi:ldap://x}',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '2026-02-30T25:61:61Z',
  '2026-13-45',
  '+275760-09-13T00:00:00.000Z',
  '-000001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '0000-00-00',
  '00000000-0000-0000-0000-000000000000',
  'a'.repeat(300),
  '中'.repeat(1000),
  'a'.repeat(100_000),
  '9'.repeat(400),
  '0.'.padEnd(200, '3'),
  [],
  {},
  [[]],
  [null],
  ['a', 'a'],
  { zh: 1, en: [] },
  { toString: 'x', constructor: null },
  Array.from({ length: 2000 }, (_, index) => index),
  Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index])),
];

/** Nested so deep that whatever recurses over it, falls. */
export const nested = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

export const wildValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WILD_VALUES) },
  { weight: 1, arbitrary: fc.constantFrom(31, 33, 500).map(nested) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.jsonValue() },
  { weight: 2, arbitrary: fc.double() },
);

type Change = {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'add' | 'wrap' | 'text';
  readonly value: unknown;
};

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(1000),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'wrap', 'text'),
  value: wildValue,
});

/** A value with a few of its places changed for something else. */
export const mutated = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(values, fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([value, changes]) => changes.reduce(applied, value));

function applied(value: unknown, { at, how, value: wild }: Change): unknown {
  const places = placesIn(value);
  return rewritten(value, places[at % places.length]!, (old) => {
    if (how === 'wrap') return [old];
    if (how === 'text') return typeof old === 'string' ? Number(old) : JSON.stringify(old);
    if (how === 'add') return typeof old === 'object' && old !== null ? { ...old, unknownField: wild } : wild;
    return how === 'remove' ? undefined : wild;
  });
}

type Place = readonly string[];

function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null || at.length > 6) return [at];
  return [
    at,
    ...Object.entries(value)
      .slice(0, 30)
      .flatMap(([name, member]) => placesIn(member, [...at, name])),
  ];
}

function rewritten(value: unknown, [name, ...rest]: Place, by: (old: unknown) => unknown): unknown {
  if (name === undefined) return by(value);
  if (typeof value !== 'object' || value === null) return value;
  const member = rewritten((value as Record<string, unknown>)[name], rest, by);
  if (Array.isArray(value)) return value.map((old: unknown, index) => (String(index) === name ? member : old));
  return { ...value, [name]: member };
}

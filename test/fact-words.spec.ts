import { CATEGORY_WORDS } from '../src/flags/rules/category-words.ts';
import { READ_HINT_WORDS } from '../src/labels/read-diagnosis.ts';
import { LANGUAGES } from '../src/kernel/words.ts';
import { ORDER_STATUSES } from '../src/repair-orders/order-status.ts';
import { CASE_FACTS, FACT_NAME, UNREADABLE_WORDS, wordOf } from '../src/web/desk/fact-words.ts';
import { factsInRules } from './support/facts-in-rules.ts';

const facts = factsInRules();

/** Numbers, names and codes: they read the same in every language, or are what somebody wrote. */
const AS_IT_STANDS = [
  'campaign',
  'case',
  'cutOffAt',
  'expiresOn',
  'gtin',
  'host',
  'kid',
  'listPrice',
  'models',
  'of',
  'order',
  'partNumber',
  'partNumbers',
  'path',
  'position',
  'reference',
  'registered',
  'reprintedAt',
  'scanned',
  'seen',
  'serial',
  'sscc',
  'unitPrice',
  'units',
];
/** One of a few, though its rule’s type calls it a text. */
const ONE_OF: Readonly<Record<string, readonly string[]>> = {
  approved: Object.keys(CATEGORY_WORDS),
  wanted: Object.keys(CATEGORY_WORDS),
  hint: Object.keys(READ_HINT_WORDS),
  reason: Object.keys(UNREADABLE_WORDS),
  status: ORDER_STATUSES,
};

test('there is something to look at', () => {
  expect(facts.length).toBeGreaterThan(60);
  expect(facts.find(({ name }) => name === 'matter')?.values).toContain('category');
});

test('every fact that a rule or a case puts down has a name, and nothing else has', () =>
  expect(Object.keys(FACT_NAME.en).sort()).toEqual(
    [...new Set([...facts.map(({ name }) => name), ...CASE_FACTS])].sort(),
  ));

test('a text stands as it is, or is one of a few that have words', () =>
  expect(facts.filter(({ isText }) => isText).map(({ name }) => name)).toEqual(
    [...AS_IT_STANDS, ...Object.keys(ONE_OF)].sort(),
  ));

const listed = facts.flatMap(({ name, values }) => [...values].map((value) => ({ name, value })));
const oneOfAFew = Object.entries(ONE_OF).flatMap(([name, values]) => values.map((value) => ({ name, value })));

test.each([...listed, ...oneOfAFew])('$name: $value is said in words', ({ name, value }) => {
  for (const language of LANGUAGES) expect(wordOf(name, value, language)).toEqual(expect.any(String));
});

import { catalogue, counted } from './catalogue.ts';
import { FORMATS } from './formats.ts';

const { zh, en } = FORMATS;

test.each([
  { name: 'money', zh: zh.money('1428.50', 'CNY'), en: en.money('1428.50', 'CNY'), is: ['¥1,428.50', '¥1,428.50'] },
  {
    name: 'money beyond what a double holds',
    zh: zh.money('123456789012.34', 'CNY'),
    en: en.money('-0.10', 'CNY'),
    is: ['¥123,456,789,012.34', '-¥0.10'],
  },
  { name: 'a distance', zh: zh.kilometres(33_000), en: en.kilometres(33_000), is: ['33,000公里', '33,000 km'] },
  {
    name: 'an instant that is tomorrow in China',
    zh: zh.time('2026-11-22T17:30:00Z'),
    en: en.day('2026-11-22T17:30:00Z'),
    is: ['2026年11月23日 01:30', 'Nov 23, 2026'],
  },
  {
    name: 'a calendar date',
    zh: zh.day('2027-02-28'),
    en: en.day('2027-02-28'),
    is: ['2027年2月28日', 'Feb 28, 2027'],
  },
])('$name', ({ zh, en, is }) => expect([zh, en]).toEqual(is));

test('plural in English follows the language’s own rule', () =>
  expect([0, 1, 2].map((count) => counted(count, 'part'))).toEqual(['0 parts', '1 part', '2 parts']));

test('a catalogue gives each language its own texts and functions', () => {
  const words = catalogue({
    title: { zh: '结算单', en: 'Bill' },
    parts: { zh: (count: number) => `${count} 件`, en: (count: number) => counted(count, 'part') },
  });
  expect([words.zh.title, words.en.title, words.zh.parts(2), words.en.parts(1)]).toEqual([
    '结算单',
    'Bill',
    '2 件',
    '1 part',
  ]);
});

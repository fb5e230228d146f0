import { SeenCodes } from './seen-codes.ts';

test.each<{ name: string; sights: [text: string, at: number][]; news: string[] }>([
  {
    name: 'one that is held still',
    sights: [
      ['A', 0],
      ['A', 100],
      ['A', 1500],
      ['A', 3000],
    ],
    news: ['A'],
  },
  {
    name: 'one after the other',
    sights: [
      ['A', 0],
      ['B', 400],
    ],
    news: ['A', 'B'],
  },
  {
    name: 'two side by side',
    sights: [
      ['A', 0],
      ['B', 400],
      ['A', 800],
      ['B', 1200],
      ['A', 1600],
    ],
    news: ['A', 'B'],
  },
  {
    name: 'the same again, after a while',
    sights: [
      ['A', 0],
      ['A', 1501],
    ],
    news: ['A', 'A'],
  },
])('$name', ({ sights, news }) => {
  const seen = new SeenCodes();
  expect(sights.filter(([text, at]) => seen.isNew(text, at)).map(([text]) => text)).toEqual(news);
});

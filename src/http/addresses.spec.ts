import { patternOf } from './addresses.ts';

test.each([
  { route: '/api/batches/:id/labels.csv', path: '/api/batches/7/labels.csv', matches: true },
  { route: '/api/batches/:id/labels.csv', path: '/api/batches/7/labelsXcsv', matches: false },
  { route: '/api/batches/:id', path: '/api/batches/7/8', matches: false },
  { route: '/01/:gtin(\\d{14})/21/:serial', path: '/01/x/21/y', matches: true },
  { route: '/assets/*', path: '/assets/a/b', matches: true },
  { route: '/', path: '/', matches: true },
])('$route and $path: $matches', ({ route, path, matches }) => expect(patternOf(route).test(path)).toBe(matches));

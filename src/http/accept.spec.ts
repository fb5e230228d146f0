import { preferredType } from './accept.ts';

const OFFERED = ['application/json', 'text/html', 'application/linkset+json'] as const;
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

test.each([
  { name: 'no header', accept: undefined, is: 'application/json' },
  { name: 'an empty header', accept: '', is: 'application/json' },
  { name: 'anything', accept: '*/*', is: 'application/json' },
  { name: 'a browser', accept: BROWSER, is: 'text/html' },
  { name: 'one type', accept: 'application/linkset+json', is: 'application/linkset+json' },
  { name: 'upper case and spaces', accept: ' TEXT/HTML ; Q=1 ', is: 'text/html' },
  { name: 'a family', accept: 'text/*', is: 'text/html' },
  { name: 'weights', accept: 'text/html;q=0.5, application/json;q=0.4', is: 'text/html' },
  {
    name: 'the exact range counts, not the generous one',
    accept: '*/*;q=0.9, application/json;q=0.1',
    is: 'text/html',
  },
  { name: 'a refused type', accept: 'application/json;q=0, */*;q=0.1', is: 'text/html' },
  { name: 'nothing we have', accept: 'image/png', is: undefined },
  { name: 'no type at all', accept: 'nonsense, ;;, a/b/c', is: undefined },
  { name: 'a weight that is none', accept: 'text/html;q=lots, application/json;q=0.1', is: 'application/json' },
])('$name', ({ accept, is }) => expect(preferredType(accept, OFFERED)).toBe(is));

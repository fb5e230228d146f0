import { isNews } from './flag-events.ts';

test.each([
  { name: 'a new flag of level 4', status: 'open', level: 4, levelBefore: null, is: true },
  { name: 'a new flag of level 3', status: 'open', level: 3, levelBefore: null, is: false },
  { name: 'one that grew worse', status: 'open', level: 5, levelBefore: 3, is: true },
  { name: 'one that is met again', status: 'open', level: 4, levelBefore: 4, is: false },
  { name: 'one told of already that grew worse', status: 'open', level: 5, levelBefore: 4, is: false },
  { name: 'what was prevented', status: 'prevented', level: 5, levelBefore: null, is: false },
])('$name: $is', ({ is, ...change }) => expect(isNews({ id: 'f', ...change })).toBe(is));

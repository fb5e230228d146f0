import { enumeration } from './enumeration.rule.ts';
import { levelsFound } from './levels-found.ts';
import { poisoning } from './poisoning.rule.ts';

test.each([
  { name: 'an owner with a car full of parts', known: 12, unknown: 1, poisons: [], guesses: [] },
  { name: 'a dealer’s office behind one address', known: 80, unknown: 12, poisons: [], guesses: [] },
  { name: 'somebody with a list', known: 400, unknown: 0, poisons: [1], guesses: [] },
  { name: 'somebody who guesses', known: 0, unknown: 400, poisons: [], guesses: [1] },
])('$name', ({ known, unknown, poisons, guesses }) => {
  expect(levelsFound(poisoning, { known, unknown })).toEqual(poisons);
  expect(levelsFound(enumeration, { known, unknown })).toEqual(guesses);
});

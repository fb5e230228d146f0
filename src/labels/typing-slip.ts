import { ALPHABET } from './crockford.ts';

/**
 * Every serial that one slip of the finger away was typed for it: another character at one place, or two neighbours swapped. Of
 * the serials that exist, chance hits none.
 */
export function oneSlipFrom(typed: string): string[] {
  const characters = [...typed];
  const replaced = characters.flatMap((own, place) =>
    [...ALPHABET]
      .filter((other) => other !== own)
      .map((other) => typed.slice(0, place) + other + typed.slice(place + 1)),
  );
  const swapped = characters
    .slice(1)
    .map((next, place) => typed.slice(0, place) + next + characters[place]! + typed.slice(place + 2));
  return [...new Set([...replaced, ...swapped])].filter((meant) => meant !== typed);
}

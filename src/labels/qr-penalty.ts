/** Penalty points of ISO/IEC 18004, 7.8.3.1. */
const RUN = 3;
const BLOCK = 3;
const FINDER = 40;
const BALANCE = 10;

/** A square of bits, 32 to a word: line after line, `words` words to a line. Bits past the size are zero. */
export type Plane = Int32Array;

export const wordsOf = (size: number): number => (size + 31) >> 5;

/** Packs `modules` (one byte each, row by row) by rows, or by columns when `isTurned`. */
export function pack(modules: Uint8Array, size: number, isTurned: boolean): Plane {
  const words = wordsOf(size);
  const plane = new Int32Array(size * words);
  for (let row = 0, i = 0; row < size; row++) {
    for (let column = 0; column < size; column++, i++) {
      if (modules[i] === 0) continue;
      const line = isTurned ? column : row;
      const bit = isTurned ? row : column;
      plane[line * words + (bit >> 5)]! |= 1 << (bit & 31);
    }
  }
  return plane;
}

/**
 * How badly a masking reads; less is better. Patterns that run down a plane are found 32 columns at a time by and-ing
 * whole lines, and those that run across it by doing the same to the turned plane, so no bit is ever shifted between words.
 */
export function penalty(plane: Plane, turned: Plane, size: number): number {
  return linePenalty(plane, size) + linePenalty(turned, size) + blockPenalty(plane, size) + balancePenalty(plane, size);
}

/** Runs of five and more (3 points, and 1 for each module past the fifth) and likenesses of a finder pattern. */
function linePenalty(plane: Plane, size: number): number {
  const words = wordsOf(size);
  let points = 0;
  for (let word = 0; word < words; word++) {
    const valid = validBits(word, size);
    let before = 0;
    for (let i = word, last = (size - 5) * words; i <= last + word; i += words) {
      const five = runOfFive(plane, i, words) & valid;
      // A run of length n holds n − 4 windows of five and one first window: n − 4 + 2 points.
      if (five !== 0) points += ones(five) + (RUN - 1) * ones(five & ~before);
      before = five;
    }
    for (let line = 0; line <= size - 7; line++) points += FINDER * finders(plane, line, word, size);
  }
  return points;
}

function runOfFive(plane: Plane, i: number, words: number): number {
  const a = plane[i]!;
  const b = plane[i + words]!;
  const c = plane[i + 2 * words]!;
  const d = plane[i + 3 * words]!;
  const e = plane[i + 4 * words]!;
  return (a & b & c & d & e) | ~(a | b | c | d | e);
}

/** Dark-light-dark-dark-dark-light-dark from `line` down, with four light lines before it, after it, or (counted twice) both. */
function finders(plane: Plane, line: number, word: number, size: number): number {
  const words = wordsOf(size);
  const i = line * words + word;
  const core =
    plane[i]! &
    ~plane[i + words]! &
    plane[i + 2 * words]! &
    plane[i + 3 * words]! &
    plane[i + 4 * words]! &
    ~plane[i + 5 * words]! &
    plane[i + 6 * words]!;
  if (core === 0) return 0;
  let found = 0;
  if (line >= 4) found += ones(core & lightFour(plane, i - 4 * words, words));
  if (line + 11 <= size) found += ones(core & lightFour(plane, i + 7 * words, words));
  return found;
}

const lightFour = (plane: Plane, i: number, words: number): number =>
  ~(plane[i]! | plane[i + words]! | plane[i + 2 * words]! | plane[i + 3 * words]!);

/** Squares of two by two modules of one colour. */
function blockPenalty(plane: Plane, size: number): number {
  const words = wordsOf(size);
  let blocks = 0;
  for (let line = 0; line < size - 1; line++) {
    for (let word = 0; word < words; word++) {
      const i = line * words + word;
      const dark = plane[i]! & plane[i + words]!;
      const light = ~(plane[i]! | plane[i + words]!);
      const isLast = word === words - 1;
      const nextDark = isLast ? 0 : plane[i + 1]! & plane[i + words + 1]!;
      const nextLight = isLast ? 0 : ~(plane[i + 1]! | plane[i + words + 1]!);
      const pairs = (dark & ((dark >>> 1) | (nextDark << 31))) | (light & ((light >>> 1) | (nextLight << 31)));
      // The last column has no neighbour on its right.
      blocks += ones(pairs & validBits(word, size - 1));
    }
  }
  return blocks * BLOCK;
}

/** For every 5 % that the share of dark modules is away from a half. */
function balancePenalty(plane: Plane, size: number): number {
  let dark = 0;
  for (const word of plane) dark += ones(word);
  return Math.abs(Math.ceil((dark * 100) / (size * size) / 5) - 10) * BALANCE;
}

/** The bits of word number `word` that lie within `size`. */
function validBits(word: number, size: number): number {
  const bits = size - word * 32;
  return bits >= 32 ? -1 : bits <= 0 ? 0 : (1 << bits) - 1;
}

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

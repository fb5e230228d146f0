import Sequencer from '@jest/test-sequencer';

/** Nothing in a file's size, by which Jest goes, tells that it looks at a hundred pages or plays a country. */
const LONGEST = [
  'test/browser/looks.spec.ts',
  'test/poisoned-checks.e2e-spec.ts',
  'test/back-test-of-a-country.e2e-spec.ts',
  'test/simulation.e2e-spec.ts',
  'test/browser/owner-looks.spec.ts',
];

/** The longest specs go first: whoever is last would keep one processor waiting. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isLong = ({ path }) => LONGEST.some((name) => path.endsWith(name));
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}

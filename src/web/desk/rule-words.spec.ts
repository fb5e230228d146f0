import { ALL_RULES } from '../../flags/rules.ts';
import { holdReason, RULE_TITLE, THRESHOLD_NAME } from './rule-words.ts';

it('has a title for every rule, and for no other', () =>
  expect(Object.keys(RULE_TITLE.en).sort()).toEqual(ALL_RULES.map(({ id }) => id).sort()));

it('has words for every threshold, and for no other', () => {
  const names = new Set(ALL_RULES.flatMap(({ thresholds }) => Object.keys(thresholds)));
  expect(Object.keys(THRESHOLD_NAME.en).sort()).toEqual([...names].sort());
});

it.each([
  ['K05 FITTED_REAPPEARS', 'K05 A fitted unit appears again'],
  ['Z99 NEWER_THAN_THIS_PAGE', 'Z99 NEWER_THAN_THIS_PAGE'],
  ['The supplier called', 'The supplier called'],
  ['S2026M0042', 'S2026M0042'],
])('says why something is held: %s', (reason, words) => expect(holdReason(reason, 'en')).toBe(words));

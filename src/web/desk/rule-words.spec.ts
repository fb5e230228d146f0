import { ALL_RULES } from '../../flags/rules.ts';
import { RULE_TITLE } from './rule-words.ts';

it('has a title for every rule, and for no other', () =>
  expect(Object.keys(RULE_TITLE.en).sort()).toEqual(ALL_RULES.map(({ id }) => id).sort()));

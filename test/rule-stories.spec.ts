import { readdirSync, readFileSync } from 'node:fs';
import { ALL_RULES } from '../src/flags/rules.ts';

/** A rule’s table shows that it judges rightly; that anybody ever asks it, only a story through the whole house shows. */
const STORIES = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.e2e-spec.ts'))
  .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
  .join('\n');

test.each(ALL_RULES)('$id $name has a story', ({ id }) => expect(STORIES).toMatch(new RegExp(`\\b${id}\\b`)));

import { sourceFiles } from '../../../test/support/source-tree.ts';
import { ACTION } from './admin-words.ts';

const NAME = "'([a-z_]+\\.[a-z_]+)'";
/** `audit.record(tx, actor, 'thing.done', …)`, also over several lines, and with one of two. */
const RECORDED = new RegExp(`audit\\.record\\([^']{0,120}(?:'system', )?${NAME}(?: : ${NAME})?`, 'g');

it('has words for every action that is recorded, and for no other', () => {
  const recorded = sourceFiles().flatMap(({ text }) =>
    [...text.matchAll(RECORDED)].flatMap(([, one, other]) => [one!, other ?? one!]),
  );
  expect([...new Set(recorded)].sort()).toEqual(Object.keys(ACTION.en).sort());
});

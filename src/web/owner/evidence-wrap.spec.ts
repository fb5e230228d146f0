import { wrapped } from './evidence-wrap.ts';

/** Every character is one wide, so that a line holds as many as there is room. */
const wrap = (text: string, room: number) => wrapped(text, room, (part) => part.length);

test.each([
  { name: 'what fits', text: 'two words', room: 9, lines: ['two words'] },
  { name: 'words, at blanks', text: 'two words more', room: 9, lines: ['two words', 'more'] },
  { name: 'Chinese, anywhere', text: '装车时读过您车上的车架号', room: 5, lines: ['装车时读过', '您车上的车', '架号'] },
  { name: 'never before what closes', text: '更换前制动片。已装', room: 6, lines: ['更换前制动', '片。已装'] },
  { name: 'Latin among Chinese', text: '零件号 CH-04465 已装', room: 8, lines: ['零件号', 'CH-04465', '已装'] },
  { name: 'a digest, anywhere', text: 'abcdefghij', room: 4, lines: ['abcd', 'efgh', 'ij'] },
  {
    name: 'one that does not fit beside its name',
    text: 'to abcdefghij',
    room: 4,
    lines: ['to', 'abcd', 'efgh', 'ij'],
  },
  { name: 'nothing', text: '', room: 4, lines: [] },
])('$name', ({ text, room, lines }) => expect(wrap(text, room)).toEqual(lines));

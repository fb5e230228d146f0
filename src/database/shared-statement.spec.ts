import { SharedStatement } from './shared-statement.ts';

/** Doubles numbers, and remembers what was sent together. A statement is answered when it is told to be. */
function doubling() {
  const sent: { questions: readonly number[]; answer: () => void }[] = [];
  const statement = new SharedStatement<number, number>(
    (questions) =>
      new Promise((done, failed) => {
        const answer = () =>
          questions.includes(13) ? failed(new Error('13')) : done(questions.map((each) => each * 2));
        sent.push({ questions, answer });
      }),
  );
  const answerAll = async () => {
    for (let at = 0; at < sent.length; at++) {
      sent[at]!.answer();
      await new Promise(setImmediate);
    }
  };
  return { statement, answerAll, together: () => sent.map(({ questions }) => questions) };
}

test('who comes alone is sent at once and alone', async () => {
  const { statement, answerAll, together } = doubling();
  const answer = statement.ask(4);
  expect(together()).toEqual([[4]]);
  await answerAll();
  expect(await answer).toBe(8);
});

test('who comes while two are under way shares the next, and everybody hears their own answer', async () => {
  const { statement, answerAll, together } = doubling();
  const answers = [1, 2, 3, 4, 5].map((question) => statement.ask(question));
  await answerAll();
  expect(together()).toEqual([[1], [2], [3, 4, 5]]);
  expect(await Promise.all(answers)).toEqual([2, 4, 6, 8, 10]);
});

test('no statement grows without bound', async () => {
  const { statement, answerAll, together } = doubling();
  const answers = Array.from({ length: 200 }, (_, question) => statement.ask(question % 10));
  await answerAll();
  expect(Math.max(...together().map(({ length }) => length))).toBe(64);
  expect(await Promise.all(answers)).toHaveLength(200);
});

test('a question that breaks the statement fails alone', async () => {
  const { statement, answerAll, together } = doubling();
  const answers = [1, 2, 3, 13, 5].map((question) => statement.ask(question));
  const settled = Promise.allSettled(answers);
  await answerAll();
  expect((await settled).map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))).toEqual([
    2,
    4,
    6,
    'Error: 13',
    10,
  ]);
  expect(together()).toEqual([[1], [2], [3, 13, 5], [3], [13], [5]]);
});

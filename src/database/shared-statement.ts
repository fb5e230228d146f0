interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly done: (answer: Answer) => void;
  readonly failed: (reason: unknown) => void;
}

/** Statements under way at a time: while one waits for the disk, another is computed. */
const MOST_UNDER_WAY = 2;
/** Questions that one statement answers at the most. */
const MOST_TOGETHER = 64;

/**
 * A statement that many ask at the same time, sent once for all of them: who comes alone is answered at once, who comes while
 * statements are under way shares the next one. So a busy hour costs fewer statements, commits and round trips, not more.
 *
 * One question must not spoil the others' answers: a statement that fails is sent again for each of them by itself.
 */
export class SharedStatement<Question, Answer> {
  private readonly waiting: Waiting<Question, Answer>[] = [];
  private underWay = 0;

  /** @param send answers questions in their order, in one statement. */
  constructor(private readonly send: (questions: readonly Question[]) => Promise<readonly Answer[]>) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((done, failed) => {
      this.waiting.push({ question, done, failed });
      this.sendNext();
    });
  }

  private sendNext(): void {
    while (this.underWay < MOST_UNDER_WAY && this.waiting.length > 0) {
      this.underWay++;
      void this.answer(this.waiting.splice(0, MOST_TOGETHER)).finally(() => {
        this.underWay--;
        this.sendNext();
      });
    }
  }

  private async answer(group: readonly Waiting<Question, Answer>[]): Promise<void> {
    try {
      const answers = await this.send(group.map(({ question }) => question));
      group.forEach(({ done }, place) => done(answers[place]!));
    } catch (reason) {
      if (group.length === 1) group[0]!.failed(reason);
      else await Promise.all(group.map((one) => this.answer([one])));
    }
  }
}

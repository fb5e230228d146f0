import type { Words } from '../../../kernel/words.ts';

/** A no from our API, or from the network (`isAway`): then nobody knows whether anything was done. */
export class Trouble extends Error {
  constructor(
    readonly words: Words,
    readonly code: string,
    /** `units[3]`: which of what was sent. */
    readonly places: readonly { readonly path: string; readonly words: Words }[],
    readonly isAway: boolean,
  ) {
    super(words.en);
  }
}

interface Problem {
  readonly code?: string;
  readonly words?: Words;
  readonly errors?: readonly { readonly path: string; readonly message: string; readonly words?: Words }[];
}

const AWAY: Words = {
  zh: '连不上服务器，稍后会再试。',
  en: 'The server cannot be reached. We try again in a moment.',
};

/**
 * Calls the public contract as the person who is signed in.
 * @param key of a step that must happen once, however often it is asked for
 * @throws Trouble
 */
export async function ask<Answer>(path: string, body?: object, key?: string): Promise<Answer> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Trouble(AWAY, 'AWAY', [], true);
  }
  if (answer.ok) return (await answer.json()) as Answer;
  const problem = (await answer.json().catch(() => ({}))) as Problem;
  const isAway = answer.status >= 500 || answer.status === 429;
  const places = (problem.errors ?? []).map(({ path: place, message, words }) => {
    return { path: place, words: words ?? { zh: message, en: message } };
  });
  throw new Trouble(problem.words ?? AWAY, problem.code ?? 'AWAY', places, isAway);
}

import type { FastifyInstance } from 'fastify';
import type { InputFault } from '../kernel/refusal.ts';
import { invalidInput } from './http.refusals.ts';

/** Deeper than any body of ours; what recurses over a body must not run out of stack. */
const DEEPEST = 32;

/** What PostgreSQL cannot store as text, and no keyboard types: U+0000 and halves of surrogate pairs. */
const isUnclean = (text: string): boolean => text.includes('\0') || /\p{Cs}/u.test(text);

/**
 * The first place in `input` that no text column can hold, or that lies too deep.
 * @param input as parsed: from JSON, a query or path parameters. Bytes (a CSV file) are the reader's to judge.
 */
export function uncleanPlace(input: unknown): InputFault | undefined {
  const open: { value: unknown; path: string; depth: number }[] = [{ value: input, path: '', depth: 0 }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value, path, depth } = place;
    if (typeof value === 'string' && isUnclean(value)) return fault(path, UNCLEAN);
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) continue;
    if (depth === DEEPEST) return fault(path, TOO_DEEP);
    for (const [name, member] of Object.entries(value)) {
      if (isUnclean(name)) return fault(path, UNCLEAN);
      const below = Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
      open.push({ value: member, path: below.slice(0, 200), depth: depth + 1 });
    }
  }
  return undefined;
}

const UNCLEAN = {
  zh: '应为不含 NUL 及不完整代理对的文本',
  en: 'expected text without NUL and without halves of surrogate pairs',
};
const TOO_DEEP = { zh: `嵌套不得超过 ${DEEPEST} 层`, en: `expected at most ${DEEPEST} levels` };
const fault = (path: string, words: { zh: string; en: string }): InputFault => ({ path, message: words.en, words });

/** Refuses such input before anything reads it. */
export function refuseUncleanText(server: FastifyInstance): void {
  server.addHook('preHandler', (request, _reply, done) => {
    const found = uncleanPlace(request.params) ?? uncleanPlace(request.query) ?? uncleanPlace(request.body);
    done(found && invalidInput([found]));
  });
}

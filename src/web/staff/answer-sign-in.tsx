import type { FastifyReply } from 'fastify';
import type { Config } from '../../config/config.ts';
import { troubleOf } from '../../http/problem.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Words } from '../../kernel/words.ts';
import type { PageRequest } from '../design/page-request.ts';
import { providerOf } from './sign-in-provider.ts';
import { SignInPage } from './sign-in-page.tsx';
import { answerStaff } from './staff-page.tsx';
import { STAFF_WORDS } from './staff-words.ts';

interface SignInForm {
  readonly next: string | undefined;
  readonly email?: string;
  readonly refused?: Words;
  readonly done?: string | undefined;
}

/** The page by which staff come in, whatever way they take. */
export function answerSignIn(config: Config, reply: FastifyReply, request: PageRequest, form: SignInForm): string {
  const { email = '', next, refused = null, done } = form;
  const view = { request, email, next, refused, done, isDemo: config.isDemo, provider: providerOf(config) };
  const children = <SignInPage {...view} />;
  return answerStaff(reply, { request, actor: undefined, title: STAFF_WORDS[request.language].signIn, children });
}

/** The same page, with why it came to nothing. What is no refusal goes on to whoever tells of faults. */
export function refuseSignIn(
  config: Config,
  reply: FastifyReply,
  request: PageRequest,
  form: SignInForm & { readonly error: unknown },
): string {
  const { error, ...kept } = form;
  if (!(error instanceof Refusal)) throw error;
  const { status, headers } = troubleOf(error);
  const { 'www-authenticate': _, ...shown } = headers;
  void reply.code(status).headers(shown);
  return answerSignIn(config, reply, request, { ...kept, refused: error.words });
}

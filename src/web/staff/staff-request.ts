import type { FastifyReply, FastifyRequest } from 'fastify';
import { LANGUAGES } from '../../kernel/words.ts';
import { pageRequest, type PageRequest } from '../design/page-request.ts';
import { HOME } from './rooms.ts';

const COOKIE = 'truepart-language';
const YEAR_SECONDS = 31_536_000;

/** The page whose form was sent: there its fields are still filled in, and its address can be asked for again. */
export function cameFrom({ headers: { referer, host } }: Pick<FastifyRequest, 'headers'>): string | undefined {
  if (referer === undefined || !URL.canParse(referer)) return undefined;
  const url = new URL(referer);
  return url.host === host ? ownAddress(url.pathname + url.search) : undefined;
}

/**
 * Who works here every day chooses a language once: `?lang=` is kept in a cookie, so that links and addresses need not
 * carry it.
 * @param at where the page is to be asked for in the other language, if not where it stands.
 */
export function staffRequest(request: FastifyRequest, reply: FastifyReply, at?: string): PageRequest {
  // What answers a form by itself stands at an address that cannot be asked for in the other language.
  const url = at ?? (request.method === 'GET' ? request.url : (cameFrom(request) ?? HOME));
  const asked = pageRequest({ url, headers: request.headers });
  if (asked.keep !== '') {
    void reply.setCookie(COOKIE, asked.language, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: YEAR_SECONDS });
    return { ...asked, keep: '' };
  }
  const kept = LANGUAGES.find((language) => language === request.cookies[COOKIE]);
  if (kept === undefined) return asked;
  const mark = url.includes('?') ? '&' : '?';
  return { ...pageRequest({ url: `${url}${mark}lang=${kept}`, headers: request.headers }), keep: '' };
}

/** An address of our own that somebody wanted before signing in; anything that a browser might take elsewhere is none. */
export function ownAddress(wish: unknown): string | undefined {
  return typeof wish === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/.test(wish) ? wish : undefined;
}

import type { ComponentChildren } from 'preact';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../auth/actor.ts';
import type { IslandFiles } from '../design/assets.ts';
import type { Stylesheet } from '../design/css.ts';
import { answerPage, type PageRequest } from '../design/page-request.ts';
import { drawPage } from '../design/page.tsx';
import { doorsOf, HOME } from './rooms.ts';
import { STAFF_STYLE } from './staff.css.ts';
import { STAFF_WORDS } from './staff-words.ts';

interface StaffFrame {
  readonly request: PageRequest;
  /** Nobody on the pages before signing in. */
  readonly actor: Actor | undefined;
  readonly title: string;
  /** The door that this page is behind: `/desk/cases`. */
  readonly at?: string;
  readonly island?: IslandFiles;
  readonly head?: ComponentChildren;
  /** A face’s own; left out, what all share. */
  readonly style?: Stylesheet;
  readonly children: ComponentChildren;
}

/** A page for people at work, with the rooms that are open to them. */
export function answerStaff(
  reply: FastifyReply,
  { request, actor, title, at, island, head, style = STAFF_STYLE, children }: StaffFrame,
): string {
  const nav = actor && <Nav actor={actor} request={request} at={at} />;
  const page = drawPage({
    request,
    style,
    title,
    nav,
    children,
    ...(island && { island }),
    ...(head !== undefined && { head }),
  });
  const html = answerPage(reply, request, page);
  // Pages' own forms must say where they come from, which `no-referrer` takes from them; addresses here are no secrets.
  void reply.header('referrer-policy', 'same-origin');
  return html;
}

interface NavProps {
  readonly actor: Actor;
  readonly request: PageRequest;
  readonly at: string | undefined;
}

function Nav({ actor, request: { language }, at }: NavProps) {
  const words = STAFF_WORDS[language];
  const doors = doorsOf(actor, language);
  const shown = doors.length > 0 ? doors : [{ path: HOME, name: words.home }];
  return (
    <nav class="nav act" aria-label={words.rooms}>
      <div>
        {shown.map(({ path, name }) => (
          <a key={path} href={path} aria-current={path === at ? 'page' : undefined}>
            {name}
          </a>
        ))}
        <a class="me" href="/account" aria-current={at === '/account' ? 'page' : undefined}>
          {actor.name}
        </a>
      </div>
    </nav>
  );
}

/** See another page: what was sent has its effect, and loading that page again does not send it again. */
export function seeOther(reply: FastifyReply, path: string): void {
  void reply.code(303).header('location', path).header('cache-control', 'no-store');
}

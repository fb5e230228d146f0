import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { IslandFiles } from './assets.ts';
import type { Stylesheet } from './css.ts';
import { LOCALES } from './formats.ts';
import { Drawings } from './icons.tsx';
import type { Page, PageRequest } from './page-request.ts';
import { FRAME_WORDS } from './words.ts';

interface Frame {
  readonly request: PageRequest;
  readonly style: Stylesheet;
  readonly title: string;
  /** What runs in the browser, for people who work live on this page. */
  readonly island?: IslandFiles;
  /** More for the head: a web app's manifest. */
  readonly head?: ComponentChildren;
  /** Ways to other pages, between the head and what stands on this one. */
  readonly nav?: ComponentChildren;
  readonly foot?: ComponentChildren;
  /** An app that fills the page and draws its own head. */
  readonly isBare?: boolean;
  readonly children: ComponentChildren;
}

/** A whole document. Everything that stands in it goes through Preact, which escapes it. */
export function drawPage(frame: Frame): Page {
  const body = renderToString(<Body {...frame} />);
  const drawings = renderToString(<Drawings content={frame.island ? undefined : body} />);
  const document = renderToString(<Document {...frame} body={body + drawings} />);
  return { html: `<!doctype html>${document}`, styleSource: frame.style.source, hasIsland: frame.island !== undefined };
}

const MARK =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"%3E%3Ccircle cx="12" cy="12" r="12" fill="%230b6238"/%3E%3Cpath d="m7 12.5 3.5 3.5L17 8.5" fill="none" stroke="%23fff" stroke-width="2.5"/%3E%3C/svg%3E';

interface DocumentProps extends Pick<Frame, 'request' | 'style' | 'title' | 'island' | 'head'> {
  /** Drawn already: only then is it known which icons it uses. */
  readonly body: string;
}

function Document({ request: { language }, style, title, island, head, body }: DocumentProps) {
  return (
    <html lang={LOCALES[language]}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{`${title} · ${FRAME_WORDS[language].brand}`}</title>
        <link rel="icon" href={MARK} />
        {head}
        <style dangerouslySetInnerHTML={{ __html: style.text }} />
        {island?.preloads.map((file) => (
          <link key={file} rel="modulepreload" href={file} />
        ))}
        {island && <script type="module" src={island.script} />}
      </head>
      <body dangerouslySetInnerHTML={{ __html: body }} />
    </html>
  );
}

function Body({ request: { language, otherLanguage }, nav, foot, isBare = false, children }: Frame) {
  if (isBare) return <>{children}</>;
  const words = FRAME_WORDS[language];
  const other = LOCALES[language === 'zh' ? 'en' : 'zh'];
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="top">
        <strong>{words.brand}</strong>
        <a href={otherLanguage} lang={other} hreflang={other}>
          {words.otherLanguage}
        </a>
      </header>
      {nav}
      <main id="main">{children}</main>
      {foot && <footer class="foot">{foot}</footer>}
    </>
  );
}

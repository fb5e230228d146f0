import { createHash } from 'node:crypto';
import type { Config } from '../../config/config.ts';
import type { Language } from '../../kernel/words.ts';
import type { Assets } from '../design/assets.ts';
import { catalogue } from '../design/catalogue.ts';
import { COLOURS } from '../design/colours.ts';
import { LOCALES } from '../design/formats.ts';
import { Drawings } from '../design/icons.tsx';
import type { Page, PageRequest } from '../design/page-request.ts';
import { drawPage } from '../design/page.tsx';
import { providerOf } from '../staff/sign-in-provider.ts';
import { WORKSHOP_STYLE } from './workshop.css.ts';

export const APP = '/workshop';
const ISLAND = 'workshop';
const SERVICE_WORKER = 'workshop-service-worker.js';

const WORDS = catalogue({
  title: { zh: '车间', en: 'Workshop' },
  name: { zh: '真件 车间', en: 'Truepart Workshop' },
  opening: { zh: '正在打开…', en: 'Opening…' },
  script: {
    zh: '这个应用需要浏览器运行脚本。请在浏览器设置中允许后再打开。',
    en: 'This app needs scripts. Allow them for this site in the settings of your browser, and open it again.',
  },
});

/** The page that every address of the app opens with. It holds nothing of anybody: the app asks for that by the API. */
export function workshopShell(assets: Assets, request: PageRequest, config: Config): Page {
  const { language } = request;
  const words = WORDS[language];
  const provider = providerOf(config);
  return drawPage({
    request,
    style: WORKSHOP_STYLE,
    title: words.title,
    island: assets.island(ISLAND),
    isBare: true,
    head: (
      <>
        <link rel="manifest" href={`${APP}/manifest.webmanifest?lang=${language}`} />
        <link rel="apple-touch-icon" href={icon('icon-192.png')} />
        <meta name="theme-color" content={COLOURS.light.paper} media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content={COLOURS.dark.paper} media="(prefers-color-scheme: dark)" />
      </>
    ),
    children: (
      <>
        <div
          id="workshop"
          data-origin={config.labelOrigin}
          data-provider={provider?.name}
          data-provider-address={provider?.address}
        >
          <main id="main" class="opening">
            <p>{words.opening}</p>
            <noscript>{words.script}</noscript>
          </main>
        </div>
        <Drawings />
      </>
    ),
  });
}

/** W3C web app manifest: what a phone needs to put the app on its home screen. */
export function webManifest(language: Language): object {
  const { name, title } = WORDS[language];
  return {
    id: APP,
    name,
    short_name: title,
    lang: LOCALES[language],
    start_url: APP,
    scope: APP,
    display: 'standalone',
    orientation: 'portrait',
    background_color: COLOURS.light.paper,
    theme_color: COLOURS.light.paper,
    icons: [
      { src: icon('icon.svg'), sizes: 'any', type: 'image/svg+xml' },
      { src: icon('icon-192.png'), sizes: '192x192', type: 'image/png' },
      { src: icon('icon-512.png'), sizes: '512x512', type: 'image/png' },
      { src: icon('maskable-512.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}

/** These names do not tell their content: a changed picture gets another name. */
const icon = (name: string): string => `/assets/workshop/${name}`;

/** Screens before the camera’s reader: it weighs more than all the rest. */
const byWeight = (files: readonly string[]): readonly string[] =>
  [...files].sort((a, b) => Number(a.endsWith('.wasm')) - Number(b.endsWith('.wasm')));

/** The service worker with what it is to keep, and one version for all of that: any change makes it another script. */
export function serviceWorkerScript(assets: Assets, page: Page): string {
  const { script, preloads } = assets.island(ISLAND);
  const worker = assets.text(SERVICE_WORKER);
  const shell = { page: APP, files: [script, ...preloads], later: byWeight(assets.laterOf(ISLAND)) };
  const version = createHash('sha256')
    .update(JSON.stringify(shell) + page.html + worker)
    .digest('base64url')
    .slice(0, 12);
  return `const TRUEPART_SHELL=${JSON.stringify({ version, ...shell })};\n${worker}`;
}

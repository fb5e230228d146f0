import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** A browser of this machine: the one at CHROMIUM_PATH, or Debian’s. Nothing is downloaded. */
const EXECUTABLE = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Root in a container has no user namespaces, and no test may phone anybody. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Call in `beforeAll`; `close()` it in `afterAll`. `more` as the browser takes them: `--lang=zh`. */
export async function startBrowser(more: readonly string[] = []): Promise<Browser> {
  if (!existsSync(EXECUTABLE)) {
    throw new Error(
      `These tests need Chromium, and there is none at ${EXECUTABLE}. Install it (Debian: apt-get install chromium) or ` +
        'name another in CHROMIUM_PATH.',
    );
  }
  return chromium.launch({ executablePath: EXECUTABLE, args: [...ARGUMENTS, ...more] });
}

export type Language = 'zh' | 'en';
export type Scheme = 'light' | 'dark';
/** A small phone, and a desk. */
export const WIDTHS = [360, 1440] as const;
export type Width = (typeof WIDTHS)[number];

export interface Sight {
  readonly language: Language;
  readonly scheme: Scheme;
  readonly width: Width;
}

/** Every way in which somebody may see a page. */
export const SIGHTS: readonly Sight[] = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((scheme) => WIDTHS.map((width) => ({ language, scheme, width }))),
);

/** A fresh page, with nothing remembered; `more` as Playwright takes it. */
export async function openPage(browser: Browser, sight: Sight, more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: sight.language === 'zh' ? 'zh-CN' : 'en',
    colorScheme: sight.scheme,
    viewport: { width: sight.width, height: sight.width < 600 ? 740 : 900 },
    ...more,
  });
  return context.newPage();
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

interface Axe {
  run(options: { readonly resultTypes: readonly string[]; readonly runOnly?: readonly string[] }): Promise<{
    violations: Violation[];
  }>;
}

/**
 * What axe-core finds wrong with the page as it stands, one line each: `color-contrast .soft: …`. A page under a content
 * security policy lets no script in: open it with `bypassCSP`.
 * @param rules those that are asked alone.
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.addScriptTag({ path: axeFile });
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  const found = await page.evaluate((how) => (globalThis as unknown as { axe: Axe }).axe.run(how), options);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** Pixels by which the page is wider than its window: more than none means scrolling sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Keeps a picture for people to look at, where SCREENSHOTS names a folder. */
export async function photograph(page: Page, name: string, { language, scheme, width }: Sight): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}-${language}-${scheme}-${width}.png`), fullPage: true });
}

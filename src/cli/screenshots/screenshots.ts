import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { projectRoot } from '../../config/project-root.ts';
import { startChromium } from './chromium.ts';
import { DemoSite } from './demo-site.ts';
import type { PageToSee } from './page-to-see.ts';
import { PAGES, PICTURES } from './pages.ts';
import { signIn, visit } from './visit.ts';

interface Sight {
  readonly language: 'zh' | 'en';
  readonly width: 360 | 1440;
  readonly scheme: 'light' | 'dark';
}

const SIGHTS: readonly Sight[] = (['zh', 'en'] as const).flatMap((language) =>
  ([360, 1440] as const).flatMap((width) =>
    (['light', 'dark'] as const).map((scheme) => ({ language, width, scheme })),
  ),
);

const FOLDER = join(projectRoot, 'screenshots');
const nameOf = ({ name }: Pick<PageToSee, 'name'>, { language, width, scheme }: Sight): string =>
  `${name}-${language}-${width}${scheme === 'dark' ? '-dark' : ''}.png`;

/** Takes every wanted page as one person sees it. @returns what went wrong, one line each. */
async function take(context: BrowserContext, site: DemoSite, pages: readonly PageToSee[], sight: Sight) {
  const failed: string[] = [];
  const page = await context.newPage();
  for (const each of pages) {
    try {
      await visit(page, site, each);
      await photograph(page, join(FOLDER, nameOf(each, sight)));
    } catch (error) {
      failed.push(`${nameOf(each, sight)}: ${String(error).split('\n', 1)[0]}`);
    }
  }
  return failed;
}

/** The whole page, as a window would show it that is long enough: a bar at its foot stands at the foot of the picture. */
async function photograph(page: Page, path: string): Promise<void> {
  const window = page.viewportSize()!;
  const isFilled = await page.locator('[role=alertdialog]').isVisible();
  const height = isFilled ? 0 : await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...window, height: Math.max(window.height, height) });
  await page.screenshot({ path });
  await page.setViewportSize(window);
}

async function takeAll(
  browser: Browser,
  site: DemoSite,
  pages: readonly PageToSee[],
  sights: readonly Sight[],
): Promise<string[]> {
  const failed: string[] = [];
  for (const sight of sights) {
    for (const who of new Set(pages.map((page) => page.as))) {
      const context = await browser.newContext({
        locale: sight.language === 'zh' ? 'zh-CN' : 'en',
        colorScheme: sight.scheme,
        viewport: { width: sight.width, height: sight.width < 600 ? 740 : 900 },
        deviceScaleFactor: sight.width < 600 ? 2 : 1,
      });
      await signIn(context, site, who);
      const own = pages.filter((page) => page.as === who);
      failed.push(...(await take(context, site, own, sight)));
      await context.close();
    }
    console.log(`${sight.language}, ${sight.width} wide, ${sight.scheme}`);
  }
  return failed;
}

/** Those that documents show go where documents are. */
async function keepPictures(): Promise<void> {
  for (const { name, language, width } of PICTURES) {
    const file = `${name}-${language}-${width}.png`;
    await copyFile(join(FOLDER, file), join(projectRoot, 'docs/pictures', `${name}.png`));
  }
}

/**
 * @param words of the command line: parts of names; `--dark` for dark screens as well; `--pictures` to keep those that documents show
 * @param chromium another browser than the usual one
 */
export async function screenshots(words: readonly string[], chromium: string | undefined): Promise<void> {
  const flag = { type: 'boolean', default: false } as const;
  const options = { pictures: flag, dark: flag };
  const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
  const isWanted = ({ name }: PageToSee) => positionals.length === 0 || positionals.some((part) => name.includes(part));
  const pages = PAGES.filter(isWanted);
  const sights = SIGHTS.filter(({ scheme }) => values.dark || scheme === 'light');
  await mkdir(FOLDER, { recursive: true });
  const browser = await startChromium(chromium);
  const site = await DemoSite.start();
  try {
    const failed = await takeAll(browser, site, pages, sights);
    if (values.pictures) await keepPictures();
    console.log(`${pages.length} pages are in ${FOLDER}`);
    if (failed.length === 0) return;
    console.error(`These could not be taken:\n  ${failed.join('\n  ')}`);
    process.exitCode = 1;
  } finally {
    await browser.close();
    await site.stop();
  }
}

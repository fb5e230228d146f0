import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../src/demo/demo-people.ts';
import { overflow, photograph, type Sight, violations } from './browser.ts';

/** Every language with every scheme, with every width: half of all sights, and each pair among them. */
export const CORNERS: readonly Sight[] = [
  { language: 'zh', scheme: 'light', width: 1440 },
  { language: 'zh', scheme: 'dark', width: 360 },
  { language: 'en', scheme: 'light', width: 360 },
  { language: 'en', scheme: 'dark', width: 1440 },
];

/** As somebody without a mouse does it. `who` as in `analyst@demo.truepart.test`. */
export async function signInByKeyboard(page: Page, url: string, who: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.locator('input[name=email]').focus();
  await page.keyboard.type(`${who}@demo.truepart.test`);
  await page.keyboard.press('Tab');
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => address.pathname !== '/sign-in');
}

/** More stops than these, and nobody gets there. */
const MOST_STOPS = 150;

/** Presses Tab until something is in focus, as somebody without a mouse must. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const wanted = page.locator(selector).first();
  await wanted.waitFor({ state: 'attached' });
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${selector} by the Tab key on ${page.url()}`);
}

/** Goes to a field and writes into it, whatever it held. */
export async function fillIn(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, `main [name=${name}]`);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Goes to a link or button and presses it, and waits for the page that it leads to. */
export async function press(page: Page, selector: string, key = 'Enter'): Promise<void> {
  await tabTo(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
}

/** Opens a `details` by its summary. */
export async function unfold(page: Page, summary: string): Promise<void> {
  await tabTo(page, summary);
  await page.keyboard.press('Enter');
}

/** What axe-core finds in another light or width of the same words. */
const OF_LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];

/**
 * The same page in every light and width of its language, with all that opens on a click opened: what is wrong, one line each.
 * Pictures of it are kept, closed and opened, under `name`.
 */
export async function barriersIn(page: Page, name: string, sights: readonly Sight[]): Promise<string[]> {
  const found: string[] = [];
  for (const [nth, sight] of sights.entries()) {
    await page.emulateMedia({ colorScheme: sight.scheme });
    await page.setViewportSize({ width: sight.width, height: 900 });
    await photograph(page, name, sight);
    if (await opens(page)) await photograph(page, `${name}-opened`, sight);
    found.push(...(await violations(page, nth === 0 ? undefined : OF_LOOKS)));
    if ((await overflow(page)) > 0) found.push('scrolls sideways');
    if (await isCutOff(page)) found.push('a list is cut off');
  }
  return found.map((barrier) => `${name}: ${barrier}`);
}

/** @returns whether anything was closed. */
const opens = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const closed = [...document.querySelectorAll('main details:not([open])')] as HTMLDetailsElement[];
    for (const each of closed) each.open = true;
    return closed.length > 0;
  });

/** The warehouse’s lists fold on a phone: nothing of a row hides beside the window. */
const isCutOff = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.scroll:has(.fold)')].some((each) => each.scrollWidth > each.clientWidth),
  );

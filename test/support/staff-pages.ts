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

/** Looks at the page with all that opens on a click opened; keeps a picture of it, closed and opened, under `name`. */
export async function barriersOn(page: Page, name: string, sight: Sight): Promise<string[]> {
  await photograph(page, name, sight);
  const isClosed = await page.evaluate(() => {
    const closed = [...document.querySelectorAll('main details:not([open])')] as HTMLDetailsElement[];
    for (const each of closed) each.open = true;
    return closed.length > 0;
  });
  if (isClosed) await photograph(page, `${name}-opened`, sight);
  const found = (await violations(page)).map((barrier) => `${name}: ${barrier}`);
  if ((await overflow(page)) > 0) found.push(`${name}: scrolls sideways`);
  return found;
}

import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../src/demo/demo-people.ts';
import { overflow, photograph, type Sight, violations } from './browser.ts';

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

/** Looks at the page as it stands, and with all that opens on a click opened; keeps a picture of each under `name`. */
export async function barriersOn(page: Page, name: string, sight: Sight): Promise<string[]> {
  // A page that says that something broke has no barrier either.
  if ((await page.locator('body > nav').count()) === 0) return [`${name}: not a page of the room`];
  await photograph(page, name, sight);
  const found = (await violations(page)).map((barrier) => `${name}: ${barrier}`);
  const isClosed = await page.evaluate(() => {
    const closed = [...document.querySelectorAll('main details:not([open])')] as HTMLDetailsElement[];
    for (const each of closed) each.open = true;
    return closed.length > 0;
  });
  if (isClosed) {
    await photograph(page, `${name}-opened`, sight);
    found.push(...(await violations(page)).map((barrier) => `${name}, opened: ${barrier}`));
  }
  if ((await overflow(page)) > 0) found.push(`${name}: scrolls sideways`);
  return found;
}

import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../src/demo/demo-people.ts';
import { loadDemoWorld } from '../../src/demo/demo-world.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { openPage, overflow, photograph, type Sight, SIGHTS, startBrowser, violations } from '../support/browser.ts';

jest.setTimeout(180_000);

let app: RunningApp;
let browser: Browser;
beforeAll(async () => {
  app = await startApp({ environment: { THROTTLE_SIGN_INS: '1000' } });
  await loadDemoWorld(app.app);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** As somebody without a mouse does it. */
async function signInByKeyboard(page: Page, who: string): Promise<void> {
  await page.goto(`${app.url}/sign-in`);
  await page.locator('input[name=email]').focus();
  await page.keyboard.type(`${who}@demo.truepart.test`);
  await page.keyboard.press('Tab');
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(desk|home)$/);
}

const pathOfFirst = async (page: Page, from: string, selector: string): Promise<string> => {
  await page.goto(app.url + from);
  return (await page.locator(selector).first().getAttribute('href'))!;
};

/** Looks at one page as it stands, and with all that opens on a click opened. */
async function barriersOn(page: Page, name: string, path: string, sight: Sight): Promise<string[]> {
  await page.goto(app.url + path);
  await photograph(page, name, sight);
  const found = (await violations(page)).map((barrier) => `${name}: ${barrier}`);
  await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  found.push(...(await violations(page)).map((barrier) => `${name}, opened: ${barrier}`));
  if ((await overflow(page)) > 0) found.push(`${name}: scrolls sideways`);
  return found;
}

test.each(SIGHTS)(
  'every page of the desk, $language, $scheme, $width wide: no barrier, nothing cut off',
  async (sight) => {
    const page = await openPage(browser, sight, { bypassCSP: true });
    const found = await barriersOn(page, 'sign-in', '/sign-in', sight);
    await signInByKeyboard(page, 'analyst');
    const flag = await pathOfFirst(page, '/desk?rule=K05', 'main h2 a');
    const file = await pathOfFirst(page, flag, 'main a[href^="/desk/cases/"]');
    const unit = await pathOfFirst(page, flag, 'main a[href^="/desk/units/"]');
    const pages = {
      flags: '/desk',
      'flags-none': '/desk?workshop=NOBODY',
      flag,
      cases: '/desk/cases',
      case: file,
      unit,
      recalls: '/desk/recalls',
      rules: '/desk/rules',
      home: '/home',
      account: '/account',
      missing: '/desk/cases/C-2026-999999',
    };
    for (const [name, path] of Object.entries(pages)) found.push(...(await barriersOn(page, name, path, sight)));
    await page.context().close();
    expect(found).toEqual([]);
  },
);

test('an analyst does a day’s work from the keyboard, with scripts off', async () => {
  const sight = { language: 'en', scheme: 'light', width: 1440 } as const;
  const page = await openPage(browser, sight, { javaScriptEnabled: false });
  await signInByKeyboard(page, 'analyst');
  const link = page.locator('main h2 a', { hasText: 'fitted' }).first();
  await link.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk\/flags\//);
  await page.locator('input[value=confirmed]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Counterfeit');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The label was copied.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/done=resolution/);
  expect(await page.locator('[role=status]').innerText()).toBe('Saved');
  expect(await page.locator('main').innerText()).toContain('Counterfeit part');
  await page.context().close();
});

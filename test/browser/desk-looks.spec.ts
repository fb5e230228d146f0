import type { Browser, Page } from 'playwright-core';
import { loadDemoWorld } from '../../src/demo/demo-world.ts';
import { Database } from '../../src/database/database.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { openPage, overflow, photograph, startBrowser, violations } from '../support/browser.ts';
import { insertLongHistory } from '../support/long-history.ts';
import { barriersOn, CORNERS, signInByKeyboard } from '../support/staff-pages.ts';

jest.setTimeout(180_000);

let app: RunningApp;
let browser: Browser;
beforeAll(async () => {
  app = await startApp({ environment: { THROTTLE_SIGN_INS: '1000' } });
  await loadDemoWorld(app.app);
  await insertLongHistory(app.app.get(Database), app.clock.now());
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const pathOfFirst = async (page: Page, from: string, selector: string): Promise<string> => {
  await page.goto(app.url + from);
  return (await page.locator(selector).first().getAttribute('href'))!;
};

/** A campaign over parts that lie in shops, are in cars, and stand on an invoice. */
async function openRecall(page: Page, number: string): Promise<string> {
  await page.goto(`${app.url}/desk/recalls`);
  await page.fill('input[name=number]', number.toUpperCase());
  await page.fill('input[name=partNumber]', 'CH-90915-YZZD4');
  await page.fill('input[name=titleZh]', '机油滤清器可能漏油');
  await page.fill('input[name=titleEn]', 'The oil filter may leak');
  await page.locator('main form button').click();
  await page.waitForURL(/done=opened/);
  return new URL(page.url()).pathname;
}

test.each(CORNERS)(
  'every page of the desk, $language, $scheme, $width wide: no barrier, nothing cut off',
  async (sight) => {
    const page = await openPage(browser, sight, { bypassCSP: true });
    const found: string[] = [];
    await page.goto(`${app.url}/sign-in`);
    found.push(...(await barriersOn(page, 'sign-in', sight)));
    await page.goto(`${app.url}/scorecard`);
    await photograph(page, 'scorecard-public', sight);
    found.push(...(await violations(page)));
    expect(await overflow(page)).toBe(0);
    await signInByKeyboard(page, app.url, 'analyst');
    const recall = await openRecall(page, sight.language + sight.width);
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
      overview: '/desk/overview',
      recalls: '/desk/recalls',
      recall,
      rules: '/desk/rules',
      scorecard: '/desk/scorecard',
      home: '/home',
      account: '/account',
      missing: '/desk/cases/C-2026-999999',
    };
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(app.url + path);
      found.push(...(await barriersOn(page, name, sight)));
    }
    await page.context().close();
    expect(found).toEqual([]);
  },
);

import type { Browser } from 'playwright-core';
import { loadDemoWorld } from '../../src/demo/demo-world.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { openPage, startBrowser } from '../support/browser.ts';
import { barriersOn, CORNERS, signInByKeyboard } from '../support/staff-pages.ts';

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

test.each(CORNERS)(
  'every page of the platform’s room, $language, $scheme, $width wide: no barrier, nothing cut off',
  async (sight) => {
    const page = await openPage(browser, sight, { bypassCSP: true });
    await signInByKeyboard(page, app.url, 'admin');
    const found: string[] = [];
    await page.goto(`${app.url}/admin/people?organisation=WS-HZ-01`);
    const person = (await page.locator('main h2 a').first().getAttribute('href'))!;
    const pages = {
      organisations: '/admin',
      people: '/admin/people?organisation=WS-HZ-01',
      person,
      audit: '/admin/audit',
      'keys-none': '/admin/api-keys',
    };
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(app.url + path);
      found.push(...(await barriersOn(page, `admin-${name}`, sight)));
    }
    await page.goto(`${app.url}/admin/api-keys`);
    await page.fill('input[name=name]', 'Reporting');
    await page.check('input[value=administrator]');
    await page.locator('form[action="/admin/api-keys"] button').click();
    await page.waitForLoadState();
    found.push(...(await barriersOn(page, 'admin-key-once', sight)));
    await page.goto(`${app.url}/admin/api-keys`);
    found.push(...(await barriersOn(page, 'admin-keys', sight)));
    await page.context().close();
    expect(found).toEqual([]);
  },
);

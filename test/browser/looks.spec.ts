import type { Browser } from 'playwright-core';
import { PAGES } from '../../src/cli/screenshots/pages.ts';
import { type Site, toldIn } from '../../src/cli/screenshots/page-to-see.ts';
import { signIn, visit } from '../../src/cli/screenshots/visit.ts';
import { Config } from '../../src/config/config.ts';
import { loadDemoWorld } from '../../src/demo/demo-world.ts';
import { Database } from '../../src/database/database.ts';
import { greeting } from '../../src/greeting.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { openPage, startBrowser } from '../support/browser.ts';
import { insertLongHistory } from '../support/long-history.ts';
import { barriersIn, CORNERS } from '../support/staff-pages.ts';

jest.setTimeout(300_000);

/** What an operator may add is seen, too. */
const WITH_ALL = {
  THROTTLE_SIGN_INS: '1000',
  PRINTERS: '包装台=127.0.0.1:9',
  OIDC_ISSUER: 'https://login.example',
  OIDC_CLIENT_ID: 'truepart',
  OIDC_CLIENT_SECRET: 'nobody asks for it',
  OIDC_NAME: '集团统一登录 Example Login',
};

let app: RunningApp;
let browser: Browser;
let site: Site;
beforeAll(async () => {
  // The clock is today’s, as the phones’ is.
  app = await startApp({ now: new Date(), environment: WITH_ALL });
  const said = greeting(app.app.get(Config), await loadDemoWorld(app.app)).join('\n');
  site = { url: app.url, told: (name) => toldIn(said, name) };
  await insertLongHistory(app.app.get(Database), app.clock.now());
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const PEOPLE = [...new Set(PAGES.map(({ as }) => as))];

describe.each(['zh', 'en'])('%s: no barrier, nothing cut off', (language) => {
  const sights = CORNERS.filter((sight) => sight.language === language);

  test.each(PEOPLE)('what there is for %s', async (who) => {
    const page = await openPage(browser, sights[0]!, { bypassCSP: true });
    await signIn(page.context(), site, who);
    const found: string[] = [];
    for (const each of PAGES.filter(({ as }) => as === who)) {
      await visit(page, site, each);
      found.push(...(await barriersIn(page, each.name, sights)));
    }
    await page.context().close();
    expect(found).toEqual([]);
  });
});

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

const FAULTY =
  '零件号,中文名称,英文名称,类别,追溯方式,建议零售价,币种\nCH-1,,Part,wear,serial,abc,CNY\nCH-2,件,Part,heavy,serial,9.00,CNY\n';
const SOUND = `零件号,中文名称,英文名称,类别,追溯方式,建议零售价,币种
CH-04465-02250,前制动片组,"Brake pad set, front",safety,serial,468.00,CNY
CH-NEW-00001,雨刮片,Wiper blade,wear,lot,58.00,CNY
`;

test.each(CORNERS)(
  'every page of the maker’s room, $language, $scheme, $width wide: no barrier, nothing cut off',
  async (sight) => {
    const page = await openPage(browser, sight, { bypassCSP: true });
    await signInByKeyboard(page, app.url, 'maker');
    const found: string[] = [];
    await page.goto(`${app.url}/maker/keys`);
    const key = (await page.locator('main a[href$="/revocation"]').first().getAttribute('href'))!;
    const pages = {
      parts: '/maker',
      'parts-none': '/maker?query=nothing-like-it',
      part: '/maker/parts/CH-04465-02250',
      'part-new': '/maker/new',
      import: '/maker/import',
      keys: '/maker/keys',
      rotation: '/maker/keys/rotation',
      revocation: key,
    };
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(app.url + path);
      found.push(...(await barriersOn(page, `maker-${name}`, sight)));
    }
    for (const [name, text] of Object.entries({ 'import-wrong': FAULTY, 'import-right': SOUND })) {
      await page.goto(`${app.url}/maker/import`);
      await page.setInputFiles('input[name=file]', {
        name: 'parts.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(text),
      });
      await page.locator('button[value=check]').click();
      await page.waitForLoadState();
      found.push(...(await barriersOn(page, `maker-${name}`, sight)));
    }
    await page.goto(app.url + key);
    await page.fill('input[name=cutOff]', '2026-11-20T08:00');
    await page.fill('textarea[name=reason]', 'The signing server’s disk was stolen');
    await page.locator('form[action$="/revocation"] button').click();
    await page.waitForLoadState();
    found.push(...(await barriersOn(page, 'maker-consequences', sight)));
    await page.context().close();
    expect(found).toEqual([]);
  },
);
